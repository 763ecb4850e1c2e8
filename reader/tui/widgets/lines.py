"""What the two panes share: a view that paints its own lines and its own bar, and has no keys of its own.

May import Textual and `text`. Keys belong to the screen's one table of commands; a focused widget's own bindings
would beat it. Textual's scroll views lay the whole screen out anew when their length changes, which a filter does with
every key.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.filter import ANSIToTruecolor
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget

from reader.text.cells import cells, crop, marks_are_wide
from reader.tui.widgets.inks import Ink, Inks

KEPT = 500
"""Painted lines that are remembered: Textual asks for the same ones several times a key."""
WHEEL = 3
"""Lines that one step of the mouse's wheel moves."""


class LineView(Widget, can_focus=True, inherit_bindings=False):
    """A view of `line_count` lines, each painted by `paint`; at the right a bar that tells which part is seen."""

    INKS: ClassVar[Mapping[str, Ink]] = {"bar": Ink(paper="scrollbar")}
    ALLOW_SELECT = False
    """Textual's own selection copies lines as they are painted."""

    def __init__(self) -> None:
        """There is neither border nor padding: `outer_size` is all there is, and much cheaper to ask for."""
        super().__init__()
        self.line_count = 0
        self.top_line = 0
        """The first line that is seen."""
        self._inks = Inks(self)
        self._painted: dict[tuple[int, bool], Strip] = {}

    def ink(self, name: str) -> Style:
        """The style of an entry of the tables `INKS` of the widget's classes, on its own paper; else KeyError."""
        return self._inks[name]

    @property
    def pane_width(self) -> int:
        """The cells that a line may fill: all but the bar's, shown or not, so that lines do not move."""
        return max(1, self.outer_size.width - 1)

    @property
    def pane_height(self) -> int:
        """How many lines are seen at once."""
        return max(1, self.outer_size.height)

    @property
    def last_top(self) -> int:
        """The first line that is seen when the last one is."""
        return max(0, self.line_count - self.pane_height)

    def sees(self, line: int) -> bool:
        """Whether a line is seen."""
        return self.top_line <= line < self.top_line + self.pane_height

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

    def reveal(self, line: int, above: int) -> None:
        """Brings a line into sight: where it is not seen, so many lines below the top."""
        if not self.sees(line):
            self.scroll_to_line(line - above)

    def paint_all(self) -> None:
        """Paints everything anew."""
        self._painted.clear()
        self.refresh()

    def paint_again(self, line: int, count: int) -> None:
        """Paints some of the lines anew."""
        self.forget(range(line, line + count).__contains__)
        self.refresh(Region(0, line - self.top_line, self.outer_size.width, count))

    def paint_bar(self) -> None:
        """Paints the bar anew. Textual cannot cut a line whose marks are wider than it knows: then all is painted."""
        self.refresh() if marks_are_wide() else self.refresh(Region(self.pane_width, 0, 1, self.pane_height))

    def forget(self, stale: Callable[[int], bool]) -> None:
        """Has some of the lines painted anew when they are next asked for."""
        self._painted = {place: strip for place, strip in self._painted.items() if not stale(place[0])}

    def notify_style_update(self) -> None:
        """Textual's word that a style, the focus or the theme has changed."""
        self._inks.forget()
        self._painted.clear()
        super().notify_style_update()

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of a part of the widget, past Textual's own cache, which takes twice as long as painting does.

        There is no border and no padding to add; filters (NO_COLOR, dim) are kept, but for the one that turns a
        terminal's own colours into others: inks are never those while it is enabled.
        """
        size = self.outer_size
        strips = [self._strip(y, size) for y in crop.line_range]
        for one in self.get_line_filters():
            if not isinstance(one, ANSIToTruecolor):
                strips = [strip.apply_filter(one, self.background_colors[1]) for strip in strips]
        left, right = crop.column_span
        return strips if (left, right) == (0, size.width) else [strip.crop(left, right) for strip in strips]

    def render_line(self, y: int) -> Strip:
        """One line of the widget, `y` lines below its upper edge."""
        return self._strip(y, self.outer_size)

    def line_at(self, y: int) -> int:
        """Which line is painted `y` lines below the upper edge."""
        return y + self.top_line

    def _strip(self, y: int, size: Size) -> Strip:
        line, bar = self.line_at(y), self._is_on_bar(y, size.height)
        strip = self._painted.get((line, bar))
        if strip is None:
            pen = Pen(max(1, size.width - 1), self._inks)
            if line < self.line_count:
                self.paint(line, pen)
            strip = pen.strip(size.width, self.ink("bar") if bar else pen.paper)
            if len(self._painted) > KEPT:
                self._painted.clear()
            self._painted[line, bar] = strip
        return strip

    def _is_on_bar(self, y: int, height: int) -> bool:
        """Whether the bar stands at a line of the widget: as long, and as far down, as what is seen is of the whole."""
        if self.line_count <= height:
            return False
        length = max(1, height * height // self.line_count)
        first = (height - length) * self.top_line // (self.line_count - height)
        return first <= y < first + length

    def on_resize(self) -> None:
        """Paints anew: lines are as wide as the view, and a pane that goes may leave half a wide character."""
        self.top_line = min(self.top_line, self.last_top)
        self.paint_all()

    def on_focus(self) -> None:
        """Who has the keys is seen at the cursor."""
        self.paint_all()

    on_blur = on_focus

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The wheel moves the view."""
        event.stop()
        self.scroll_lines(WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """As `on_mouse_scroll_down`."""
        event.stop()
        self.scroll_lines(-WHEEL)

    def paint(self, line: int, pen: Pen) -> None:
        """Writes a line."""
        raise NotImplementedError


class Pen:
    """Writes segments into a line of limited width, on one paper; what does not fit is cut with …"""

    def __init__(self, width: int, inks: Inks) -> None:
        self._segments: list[Segment] = []
        self.used = 0
        """The cells that are written."""
        self.left = width
        """The cells that are still free."""
        self.paper = inks[""]
        """The style of what is blank, and the paper of what is written."""
        self._inks = inks

    def on(self, ink: str) -> Pen:
        """Writes on the paper of an entry of the inks from here on."""
        self.paper = self._inks[ink]
        return self

    def write(self, text: str, ink: str | Style, *, reserve: int = 0) -> Pen:
        """Adds text in one of the inks, cut so that `reserve` cells stay free."""
        room = self.left - reserve
        if text and room > 0:
            width = cells(text)
            if width > room:
                text = crop(text, room)
                width = cells(text)
            self._add(text, width, self._inks.on(ink, self.paper) if isinstance(ink, str) else ink)
        return self

    def space(self, count: int, ink: str = "") -> Pen:
        """Adds blank cells, as many as fit; in the ink of what they stand beside, the two are painted as one."""
        count = max(0, min(count, self.left))
        if count:
            self._add(" " * count, count, self._inks.on(ink, self.paper))
        return self

    def _add(self, text: str, width: int, style: Style) -> None:
        self._segments.append(Segment(text, style))
        self.used += width
        self.left -= width

    def strip(self, width: int, last: Style | None = None) -> Strip:
        """The line so far, filled up to `width` cells, its last cell in a style of its own."""
        end = 0 if last is None else 1
        if (blank := width - self.used - end) > 0:
            self._segments.append(Segment(" " * blank, self.paper))
        if last is not None:
            self._segments.append(Segment(" ", last))
        return Strip(self._segments, width)
