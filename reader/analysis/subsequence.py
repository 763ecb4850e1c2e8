"""The longest common subsequence (LCS) of two texts: how long it is, for one text and many at once, and where it lies.

May import nothing of the project. The lengths are worked out by bits, all the texts of the many in one long number, a
field each (Hyyrö's form of the bit-parallel algorithm, 2004): a few operations a character of the one, however many
the others are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence


class Many:
    """Some texts, ready to be compared with others one by one."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._sizes = list(map(len, texts))
        self._matches: dict[str, int] = {}
        self._all = at = 0
        for text in texts:
            for place, character in enumerate(text):
                self._matches[character] = self._matches.get(character, 0) | 1 << (at + place)
            self._all |= ((1 << len(text)) - 1) << at
            at += len(text) + 1  # a bit of none's between two fields takes the carry

    def common(self, text: str) -> list[int]:
        """The length of the LCS of a text with each of the many."""
        rest = self._all
        for character in text:
            matched = rest & self._matches.get(character, 0)
            if matched:
                rest = ((rest + matched) | (rest - matched)) & self._all
        lengths = []
        for size in self._sizes:
            lengths.append(size - (rest & ((1 << size) - 1)).bit_count())
            rest >>= size + 1
        return lengths


def common_spans(former: str, latter: str) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Where an LCS of two texts lies in each, as spans [start, end): of all, one found from the left in long pieces.

    What is not in them is what differs.
    """
    lengths = [[0] * (len(latter) + 1) for _ in range(len(former) + 1)]
    for at in range(len(former) - 1, -1, -1):
        row, below = lengths[at], lengths[at + 1]
        for other in range(len(latter) - 1, -1, -1):
            same = former[at] == latter[other]
            row[other] = below[other + 1] + 1 if same else max(below[other], row[other + 1])
    pairs = list(_path(former, latter, lengths))
    return list(_spans(at for at, _ in pairs)), list(_spans(other for _, other in pairs))


def _path(former: str, latter: str, lengths: Sequence[Sequence[int]]) -> Iterator[tuple[int, int]]:
    at = other = 0
    while lengths[at][other]:
        if former[at] == latter[other] and lengths[at][other] == lengths[at + 1][other + 1] + 1:
            yield at, other
            at, other = at + 1, other + 1
        elif lengths[at + 1][other] >= lengths[at][other + 1]:
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
