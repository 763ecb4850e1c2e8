"""A page of blocks in a view: set for its width as far as it is seen, moved by lines and places.

May import Textual and this room's `page`. The view counts characters of the text; cells appear only where a line is
painted.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from functools import partial
from typing import NamedTuple

from textual.message import Message

from reader.tui.page import BLANK, Block, Layout
from reader.tui.widgets.lines import LineView

MEASURE = 80
"""Widest line in cells: forty full-width characters (domain practice: 36 to 40)."""
GUTTER = 2
"""Cells kept free at the left and right; terminals that paint “ or … two cells wide need the right one."""
AHEAD = 2
"""So many panes below what is seen are set at once; the rest of a long page follows in moments."""
SLICE, PAUSE = 0.004, 0.012
"""Seconds that such a moment lasts, and between two."""
EAGER = 0.03
"""Seconds of a moment while somebody waits for the end."""
AT_ONCE = 0.25
"""Seconds that the way to the end may take at once."""


class Spot(NamedTuple):
    """What stands at the top of the view: the key of a block, its number, a character of it."""

    key: int | None
    number: int
    character: int


class PageView(LineView):
    """Moves through one page of blocks."""

    class Moved(Message):
        """Other lines of the page are seen."""

    def __init__(self, measure: int = MEASURE, leading: int = 0) -> None:
        """`measure` is the widest line in cells, `leading` the blank lines between two lines of the body."""
        super().__init__()
        self._measure = measure
        self._leading = leading
        self._blocks: Sequence[Block] = ()
        self._layout = Layout((), MEASURE)
        self._width = 0
        self._home = self._settled = 0
        self._wanted: tuple[int, int] | None = None
        self._end_wanted = False

    def set_page(self, blocks: Sequence[Block], *, keep: bool = False) -> None:
        """Shows a page from its top, or from where it was read where `keep` is set."""
        self._end_wanted = self._end_wanted and keep
        spot = self._spot() if keep else None
        self._blocks = blocks
        self._set(spot)

    def go_to_place(self, paragraph: int, character: int) -> None:
        """Shows the words at a character of a body paragraph at the top, as soon as the page is laid out."""
        self._wanted = (paragraph, character)
        if self._width:
            self._go_where_wanted()

    def _go_where_wanted(self) -> None:
        wanted, to_end = self._wanted, self._end_wanted
        self._wanted, self._end_wanted = None, False
        if to_end:
            self.scroll_to_end()
        elif wanted is not None:
            self.scroll_to_line(self._line_of(*wanted))
        self.make_home()

    @property
    def place(self) -> tuple[int, int] | None:
        """The body paragraph and character at the top of the view; None at the beginning and among what is no body."""
        spot = self._spot()
        return (spot.key, spot.character) if spot and spot.key is not None and spot.key >= 0 else None

    @property
    def share(self) -> tuple[int, int]:
        """How many characters of the body have been seen at the bottom of the view, and how many there are."""
        return self._layout.share(self.top_line + self.pane_height - 1)

    @property
    def was_moved(self) -> bool:
        """Whether the reader has moved the page since it was shown."""
        return self.top_line != self._settled

    @property
    def at_end(self) -> bool:
        """Whether the last line is seen."""
        return self._layout.complete and self.top_line + self.pane_height >= self.line_count

    def scroll_to_line(self, line: int) -> None:
        """Makes a line the first that is seen, as far as the end allows."""
        self._layout.reach(line + AHEAD * self.pane_height)
        self.line_count = len(self._layout.lines)
        before = self.top_line
        self._end_wanted = self._end_wanted and line >= before
        super().scroll_to_line(line)
        if self.top_line != before:
            self.post_message(self.Moved())

    def return_home(self) -> None:
        """Goes back to the line where the reader is at home: where the page was opened, or was moved to since.

        What is lit as one types moves the view too; but for this, the end of it would depend on every letter's hits.
        """
        if self.was_moved:
            self.make_home()
        else:
            self.scroll_to_line(self._home)
            self._settle()

    def make_home(self) -> None:
        """Makes what is seen the reader's home."""
        self._home = self.top_line
        self._settle()

    def _settle(self) -> None:
        """Takes what is seen for where the view was brought, not for where the reader went."""
        self._settled = self.top_line

    def scroll_to_end(self) -> None:
        """Shows the last line, as soon as the page is laid out; of a very long page first the last that is."""
        self._layout.go_on(AT_ONCE)
        self._end_wanted = not self._width or not self._layout.complete
        self.scroll_to_line(len(self._layout.lines))

    def set_anew(self) -> None:
        """Sets the page anew at the same words: what is known of the terminal has changed."""
        self._set(self._spot())

    def on_resize(self) -> None:
        """Sets the page anew for another width, at the same words."""
        if not self.size.width:  # hidden: what is set stays for when it is shown again
            return
        first = not self._width
        self.paint_all()
        if self.page_width != self._width:
            self._set(self._spot())
        elif self.top_line > self.last_top:  # the pane has grown: no more is left free below the last line
            was_moved = self.was_moved
            self.scroll_to_line(self.last_top)
            if not was_moved:
                self._settle()
        if first:
            self._go_where_wanted()
        self.post_message(self.Moved())

    @property
    def measure(self) -> int:
        """The widest line in cells."""
        return self._measure

    def set_measure(self, measure: int) -> None:
        """Sets the page for another widest line, at the same words."""
        self._measure = measure
        if self.page_width != self._width:
            self._set(self._spot())
            self.post_message(self.Moved())

    @property
    def page_width(self) -> int:
        """The cells that a line of the page may fill: the measure, or what the pane has room for."""
        return max(2, min(self._measure, self.pane_width - 2 * GUTTER + 1))

    @property
    def margin_cells(self) -> int:
        """The cells left of the page."""
        return max(GUTTER, (self.pane_width - self.page_width) // 2)

    def _spot(self) -> Spot | None:
        """What is at the top of the view, None where that is the top of the page."""
        lines = self._layout.lines[self.top_line :]
        line = next((line for line in lines if line is not BLANK), None)
        return Spot(line.block.key, line.number, line.start) if line and self.top_line else None

    def _set(self, spot: Spot | None) -> None:
        if not self.size.width:
            self._forget_layout(spot)
            return
        self._width = self.page_width
        self._layout = layout = Layout(self._blocks, self._width, self._leading)
        line = 0
        if spot:
            number = spot.number if spot.key is None else layout.number_of(spot.key)
            line = layout.line_of(spot.number if number is None else number, spot.character)
        self.top_line = 0
        self.paint_all()
        self.scroll_to_line(line)
        self.make_home()
        self._go_on(layout)

    def _go_on(self, layout: Layout) -> None:
        """Sets the rest of a long page in moments between which keys are obeyed."""
        if layout is not self._layout or (layout.complete and not self._end_wanted):
            return
        layout.go_on(EAGER if self._end_wanted else SLICE)
        self.line_count = len(layout.lines)
        self.paint_bar()
        if self._end_wanted and layout.complete:
            self.scroll_to_end()
        self.set_timer(PAUSE, partial(self._go_on, layout))

    def _forget_layout(self, spot: Spot | None) -> None:
        """Has `on_resize` set the page: nothing is laid out yet, or the pane is hidden and held another text."""
        if spot and spot.key is not None and spot.key >= 0:
            self._wanted = (spot.key, spot.character)
        self._layout = Layout((), MEASURE)
        self._width = self.line_count = self.top_line = 0
        self.make_home()

    def _line_of(self, key: int, character: int) -> int:
        number = self._layout.number_of(key)
        return 0 if number is None else self._layout.line_of(number, character)

    def paint_blocks(self, keys: Set[int]) -> None:
        """Paints the lines of some blocks anew."""
        lines = self._layout.lines
        self.forget(lambda line: line < len(lines) and lines[line].block.key in keys)
        self.refresh()
