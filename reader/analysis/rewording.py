"""Which clauses of one text were reworded into which of another, within a bound of work.

May import `steps` and `subsequence`. Of all pairs of clauses of SHORTEST to LONGEST characters whose 2·LCS/(a+b) is at
least ALIKE the most alike are taken, again and again. An LCS is no longer than the characters that two clauses share,
each as often as both have it; these are counted for a whole block of clauses at once, as bits of long numbers, and only
what has enough of them is looked at closely.

The work grows with the product of both texts. So blocks are compared in ever larger squares, the first clauses of both
first, until WORK or PAIRS is used up: then the answer is for the clauses of the squares that were finished.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from reader.analysis.steps import Steps
from reader.analysis.subsequence import Prepared

SHORTEST, LONGEST = 6, 3_000
"""Characters of a clause that may be reworded."""
ALIKE = 0.5
WORK = 50_000_000
"""Most that is done, in units of a tenth of a microsecond or so: about five seconds."""
PAIRS = 300_000
"""Most pairs that are kept to choose from."""
_SMALL, _BLOCK, _CHARACTERS = 256, 2_048, 65_536
"""Most clauses of the first block and of a late one, and most characters but for one that is longer alone."""
_AT_ONCE = 1_000
"""Clauses that are looked at once in a step."""
_STEP = 10_000
"""The work of a step."""


class Pair(NamedTuple):
    """A clause of the former text and one of the latter, by number, and how alike they are."""

    ratio: float
    former: int
    latter: int


_Like = tuple[float, int, int]
"""How alike two clauses are, below zero so that the most alike come first; the former and the latter, by number."""


class Reworded(NamedTuple):
    """The pairs in the order of the latter text; `first` is the number of clauses of each that were looked at, None
    where that is all; `long` how many were longer than LONGEST.
    """

    pairs: Sequence[Pair]
    first: int | None
    long: int


class _Clause(NamedTuple):
    """A clause by number, and its characters; of one that comes again the second is another, and so on."""

    number: int
    text: str
    signs: Sequence[str]


class _Block:
    """Some clauses, ready to be asked which of them are like another."""

    def __init__(self, clauses: Sequence[_Clause]) -> None:
        self.clauses = clauses
        self._holding: dict[str, int] = {}  # the clauses, as bits, that have a sign
        self._of_size: dict[int, int] = {}
        self._prepared: dict[int, Prepared] = {}
        self._wanting: dict[int, _Wanted] = {}
        for at, (_, text, signs) in enumerate(clauses):
            bit = 1 << at
            self._of_size[len(text)] = self._of_size.get(len(text), 0) | bit
            for sign in signs:
                self._holding[sign] = self._holding.get(sign, 0) | bit

    def candidates(self, clause: _Clause) -> tuple[Iterable[int], int]:
        """The clauses that share enough characters with another, and the work of finding them."""
        size = len(clause.text)
        wanted = self._wanting.get(size) or self._wanting.setdefault(size, self._wanted(size))
        shared = [held for held in map(self._holding.get, clause.signs) if held]
        if len(shared) < wanted.least:
            return (), 1 + size // 4
        digits, reached = list(wanted.counters), 0
        for carry in shared:
            for place, digit in enumerate(digits):
                digits[place], carry = digit ^ carry, digit & carry  # noqa: PLW2901 -- it is carried on
            reached |= carry
        return _ones(reached & wanted.possible), size + 2 * len(shared) * len(digits)

    def common(self, at: int, text: str) -> tuple[int, int]:
        """How long the LCS of one of the clauses and a text is, and the work of finding it."""
        if at not in self._prepared:
            self._prepared[at] = Prepared(self.clauses[at][1])
        return self._prepared[at].common(text), len(text) * (1 + len(self.clauses[at][1]) // 1000)

    def _wanted(self, size: int) -> _Wanted:
        needs = {other: (size + other + 3) // 4 for other in self._of_size if other <= 3 * size <= 9 * other}
        digits = [0] * max(((need - 1).bit_length() for need in needs.values()), default=0)
        possible = 0
        for other, need in needs.items():
            possible |= self._of_size[other]
            for place in range(len(digits)):
                if (2 ** len(digits) - need) >> place & 1:
                    digits[place] |= self._of_size[other]
        return _Wanted(min(needs.values(), default=size + 1), digits, possible)


class _Wanted(NamedTuple):
    """What a clause of some length must share: `least` signs with any of a block.

    There is a counter for each of the block, which runs over when it shares enough; the `counters` are numbers that
    hold one binary digit of each, the lowest first. `possible` are those that may be alike at all, as bits.
    """

    least: int
    counters: Sequence[int]
    possible: int


def rewordings(dropped: Sequence[str], new: Sequence[str]) -> Steps[Reworded]:
    """The reworded pairs of clauses that are only in the former text and only in the latter."""
    former = yield from _fit(dropped)
    latter = yield from _fit(new)
    blocks = list(_blocks(former)), list(_blocks(latter))
    found: list[_Like] = []
    work, first, done = 0, 0, True
    squares = max(map(len, blocks)) if all(blocks) else 0
    for square in range(squares):
        tried = list[_Like]()
        for pairs, spent in _in_square(blocks, square):
            tried += pairs
            work += spent
            done = work <= WORK and len(found) + len(tried) <= PAIRS
            if not done:
                break
            yield ((square + 0.5) / squares) ** 2
        if not done:
            break
        found += tried
        first = max(sum(map(len, side[: square + 1])) for side in blocks)
    long = sum(len(text) > LONGEST for text in (*dropped, *new))
    yield 1
    return Reworded((yield from _chosen(found)), None if done else first, long)


def _in_square(blocks: tuple[list[_Clauses], list[_Clauses]], square: int) -> Iterator[tuple[list[_Like], int]]:
    """The like pairs of a block of either text with those of the other up to the same, with the work, step by step."""
    pairs: list[_Like] = []
    work = 0
    for side in (0, 1):
        if square >= len(blocks[side]):
            continue
        block = _Block(blocks[side][square])
        for clause in chain.from_iterable(blocks[1 - side][: square + 1 - side]):
            for pair, spent in _like(block, clause):
                work += spent
                if pair is not None:
                    pairs.append((pair[0], pair[2], pair[1]) if side else pair)
                if work > _STEP:
                    yield pairs, work
                    pairs, work = [], 0
    yield pairs, work


def _like(block: _Block, clause: _Clause) -> Iterator[tuple[_Like | None, int]]:
    """The pairs of a clause with those of a block that are like it, None for what is none, with the work."""
    candidates, work = block.candidates(clause)
    yield None, work
    for at in candidates:
        common, work = block.common(at, clause.text)
        ratio = 2 * common / (len(block.clauses[at].text) + len(clause.text))
        yield (-ratio, block.clauses[at].number, clause.number) if ratio >= ALIKE else None, work


def _chosen(found: list[_Like]) -> Steps[list[Pair]]:
    """The most alike, each clause once, in the order of the latter text."""
    found.sort()
    taken: dict[int, Pair] = {}
    gone: set[int] = set()
    for number, (unlike, former, latter) in enumerate(found):
        if not number % (10 * _AT_ONCE):
            yield 1
        if former not in gone and latter not in taken:
            gone.add(former)
            taken[latter] = Pair(-unlike, former, latter)
    return [taken[number] for number in sorted(taken)]


_Clauses = list[_Clause]


def _fit(clauses: Sequence[str]) -> Steps[_Clauses]:
    found = []
    for number, text in enumerate(clauses):
        if SHORTEST <= len(text) <= LONGEST:
            found.append(_Clause(number, text, _signs(text)))
        if number % _AT_ONCE == _AT_ONCE - 1:
            yield 0
    return found


def _signs(text: str) -> Sequence[str]:
    if len(set(text)) == len(text):
        return text
    seen: Counter[str] = Counter()
    signs = []
    for character in text:
        seen[character] += 1
        signs.append(f"{character}{seen[character]}" if seen[character] > 1 else character)
    return signs


def _blocks(clauses: _Clauses) -> Iterator[_Clauses]:
    """The clauses in their order, in blocks that are small at first."""
    block: _Clauses = []
    characters, most = 0, _SMALL
    for clause in clauses:
        if block and (len(block) == most or characters + len(clause.text) > _CHARACTERS):
            yield block
            block, characters, most = [], 0, min(2 * most, _BLOCK)
        block.append(clause)
        characters += len(clause.text)
    if block:
        yield block


def _ones(bits: int) -> Iterator[int]:
    """The places of the ones of a number, from the lowest."""
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest
