"""The paragraph of a page that the keys mean: copying, citing and noting are of it, and the outline follows it.

May import Textual, `place` and this room's `page_view`.
"""

from __future__ import annotations

from collections.abc import Sequence

from reader.tui.page import Block
from reader.tui.place import Place
from reader.tui.widgets.page_view import MEASURE, PageView


class ParagraphView(PageView):
    """A page of which one body paragraph is marked: the one gone to, else the first that is seen."""

    def __init__(self, measure: int = MEASURE, leading: int = 0) -> None:
        super().__init__(measure, leading)
        self._chosen: int | None = None
        self._marked: int | None = None

    def set_page(self, blocks: Sequence[Block], *, keep: bool = False) -> None:
        """Shows a page; where `keep` is set, the paragraph gone to stays the one that is meant."""
        self._chosen = self._chosen if keep else None
        super().set_page(blocks, keep=keep)

    def scroll_to_line(self, line: int) -> None:
        """Makes a line the first that is seen; then what is seen first is meant."""
        before = self.top_line
        super().scroll_to_line(line)
        if self.top_line != before:
            self._choose(None)

    @property
    def paragraph(self) -> int | None:
        """The body paragraph that is meant; None where none is seen."""
        if self._chosen is not None:
            return self._chosen
        seen = self._layout.lines[self.top_line : self.top_line + self.pane_height]
        body = [line for line in seen if line.block.key is not None and line.block.key >= 0]
        return next((line.block.key for line in body if not line.start), body[0].block.key if body else None)

    def go_to_paragraph(self, paragraph: int) -> None:
        """Marks a body paragraph and shows its beginning near the top."""
        self.scroll_to_line(self._line_of(paragraph, 0) - 1)
        self._choose(paragraph)

    def mean(self, paragraph: int) -> None:
        """Marks a body paragraph, wherever the view is."""
        self._choose(paragraph)

    def step_paragraph(self, step: int) -> None:
        """Marks a paragraph below or above the marked one; the view moves only where it is not seen."""
        here = self.paragraph
        paragraph = 0 if here is None else here + step
        if self._layout.number_of(paragraph) is not None:
            line = self._line_of(paragraph, 0)
            if not self.top_line <= line < self.top_line + self.pane_height:
                self.scroll_to_line(line - 1)
            self._choose(paragraph)

    def _choose(self, paragraph: int | None) -> None:
        self._chosen = paragraph
        marked = self.paragraph
        if marked != self._marked:
            self.paint_blocks({key for key in (marked, self._marked) if key is not None})
            self._marked = marked

    def _set(self, top: Place | None) -> None:
        chosen = self._chosen
        super()._set(top)
        self._choose(chosen if self._width else None)
