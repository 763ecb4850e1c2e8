"""Phrases by meeting say the same as a slow and obvious count, on 300 made-up meetings."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

import pytest

from reader.analysis.phrases import Order, Phrase, gather, missing, ordered
from tests.analysis.made_phrases import PHRASES, quoted

MEETINGS = quoted(300, seed=3)
FEW = quoted(6, seed=8)


def counted(meetings: list[list[str]]) -> Iterator[tuple[int, str, int]]:
    """What the library answers: a line for each phrase of each meeting; some phrases in two lines."""
    for number, phrases in enumerate(meetings):
        for phrase in dict.fromkeys(phrases):
            count = phrases.count(phrase)
            if count > 2:
                yield number, phrase, 2
                yield number, phrase, count - 2
            else:
                yield number, phrase, count


@pytest.mark.parametrize("meetings", [MEETINGS, FEW])
def test_numbers_are_those_of_a_slow_count(meetings: list[list[str]]) -> None:
    """Counts by meeting, first, last, total, life and gaps of every phrase are what counting by hand gives."""
    found = {phrase.text: phrase for phrase in gather(counted(meetings))}
    assert set(found) == {phrase for phrases in meetings for phrase in phrases}
    for text, phrase in found.items():
        row = [phrases.count(text) for phrases in meetings]
        has = [number for number, count in enumerate(row) if count]
        assert [phrase.counts.get(number, 0) for number in range(len(meetings))] == row
        assert (phrase.first, phrase.last, phrase.total) == (has[0], has[-1], sum(row))
        between = row[has[0] : has[-1] + 1]
        assert (phrase.life, phrase.gaps) == (len(between), between.count(0))


@pytest.mark.parametrize("meetings", [MEETINGS, FEW])
def test_what_one_meeting_has_not(meetings: list[list[str]]) -> None:
    """For every meeting: the phrases of at least three quarters of those before it that it has not, with n of N."""
    found = gather(counted(meetings))
    seen = 0
    for number, here in enumerate(meetings):
        expected = set()
        for text in PHRASES:
            had = sum(text in phrases for phrases in meetings[:number])
            if had and Fraction(had, number) >= Fraction(3, 4) and text not in here:
                expected.add((text, had, number))
        absent = missing(found, number)
        assert {(item.phrase.text, item.had, item.earlier) for item in absent} == expected
        assert [item.had for item in absent] == sorted((item.had for item in absent), reverse=True)
        seen += len(expected)
    assert seen


def phrase(text: str, *meetings: int) -> Phrase:
    return Phrase(text, dict.fromkeys(meetings, 1))


OLD, STAYING, GONE, NEW, ONCE = (
    phrase("旧", 0, 1),
    phrase("久", 0, 2, 4),
    phrase("去", 1, 2, 3),
    phrase("新", 4),
    phrase("单", 2),
)


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (Order.COMMON, "久去旧单新"),
        (Order.NEWEST, "新单去久旧"),
        (Order.DROPPED, "去单旧久新"),
        (Order.LONGEST, "久去旧单新"),
    ],
)
def test_orders(order: Order, expected: str) -> None:
    """Of five meetings: most meetings first; last come first; last gone first, what stays at the end; longest life."""
    found = ordered([NEW, ONCE, OLD, GONE, STAYING], order, meetings=5)
    assert "".join(item.text for item in found) == expected


@pytest.mark.parametrize("order", list(Order))
def test_orders_of_many(order: Order) -> None:
    """Whatever the order, every phrase is there once, and neighbours stand as the order says."""
    found = ordered(gather(counted(FEW)), order, len(FEW))
    assert sorted(item.text for item in found) == sorted({text for phrases in FEW for text in phrases})
    weights = {
        Order.COMMON: lambda item: -len(item.counts),
        Order.NEWEST: lambda item: -min(item.counts),
        Order.DROPPED: lambda item: (max(item.counts) == len(FEW) - 1) * 100 - max(item.counts),
        Order.LONGEST: lambda item: min(item.counts) - max(item.counts),
    }
    for one, other in pairwise(found):
        if not (order is Order.DROPPED and max(one.counts) == max(other.counts) == len(FEW) - 1):
            assert weights[order](one) <= weights[order](other)
