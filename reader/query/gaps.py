"""Where parts that are parted by gaps stand in a text, in time that grows with the text and not with what is in it.

May import `text.folding`. A pattern of eight gaps tries nine to the power of eight ways where a text repeats itself.
Here the places of a part are the bits of one long number, and from the last part to the first those are kept behind
which the others stand: one turn a part, however often it is in the text. A pattern for two neighbours, which tries no
more than nine ways at a place, passes over the lines where there is nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from reader.text.folding import BARRIER

GAP = 8
"""Most characters that `*` stands for; what searching is blind to does not count."""

_EDGE = 4
"""Characters of a part that the pattern for two neighbours looks at."""
_HERE = ord("1")

Parts = tuple[str, ...]
"""What stands between gaps, two or more: not empty, without line ends. A part may run over barriers, a gap may not."""


def stand(parts: Parts, form: str) -> bool:
    """Whether parts stand in a form with barriers, its lines parted by newlines."""
    if not _may_stand(parts, form):
        return False
    if len(parts) == 2 and max(map(len, parts)) <= _EDGE:  # the pattern has looked at all there is
        return True
    return any(_may_stand(parts, line) and _followed(parts, line) for line in form.split("\n"))


def spans(parts: Parts, form: str) -> Iterator[tuple[int, int]]:
    """Where parts stand, in characters of the form without its barriers: the first first, with the shortest gaps.

    No place begins before the last has ended.
    """
    at = 0
    for line in form.split("\n"):
        if _may_stand(parts, line):
            yield from ((at + start, at + end) for start, end in _spans(parts, line))
        at += len(line) - line.count(BARRIER) + 1


def _spans(parts: Parts, line: str) -> Iterator[tuple[int, int]]:
    followed = _followed(parts, line)
    starts = [f"{bits:b}"[::-1] for bits in followed]
    start = starts[0].find("1") if followed else -1
    while start >= 0:
        end = start
        for places, part in zip(starts, parts, strict=True):
            end = places.find("1", end) + len(part)
        yield start, end
        start = starts[0].find("1", end)


def _followed(parts: Parts, line: str) -> list[int]:
    """For each part the places at which it stands with all others behind it, bit n for character n; [] for none."""
    text = line.replace(BARRIER, "")
    inside = _insides(line, len(text))
    known = {part: _places(part, text) for part in parts if part in text}
    found: list[int] = []
    for part in reversed(parts):
        places = known.get(part, 0)
        if found:
            places &= _reached(found[-1], inside) >> len(part)
        if not places:
            return []
        found.append(places)
    return found[::-1]


def _reached(starts: int, inside: int) -> int:
    """The places from which a gap leads to one of these starts."""
    step = found = starts & inside
    for _ in range(GAP):
        step = step >> 1 & inside
        found |= step
    return found


def _insides(line: str, size: int) -> int:
    """The characters that have no barrier right before them."""
    marked = bytearray(b"1") * size
    at = 0
    for clause in line.split(BARRIER)[:-1]:
        at += len(clause)
        marked[at : at + 1] = b"0" * (at < size)
    return int(marked[::-1], 2)


def _places(part: str, text: str) -> int:
    """Where a part stands, also where two places share characters."""
    marked = bytearray(b"0") * len(text)
    at = text.find(part)
    while at >= 0:
        marked[at] = _HERE
        at = text.find(part, at + 1)
    return int(marked[::-1], 2)


def _may_stand(parts: Parts, form: str) -> bool:
    """Whether the edges of all neighbours stand near each other somewhere; of short parts this is all."""
    return all(_pattern(left[-_EDGE:], right[:_EDGE]).search(form) for left, right in pairwise(parts))


@lru_cache(maxsize=512)
def _pattern(left: str, right: str) -> re.Pattern[str]:
    ends = (f"{BARRIER}*".join(map(re.escape, end)) for end in (left, right))
    return re.compile(rf"[^{BARRIER}\n]{{0,{GAP}}}?".join(ends))
