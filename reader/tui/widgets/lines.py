"""What the two panes share: a scroll view that paints its own lines and has no keys of its own.

May import Textual and `text`. Keys belong to the screen's one table of commands; a focused widget's own bindings
would beat it.
"""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from reader.text.typeset import cells, crop
from reader.tui.widgets.inks import Inked


class LineView(Inked, ScrollView, can_focus=True, inherit_bindings=False):
    """A scroll view over `line_count` lines, each painted by `paint`."""

    DEFAULT_CSS = """
    LineView { overflow-x: hidden; overflow-y: auto; scrollbar-size-vertical: 1; }
    """

    @property
    def pane_width(self) -> int:
        """The cells that a line may fill: all but the scroll bar's, shown or not, so that lines do not move."""
        return max(1, self.container_size.width - 1)

    @property
    def pane_height(self) -> int:
        """How many lines are seen at once."""
        return max(1, self.container_size.height)

    @property
    def top_line(self) -> int:
        """The first line that is seen."""
        return self.scroll_offset.y

    def set_line_count(self, count: int) -> None:
        """Tells how many lines there are, and paints them anew."""
        self.virtual_size = Size(self.pane_width, count)
        self.refresh()

    def scroll_to_line(self, line: int) -> None:
        """Makes a line the first that is seen, as far as the end allows."""
        self.scroll_to(y=max(0, line), animate=False, force=True)

    def scroll_lines(self, count: int) -> None:
        """Moves the view by so many lines, down where positive."""
        self.scroll_to_line(min(self.top_line + count, max(0, self.virtual_size.height - self.pane_height)))

    def render_line(self, y: int) -> Strip:
        """One line of the widget, `y` lines below its upper edge."""
        line = y + self.top_line
        if 0 <= line < self.virtual_size.height:
            strip, base = self.paint(line)
        else:
            strip, base = Strip([]), self.rich_style
        return strip.adjust_cell_length(self.size.width, base)

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
