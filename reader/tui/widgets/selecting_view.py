"""Selecting words of a page with the mouse, or whole paragraphs.

May import Textual, this room's `page` and `selection`. Textual's own selection copies lines as they are painted; this
one copies the text.
"""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.message import Message

from reader.tui.page import BLANK, Block, character_at
from reader.tui.selection import Point, Selection
from reader.tui.widgets.page_view import MEASURE
from reader.tui.widgets.paragraph_view import ParagraphView


class SelectingView(ParagraphView):
    """A page of which words can be selected."""

    class Selected(Message):
        """The mouse has selected words."""

    def __init__(self, measure: int = MEASURE, leading: int = 0) -> None:
        super().__init__(measure, leading)
        self.selection: Selection | None = None
        self._anchor: Point | None = None

    def set_page(self, blocks: Sequence[Block], *, keep: bool = False) -> None:
        """Shows a page, of which nothing is selected."""
        self.selection = self._anchor = None
        super().set_page(blocks, keep=keep)

    @property
    def selected_text(self) -> str:
        """The words that are selected, without hard wraps; empty for none."""
        return self.selection.text(self._blocks) if self.selection else ""

    def selected_spans(self) -> list[tuple[int, int, int]]:
        """The body paragraphs of which something is selected, each with its characters [start, end)."""
        pieces = self.selection.pieces(self._blocks) if self.selection else ()
        return [(block.key, start, end) for block, start, end in pieces if block.key is not None and block.key >= 0]

    def selected_words(self) -> list[tuple[str, int | None]]:
        """What is selected, block by block, each with its body paragraph; None for what is no body."""
        pieces = self.selection.pieces(self._blocks) if self.selection else ()
        return [
            (block.text[start:end], block.key if block.key is not None and block.key >= 0 else None)
            for block, start, end in pieces
            if not block.text[start:end].isspace()
        ]

    def select(self, selection: Selection | None) -> None:
        """Selects other words, or none."""
        if selection != self.selection:
            self.selection = selection
            self.paint_all()

    def select_paragraphs(self, first: int, last: int) -> None:
        """Selects whole body paragraphs, from the one to the other."""
        first, last = sorted((first, last))
        start, end = self._layout.number_of(first), self._layout.number_of(last)
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
        point = self._point_at(event.x, max(0, min(event.y, self.pane_height - 1)))
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
        """The place in the text at a cell of the widget; None where there is no text."""
        lines = self._layout.lines[: self.top_line + max(0, y) + 1]
        line = next((line for line in reversed(lines) if line.number >= 0 and line.block is not BLANK.block), None)
        if line is None:
            return None
        below = lines[-1] is not line
        return Point(line.number, line.end if below else character_at(line, x - self.margin_cells))
