"""The rows of a word in its contexts: one line a hit, the word in one column, its contexts cut by cells.

May import Textual, `views.context`, `analysis.concordance`, `text` and this room.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rich.style import Style

from reader.analysis.concordance import KwicLine
from reader.text.cells import cells, crop
from reader.text.safety import one_line
from reader.tui.views.rows import RowsView
from reader.tui.widgets.lines import Pen
from reader.views.context import Concordance, column, cut

DATED, NAMED = 60, 100
"""From so many cells on a line has room for the whole day, and for the meeting's name."""
NAME = 24
"""The cells of a meeting's name."""


class Columns(NamedTuple):
    """The cells of the columns: day (0 to 4 of its characters left out), name, left context, all contexts."""

    cut_day: int
    name: int
    left: int
    width: int


class ContextView(RowsView[KwicLine]):
    """One line a hit."""

    def __init__(self, found: Concordance, nothing: str) -> None:
        super().__init__(nothing)
        self.found = found

    @property
    def nothing(self) -> str:
        """No sentence as long as there may be hits to come."""
        return super().nothing if self.found.is_complete else ""

    def grow(self, rows: Sequence[KwicLine]) -> None:
        """Shows rows with which the former ones begin; the view stays where it is."""
        self.rows = rows
        self._measure()

    def _columns(self) -> Columns:
        room = self.pane_width - 2
        cut_day, gap = (0, 2) if room >= DATED else (2, 1)
        name = NAME if room >= NAMED else 0
        width = room - (10 - cut_day) - gap - (name + 2 if name else 0) - 2
        return Columns(cut_day, name, column(self.found, max(0, width)), max(0, width))

    def write(self, pen: Pen, row: KwicLine, part: int, base: Style) -> None:
        """The day, the meeting where there is room, then the word between its contexts."""
        columns, held = self._columns(), self.found.meetings[row.meeting]
        text, detail = self.ink_on("text", base), self.ink_on("detail", base)
        pen.write(str(held.day)[columns.cut_day :], detail).space(1 if columns.cut_day else 2, base)
        if columns.name:
            name = crop(one_line(held.name), columns.name)
            pen.write(name, detail).space(columns.name + 2 - cells(name), base)
        left, match, right = cut(row, columns.left, columns.width)
        pen.write(left, text).space(1, base).write(match, self.ink_on("mark", base)).space(1, base).write(right, text)
