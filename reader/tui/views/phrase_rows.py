"""The rows of phrases by meeting: one line a phrase, with a bar over all meetings.

May import Textual, `views.phrasing`, `text` and this room.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rich.style import Style

from reader.text.cells import cells, crop
from reader.text.safety import one_line
from reader.tui.views.rows import RowsView
from reader.tui.widgets.lines import Pen
from reader.views.phrasing import Entry, Found, bar

WIDE = 70
"""From so many cells on a line has room for the first and last day."""
LONGEST = 400
"""Most characters of a phrase that are looked at: a line shows fewer."""
WATCHED = "*"
UNKNOWN = "..."
"""What is shown for numbers that are still being counted."""
DAY, SHARE, TIMES, LEAST_BAR = 10, 6, 5, 7
"""The cells of a day; the fewest of n/N, of the times, and of a bar that is one of blocks."""


class Columns(NamedTuple):
    """The cells of the columns, 0 for one that there is no room for: phrase, n/N, times, days, bar."""

    text: int
    share: int
    times: int
    day: int
    bar: int


class PhrasesView(RowsView[Entry]):
    """One line a phrase: a sign for what is watched, n/N meetings, times, first and last day, the bar."""

    def __init__(self, found: Found) -> None:
        super().__init__()
        self.found = found
        self._columns = Columns(0, 0, 0, 0, 0)

    def show_entries(self, listed: Sequence[Entry], cursor: int, nothing: str) -> None:
        """Shows phrases; `nothing` is the sentence for none."""
        self._nothing = nothing
        self.show(listed, cursor)

    def columns(self, width: int) -> Columns:
        """The columns in a pane of `width` cells: the bar gets what it needs, but no more than half of what is left."""
        meetings, room = len(self.found.meetings), width - 2
        digits = len(str(meetings))
        share, day = max(2 * digits + 1, SHARE), DAY if room >= WIDE else 0
        times = max(digits + 1, TIMES) if day else 0
        rest = room - len(WATCHED) - 1 - sum(size + 2 for size in (share, times, day, day) if size) - 2
        longest = max((cells(shown_text(entry)) for entry in self.rows), default=0)
        text = max(rest - max(meetings, LEAST_BAR), rest // 2)
        text = max(0, min(text, longest))
        return Columns(text, share, times, day, max(0, min(meetings, rest - text)))

    def _count(self) -> None:
        super()._count()
        self._columns = self.columns(self.pane_width)

    def write(self, pen: Pen, row: Entry, part: int, base: Style) -> None:
        """The columns of a phrase."""
        detail, text = self.ink_on("detail", base), self.ink_on("text", base)
        columns, phrase, total = self._columns, row.phrase, len(self.found.meetings)
        pen.write(WATCHED if row.watched else " ", self.ink_on("mark", base)).space(1, base)
        shown = crop(shown_text(row), columns.text)
        pen.write(shown, text).space(columns.text - cells(shown) + 2, base)
        if row.missing:
            share = f"{row.missing.had}/{row.missing.earlier}"
        elif phrase is None and self.found.watched is None:
            share = UNKNOWN
        else:
            share = f"{len(phrase.counts) if phrase else 0}/{total}"
        pen.write(share.rjust(columns.share), text).space(2, base)
        if phrase is None:
            return
        if columns.times:
            pen.write(str(phrase.total).rjust(columns.times), text).space(2, base)
            for number in (phrase.first, phrase.last):
                pen.write(str(self.found.meetings[number].day), detail).space(2, base)
        pen.write(bar(phrase, total, columns.bar), text)


def shown_text(entry: Entry) -> str:
    """A phrase in one line; of one that is longer than any line its beginning."""
    return one_line(entry.text[:LONGEST])
