"""The reading pane: a page that is set for its width as far as it is seen, with its highlights, signs and selection.

May import Textual, `query` (for the type checker) and this room. The pane counts characters of the text; cells appear
only where a line is painted. Textual's own selection copies lines as they are painted; this one copies the text.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from rich.style import Style
from textual import events
from textual.message import Message

from reader.text.cells import cells
from reader.tui.highlights import Highlights, key_of, runs
from reader.tui.page import BLANK, Block, Layout
from reader.tui.place import Home, Place, found_again, line_at
from reader.tui.selection import Selecting
from reader.tui.widgets.inks import Ink
from reader.tui.widgets.lines import LineView, Pen

if TYPE_CHECKING:
    from reader.query.model import Hit

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


class TextPane(LineView):
    """Shows one page of blocks. One of its body paragraphs is meant by the keys that copy, cite and note: the one gone
    to, else that of the hit stood on, else the first that is seen.
    """

    INKS: ClassVar[Mapping[str, Ink]] = {
        "title": Ink(bold=True),
        "heading": Ink(bold=True),
        "body": Ink(),
        "name": Ink(),
        "label": Ink("text-muted"),
        "muted": Ink("text-muted"),
        "accent": Ink("accent"),
        "said": Ink("text-muted"),
        "new": Ink(few="bold"),
        "hit": Ink("hit-ink", "secondary", bold=True),
        "current": Ink("accent", "current-ink", bold=True, reverse=True),
        "selected": Ink(paper="selection"),
    }

    DEFAULT_CSS = "TextPane { background: $background; }"

    class Moved(Message):
        """Other lines of the page are seen."""

    class Selected(Message):
        """The mouse has selected words."""

    def __init__(self, measure: int = MEASURE, leading: int = 0) -> None:
        """`measure` is the widest line in cells, `leading` the blank lines between two lines of the body."""
        super().__init__()
        self.measure = measure
        self.blocks: Sequence[Block] = ()
        self.page = Layout()
        self.home = Home(self)
        self.selected = Selecting(self)
        self._leading = leading
        self._highlights = Highlights()
        self._end_wanted = False
        self._chosen: int | None = None
        self._marked: int | None = None

    def show(
        self, blocks: Sequence[Block], hits: Sequence[Hit] = (), *, keep: bool = False, quiet: bool = False
    ) -> None:
        """Shows a page with hits, from its top or (`keep`) at the same words as before; `quiet` as in `light`."""
        self.light(hits, quiet=quiet)
        self.selected.forget()
        if keep:
            top = self.home.carried(partial(found_again, before=self.blocks, after=blocks))
        else:
            top = self._chosen = None
            self.home.forget()
            self._end_wanted = False
        self.blocks = blocks
        self._set(top)

    def light(self, hits: Sequence[Hit], *, quiet: bool = False) -> None:
        """Highlights hits in the page that is shown; none is current. Of `quiet` ones only the current is seen."""
        before, self._highlights = self._highlights, Highlights(hits, quiet=quiet)
        self._paint_blocks(before.keys | self._highlights.keys)
        self.mean(self._chosen)

    def set_anew(self) -> None:
        """Sets the page anew at the same words: what is known of the terminal has changed."""
        self._set(self.home.carried())

    def set_measure(self, measure: int) -> None:
        """Sets the page for another widest line, at the same words."""
        self.measure = measure
        if self.page_width != self.page.width:
            self.set_anew()
            self.post_message(self.Moved())

    @property
    def page_width(self) -> int:
        """The cells that a line of the page may fill: the measure, or what the pane has room for."""
        return max(2, min(self.measure, self.pane_width - 2 * GUTTER + 1))

    @property
    def margin_cells(self) -> int:
        """The cells left of the page."""
        return max(GUTTER, (self.pane_width - self.page_width) // 2)

    def on_resize(self) -> None:
        """Sets the page anew for another width, at the same words."""
        if not self.size.width:  # hidden: what is set stays for when it is shown again
            return
        first = not self.page.width
        self.paint_all()
        if self.page_width != self.page.width:
            self.set_anew()
        elif self.top_line > self.last_top:  # the pane has grown: no more is left free below the last line
            self.home.follow(self.last_top)
        if first:  # somebody may have wanted to go somewhere before the page was laid out
            if self.current is not None:
                self.jump_to_hit(self.current)
            if self._end_wanted:
                self.scroll_to_end()
        self.post_message(self.Moved())

    def _set(self, top: Place | None) -> None:
        """Sets the page for its width, with a place seen first; a hidden pane is set by `on_resize`."""
        chosen = self._chosen
        if not self.size.width:
            self.page = Layout()
            self.line_count = self.top_line = 0
            self.home.settle()
            self.mean(None)
            return
        self.page = layout = Layout(self.blocks, self.page_width, self._leading)
        self.top_line = 0
        self.paint_all()
        self.scroll_to_line(line_at(layout, top))
        self.home.settle_at(top)
        self._go_on(layout)
        self.mean(chosen)

    def _go_on(self, layout: Layout) -> None:
        """Sets the rest of a long page in moments between which keys are obeyed."""
        if layout is not self.page or (layout.complete and not self._end_wanted):
            return
        layout.go_on(EAGER if self._end_wanted else SLICE)
        self.line_count = len(layout.lines)
        self.paint_bar()
        if self._end_wanted and layout.complete:
            self.scroll_to_end()
        self.set_timer(PAUSE, partial(self._go_on, layout))

    @property
    def share(self) -> tuple[int, int]:
        """How many characters of the body have been seen at the bottom of the view, and how many there are."""
        return self.page.share(self.top_line + self.pane_height - 1)

    @property
    def at_end(self) -> bool:
        """Whether the last line is seen."""
        return self.page.complete and self.top_line + self.pane_height >= self.line_count

    def scroll_to_line(self, line: int) -> None:
        """Makes a line the first that is seen, as far as the end allows; then the paragraph seen first is meant."""
        self.page.reach(line + AHEAD * self.pane_height)
        self.line_count = len(self.page.lines)
        before = self.top_line
        self._end_wanted = self._end_wanted and line >= before
        super().scroll_to_line(line)
        if self.top_line != before:
            self.post_message(self.Moved())
            self.mean(None)

    def scroll_to_end(self) -> None:
        """Shows the last line, as soon as the page is laid out; of a very long page first the last that is."""
        self.page.go_on(AT_ONCE)
        self._end_wanted = not self.page.width or not self.page.complete
        self.scroll_to_line(len(self.page.lines))

    @property
    def hits(self) -> Sequence[Hit]:
        """What is highlighted."""
        return self._highlights.hits

    @property
    def current(self) -> int | None:
        """The index of the hit that is stood on, None for none."""
        return self._highlights.current

    def go_to_hit(self, index: int) -> None:
        """Stands on a hit and brings its line into sight, a third from the top where it was not."""
        before, self._highlights.current = self._highlights.here, index
        hit = self.hits[index]
        self._paint_blocks({key_of(one) for one in (before, hit) if one is not None})
        self.reveal(self.page.line_of(key_of(hit), hit.start), self.pane_height // 3)
        self.mean(None)

    def jump_to_hit(self, index: int) -> None:
        """Stands on a hit to which the reader did not go: the way to it begins where the reader is at home."""
        self.home.go_back()
        home = self.top_line
        self.go_to_hit(index)
        self.home.settle(jumped=self.top_line != home)

    def first_hit_seen(self) -> int:
        """The index of the first hit at or below the top of the view, else of the first of all."""
        lines = (self.page.line_of(key_of(hit), hit.start) for hit in self.hits)
        return next((index for index, line in enumerate(lines) if line >= self.top_line), 0)

    @property
    def paragraph(self) -> int | None:
        """The body paragraph that is meant; None where none is seen."""
        if self._chosen is not None:
            return self._chosen
        hit = self._highlights.here
        if hit and hit.paragraph is not None and self.sees(self.page.line_of(hit.paragraph, hit.start)):
            return hit.paragraph
        return self.page.paragraph_in(slice(self.top_line, self.top_line + self.pane_height))

    def go_to_paragraph(self, paragraph: int) -> None:
        """Means a body paragraph and shows its beginning near the top."""
        self.scroll_to_line(self.page.line_of(paragraph, 0) - 1)
        self.mean(paragraph)

    def mean(self, paragraph: int | None) -> None:
        """Means a body paragraph, wherever the view is; None: what is stood on or seen."""
        self._chosen = paragraph
        before, self._marked = self._marked, self.paragraph
        if before != self._marked:
            self._paint_blocks({key for key in (before, self._marked) if key is not None})

    def step_paragraph(self, step: int) -> None:
        """Means a paragraph below or above; the view moves only where it is not seen."""
        here = self.paragraph
        paragraph = 0 if here is None else here + step
        if self.page.number_of(paragraph) is not None:
            self.reveal(self.page.line_of(paragraph, 0), 1)
            self.mean(paragraph)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Begins to select, or forgets what was selected."""
        if self.selected.begin(event.x, event.y, drags=event.button == 1):
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Selects up to the mouse; beyond an edge the view moves along."""
        self.selected.extend(event.x, event.y)

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Ends to select; who listens may copy."""
        self.release_mouse()
        if self.selected.end():
            self.post_message(self.Selected())

    def _paint_blocks(self, keys: Set[int]) -> None:
        """Paints the lines of some blocks anew."""
        lines = self.page.lines
        self.forget(lambda line: line < len(lines) and lines[line].block.key in keys)
        self.refresh()

    def paint(self, line: int, pen: Pen) -> None:
        """One line of the page, with what stands in its margin and left of its words."""
        here = self.page.lines[line]
        if here is BLANK:
            return
        is_meant = here.block.key is not None and here.block.key == self._marked
        signs = here.signs(marked=is_meant and (self.has_focus or self._chosen is not None))
        pen.space(self.margin_cells - 2, "" if signs.strip() else "accent").write(signs, "accent")
        pen.write(here.label, "label").space(here.column - cells(here.label), "accent")
        for run in runs(here, self._highlights, self.selected.selection):
            pen.write(run.text, Style.combine(map(self.ink, run.inks)))
