"""The reading pane: blocks set by our own line breaker, hits lit, the position kept over a resize.

May import Textual, `query`, `text` and this room's `page`. The pane counts characters of the text; cells appear only
where a line is painted.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from typing import TYPE_CHECKING, ClassVar

from rich.style import Style

from reader.tui.page import BLANK, Block, Line, Tone, key_of, lay_out, runs
from reader.tui.widgets.inks import Ink
from reader.tui.widgets.lines import LineView, Pen

if TYPE_CHECKING:
    from reader.query.model import Hit

MEASURE = 80
"""Widest line in cells: forty full-width characters (domain practice: 36 to 40)."""
GUTTER = 2
"""Cells kept free at the left and right; terminals that paint “ or … two cells wide need the right one."""


class TextPane(LineView):
    """Shows one page of blocks. `current` is the index of the hit stood on, None for none."""

    INKS: ClassVar[Mapping[str, Ink]] = {
        "title": Ink(bold=True),
        "heading": Ink(bold=True),
        "body": Ink(),
        "name": Ink(),
        "label": Ink("text-muted"),
        "muted": Ink("text-muted"),
        "accent": Ink("accent"),
        "hit": Ink(paper="secondary", bold=True),
        "current": Ink("accent", "background", bold=True, reverse=True),
    }

    DEFAULT_CSS = "TextPane { background: $background; }"

    def __init__(self) -> None:
        super().__init__()
        self._blocks: Sequence[Block] = ()
        self._lines: list[Line] = []
        self._starts: list[tuple[int, int]] = []
        self._width = 0
        self._first_line = 0
        self._wanted: tuple[int, int] | None = None
        self.hits: Sequence[Hit] = ()
        self.current: int | None = None
        self._by_key: dict[int, list[Hit]] = {}

    def show(self, blocks: Sequence[Block], hits: Sequence[Hit] = (), *, keep: bool = False) -> None:
        """Shows a page from its top, or from where it was read where `keep` is set."""
        place = self._place() if keep else None
        self._blocks = blocks
        self.light(hits)
        self._set(place)

    def light(self, hits: Sequence[Hit]) -> None:
        """Lights hits in the page that is shown; none is current."""
        before = set(self._by_key)
        self.hits = hits
        self.current = None
        by_key: defaultdict[int, list[Hit]] = defaultdict(list)
        for hit in hits:
            by_key[key_of(hit)].append(hit)
        self._by_key = dict(by_key)
        self._paint_blocks(before | set(by_key))

    def go_to_hit(self, index: int) -> None:
        """Stands on a hit and brings its line into sight, a third from the top where it was not."""
        before, self.current = self.current, index
        hit = self.hits[index]
        self._paint_blocks({key_of(self.hits[number]) for number in (before, index) if number is not None})
        line = self._line_of(key_of(hit), hit.start) if self._lines else 0
        if not self.top_line <= line < self.top_line + self.pane_height:
            self.scroll_to_line(line - self.pane_height // 3)

    def _paint_blocks(self, keys: Set[int]) -> None:
        """Paints the lines of some blocks anew."""
        self.forget(lambda line: line < len(self._lines) and self._lines[line].block.key in keys)
        self.refresh()

    def go_to_place(self, paragraph: int, character: int) -> None:
        """Shows the words at a character of a body paragraph at the top, as soon as the page is laid out."""
        self._wanted = (paragraph, character)
        if self._lines:
            self._go_where_wanted()

    def _go_where_wanted(self) -> None:
        if self._wanted is not None:
            self.scroll_to_line(self._line_of(*self._wanted))
        elif self.current is not None:
            self.go_to_hit(self.current)
        self._wanted = None
        self._first_line = self.top_line

    @property
    def place(self) -> tuple[int, int] | None:
        """The body paragraph and character at the top of the view; None at the beginning and among what is no body."""
        top = self._place()
        return (top[0].key, top[1]) if top and top[0].key is not None and top[0].key >= 0 else None

    @property
    def was_moved(self) -> bool:
        """Whether the page was scrolled since it was shown."""
        return self.top_line != self._first_line

    @property
    def at_end(self) -> bool:
        """Whether the last line is seen."""
        return self.top_line + self.pane_height >= len(self._lines)

    def on_resize(self) -> None:
        """Sets the page anew for another width, at the same words."""
        first = not self._width
        self.paint_all()
        if self._page_width() != self._width:
            self._set(self._place())
        if first:
            self._go_where_wanted()

    def _page_width(self) -> int:
        return max(2, min(MEASURE, self.pane_width - 2 * GUTTER + 1))

    def _margin(self) -> int:
        return max(GUTTER, (self.pane_width - self._page_width()) // 2)

    def _place(self) -> tuple[Block, int] | None:
        """The block and character at the top of the view."""
        lines = self._lines[self.top_line :]
        line = next((line for line in lines if line is not BLANK), None)
        return (line.block, line.start) if line and self.top_line else None

    def _set(self, place: tuple[Block, int] | None) -> None:
        if not self.size.width:  # nothing is laid out yet: `on_resize` will set the page
            return
        self._width = self._page_width()
        self._lines = [BLANK, *lay_out(self._blocks, self._width), BLANK]
        self.set_line_count(len(self._lines))
        self.scroll_to_line(self._line_at(*place) if place else 0)
        self._first_line = self.top_line

    def _line_at(self, block: Block, character: int) -> int:
        found = 0
        for number, line in enumerate(self._lines):
            if line.block == block and line.start <= character:
                found = number
        return found

    def _line_of(self, key: int, character: int) -> int:
        numbers = [number for number, line in enumerate(self._lines) if line.block.key == key]
        starts = [self._lines[number].start for number in numbers]
        return numbers[max(0, bisect_right(starts, character) - 1)] if numbers else 0

    def paint(self, line: int, pen: Pen) -> Style:
        """One line of the page."""
        here = self._lines[line]
        base = self.paper
        pen.space(self._margin(), base)
        if here.block.label and here.start == 0:
            before = pen.used
            pen.write(here.block.label, self.ink("label"))
            pen.space(here.column - (pen.used - before), base)
        else:
            pen.space(here.column, base)
        hits = self._by_key.get(here.block.key, []) if here.block.key is not None else []
        current = self.hits[self.current] if self.current is not None and hits else None
        for run in runs(here, hits, current):
            pen.write(run.text, self._style(run.tone, run.lit, run.current))
        return base

    def _style(self, tone: Tone, lit: bool, current: bool) -> Style:
        style = self.ink(tone.value)
        if current:
            return style + self.ink("current")
        return style + self.ink("hit") if lit else style
