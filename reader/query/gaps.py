"""Where parts that are parted by gaps stand in a text, in time that grows with the text and not with what is in it.

May import `text.folding`. A pattern of eight gaps tries nine to the power of eight ways where a text repeats itself.
Here the places of a part are the bits of one long number, and from the last part to the first those are kept behind
which the others stand: one turn a part, however often it is in the text. Of two or three short parts a pattern tries no
more than 81 ways at a place, of two neighbours nine: so the usual words are found, and other lines passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from reader.text.folding import BARRIER

GAP = 8
"""Most characters that `*` stands for; what searching is blind to does not count."""

_EDGE = 8
"""Characters of a part that a pattern looks at."""
_FEW = 3
"""So many parts a pattern may hold: it tries 81 ways at a place and no more."""
_HERE = ord("1")

Parts = tuple[str, ...]
"""What stands between gaps, two or more: not empty, without line ends. A part may run over barriers, a gap may not."""


def stand(parts: Parts, form: str) -> bool:
    """Whether parts stand in a form with barriers, its lines parted by newlines."""
    if _is_simple(parts):
        return bool(_pattern(parts).search(form))
    return any(_followed(parts, line) for _, line in _lines(parts, form))


def count(parts: Parts, form: str) -> int:
    """How many places `spans` finds."""
    if _is_simple(parts):
        return sum(1 for _ in _pattern(parts).finditer(form))
    return sum(1 for _ in spans(parts, form))


def spans(parts: Parts, form: str) -> Iterator[tuple[int, int]]:
    """Where parts stand, in characters of the form without its barriers: the first first, with the shortest gaps.

    No place begins before the last has ended.
    """
    seen = at = 0
    for start, line in _lines(parts, form):
        at += start - seen - form.count(BARRIER, seen, start)
        seen = start
        yield from ((at + first, at + last) for first, last in _spans(parts, line))


def _lines(parts: Parts, form: str) -> Iterator[tuple[int, str]]:
    """The lines in which all neighbours stand near each other, with where each begins."""
    pairs = [_pattern((left[-_EDGE:], right[:_EDGE])) for left, right in pairwise(parts)]
    found = pairs[0].search(form)
    while found:
        start, end = form.rfind("\n", 0, found.start()) + 1, form.find("\n", found.end())
        line = form[start : end if end >= 0 else len(form)]
        if all(pair.search(line) for pair in pairs[1:]):
            yield start, line
        found = pairs[0].search(form, end) if end >= 0 else None


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


def _is_simple(parts: Parts) -> bool:
    """Whether a pattern finds these parts in time that grows with the text alone."""
    return len(parts) <= _FEW and max(map(len, parts)) <= _EDGE


@lru_cache(maxsize=512)
def _pattern(parts: Parts) -> re.Pattern[str]:
    over = f"{BARRIER}*"
    return re.compile(rf"[^{BARRIER}\n]{{0,{GAP}}}?".join(over.join(map(re.escape, part)) for part in parts))
