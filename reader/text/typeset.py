"""Chinese line breaking, and the only place of the project that counts terminal cells.

May import rich's cell table (so that we agree with what Textual paints). The rules are the basic level of W3C CLREQ
(line-start and line-end prohibition, unbroken units) over atoms: opening marks + number with unit, Latin word, title
in 《》 or one character + closing marks. A line may break between atoms, never inside one that fits the pane.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from rich.cells import cell_len

OPENING = "“‘（《「【〈『〔｛〖([{［｟〝"
"""Marks that end no line."""
CLOSING = "、，。；：！？”’）》」】·—…％%‰℃,.;:!?)]}〉』〕｝〗］｠〞～ー々〻‐–"
"""Marks that begin no line. —— and …… hang on what stands before them and are not split."""

INDENT = 4
"""First-line indent in cells: two Chinese characters."""
_NARROWEST_INDENTED = 16
_TITLE_SHARE = 0.4
"""A title in 《》 is kept whole up to this share of the line; a longer one would tear the right edge."""


class Line(NamedTuple):
    """One line of a paragraph: its characters [start, end) and the cells of indent before them."""

    start: int
    end: int
    indent: int


class _Atom(NamedTuple):
    """What is not broken: [start, end), its cells, and its cells without the spaces at its end.

    A `plain` one is a run of Chinese characters, each of which is an atom of two cells: nine tenths of a text are such,
    and to look at each would take four times as long.
    """

    start: int
    end: int
    width: int
    visible: int
    plain: bool = False


class _Built:
    """A line being set: its first character, how many atoms it holds, where the last of them begins."""

    def __init__(self, start: int) -> None:
        self.start = self.last = start
        self.atoms = 0


def cells(text: str) -> int:
    """The cells that a text fills in a terminal."""
    return cell_len(text)


def crop(text: str, width: int, ellipsis: str = "…") -> str:
    """Text cut to at most `width` cells; where something was cut off, it ends in the ellipsis."""
    if cell_len(text) <= width:
        return text
    room = width - cell_len(ellipsis)
    if room < 0:
        return ""
    end, used = 0, 0
    for cluster in _patterns().cluster.finditer(text):
        used += cell_len(cluster[0])
        if used > room:
            break
        end = cluster.end()
    return text[:end] + ellipsis


def pad(text: str, width: int) -> str:
    """Text with spaces after it up to `width` cells; longer text as it is."""
    return text + " " * (width - cell_len(text))


def visible(text: str, line: Line) -> str:
    """What is painted of a line: its characters without the spaces at its end."""
    return text[line.start : line.end].rstrip()


def column(text: str, line: Line, index: int) -> int:
    """Cells from the left edge, indent included, to the character `index` of the paragraph."""
    return line.indent + cell_len(text[line.start : index])


def typeset(text: str, width: int, indent: int = INDENT) -> list[Line]:
    """Breaks one paragraph into lines of at most `width` cells; the lines join to the text exactly.

    Only a run that is wider than the pane by itself is broken where it must be. Ragged right; a last line of one
    character is avoided where the line before can spare another.
    """
    if not text:
        return []
    indent = indent if width >= _NARROWEST_INDENTED else 0
    lines, room = [_Built(0)], width - indent
    for whole in _atoms(text, width):
        # A run that opens the paragraph and does not fit beside the indent is broken like one wider than the pane.
        for atom in (whole,) if lines[0].atoms or whole.plain else _fitting(text, whole, room):
            start = atom.start
            while start < atom.end:
                fitting = min(max(0, room) // 2, atom.end - start) if atom.plain else atom.visible <= room
                if not fitting and lines[-1].atoms:
                    lines.append(_Built(start))
                    room = width
                    continue
                end = start + max(1, fitting) if atom.plain else atom.end
                lines[-1].atoms += end - start if atom.plain else 1
                lines[-1].last = end - 1 if atom.plain else start
                room -= 2 * (end - start) if atom.plain else atom.width
                start = end
    _spare_the_last(text, lines, width)
    edges = [line.start for line in lines] + [len(text)]
    return [Line(start, end, 0 if start else indent) for start, end in pairwise(edges)]


def _spare_the_last(text: str, lines: list[_Built], width: int) -> None:
    """Gives a last line of one character the last atom of the line before, if that keeps two or more."""
    if len(lines) < 2 or lines[-1].atoms > 1 or lines[-2].atoms < 3:
        return
    moved = lines[-2].last
    alone = len(text[lines[-1].start :].strip(OPENING + CLOSING + " \u3000")) == 1
    if alone and cell_len(text[moved:].rstrip()) <= width:
        lines[-1].start = moved


def _atoms(text: str, width: int) -> Iterator[_Atom]:
    for match in _patterns().atom.finditer(text):
        start, end = match.span()
        if match.lastgroup == "plain":
            yield _Atom(start, end, 2 * (end - start), 2 * (end - start), plain=True)
            continue
        atom = _measured(text, start, end)
        if match.lastgroup == "title" and atom.visible > width * _TITLE_SHARE:
            for part in _patterns().inside.finditer(text, start, end):
                yield from _fitting(text, _measured(text, part.start(), part.end()), width)
        elif atom.visible > width:
            yield from _fitting(text, atom, width)
        else:
            yield atom


def _measured(text: str, start: int, end: int) -> _Atom:
    whole = text[start:end]
    width = cell_len(whole)
    return _Atom(start, end, width, cell_len(whole.rstrip()) if whole[-1].isspace() else width)


def _fitting(text: str, atom: _Atom, width: int) -> Iterator[_Atom]:
    """The atom, or its clusters packed into pieces of the pane's width where it is wider than the pane."""
    if atom.visible <= width:
        yield atom
        return
    start, used = atom.start, 0
    for cluster in _patterns().cluster.finditer(text, atom.start, atom.end):
        cost = cell_len(cluster[0])
        if used and used + cost > width:
            yield _measured(text, start, cluster.start())
            start, used = cluster.start(), 0
        used += cost
    yield _measured(text, start, atom.end)


