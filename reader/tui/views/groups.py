"""Groups of meetings, a series or a month each, that open and fold; beside a month is a bar as long as it has meetings.

May import Textual, `text` and this room.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar, NamedTuple

from rich.style import Style

from reader.text.cells import cells, pad
from reader.text.typeset import Line, typeset, visible
from reader.tui.views.flowing import days
from reader.tui.views.rows import RowsView
from reader.tui.widgets.inks import Ink
from reader.tui.widgets.lines import Pen

ROOMY = 60
"""From so many cells on what is told of a meeting stands before its name, not in a line below."""
_DAY = 12
"""Cells of a day and what parts it from the rest."""


class Group(NamedTuple):
    """A series or a month: what stands in its line, whether it is open, how many meetings it has; `key` tells it."""

    key: str
    name: str
    told: str
    is_open: bool
    size: int


class Member(NamedTuple):
    """A meeting of a group, by number; or what is missing, then `meeting` is None and there is no day."""

    day: str
    told: str
    name: str
    meeting: int | None


class GroupsView(RowsView[Group | Member]):
    """Groups, each with its members below it while open. `most` is the size of the largest month, 0 for series."""

    INKS: ClassVar[Mapping[str, Ink]] = {"missing": Ink("warning", bold=True), "block": Ink(paper="secondary")}

    most = 0

    def height_of(self, row: Group | Member) -> int:
        """As many lines as are needed: nothing is cut off."""
        if self.most and isinstance(row, Group):
            return 1
        return max(1, len(self._lines(row)))

    def _text(self, row: Group | Member) -> str:
        """Everything but what has a column of its own."""
        if isinstance(row, Group):
            return f"{row.name}  {row.told}"
        return "  ".join(filter(None, (row.day if self.pane_width < ROOMY else "", row.told, row.name)))

    def _indent(self, row: Group | Member) -> int:
        return 2 if isinstance(row, Group) else 4 + (_DAY if self.pane_width >= ROOMY else 0)

    def _lines(self, row: Group | Member) -> Sequence[Line]:
        text = self._text(row)
        return list(typeset(text, max(2, self.pane_width - 3 - self._indent(row)), 0, days(text)))

    def write(self, pen: Pen, row: Group | Member, part: int, base: Style) -> None:
        """A group with a sign that tells whether it is open; a member with its day."""
        if isinstance(row, Group):
            sign = " " if not row.size else "-" if row.is_open else "+"
            pen.write(f"{sign} " if not part else "  ", self.ink_on("mark", base))
            if self.most:
                self._write_month(pen, row, base)
                return
            strong, rest = "strong", "detail"
        else:
            pen.write(
                pad(" " * 4 + row.day if not part and self.pane_width >= ROOMY else "", self._indent(row)),
                self.ink_on("detail", base),
            )
            strong, rest = ("missing", "missing") if row.meeting is None else ("detail", "text")
        text, line = self._text(row), self._lines(row)[part]
        turn = len(row.name) if isinstance(row, Group) else len(text) - len(row.name)
        end = line.start + len(visible(text, line))
        pen.write(text[line.start : min(turn, end)], self.ink_on(strong, base))
        pen.write(text[max(turn, line.start) : end], self.ink_on(rest, base))

    def _write_month(self, pen: Pen, row: Group, base: Style) -> None:
        room = max(1, self.pane_width - pen.used - cells(row.name) - 4 - len(str(self.most)))
        length = -(-row.size * min(room, self.most * 2) // self.most)
        pen.write(row.name, self.ink_on("strong" if row.size else "detail", base)).space(2, base)
        pen.write(" " * length, self.ink("block")).space(1 if length else 0, base)
        pen.write(str(row.size), self.ink_on("text" if row.size else "detail", base))
