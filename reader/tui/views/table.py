"""The cells of people x meetings: a row a person, a column a meeting; those that are seen are painted.

May import Textual, `views.attending`, `analysis`, `readout.people`, `text`, `locale` and this room. The oldest
meeting stands at the left; left of it is the column of the names.
"""

from __future__ import annotations

from rich.style import Style
from textual import events

from reader.analysis.attendance import Person
from reader.locale.views import MatrixWords
from reader.readout.people import Attendance
from reader.text.cells import cells, crop, pad
from reader.tui.views.rows import RowsView
from reader.tui.widgets.lines import Pen
from reader.views.attending import Named, moved, signs

ROOMY, WIDE = 60, 100
"""From so many cells on there is room for the count of meetings; for the pinyin."""
DAY = 5
"""Cells of 03-15, which stands above a column."""
NAMES = -1
"""The column of the names."""
_LONGEST_NAME, _LONGEST_PINYIN = 14, 18


class MatrixView(RowsView[Person]):
    """A row a person. `column` is the meeting under the cursor, by number, or NAMES."""

    def __init__(self, named: Named, words: MatrixWords) -> None:
        super().__init__(words.nobody)
        self.column = len(named.meetings) - 1
        self._named = named
        self._words = words
        self._first = 0
        lines = [one for person in named.people for one in person.named.values()]
        self._digits = max((len(str(one.position)) for one in lines), default=1)
        acting = {one.acts for one in lines}
        widest = max((cells(signs(Attendance("", None, acts, 0), words)) for acts in acting), default=0)
        self._cell_room = 1 + max(DAY, self._digits + widest + (2 if named.inversions else 0))
        self._name_room = min(max((cells(person.name) for person in named.people), default=0), _LONGEST_NAME)
        self._pinyin_room = min(
            max((cells(named.pinyin(one.name)) for one in named.people), default=0), _LONGEST_PINYIN
        )
        self._count_room = len(f"{max((len(one.named) for one in named.people), default=0)}/{len(named.meetings)}")

    @property
    def pane_width(self) -> int:
        """As of all lines; but the head is to be told before anything is laid out, and the table is as wide as all."""
        return max(1, self.app.size.width - 1)

    @property
    def margin(self) -> int:
        """The cells left of the first column of meetings."""
        width = 3 + self._name_room if self.pane_width >= ROOMY else 2 + self._name_room
        if self.pane_width >= WIDE:
            width += 2 + self._pinyin_room
        return width + (2 + self._count_room if self.pane_width >= ROOMY else 0)

    @property
    def seen(self) -> range:
        """The columns that are painted."""
        room = max(1, (self.pane_width - 1 - self.margin) // self._cell_room)
        last_first = max(0, len(self._named.meetings) - room)
        first = min(self._first, last_first)
        if self.column >= first + room:
            first = self.column - room + 1
        self._first = max(0, min(first, self.column if self.column != NAMES else 0))
        return range(self._first, min(len(self._named.meetings), self._first + room))

    def move_across(self, column: int) -> None:
        """Puts the cursor on another column; beyond an end it stays at that end."""
        self.column = max(NAMES, min(column, len(self._named.meetings) - 1))
        self.paint_all()

    def head(self) -> list[list[tuple[str, str]]]:
        """Years and days above the columns, as lines of (text, ink) that begin one cell from the edge."""
        years: list[tuple[str, str]] = [(" " * (self.margin - 1), "text")]
        days = list(years)
        year = 0
        for number in self.seen:
            day = self._named.meetings[number].day
            ink = "mark" if number == self.column else "detail"
            years.append((f" {day.year if day.year != year else '':<{self._cell_room - 1}}", ink))
            days.append((f" {day:%m-%d}".ljust(self._cell_room), ink))
            year = day.year
        return [years, days]

    def write(self, pen: Pen, row: Person, part: int, base: Style) -> None:
        """Name, pinyin and count as there is room; then the cells."""
        detail, names = self.ink_on("detail", base), self.column == NAMES
        here = names and row is self.here
        pen.write(
            pad(crop(row.name, self._name_room), self._name_room),
            self.ink("lit") if here else self.ink_on("text", base),
        )
        if self.pane_width >= WIDE:
            told = crop(self._named.pinyin(row.name), self._pinyin_room)
            pen.space(2, base).write(pad(told, self._pinyin_room), detail)
        if self.pane_width >= ROOMY:
            told = f"{len(row.named)}/{len(self._named.meetings)}"
            pen.space(2, base).write(told.rjust(self._count_room), detail)
        pen.space(self.margin - pen.used, base)
        for number in self.seen:
            self._write_cell(pen, row, number, base)

    def _write_cell(self, pen: Pen, row: Person, number: int, base: Style) -> None:
        one, end = row.named.get(number), pen.used + self._cell_room
        style = self.ink_on("text", base)
        if row is self.here and number == self.column:
            base = style = self.ink("lit")
            pen.write("›", base)
        else:
            pen.space(1, base)
        if one is not None:
            pen.write(str(one.position).rjust(self._digits), style)
            pen.write(signs(one, self._words), style if base is style else self.ink_on("mark", base))
            pen.write(moved(self._named, number, row.name), style if base is style else self.ink_on("mark", base))
        elif row.first < number < row.last:
            pen.write(".".rjust(self._digits), style if base is style else self.ink_on("detail", base))
        pen.space(end - pen.used, base)

    def on_click(self, event: events.Click) -> None:
        """A click puts the cursor on a cell; a click on the cell with the cursor opens it."""
        event.prevent_default()  # Textual would call the rows' own method too
        line, column = event.y + self.top_line, NAMES
        if event.x >= self.margin and self.seen:
            column = min(self.seen[0] + (event.x - self.margin) // self._cell_room, self.seen[-1])
        if not self.rows or line >= self.line_count:
            return
        if (line, column) == (self.cursor, self.column):
            self.post_message(self.Clicked())
        else:
            self.move_to(line)
            self.move_across(column)
            self.post_message(self.Moved())