class _Patterns(NamedTuple):
    """The compiled patterns: a whole atom, an atom inside a long title, one grapheme cluster (roughly)."""

    atom: re.Pattern[str]
    inside: re.Pattern[str]
    cluster: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    """Compiled on first use: two milliseconds that the start need not pay."""
    opening, closing = re.escape(OPENING), re.escape(CLOSING)
    marks = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f\U0001f3fb-\U0001f3ff"
    cluster = f"(?:[^{marks}](?:[{marks}]|\u200d.)*|.)"
    numeral = "〇零一二三四五六七八九十百"
    units = "个百分点|平方公里|平方米|人民币|百分点|小时|分钟|公里|美元|种次|人次|万元|亿元|标箱|公斤|千克"
    day = r"(?:\d{2,4}年)?\d{1,2}月(?:\d{1,2}日)?"
    number = rf"[+\-－]?\d+(?:[.,:]\d+)*(?:[十百千万亿]*(?:{units}|[\u4e00-\u9fff])|[十百千万亿]+)?"
    ordinal = rf"第(?:[{numeral}]{{1,6}}|\d{{1,4}})[次届期]"
    latin = r"[A-Za-z0-9\u00c0-\u024f](?:[A-Za-z0-9\u00c0-\u024f_./@:&+'’\-]*[A-Za-z0-9\u00c0-\u024f/])?"
    core = f"(?:{ordinal}|{day}|{number}|{latin}|{cluster})"
    inside = rf"(?:[{opening}]\s*)*{core}[{closing}\s]*|(?:[{opening}]\s*)+"
    title = rf"(?P<title>(?:[{opening}]\s*)*《[^《》\n]{{1,24}}》[{closing}\s]*)"
    plain = rf"(?P<plain>[\u3400-\u4dbf\u4e00-\u7b2b\u7b2d-\u9fff]+(?![{closing}\s{marks}\u200d]))"  # all but 第
    return _Patterns(re.compile(f"{title}|{plain}|{inside}", re.S), re.compile(inside, re.S), re.compile(cluster, re.S))
