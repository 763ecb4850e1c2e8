"""Phrases by meeting: which came, stayed, went.

May import `steps`. A phrase is what stands in quotation marks in a body, or an item of the reader's own
watch list; counts are by meeting, and meetings are told by their number, oldest first.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from operator import itemgetter
from typing import NamedTuple

from reader.analysis.steps import Steps, finished

_AT_ONCE = 5_000
"""Phrases that are looked at in a step."""


class Phrase(NamedTuple):
    """A phrase with the number of times it stands in each meeting that has it; `counts` is never empty."""

    text: str
    counts: Mapping[int, int]

    @property
    def first(self) -> int:
        """The number of the first meeting of this collection that has it."""
        return min(self.counts)

    @property
    def last(self) -> int:
        """The number of the last."""
        return max(self.counts)

    @property
    def total(self) -> int:
        """How often it stands in all."""
        return sum(self.counts.values())

    @property
    def life(self) -> int:
        """How many meetings there are from the first to the last that has it, these among them."""
        return self.last - self.first + 1

    @property
    def gaps(self) -> int:
        """How many meetings between the first and the last do not have it."""
        return self.life - len(self.counts)


class Order(StrEnum):
    """How phrases are sorted."""

    COMMON = "common"
    """In most meetings first."""
    NEWEST = "newest"
    """Last come first."""
    DROPPED = "dropped"
    """Last gone first; those that the last meeting has stand at the end."""
    LONGEST = "longest"
    """Longest life first."""


class Missing(NamedTuple):
    """A phrase that `had` of the `earlier` meetings before one have, and that one has not."""

    phrase: Phrase
    had: int
    earlier: int


def gather(counted: Iterable[tuple[int, str, int]]) -> list[Phrase]:
    """The phrases of (meeting, phrase, count), in most meetings first, then by total, first meeting and text."""
    return finished(gathering(counted))


def gathering(counted: Iterable[tuple[int, str, int]]) -> Steps[list[Phrase]]:
    """The same in steps."""
    found: dict[str, dict[int, int]] = {}
    for number, (meeting, text, count) in enumerate(counted):
        counts = found.setdefault(text, {})
        counts[meeting] = counts.get(meeting, 0) + count
        if number % _AT_ONCE == _AT_ONCE - 1:
            yield 0
    return (yield from ordering([Phrase(text, counts) for text, counts in found.items()], Order.COMMON, 0))


def ordered(phrases: Iterable[Phrase], order: Order, meetings: int) -> list[Phrase]:
    """The phrases in an order; `meetings` is how many there are in all."""
    return finished(ordering(phrases, order, meetings))


def ordering(phrases: Iterable[Phrase], order: Order, meetings: int) -> Steps[list[Phrase]]:
    """The same in steps."""

    def weight(phrase: Phrase) -> int:
        if order is Order.NEWEST:
            return -phrase.first
        if order is Order.DROPPED:
            return -phrase.last if phrase.last < meetings - 1 else 1
        return -phrase.life if order is Order.LONGEST else -len(phrase.counts)

    weighed = []
    for number, phrase in enumerate(phrases):
        weighed.append((weight(phrase), -phrase.total, phrase.first, phrase.text, phrase))
        if number % _AT_ONCE == _AT_ONCE - 1:
            yield 0
    weighed.sort(key=itemgetter(0, 1, 2, 3))
    return [phrase for *_, phrase in weighed]


def missing(phrases: Iterable[Phrase], meeting: int) -> list[Missing]:
    """The phrases that at least three quarters of the meetings before one have, and that one has not."""
    found = []
    for phrase in phrases:
        had = sum(number < meeting for number in phrase.counts)
        if had and 4 * had >= 3 * meeting and meeting not in phrase.counts:
            found.append(Missing(phrase, had, meeting))
    return sorted(found, key=lambda item: (-item.had, -item.phrase.last, item.phrase.text))
