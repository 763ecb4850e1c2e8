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


class Line(NamedTuple):
    """A hit in meeting `meeting` (by number, oldest first), with what stands left and right of it in its paragraph."""

    meeting: int
    where: Where
    left: str
    match: str
    right: str


class Order(StrEnum):
    """How the lines are sorted."""

    DATE = "date"
    """Oldest first."""
    LEFT = "left"
    """By what stands left of the hit, read away from it."""
    RIGHT = "right"
    """By what stands right of it."""


def lines(meeting: int, body: Body, passages: Iterable[Where]) -> list[Line]:
    """The lines of one meeting's hits in its body, in the order of the text."""
    found = []
    for passage in passages:
        text = body[passage.paragraph]
        found.append(Line(meeting, passage, text[: passage.start], passage.words(body), text[passage.end :]))
    return found


def ordered(found: Iterable[Line], order: Order) -> list[Line]:
    """The lines in an order; those that it does not part stay oldest first."""
    by_date = sorted(found, key=lambda line: (line.meeting, line.where))
    if order is Order.LEFT:
        return sorted(by_date, key=lambda line: line.left[::-1])
    if order is Order.RIGHT:
        return sorted(by_date, key=lambda line: line.right)
    return by_date


def spellings(found: Sequence[Line]) -> list[tuple[str, int]]:
    """The ways in which the word is printed with the number of lines of each, the most frequent first."""
    return Counter(line.match for line in found).most_common()
