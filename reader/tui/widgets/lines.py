"""What the two panes share: a view that paints its own lines and its own bar, and has no keys of its own.

May import Textual and `text`. Keys belong to the screen's one table of commands; a focused widget's own bindings
would beat it. Textual's scroll views lay the whole screen out anew when their length changes, which a filter does with
every key.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region
from textual.strip import Strip

from reader.text.typeset import cells, crop
from reader.tui.widgets.inks import Ink, Inked

KEPT = 500
"""Painted lines that are remembered: Textual asks for the same ones several times a key."""
WHEEL = 3
"""Lines that one step of the mouse's wheel moves."""


class LineView(Inked, can_focus=True, inherit_bindings=False):
    """A view of `line_count` lines, each painted by `paint`; at the right a bar that tells which part is seen."""

    INKS: ClassVar[Mapping[str, Ink]] = {"bar": Ink(paper="scrollbar")}

    def __init__(self) -> None:
        super().__init__()
        self.line_count = 0
        self.top_line = 0
        """The first line that is seen."""
        self._painted: dict[int, tuple[Strip, Style]] = {}

    @property
    def pane_width(self) -> int:
        """The cells that a line may fill: all but the bar's, shown or not, so that lines do not move."""
        return max(1, self.size.width - 1)

    @property
    def pane_height(self) -> int:
        """How many lines are seen at once."""
        return max(1, self.size.height)

    @property
    def last_top(self) -> int:
        """The first line that is seen when the last one is."""
        return max(0, self.line_count - self.pane_height)

    def set_line_count(self, count: int) -> None:
        """Tells how many lines there are, and paints them anew."""
        self.line_count = count
        self.top_line = min(self.top_line, self.last_top)
        self.paint_all()

    def scroll_to_line(self, line: int) -> None:
        """Makes a line the first that is seen, as far as the end allows."""
        line = max(0, min(line, self.last_top))
        if line != self.top_line:
            self.top_line = line
            self.refresh()

    def scroll_lines(self, count: int) -> None:
        """Moves the view by so many lines, down where positive."""
        self.scroll_to_line(self.top_line + count)

    def paint_all(self) -> None:
        """Paints everything anew."""
        self._painted.clear()
        self.refresh()

    def paint_again(self, line: int, count: int) -> None:
        """Paints some of the lines anew."""
        for number in range(line, line + count):
            self._painted.pop(number, None)
        self.refresh(Region(0, line - self.top_line, self.size.width, count))

    def notify_style_update(self) -> None:
        """Textual's word that a style, the focus or the theme has changed."""
        self._painted.clear()
        super().notify_style_update()

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of a part of the widget, past Textual's own cache, which takes twice as long as painting does.

        There is no border and no padding to add; filters (NO_COLOR, sixteen colours) are kept.
        """
        filters, background = self.get_line_filters(), self.background_colors[1]
        strips = [self.render_line(y) for y in crop.line_range]
        for one in filters:
            strips = [strip.apply_filter(one, background) for strip in strips]
        left, right = crop.column_span
        return strips if (left, right) == (0, self.size.width) else [strip.crop(left, right) for strip in strips]

    def render_line(self, y: int) -> Strip:
        """One line of the widget, `y` lines below its upper edge."""
        line = y + self.top_line
        width, height = self.size
        if line >= self.line_count:
            strip, base = Strip([]), self.paper
        elif line in self._painted:
            strip, base = self._painted[line]
        else:
            if len(self._painted) > KEPT:
                self._painted.clear()
            strip, base = self._painted[line] = self.paint(line)
        bar = self.ink("bar") if self._is_on_bar(y, height) else base
        return Strip([*strip.adjust_cell_length(width - 1, base), Segment(" ", bar)], width)

    def _is_on_bar(self, y: int, height: int) -> bool:
        """Whether the bar stands at a line of the widget: as long, and as far down, as what is seen is of the whole."""
        if self.line_count <= height:
            return False
        length = max(1, height * height // self.line_count)
        first = (height - length) * self.top_line // (self.line_count - height)
        return first <= y < first + length

    def on_focus(self) -> None:
        """Who has the keys is seen at the cursor."""
        self.paint_all()

    def on_blur(self) -> None:
        """As `on_focus`."""
        self.paint_all()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The wheel moves the view."""
        event.stop()
        self.scroll_lines(WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """As `on_mouse_scroll_down`."""
        event.stop()
        self.scroll_lines(-WHEEL)

    def paint(self, line: int) -> tuple[Strip, Style]:
        """A line's strip, and the style of what is right of it."""
        raise NotImplementedError


class Pen:
    """Writes segments into a line of limited width; what does not fit is cut with …"""

    def __init__(self, width: int) -> None:
        self._segments: list[Segment] = []
        self._left = width

    @property
    def left(self) -> int:
        """The cells that are still free."""
        return self._left

    def write(self, text: str, style: Style, *, reserve: int = 0) -> Pen:
        """Adds text, cut so that `reserve` cells stay free."""
        room = self._left - reserve
        if text and room > 0:
            shown = crop(text, room)
            self._segments.append(Segment(shown, style))
            self._left -= cells(shown)
        return self

    def space(self, count: int, style: Style) -> Pen:
        """Adds blank cells, as many as fit."""
        count = max(0, min(count, self._left))
        if count:
            self._segments.append(Segment(" " * count, style))
            self._left -= count
        return self

    def strip(self) -> Strip:
        """The line so far."""
        return Strip(self._segments)
