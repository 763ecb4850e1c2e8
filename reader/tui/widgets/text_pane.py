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

from reader.tui.highlights import Highlights, key_of, runs
from reader.tui.page import BLANK, Block, Layout, Line, Point
from reader.tui.place import Home, Place, found_again, line_at
from reader.tui.selection import Piece, Selection
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
        """The widest line in cells; `set_measure` changes it."""
        self.selection: Selection | None = None
        self._leading = leading
        self._blocks: Sequence[Block] = ()
        self._layout = Layout()
        self._highlights = Highlights()
        self._home = Home()
        self._end_wanted = False
        self._chosen: int | None = None
        self._marked: int | None = None
        self._anchor: Point | None = None

    def show(
        self, blocks: Sequence[Block], hits: Sequence[Hit] = (), *, keep: bool = False, quiet: bool = False
    ) -> None:
        """Shows a page with hits, of which nothing is selected, from its top, or (`keep`) at the same words, wherever
        these stand now; `quiet` as in `light`.
        """
        self.light(hits, quiet=quiet)
        self.selection = self._anchor = None
        top = None
        if keep:
            top = found_again(self._home.seen_first(self._layout, self.top_line), self._blocks, blocks)
            self._home.place = found_again(self.place, self._blocks, blocks)
        else:
            self._chosen = None
            self._home.open(None)
            self._end_wanted = False
        self._blocks = blocks
        self._set(top)

    def light(self, hits: Sequence[Hit], *, quiet: bool = False) -> None:
        """Highlights hits in the page that is shown; none is current. Of `quiet` ones only the current is seen."""
        before, self._highlights = self._highlights, Highlights(hits, quiet=quiet)
        self._paint_blocks(before.keys | self._highlights.keys)
        self.mean(self._chosen)

    def set_anew(self) -> None:
        """Sets the page anew at the same words: what is known of the terminal has changed."""
        top, self._home.place = self._home.seen_first(self._layout, self.top_line), self.place
        self._set(top)

    def set_measure(self, measure: int) -> None:
        """Sets the page for another widest line, at the same words."""
        self.measure = measure
        if self.page_width != self._layout.width:
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
        first = not self._layout.width
        self.paint_all()
        if self.page_width != self._layout.width:
            self.set_anew()
        elif self.top_line > self.last_top:  # the pane has grown: no more is left free below the last line
            was_left = self._home.was_left(self.top_line)
            self.scroll_to_line(self.last_top)
            if not was_left:
                self._home.settle(self.top_line, jumped=self._home.jumped)
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
            self._layout = Layout()
            self.line_count = self.top_line = 0
            self._home.settle(0)
            self.mean(None)
            return
        jumped = top != self._home.place
        self._layout = layout = Layout(self._blocks, self.page_width, self._leading)
        self.top_line = 0
        self.paint_all()
        self.scroll_to_line(line_at(layout, top))
        self._home.settle(self.top_line, jumped=jumped)
        self._go_on(layout)
        self.mean(chosen)

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

    def go_to_place(self, place: Place) -> None:
        """Opens the page at a place, as soon as it is laid out."""
        self._home.open(place)
        self.scroll_to_line(line_at(self._layout, place))
        self._home.settle(self.top_line)

    @property
    def opened(self) -> Place | None:
        """Where the page was opened; None at its top."""
        return self._home.opened

    @property
    def place(self) -> Place | None:
        """Where the reader is: what is seen first, or was before a hit was jumped to; None at the top."""
        return self._home.reader_at(self._layout, self.top_line)

    @property
    def has_read_on(self) -> bool:
        """Whether the reader is elsewhere than where the page was opened."""
        return self.place != self.opened

    @property
    def share(self) -> tuple[int, int]:
        """How many characters of the body have been seen at the bottom of the view, and how many there are."""
        return self._layout.share(self.top_line + self.pane_height - 1)

    @property
    def at_end(self) -> bool:
        """Whether the last line is seen."""
        return self._layout.complete and self.top_line + self.pane_height >= self.line_count

    def _sees(self, line: int) -> bool:
        return self.top_line <= line < self.top_line + self.pane_height

    def scroll_to_line(self, line: int) -> None:
        """Makes a line the first that is seen, as far as the end allows; then the paragraph seen first is meant."""
        self._layout.reach(line + AHEAD * self.pane_height)
        self.line_count = len(self._layout.lines)
        before = self.top_line
        self._end_wanted = self._end_wanted and line >= before
        super().scroll_to_line(line)
        if self.top_line != before:
            self.post_message(self.Moved())
            self.mean(None)

    def scroll_to_end(self) -> None:
        """Shows the last line, as soon as the page is laid out; of a very long page first the last that is."""
        self._layout.go_on(AT_ONCE)
        self._end_wanted = not self._layout.width or not self._layout.complete
        self.scroll_to_line(len(self._layout.lines))

    def return_home(self) -> None:
        """Goes back to where the reader is at home.

        What is highlighted as one types moves the view too; but for this, the end of it would depend on every letter.
        """
        if self._home.was_left(self.top_line):
            self.make_home()
        else:
            self.scroll_to_line(line_at(self._layout, self._home.place))
            self._home.settle(self.top_line)

    def make_home(self) -> None:
        """Makes what is seen the reader's home."""
        self._home.move(self._layout, self.top_line)

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
        line = self._layout.line_of(key_of(hit), hit.start)
        if not self._sees(line):
            self.scroll_to_line(line - self.pane_height // 3)
        self.mean(None)

    def jump_to_hit(self, index: int) -> None:
        """Stands on a hit to which the reader did not go: the way to it begins where the reader is at home."""
        self.return_home()
        home = self.top_line
        self.go_to_hit(index)
        self._home.settle(self.top_line, jumped=self.top_line != home)

    def first_hit_seen(self) -> int:
        """The index of the first hit at or below the top of the view, else of the first of all."""
        lines = (self._layout.line_of(key_of(hit), hit.start) for hit in self.hits)
        return next((index for index, line in enumerate(lines) if line >= self.top_line), 0)

    @property
    def paragraph(self) -> int | None:
        """The body paragraph that is meant; None where none is seen."""
        if self._chosen is not None:
            return self._chosen
        hit = self._highlights.here
        if hit and hit.paragraph is not None and self._sees(self._layout.line_of(hit.paragraph, hit.start)):
            return hit.paragraph
        return self._layout.paragraph_in(slice(self.top_line, self.top_line + self.pane_height))

    def go_to_paragraph(self, paragraph: int) -> None:
        """Means a body paragraph and shows its beginning near the top."""
        self.scroll_to_line(self._layout.line_of(paragraph, 0) - 1)
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
        if self._layout.number_of(paragraph) is not None:
            line = self._layout.line_of(paragraph, 0)
            if not self._sees(line):
                self.scroll_to_line(line - 1)
            self.mean(paragraph)

    @property
    def selected(self) -> list[Piece]:
        """What is selected, block by block."""
        return list(self.selection.pieces(self._blocks)) if self.selection else []

    @property
    def selected_text(self) -> str:
        """The words that are selected, without hard wraps; empty for none."""
        return "\n".join(piece.text for piece in self.selected)

    def selected_spans(self) -> list[tuple[int, int, int]]:
        """The body paragraphs of which something is selected, each with its characters [start, end)."""
        return [(one.paragraph, one.start, one.end) for one in self.selected if one.paragraph is not None]

    def selected_words(self) -> list[tuple[str, int | None]]:
        """What is selected, block by block, each with its body paragraph; None for what is no body."""
        return [(one.text, one.paragraph) for one in self.selected if not one.text.isspace()]

    def select(self, selection: Selection | None) -> None:
        """Selects other words, or none."""
        if selection != self.selection:
            self.selection = selection
            self.paint_all()

    def select_paragraphs(self, first: int, last: int) -> None:
        """Selects whole body paragraphs, from the one to the other."""
        start, end = map(self._layout.number_of, sorted((first, last)))
        if start is not None and end is not None:
            self.select(Selection(Point(start, 0), Point(end, len(self._blocks[end].text))))

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Begins to select, or forgets what was selected."""
        point = self._point_at(event.x, event.y)
        self.select(None)
        if event.button == 1 and point is not None:
            self._anchor = point
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Selects up to the mouse; beyond an edge the view moves along."""
        if self._anchor is None:
            return
        if not 0 <= event.y < self.pane_height:
            self.scroll_lines(1 if event.y > 0 else -1)
        point = self._point_at(event.x, min(event.y, self.pane_height - 1))
        if point is not None:
            self.select(Selection(self._anchor, point))

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Ends to select; who listens may copy."""
        if self._anchor is not None:
            self._anchor = None
            self.release_mouse()
            if self.selection and not self.selection.is_empty:
                self.post_message(self.Selected())

    def _point_at(self, x: int, y: int) -> Point | None:
        return self._layout.point_at(self.top_line + max(0, y), x - self.margin_cells)

    def _paint_blocks(self, keys: Set[int]) -> None:
        """Paints the lines of some blocks anew."""
        lines = self._layout.lines
        self.forget(lambda line: line < len(lines) and lines[line].block.key in keys)
        self.refresh()

    def paint(self, line: int, pen: Pen) -> Style:
        """One line of the page."""
        here = self._layout.lines[line]
        if here is not BLANK:
            self._write_margin(pen, here)
            for run in runs(here, self._highlights, self.selection):
                pen.write(run.text, Style.combine(map(self.ink, run.inks)))
        return self.paper

    def _write_margin(self, pen: Pen, here: Line) -> None:
        """What stands left of a line's words: the mark of the paragraph that is meant, a sign, a label."""
        is_marked = not here.start and here.block.key is not None and here.block.key == self._marked
        first, sign = here.signs(marked=is_marked and (self.has_focus or self._chosen is not None))
        ink = self.ink("accent")
        if first != " " or sign != " ":
            pen.space(self.margin_cells - 2, self.paper).write(first, ink).write(sign, ink)
        else:
            pen.space(self.margin_cells, ink)
        before = pen.used
        pen.write("" if here.start else here.block.label, self.ink("label"))
        pen.space(here.column - (pen.used - before), ink)
