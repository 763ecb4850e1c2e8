"""The reading pane: a page with its hits lit and signs at its margin.

May import Textual, `query`, and this room's `page`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from rich.style import Style

from reader.tui.page import BLANK, Block, Line, Run, key_of, runs
from reader.tui.widgets.inks import Ink
from reader.tui.widgets.lines import Pen
from reader.tui.widgets.page_view import MEASURE
from reader.tui.widgets.selecting_view import SelectingView

if TYPE_CHECKING:
    from reader.query.model import Hit


class TextPane(SelectingView):
    """Shows one page of blocks. `current` is the index of the hit stood on, None for none."""

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

    def __init__(self, measure: int = MEASURE, leading: int = 0) -> None:
        super().__init__(measure, leading)
        self.hits: Sequence[Hit] = ()
        self.current: int | None = None
        self._by_key: dict[int, list[Hit]] = {}
        self._quiet = False

    def show(
        self, blocks: Sequence[Block], hits: Sequence[Hit] = (), *, keep: bool = False, quiet: bool = False
    ) -> None:
        """Shows a page with hits, from its top, or (`keep`) from where it was read; `quiet` as in `light`."""
        self.light(hits, quiet=quiet)
        self.set_page(blocks, keep=keep)

    def light(self, hits: Sequence[Hit], *, quiet: bool = False) -> None:
        """Lights hits in the page that is shown; none is current. Of `quiet` ones only the current is seen."""
        before = set(self._by_key)
        self._quiet = quiet
        self.hits = hits
        self.current = None
        by_key: defaultdict[int, list[Hit]] = defaultdict(list)
        for hit in hits:
            by_key[key_of(hit)].append(hit)
        self._by_key = dict(by_key)
        self.paint_blocks(before | set(by_key))
        self._choose(self._chosen)

    def go_to_hit(self, index: int) -> None:
        """Stands on a hit and brings its line into sight, a third from the top where it was not."""
        before, self.current = self.current, index
        hit = self.hits[index]
        self.paint_blocks({key_of(self.hits[number]) for number in (before, index) if number is not None})
        line = self._line_of(key_of(hit), hit.start)
        if not self.top_line <= line < self.top_line + self.pane_height:
            self.scroll_to_line(line - self.pane_height // 3)
        self._choose(None)

    @property
    def paragraph(self) -> int | None:
        """As of every page; but what is stood on and seen is in the paragraph that is meant."""
        if self._chosen is None and self.current is not None:
            hit = self.hits[self.current]
            if hit.paragraph is not None:
                line = self._line_of(hit.paragraph, hit.start)
                if self.top_line <= line < self.top_line + self.pane_height:
                    return hit.paragraph
        return super().paragraph

    def jump_to_hit(self, index: int) -> None:
        """Stands on a hit to which the reader did not go: the way to it begins where the reader is at home."""
        self.return_home()
        home = self.top_line
        self.go_to_hit(index)
        self._settle(jumped=self.top_line != home)

    def first_hit_seen(self) -> int:
        """The index of the first hit at or below the top of the view, else of the first of all."""
        lines = (self._line_of(key_of(hit), hit.start) for hit in self.hits)
        return next((index for index, line in enumerate(lines) if line >= self.top_line), 0)

    def _begin(self) -> None:
        if self.current is not None:
            self.jump_to_hit(self.current)
        super()._begin()

    def paint(self, line: int, pen: Pen) -> Style:
        """One line of the page."""
        here = self._layout.lines[line]
        base = self.paper
        if here is BLANK:
            return base
        self._write_margin(pen, here, base)
        hits = self._by_key.get(here.block.key, []) if here.block.key is not None else []
        current = self.hits[self.current] if self.current is not None and hits else None
        if self._quiet:
            hits = [current] if current in hits else []
        selected = self.selection and self.selection.span(here.number, len(here.block.text))
        for run in runs(here, hits, current, selected):
            pen.write(run.text, self._style(run))
        return base

    def _write_margin(self, pen: Pen, here: Line, base: Style) -> None:
        """What stands left of a line's words: the mark of the paragraph that the keys mean, a sign, a label."""
        told = self.has_focus or self._chosen is not None
        chosen = told and not here.start and here.block.key is not None and here.block.key == self._marked
        signs = list(dict.fromkeys(sign for at, sign in here.block.signs if here.start <= at < here.end))
        first = "›" if chosen else signs[0] if len(signs) > 1 else " "
        sign = signs[-1] if signs else " "
        label = here.block.label if here.start == 0 else ""
        ink = self.ink("accent")
        if chosen or sign != " ":
            pen.space(self.margin_cells - 2, base).write(first, ink).write(sign, ink)
        else:
            pen.space(self.margin_cells, ink)
        before = pen.used
        pen.write(label, self.ink("label"))
        pen.space(here.column - (pen.used - before), ink)

    def _style(self, run: Run) -> Style:
        style = self.ink(run.tone.value)
        if run.selected:
            style += self.ink("selected")
        if run.current and not self._quiet:
            return style + self.ink("current")
        return style + self.ink("hit") if run.lit else style
