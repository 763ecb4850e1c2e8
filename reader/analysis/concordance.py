"""A word in its contexts (KWIC), one line a hit.

May import `where`. Contexts are of the paragraph that holds the hit and never run over its ends; how many characters
or cells of them are shown is for who shows them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple

from reader.analysis.where import Body, Where

REACH = 120
"""Most characters of a context: a post may be one paragraph of a million characters with a hit in each tenth."""


class KwicLine(NamedTuple):
    """A hit in meeting `meeting` (by number, oldest first), with the paragraph `text` that holds it."""

    meeting: int
    where: Where
    text: str

    @property
    def match(self) -> str:
        """The word as printed."""
        return self.text[self.where.start : self.where.end]

    @property
    def left(self) -> str:
        """What stands left of it in its paragraph, at most REACH characters."""
        return self.text[max(0, self.where.start - REACH) : self.where.start]

    @property
    def right(self) -> str:
        """What stands right of it, at most REACH characters."""
        return self.text[self.where.end : self.where.end + REACH]


class Order(StrEnum):
    """How the lines are sorted."""

    DATE = "date"
    """Oldest first."""
    LEFT = "left"
    """By what stands left of the hit, read away from it."""
    RIGHT = "right"
    """By what stands right of it."""


def lines(meeting: int, body: Body, passages: Iterable[Where]) -> list[KwicLine]:
    """The lines of one meeting's hits in its body, in the order of the text."""
    return [KwicLine(meeting, passage, body[passage.paragraph]) for passage in passages]


def ordered(found: Iterable[KwicLine], order: Order) -> list[KwicLine]:
    """The lines in an order; those that it does not part stay oldest first."""
    by_date = sorted(found, key=lambda line: (line.meeting, line.where))
    if order is Order.LEFT:
        return sorted(by_date, key=lambda line: line.left[::-1])
    if order is Order.RIGHT:
        return sorted(by_date, key=lambda line: line.right)
    return by_date


def spellings(found: Sequence[KwicLine]) -> list[tuple[str, int]]:
    """The ways in which the word is printed with the number of lines of each, the most frequent first."""
    return Counter(line.match for line in found).most_common()
