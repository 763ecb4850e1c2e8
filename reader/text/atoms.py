"""What Chinese typesetting does not break: atoms of a paragraph.

May import `cells`. The basic level of W3C CLREQ (line-start and line-end prohibition, unbroken units): an atom is
opening marks + a number with its unit, a Latin word, a title in 《》, a name, or one character + closing marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from reader.text.cells import CLUSTER, MARKS, cells, clusters

OPENING = "“‘（《「【〈『〔｛〖([{［｟〝"
"""Marks that end no line."""
CLOSING = "、，。；：！？”’）》」】·—…％%‰℃,.;:!?)]}〉』〕｝〗］｠〞～ー々〻‐–"
"""Marks that begin no line. —— and …… hang on what stands before them and are not split."""

Spans = Sequence[tuple[int, int]]
"""Stretches of a text, as characters [start, end), in order and apart."""

_TITLE_SHARE = 0.4
"""A title in 《》 is kept whole up to this share of the line; a longer one would tear the right edge."""


class Atom(NamedTuple):
    """What is not broken: the characters [start, end), their cells, and those without the spaces at the end.

    A `plain` one is a run of Chinese characters, each of which is an atom of two cells: nine tenths of a text are such,
    and to look at each would take four times as long.
    """

    start: int
    end: int
    width: int
    visible: int
    plain: bool = False


def stretches(text: str, words: Iterable[str]) -> Spans:
    """Where any of these words stand in a text; of those that overlap the first, of those that begin together the
    longest. (To compile a pattern of the names of a post takes longer than to look for each in every paragraph.)
    """
    found = []
    for word in words:
        at = text.find(word) if word else -1
        while at >= 0:
            found.append((at, at + len(word)))
            at = text.find(word, at + 1)
    found.sort(key=lambda span: (span[0], -span[1]))
    apart: list[tuple[int, int]] = []
    for start, end in found:
        if not apart or start >= apart[-1][1]:
            apart.append((start, end))
    return apart


def atoms(text: str, width: int, whole: Spans = ()) -> Iterator[Atom]:
    """The atoms of a paragraph for lines of `width` cells; none but plain ones are wider.

    `whole` are stretches not to be broken beside those that the text itself tells: names.
    """
    position = 0
    for start, end in (_with_marks(text, *span) for span in whole):
        if position <= start < end:
            yield from _between(text, position, start, width)
            yield from fitting(text, _measured(text, start, end), width)
            position = end
    yield from _between(text, position, len(text), width)


def fitting(text: str, atom: Atom, width: int) -> Iterator[Atom]:
    """The atom, or its clusters packed into pieces of at most `width` cells where it is wider."""
    if atom.visible <= width:
        yield atom
        return
    start, used = atom.start, 0
    for cluster in clusters().finditer(text, atom.start, atom.end):
        cost = cells(cluster[0])
        if used and used + cost > width:
            yield _measured(text, start, cluster.start())
            start, used = cluster.start(), 0
        used += cost
    yield _measured(text, start, atom.end)


def _between(text: str, start: int, end: int, width: int) -> Iterator[Atom]:
    for match in _patterns().atom.finditer(text, start, end):
        if match.lastgroup == "plain":
            first, last = match.span()
            yield Atom(first, last, 2 * (last - first), 2 * (last - first), plain=True)
            continue
        atom = _measured(text, *match.span())
        if match.lastgroup == "title" and atom.visible > width * _TITLE_SHARE:
            for part in _patterns().inside.finditer(text, *match.span()):
                yield from fitting(text, _measured(text, *part.span()), width)
        elif atom.visible > width:
            yield from fitting(text, atom, width)
        else:
            yield atom


def _with_marks(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch with the opening marks before it and the closing marks and spaces behind it."""
    while start and text[start - 1] in OPENING:
        start -= 1
    while end < len(text) and (text[end] in CLOSING or text[end].isspace()):
        end += 1
    return start, end


def _measured(text: str, start: int, end: int) -> Atom:
    whole = text[start:end]
    width = cells(whole)
    return Atom(start, end, width, cells(whole.rstrip()) if whole[-1].isspace() else width)


class _Patterns(NamedTuple):
    """The compiled patterns: a whole atom, and an atom inside a long title."""

    atom: re.Pattern[str]
    inside: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    """Compiled on first use: two milliseconds that the start need not pay."""
    opening, closing = re.escape(OPENING), re.escape(CLOSING)
    numeral = "〇零一二三四五六七八九十百"
    units = "个百分点|平方公里|平方米|人民币|百分点|小时|分钟|公里|美元|种次|人次|万元|亿元|标箱|公斤|千克"
    day = r"(?:\d{2,4}年)?\d{1,2}月(?:\d{1,2}日)?"
    number = rf"[+\-－]?\d+(?:[.,:]\d+)*(?:[十百千万亿]*(?:{units}|[\u4e00-\u9fff])|[十百千万亿]+)?"
    ordinal = rf"第(?:[{numeral}]{{1,6}}|\d{{1,4}})[次届期]"
    latin = r"[A-Za-z0-9\u00c0-\u024f](?:[A-Za-z0-9\u00c0-\u024f_./@:&+'’\-]*[A-Za-z0-9\u00c0-\u024f/])?"
    core = f"(?:{ordinal}|{day}|{number}|{latin}|{CLUSTER})"
    inside = rf"(?:[{opening}]\s*)*{core}[{closing}\s]*|(?:[{opening}]\s*)+"
    title = rf"(?P<title>(?:[{opening}]\s*)*《[^《》\n]{{1,24}}》[{closing}\s]*)"
    plain = rf"(?P<plain>[\u3400-\u4dbf\u4e00-\u7b2b\u7b2d-\u9fff]+(?![{closing}\s{MARKS}\u200d]))"  # all but 第
    return _Patterns(re.compile(f"{title}|{plain}|{inside}", re.DOTALL), re.compile(inside, re.DOTALL))
