"""The list of meetings: year headings, two lines a meeting, newest first.

May import Textual, `library.model`, `i18n` and this room's page helpers. Holds rows, never readouts. Paints only the
lines that are seen; a cursor move paints four.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from typing import ClassVar, NamedTuple

from textual import events
from textual.message import Message

from reader.i18n import _, counted, weekday
from reader.library.model import Listing, Row
from reader.text.cells import cells
from reader.tui.status import delay_text
from reader.tui.widgets.inks import Ink
from reader.tui.widgets.lines import LineView, Pen

ROW_LINES = 2
"""Lines of a meeting in the list."""
DATE_CELLS = 6
"""Cells of the column that holds the day and, below it, the weekday."""


class _Year(NamedTuple):
    """A run of rows of one year: its first line (blank but for the first year), its heading's, its first row's."""

    top: int
    heading: int
    first_line: int
    first_row: int
    title: str


class MeetingList(LineView):
    """Shows rows; the cursor is a row's index. Clicking a row posts `Chosen`."""

    INKS: ClassVar[Mapping[str, Ink]] = {
        "year": Ink("accent", bold=True),
        "date": Ink("text-muted"),
        "name": Ink(),
        "chair": Ink("text-muted"),
        "mark": Ink("accent", bold=True),
        "cursor": Ink(paper="block-cursor-blurred-background", bold=True),
        "focused cursor": Ink(paper="block-cursor-background", bold=True),
    }

    DEFAULT_CSS = "MeetingList { background: $surface; }"

    class Chosen(Message):
        """The row `index` was clicked."""

        def __init__(self, index: int) -> None:
            super().__init__()
            self.index = index

    def __init__(self) -> None:
        super().__init__()
        self._rows: Listing | None = None
        self._years: list[_Year] = []
        self._post: int | None = None
        self.cursor = 0
        self.remembered: int | None = None
        """The post, by its key, that has a = at its margin."""

    def show(self, rows: Listing, cursor: int) -> None:
        """Shows an answer's rows with the cursor on one of them, which stays on its line if it is the same post."""
        same = self._post is not None and len(rows) and rows[cursor].key == self._post
        above = self._line_of(self.cursor) - self.top_line if same else 0
        self._rows = rows
        self._years = _years(rows, _("no date"))
        self.cursor = cursor
        self._post = rows[cursor].key if len(rows) else None
        self.set_line_count(self._length(rows))
        if same and self.top_line:
            self.scroll_to_line(self._line_of(cursor) - above)
        self._reveal()

    def complete(self, rows: Listing, cursor: int) -> None:
        """Takes all rows of an answer whose beginning is shown: what is seen stays, only the bar is painted anew."""
        full = self.line_count >= self.top_line + self.pane_height and cursor == self.cursor
        if not full:
            self.show(rows, cursor)
            return
        self._rows, self._years = rows, _years(rows, _("no date"))
        self.line_count = self._length(rows)
        self.paint_bar()

    def _length(self, rows: Listing) -> int:
        last = self._years[-1] if self._years else None
        return last.first_line + (len(rows) - last.first_row) * ROW_LINES if last else 0

    def move(self, cursor: int) -> None:
        """Puts the cursor on another row and paints the two rows that change."""
        if not self._rows:
            return
        before, self.cursor = self.cursor, cursor
        self._post = self._rows[cursor].key
        for index in {before, cursor}:
            if index < len(self._rows):
                self.paint_again(self._line_of(index), ROW_LINES)
        self._reveal()

    @property
    def page_rows(self) -> int:
        """How many rows a page holds."""
        return max(1, self.pane_height // ROW_LINES - 1)

    def _line_of(self, index: int) -> int:
        year = self._years[bisect_right([year.first_row for year in self._years], index) - 1]
        return year.first_line + (index - year.first_row) * ROW_LINES

    def _reveal(self) -> None:
        """Scrolls so that the cursor's row is seen, with its year's heading if it is the first of it.

        A list that has not been laid out yet has no height: the cursor is looked for when it is resized.
        """
        if not self._rows or not self.outer_size.height:
            return
        line = self._line_of(self.cursor)
        above = next((year.heading for year in self._years if year.first_row == self.cursor), line - 1)
        if above < self.top_line:
            self.scroll_to_line(above)
        elif line + ROW_LINES > self.top_line + self.pane_height:
            self.scroll_to_line(line + ROW_LINES - self.pane_height)

    def scroll_to_line(self, line: int) -> None:
        """Makes a line the first that is seen; below the year that then stands there no row is cut in two."""
        line = max(0, min(line, self.last_top))
        if self._rows and line + 1 < self.line_count and self._at(line + 1)[2] == 1 and self._year_above(line):
            line += 1
        super().scroll_to_line(line)

    def _year_above(self, top: int) -> _Year | None:
        """The year of what is seen from a line on, where its heading is not seen any more."""
        if not top or not self._rows:
            return None
        year = self._at(top)[0]
        return year if year.heading < top else None

    def line_at(self, y: int) -> int:
        """The first line is the heading of the year, as long as anything of that is seen."""
        year = None if y else self._year_above(self.top_line)
        return year.heading if year else super().line_at(y)

    def _at(self, line: int) -> tuple[_Year, int | None, int]:
        """The year, the row (None on a heading or the blank before it) and the row's line at a line of the list."""
        year = self._years[max(0, bisect_right([year.top for year in self._years], line) - 1)]
        if line < year.first_line:
            return year, None, line - year.heading
        index, part = divmod(line - year.first_line, ROW_LINES)
        return year, year.first_row + index, part

    def paint(self, line: int, pen: Pen) -> None:
        """One line of the list."""
        year, index, part = self._at(line)
        if index is None:
            pen.space(1).write(year.title if line == year.heading else "", "year")
            return
        assert self._rows is not None
        row = self._rows[index]
        here = index == self.cursor
        if here:
            pen.on("focused cursor" if self.has_focus else "cursor")
        sign = "›" if here and not part else "=" if part and row.key == self.remembered else " "
        pen.write(sign, "mark")
        self._second(pen, row) if part else self._first(pen, row)

    def _first(self, pen: Pen, row: Row) -> None:
        """Month and day, then the meeting's name."""
        pen.write(f"{row.day:%m-%d}" if row.day else "", "date").space(DATE_CELLS - pen.used + 1)
        pen.write(row.name, "name", reserve=1)

    def _second(self, pen: Pen, row: Row) -> None:
        """Weekday and chair; at the right how much later it was published, and the hits."""
        notes = [
            "*" * row.starred + "✓" * row.read,
            _("{count} versions").format(count=row.versions) if row.versions > 1 else "",
            delay_text(row.delay),
            counted("{count} hit", "{count} hits", row.hits) if row.hits else "",
        ]
        note = " · ".join(filter(None, notes))
        room = cells(note) + 2 if note else 1
        pen.write(weekday(row.day.weekday()) if row.day else "", "date").space(DATE_CELLS - pen.used + 1)
        pen.write(row.chair, "chair", reserve=room).space(pen.left - room + 1)
        pen.write(note, "mark")

    def on_click(self, event: events.Click) -> None:
        """A click on a row chooses it."""
        line = self.line_at(event.y)
        if 0 <= line < self.line_count:
            _, index, _ = self._at(line)
            if index is not None:
                self.post_message(self.Chosen(index))

    def on_resize(self) -> None:
        """Keeps the cursor's row in sight."""
        self._reveal()


def _years(rows: Listing, undated: str) -> list[_Year]:
    """The year headings of the rows; a blank line before each but the first."""
    years: list[_Year] = []
    line = before = 0
    for year, first in rows.years():
        line += (first - before) * ROW_LINES
        heading = line + 1 if years else line
        years.append(_Year(line, heading, heading + 1, first, str(year) if year else undated))
        line, before = heading + 1, first
    return years
