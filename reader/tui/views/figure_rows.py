"""The rows of figures: a figure of a post, or one of a line through the meetings, with its sentence.

May import Textual, `views.figuring`, `text`, `locale` and this room. A row is one line where the terminal is wide; else
the sentence stands below the figure. A bar is ASCII, so that every font has it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import ClassVar, TypeVar

from rich.style import Style

from reader.locale.views import FiguresWords
from reader.text.cells import cells, crop, pad
from reader.tui.views.rows import RowsView
from reader.tui.widgets.inks import Ink
from reader.tui.widgets.lines import Pen
from reader.views.figuring import FoundFigure, around

BESIDE = 100
"""From so many cells on the sentence stands beside its figure."""
NARROW = 60
"""Below so many there is no room for more than a figure, its bar or what it counts in a line."""
_GAP = 2
_DAY = len("2022-03-15")
_VALUE, _KIND, _COUNTS, _NAME = 16, 20, 24, 28
"""The widest that columns may be, in cells."""

R = TypeVar("R")


class _Sentences(RowsView[R]):
    """Rows that end in a sentence with its figure lit."""

    INKS: ClassVar[Mapping[str, Ink]] = {"derived": Ink("accent")}

    def height_of(self, row: R) -> int:
        """One line, or two."""
        return 1 if self.pane_width >= BESIDE else 2

    def write_sentence(self, pen: Pen, told: FoundFigure, base: Style) -> None:
        """The figure in as much of its sentence as there is room for."""
        left, match, right = around(told.sentence, told.start, told.end, pen.left)
        pen.write(left, self.ink_on("detail", base))
        pen.write(match, self.ink("lit"))
        pen.write(right, self.ink_on("detail", base))


class FiguresView(_Sentences[FoundFigure]):
    """One figure a row: how much, level or derived, what it counts, its sentence."""

    def __init__(self, words: FiguresWords) -> None:
        super().__init__()
        self._words = words
        self._widths = (0, 0, 0)

    def show(self, rows: Sequence[FoundFigure], cursor: int = 0) -> None:
        """Shows figures; columns are as wide as what they hold."""
        self._widths = (
            _widest((told.printed for told in rows), _VALUE),
            _widest((self._kind(told) for told in rows), _KIND),
            _widest((told.figure.counts or "" for told in rows), _COUNTS),
        )
        super().show(rows, cursor)

    def _kind(self, told: FoundFigure) -> str:
        return f"{self._words.derived} {told.change}".rstrip() if told.is_derived else self._words.level

    def write(self, pen: Pen, row: FoundFigure, part: int, base: Style) -> None:
        """The columns, and the sentence behind or below them."""
        value, kind, counts = self._widths
        if not part:
            pen.write(_right(row.printed, value), self.ink_on("strong", base)).space(_GAP, base)
            if self.pane_width >= NARROW:
                self._write_kind(pen, row, kind, base)
            pen.write(pad(crop(row.figure.counts or "-", counts), counts), self.ink_on("text", base)).space(_GAP, base)
        elif self.pane_width < NARROW and row.is_derived:
            self._write_kind(pen, row, min(cells(self._kind(row)), kind), base)
        else:
            pen.space(value + _GAP if self.pane_width >= NARROW else 0, base)
        if part or self.pane_width >= BESIDE:
            self.write_sentence(pen, row, base)

    def _write_kind(self, pen: Pen, row: FoundFigure, width: int, base: Style) -> None:
        shown = pad(crop(self._kind(row), width), width)
        pen.write(shown, self.ink_on("derived" if row.is_derived else "detail", base)).space(_GAP, base)


class ThroughView(_Sentences[tuple[FoundFigure, int]]):
    """One figure of a meeting a row: the day, how much, a bar, the change as printed, the meeting, the sentence."""

    def __init__(self) -> None:
        super().__init__()
        self._widths = (0, 0, 0, 0)

    def height_of(self, row: tuple[FoundFigure, int]) -> int:
        """A line more where there is no room for the meeting beside the bar."""
        return super().height_of(row) + (self.pane_width < NARROW)

    def show(self, rows: Sequence[tuple[FoundFigure, int]], cursor: int = 0) -> None:
        """Shows figures, each with the length of its bar; columns are as wide as what they hold."""
        self._widths = (
            _widest((told.printed for told, _ in rows), _VALUE),
            max((length for _, length in rows), default=0),
            _widest((told.change for told, _ in rows), _KIND),
            _widest((told.post.name for told, _ in rows), _NAME),
        )
        super().show(rows, cursor)

    def write(self, pen: Pen, row: tuple[FoundFigure, int], part: int, base: Style) -> None:
        """The columns, and the sentence behind or below them."""
        told, length = row
        value, longest, change, name = self._widths
        narrow = self.pane_width < NARROW
        if not part:
            pen.write(str(told.post.day), self.ink_on("detail", base)).space(_GAP, base)
            pen.write(_right(told.printed, value), self.ink_on("strong", base)).space(_GAP, base)
            pen.write("=" * length, self.ink_on("derived", base)).space(longest - length + _GAP, base)
            if change and not narrow:
                pen.write(pad(crop(told.change, change), change), self.ink_on("derived", base)).space(_GAP, base)
        if part == narrow:
            pen.write(pad(crop(told.post.name, name), name), self.ink_on("text", base)).space(_GAP, base)
        elif part and not narrow:
            pen.space(_DAY + _GAP, base)
        if part == self.height_of(row) - 1:
            self.write_sentence(pen, told, base)


def _widest(texts: Iterable[str], most: int) -> int:
    return min(max(map(cells, texts), default=0), most)


def _right(text: str, width: int) -> str:
    """A text that ends at a width of cells."""
    shown = crop(text, width)
    return " " * (width - cells(shown)) + shown
