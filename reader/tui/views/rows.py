"""A list of rows, each of one or several lines, with a cursor on a row.

May import Textual and `tui.widgets`. A row's lines are told anew for every width; only those that are seen are painted.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import accumulate
from typing import ClassVar, Generic, TypeVar

from rich.style import Style
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip

from reader.tui.widgets.inks import Ink, on_paper
from reader.tui.widgets.lines import LineView, Pen

R = TypeVar("R")

MOST, CHARACTERS = 5_000, 200_000
"""Most rows of a view, and about the most characters that are set into lines for it."""


def first_of(rows: Iterable[R], size: Callable[[R], int]) -> list[R]:
    """As many of the rows as a view shows; `size` tells how many characters of a row are set into lines."""
    found: list[R] = []
    room = CHARACTERS
    for row in rows:
        if len(found) == MOST or room <= 0:
            break
        found.append(row)
        room -= size(row)
    return found


class RowsView(LineView, Generic[R]):
    """Shows rows. Subclasses write a line of a row, and say how many lines a row has where that is not one."""

    INKS: ClassVar[Mapping[str, Ink]] = {
        "text": Ink(),
        "detail": Ink("text-muted"),
        "mark": Ink("accent", bold=True),
        "strong": Ink(bold=True),
        "lit": Ink("hit-ink", "secondary", bold=True),
        "cursor": Ink(paper="block-cursor-background"),
    }

    DEFAULT_CSS = "RowsView { height: 1fr; background: $background; }"

    class Clicked(Message):
        """The row under the cursor was clicked."""

    class Moved(Message):
        """The cursor was moved by a click."""

    def __init__(self, nothing: str = "") -> None:
        """`nothing` is the sentence for no rows."""
        super().__init__()
        self._nothing = nothing
        self.rows: Sequence[R] = ()
        self.cursor = 0
        self._ends: list[int] = []
        self._counted_for = 0

    @property
    def nothing(self) -> str:
        """The sentence that stands for no rows."""
        return self._nothing

    def height_of(self, row: R) -> int:
        """How many lines a row has in a pane of this width."""
        return 1

    def write(self, pen: Pen, row: R, part: int, base: Style) -> None:
        """Writes line `part` of a row, on the paper `base`."""
        raise NotImplementedError

    def ink_on(self, name: str, base: Style) -> Style:
        """An ink of the table on the paper of a line."""
        return on_paper(self.ink(name), base)

    def show(self, rows: Sequence[R], cursor: int = 0) -> None:
        """Shows rows with the cursor on one of them."""
        self.rows = rows
        self.cursor = max(0, min(cursor, len(rows) - 1))
        self._measure()
        self._reveal()

    def move_to(self, cursor: int) -> None:
        """Puts the cursor on a row; beyond an end it stays at that end."""
        self.cursor = max(0, min(cursor, len(self.rows) - 1))
        self._reveal()
        self.paint_all()

    def page(self, step: int) -> None:
        """Moves the cursor by a screenful, down where `step` is 1, up where it is -1."""
        if self.rows:
            line = self._first_line(self.cursor) + step * max(1, self.pane_height - 1)
            row = self._row_at(max(0, min(line, self.line_count - 1)))
            self.move_to(row if row != self.cursor else row + step)

    @property
    def here(self) -> R | None:
        """The row under the cursor."""
        return self.rows[self.cursor] if self.rows else None

    def on_resize(self) -> None:
        """Counts the lines anew: rows may have more or fewer in another width."""
        self._measure()
        self._reveal()

    def on_click(self, event: events.Click) -> None:
        """A click puts the cursor on a row; a click on the row with the cursor opens it."""
        line = event.y + self.top_line
        if self.rows and line < self.line_count:
            row = self._row_at(line)
            if row == self.cursor:
                self.post_message(self.Clicked())
            else:
                self.move_to(row)
                self.post_message(self.Moved())

    def paint(self, line: int, pen: Pen) -> Style:
        """One line of a row, with a sign for the cursor."""
        base = self.paper
        if not self.rows:
            pen.space(2, base).write(self.nothing, self.ink("detail"))
            return base
        row = self._row_at(line)
        here = row == self.cursor
        if here:
            base = self.ink("cursor")
        part = line - self._first_line(row)
        pen.write("›" if here and not part else " ", self.ink_on("mark", base)).space(1, base)
        self.write(pen, self.rows[row], part, base)
        return base

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of a part of the widget; Textual may ask for them before it tells of another width."""
        if self.pane_width != self._counted_for:
            self._count()
            self._painted.clear()
        return super().render_lines(crop)

    def _measure(self) -> None:
        self._count()
        self.set_line_count(self.line_count)

    def _count(self) -> None:
        self._counted_for = self.pane_width
        self._ends = list(accumulate(map(self.height_of, self.rows)))
        self.line_count = self._ends[-1] if self._ends else 1

    def _first_line(self, row: int) -> int:
        return self._ends[row - 1] if row else 0

    def _row_at(self, line: int) -> int:
        return min(bisect_right(self._ends, line), len(self.rows) - 1)

    def _reveal(self) -> None:
        """Scrolls so that the cursor's row is seen, its first line in any case; not before the pane has its height."""
        if not self.rows or not self.outer_size.height:
            return
        first, end = self._first_line(self.cursor), self._ends[self.cursor]
        if end > self.top_line + self.pane_height:
            self.scroll_to_line(end - self.pane_height)
        if first < self.top_line:
            self.scroll_to_line(first)
