"""The longest common subsequence (LCS) of two texts: how long it is, and where it lies.

May import nothing of the project. It is worked out by bits, a row of the table in one long number (Hyyrö's form of the
bit-parallel algorithm, 2004): a few operations a character of the one text, however long the other is.
"""

from __future__ import annotations

from collections.abc import Iterator


class Prepared:
    """A text, ready to be compared with others."""

    def __init__(self, text: str) -> None:
        self.size = len(text)
        self._all = (1 << len(text)) - 1
        self._matches: dict[str, int] = {}
        for place, character in enumerate(text):
            self._matches[character] = self._matches.get(character, 0) | 1 << place

    def rows(self, text: str) -> Iterator[int]:
        """After each character of another text the row of the table: the zeros among the lowest k bits are as many as
        the LCS of what has come of that text with the first k characters of this one is long.
        """
        rest = self._all
        for character in text:
            matched = rest & self._matches.get(character, 0)
            if matched:
                rest = ((rest + matched) | (rest - matched)) & self._all
            yield rest

    def common(self, text: str) -> int:
        """The length of the LCS with another text."""
        last = self._all
        for row in self.rows(text):
            last = row
        return self.size - last.bit_count()


def common_spans(former: str, latter: str) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Where an LCS of two texts lies in each, as spans [start, end): of all, one found from the left in long pieces.

    What is not in them is what differs. It takes a bit a pair of characters: who calls has no texts of millions.
    """
    pairs = list(_path(former, latter))
    return list(_spans(at for at, _ in pairs)), list(_spans(other for _, other in pairs))


def _path(former: str, latter: str) -> Iterator[tuple[int, int]]:
    """The pairs of an LCS, from the left: so the rows are of both texts' ends, from the last character backwards."""
    prepared = Prepared(latter[::-1])
    rows = [(1 << len(latter)) - 1, *prepared.rows(former[::-1])]

    def length(at: int, other: int) -> int:
        """How long the LCS of former[at:] and latter[other:] is."""
        size = len(latter) - other
        return size - (rows[len(former) - at] & ((1 << size) - 1)).bit_count()

    at = other = 0
    while at < len(former) and other < len(latter) and length(at, other):
        if former[at] == latter[other]:
            yield at, other
            at, other = at + 1, other + 1
        elif length(at + 1, other) >= length(at, other + 1):
            at += 1
        else:
            other += 1


def _spans(places: Iterator[int]) -> Iterator[tuple[int, int]]:
    start = end = -1
    for place in places:
        if place != end:
            if end > start:
                yield start, end
            start = place
        end = place + 1
    if end > start:
        yield start, end
