"""A page of blocks in a view: set for its width as far as it is seen, moved by lines and places.

May import Textual, `page` and `place`. The view counts characters of the text; cells appear only where a line is
painted.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from functools import partial

from textual.message import Message

from reader.tui.page import Block, Layout
from reader.tui.place import Place, found_again, line_at, place_at
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
        self._home: Place | None = None
        """Where the reader is at home: where the page was opened, or was moved to since; None at the top."""
        self.opened: Place | None = None
        """Where the page was opened."""
        self._settled = 0
        """The line to which the view was brought; where it is not there any more, the reader has moved it."""
        self._jumped = False
        """Whether that is not at home, but at something that is lit."""
        self._end_wanted = False

    def set_page(self, blocks: Sequence[Block], *, keep: bool = False) -> None:
        """Shows a page from its top, or (`keep`) at the same words, wherever these stand now."""
        top = None
        if keep:
            top, self._home = (found_again(place, self._blocks, blocks) for place in (self._top, self.place))
        else:
            self._home = self.opened = None
            self._end_wanted = False
        self._blocks = blocks
        self._set(top)

    def go_to_place(self, place: Place) -> None:
        """Opens the page at a place, as soon as it is laid out."""
        self._home = self.opened = place
        self.scroll_to_line(line_at(self._layout, place))
        self._settle()

    @property
    def place(self) -> Place | None:
        """Where the reader is: what is seen first, or was before something lit was jumped to; None at the top."""
        return self._place_at_top() if self.was_moved else self._home

    @property
    def has_read_on(self) -> bool:
        """Whether the reader is elsewhere than where the page was opened."""
        return self.place != self.opened

    @property
    def share(self) -> tuple[int, int]:
        """How many characters of the body have been seen at the bottom of the view, and how many there are."""
        return self._layout.share(self.top_line + self.pane_height - 1)

    @property
    def was_moved(self) -> bool:
        """Whether the reader has moved the page since it was brought where it was."""
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
        """Goes back to where the reader is at home.

        What is lit as one types moves the view too; but for this, the end of it would depend on every letter's hits.
        """
        if self.was_moved:
            self.make_home()
        else:
            self.scroll_to_line(line_at(self._layout, self._home))
            self._settle()

    def make_home(self) -> None:
        """Makes what is seen the reader's home."""
        if self.was_moved or self._jumped:
            self._home = self._place_at_top()
        self._settle()

    def _settle(self, *, jumped: bool = False) -> None:
        """Takes what is seen for where the view was brought, not for where the reader went."""
        self._settled, self._jumped = self.top_line, jumped

    def scroll_to_end(self) -> None:
        """Shows the last line, as soon as the page is laid out; of a very long page first the last that is."""
        self._layout.go_on(AT_ONCE)
        self._end_wanted = not self._width or not self._layout.complete
        self.scroll_to_line(len(self._layout.lines))

    def set_anew(self) -> None:
        """Sets the page anew at the same words: what is known of the terminal has changed."""
        self._set_again()

    def on_resize(self) -> None:
        """Sets the page anew for another width, at the same words."""
        if not self.size.width:  # hidden: what is set stays for when it is shown again
            return
        first = not self._width
        self.paint_all()
        if self.page_width != self._width:
            self._set_again()
        elif self.top_line > self.last_top:  # the pane has grown: no more is left free below the last line
            was_moved = self.was_moved
            self.scroll_to_line(self.last_top)
            if not was_moved:
                self._settle(jumped=self._jumped)
        if first:
            self._begin()
        self.post_message(self.Moved())

    @property
    def measure(self) -> int:
        """The widest line in cells."""
        return self._measure

    def set_measure(self, measure: int) -> None:
        """Sets the page for another widest line, at the same words."""
        self._measure = measure
        if self.page_width != self._width:
            self._set_again()
            self.post_message(self.Moved())

    @property
    def page_width(self) -> int:
        """The cells that a line of the page may fill: the measure, or what the pane has room for."""
        return max(2, min(self._measure, self.pane_width - 2 * GUTTER + 1))

    @property
    def margin_cells(self) -> int:
        """The cells left of the page."""
        return max(GUTTER, (self.pane_width - self.page_width) // 2)

    def _begin(self) -> None:
        """Goes where somebody wanted to go before the page was laid out."""
        if self._end_wanted:
            self.scroll_to_end()

    def _place_at_top(self) -> Place | None:
        return place_at(self._layout, self.top_line)

    @property
    def _top(self) -> Place | None:
        """What is to be seen first when the page is set anew: the home itself, so that no resize moves it."""
        return self._place_at_top() if self.was_moved or self._jumped else self._home

    def _set_again(self) -> None:
        """Sets the page anew at the same words."""
        top, self._home = self._top, self.place
        self._set(top)

    def _set(self, top: Place | None) -> None:
        if not self.size.width:
            self._forget_layout()
            return
        jumped = top != self._home
        self._width = self.page_width
        self._layout = layout = Layout(self._blocks, self._width, self._leading)
        self.top_line = 0
        self.paint_all()
        self.scroll_to_line(line_at(self._layout, top))
        self._settle(jumped=jumped)
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

    def _forget_layout(self) -> None:
        """Has `on_resize` set the page: nothing is laid out yet, or the pane is hidden and held another text."""
        self._layout = Layout((), MEASURE)
        self._width = self.line_count = self.top_line = 0
        self._settle()

    def _line_of(self, key: int, character: int) -> int:
        number = self._layout.number_of(key)
        return 0 if number is None else self._layout.line_of(number, character)

    def paint_blocks(self, keys: Set[int]) -> None:
        """Paints the lines of some blocks anew."""
        lines = self._layout.lines
        self.forget(lambda line: line < len(lines) and lines[line].block.key in keys)
        self.refresh()
