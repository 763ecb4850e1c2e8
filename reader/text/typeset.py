"""Chinese line breaking: a paragraph into lines of a width in cells.

May import `atoms` and `cells`. A line may break between atoms, never inside one that fits the pane. Lines come one by
one, so that of a paragraph of a million characters only those are set that are seen.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from reader.text.atoms import CLOSING, OPENING, Atom, Spans, atoms, fitting
from reader.text.cells import cells

INDENT = 4
"""First-line indent of a paragraph in cells: two Chinese characters (CLREQ)."""
_NARROWEST_INDENTED = 16


class Line(NamedTuple):
    """One line of a paragraph: its characters [start, end) and the cells of indent before them."""

    start: int
    end: int
    indent: int


def visible(text: str, line: Line) -> str:
    """What is painted of a line: its characters without the spaces at its end."""
    return text[line.start : line.end].rstrip()


def typeset(text: str, width: int, indent: int = INDENT, whole: Spans = ()) -> Iterator[Line]:
    """Breaks one paragraph into lines of at most `width` cells; the lines join to the text exactly.

    Only a run that is wider than the pane by itself is broken where it must be; `whole` are stretches (names) to be
    kept in one line where they fit. Ragged right; a last line of one character is avoided where the line before can
    spare another.
    """
    indent = indent if width >= _NARROWEST_INDENTED else 0
    before: _Line | None = None
    for line in _lines(text, width, indent, whole):
        if before:
            if line.is_last:
                _spare_the_last(text, before, line, width)
            yield Line(before.start, line.start, 0 if before.start else indent)
        before = line
    if before:
        yield Line(before.start, len(text), 0 if before.start else indent)


class _Line:
    """A line being set: its first character, how many atoms it holds, where the last of them begins."""

    __slots__ = ("atoms", "is_last", "last", "room", "start")

    def __init__(self, start: int, room: int) -> None:
        self.start = self.last = start
        self.room = room
        self.atoms = 0
        self.is_last = False

    def take(self, atom: Atom, start: int) -> int:
        """Takes what fits of an atom from `start` on, something in any case into an empty line; tells its end."""
        if atom.plain:
            end = min(atom.end, start + (max(0, self.room) // 2 or int(not self.atoms)))
            if end > start:
                self.room -= 2 * (end - start)
                self.atoms += end - start
                self.last = end - 1
            return end
        if self.atoms and atom.visible > self.room:
            return start
        self.room -= atom.width
        self.atoms += 1
        self.last = start
        return atom.end


def _lines(text: str, width: int, indent: int, whole: Spans) -> Iterator[_Line]:
    line = _Line(0, width - indent)
    for atom in _fitting_beside(text, width, width - indent, whole):
        start = atom.start
        while (end := line.take(atom, start)) < atom.end:
            yield line
            line = _Line(end, width)
            start = end
    if text:
        line.is_last = True
        yield line


def _fitting_beside(text: str, width: int, room: int, whole: Spans) -> Iterator[Atom]:
    """The atoms; a run that opens the paragraph and does not fit beside the indent is broken like one too wide."""
    found = atoms(text, width, whole)
    for first in found:
        yield from (first,) if first.plain else fitting(text, first, room)
        break
    yield from found


def _spare_the_last(text: str, before: _Line, last: _Line, width: int) -> None:
    """Gives a last line of one character the last atom of the line before, if that keeps two or more."""
    if last.atoms > 1 or before.atoms < 3:
        return
    alone = len(text[last.start :].strip(OPENING + CLOSING + " \u3000")) == 1
    if alone and cells(text[before.last :].rstrip()) <= width:
        last.start = before.last
