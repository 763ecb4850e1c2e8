"""What is seen of a report: the lines above its rows, and the rows, each of one or several lines, with a cursor.

May import Textual, `views.report`, `i18n` and this room. A row's lines are named anew for every width; only those that
are seen are painted.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import Any

from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip

from reader.i18n import _
from reader.tui.widgets.inks import Ink
from reader.tui.widgets.lines import LineView, Pen
from reader.views.report import Line, Report

INKS: Mapping[str, Ink] = {
    "text": Ink(),
    "detail": Ink("text-muted"),
    "title": Ink(bold=True),
    "strong": Ink(bold=True),
    "mark": Ink("accent", bold=True),
    "highlight": Ink("hit-ink", "secondary", bold=True),
    "missing": Ink("warning", bold=True),
    "block": Ink(paper="secondary"),
    "derived": Ink("accent"),
    "kept": Ink("text-muted"),
    "dropped": Ink("error", few="underline"),
    "new": Ink("success", few="bold"),
    "reworded": Ink("warning", bold=True, few="underline"),
    "cursor": Ink(paper="block-cursor-background"),
}
"""The inks of the pieces of a report."""


class Head(LineView, can_focus=False):
    """The lines above the rows, or below them."""

    INKS = INKS
    DEFAULT_CSS = "Head { height: 1; background: $surface; }"

    def __init__(self) -> None:
        super().__init__()
        self._lines: Sequence[Line] = ()

    def show(self, lines: Sequence[Line]) -> None:
        """Shows these lines."""
        self._lines = lines
        self.styles.height = max(1, len(lines))
        self.set_line_count(len(lines))

    def paint(self, line: int, pen: Pen) -> None:
        """One line."""
        pen.space(1)
        for text, ink in self._lines[line]:
            pen.write(text, ink, reserve=1)


class ReportRows(LineView):
    """The rows of a report, with the cursor where the report has it."""

    INKS = INKS
    DEFAULT_CSS = "ReportRows { height: 1fr; background: $background; }"

    class Clicked(Message):
        """The row under the cursor was clicked."""

    class Moved(Message):
        """The cursor was moved by a click."""

    def __init__(self, report: Report[Any]) -> None:
        super().__init__()
        self.report = report
        self.rows: Sequence[Any] = ()
        self.cursor = 0
        self._ends: list[int] = []
        """Where each row ends, in lines; of as many rows as there were when this was counted."""
        self._counted_for = (0, 0)
        """The width and the number of rows for which the ends of rows are known."""

    def show(self, report: Report[Any]) -> None:
        """Shows a report as it is now; where nothing but more rows has come, what is seen stays where it is."""
        rows = report.rows()
        is_same = report is self.report and rows is self.rows
        self.report, self.rows = report, rows
        if not is_same or self._counted_for != (self.pane_width, len(rows)):
            self._count()
        self.set_line_count(self.line_count)
        if not is_same or report.cursor != self.cursor:
            self.cursor = self._within(report.cursor)
            self._reveal()

    def move_to(self, cursor: int) -> None:
        """Puts the cursor on a row; beyond an end it stays at that end."""
        self.report.cursor = self.cursor = self._within(cursor)
        self._reveal()
        self.paint_all()

    def _within(self, cursor: int) -> int:
        return max(0, min(cursor, len(self._ends) - 1))

    def page(self, step: int) -> None:
        """Moves the cursor by a screenful, down where `step` is 1, up where it is -1."""
        if self._ends:
            line = self._first_line(self.cursor) + step * max(1, self.pane_height - 1)
            row = self._row_at(max(0, min(line, self.line_count - 1)))
            self.move_to(row if row != self.cursor else row + step)

    def on_resize(self) -> None:
        """Counts the lines anew: rows may have more or fewer in another width."""
        self._count()
        self.set_line_count(self.line_count)
        self._reveal()

    def on_click(self, event: events.Click) -> None:
        """A click puts the cursor on a row; a click on the row with the cursor opens it."""
        line = event.y + self.top_line
        if self._ends and line < self.line_count:
            row, is_moved = self._row_at(line), self.report.clicked(event.x, self.pane_width)
            if row == self.cursor and not is_moved:
                self.post_message(self.Clicked())
            else:
                self.move_to(row)
                self.post_message(self.Moved())

    def paint(self, line: int, pen: Pen) -> None:
        """One line of a row, with a sign for the cursor."""
        if not self._ends:
            nothing = self.report.nothing
            pen.space(2).write(_(nothing) if nothing else "", "detail")
            return
        row = self._row_at(line)
        part = line - self._first_line(row)
        is_here = row == self.cursor
        pen.on("cursor" if is_here else "").write("›" if is_here and not part else " ", "mark").space(1)
        for text, ink in self.report.lines(self.rows[row], self.pane_width)[part]:
            pen.write(text, ink)

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of a part of the widget; Textual may ask for them before it tells of another width."""
        if self.pane_width != self._counted_for[0]:
            self._count()
            self._painted.clear()
        return super().render_lines(crop)

    def _count(self) -> None:
        width = self.pane_width
        self._counted_for = width, len(self.rows)
        self._ends = list(accumulate(max(1, self.report.height(row, width)) for row in self.rows))
        self.line_count = self._ends[-1] if self._ends else 1

    def _first_line(self, row: int) -> int:
        return self._ends[row - 1] if row else 0

    def _row_at(self, line: int) -> int:
        return min(bisect_right(self._ends, line), len(self._ends) - 1)

    def _reveal(self) -> None:
        """Scrolls so that the cursor's row is seen, its first line in any case; not before the pane has its height."""
        if not self._ends or not self.outer_size.height:
            return
        first, end = self._first_line(self.cursor), self._ends[self.cursor]
        if end > self.top_line + self.pane_height:
            self.scroll_to_line(end - self.pane_height)
        if first < self.top_line:
            self.scroll_to_line(first)
