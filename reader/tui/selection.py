"""What is selected of a page: from one character of a block to another, in either direction.

May import this room's `page`. No Textual. What is copied is the blocks' own text: no hard wraps, no indent, no margin.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.tui.page import Block, Point, View


class Piece(NamedTuple):
    """The selected characters [start, end) of a block; `paragraph` is None where it is no body paragraph."""

    text: str
    paragraph: int | None
    start: int
    end: int


class Selection(NamedTuple):
    """From where the selecting began to where it has come."""

    anchor: Point
    head: Point

    @property
    def is_empty(self) -> bool:
        """Whether nothing is selected."""
        return self.anchor == self.head

    def span(self, number: int, length: int) -> tuple[int, int] | None:
        """The characters of a block of some length that are selected; None for none."""
        first, last = sorted(self)
        if not first.number <= number <= last.number:
            return None
        start = first.character if number == first.number else 0
        end = last.character if number == last.number else length
        return (start, end) if start < end else None

    def pieces(self, blocks: Sequence[Block]) -> Iterator[Piece]:
        """What is selected of every block of the post."""
        first, last = sorted(self)
        for number in range(first.number, min(last.number + 1, len(blocks))):
            block = blocks[number]
            span = self.span(number, len(block.text))
            if span and not block.aside:
                start, end = span
                yield Piece(block.text[start:end], block.paragraph, start, end)

    def text(self, blocks: Sequence[Block]) -> str:
        """The words that are selected, a line a block."""
        return "\n".join(piece.text for piece in self.pieces(blocks))


class Selecting:
    """What is selected of the page of a pane, by the mouse or by paragraphs."""

    def __init__(self, view: View) -> None:
        self.selection: Selection | None = None
        self._view = view
        self._anchor: Point | None = None

    @property
    def pieces(self) -> list[Piece]:
        """What is selected, block by block."""
        return list(self.selection.pieces(self._view.blocks)) if self.selection else []

    @property
    def text(self) -> str:
        """The words that are selected, without hard wraps; empty for none."""
        return self.selection.text(self._view.blocks) if self.selection else ""

    def spans(self) -> list[tuple[int, int, int]]:
        """The body paragraphs of which something is selected, each with its characters [start, end)."""
        return [(one.paragraph, one.start, one.end) for one in self.pieces if one.paragraph is not None]

    def words(self) -> list[tuple[str, int | None]]:
        """What is selected, block by block, each with its body paragraph; None for what is no body."""
        return [(one.text, one.paragraph) for one in self.pieces if not one.text.isspace()]

    def forget(self) -> None:
        """Selects nothing of another page, which is painted in any case."""
        self.selection = self._anchor = None

    def select(self, selection: Selection | None) -> None:
        """Selects other words, or none."""
        if selection != self.selection:
            self.selection = selection
            self._view.paint_all()

    def select_paragraphs(self, first: int, last: int) -> None:
        """Selects whole body paragraphs, from the one to the other."""
        start, end = map(self._view.page.number_of, sorted((first, last)))
        if start is not None and end is not None:
            self.select(Selection(Point(start, 0), Point(end, len(self._view.blocks[end].text))))

    def begin(self, x: int, y: int, *, drags: bool) -> bool:
        """Forgets what was selected; whether selecting begins at a cell of the pane, which it does if the mouse drags
        and there is text.
        """
        point = self._point_at(x, y)
        self.select(None)
        if drags and point is not None:
            self._anchor = point
        return drags and point is not None

    def extend(self, x: int, y: int) -> None:
        """Selects up to a cell, once it has begun; beyond an edge of the pane the view moves along."""
        if self._anchor is None:
            return
        if not 0 <= y < self._view.pane_height:
            self._view.scroll_lines(1 if y > 0 else -1)
        point = self._point_at(x, min(y, self._view.pane_height - 1))
        if point is not None:
            self.select(Selection(self._anchor, point))

    def end(self) -> bool:
        """Ends to select; whether it had begun, and something is selected."""
        begun, self._anchor = self._anchor is not None, None
        return begun and self.selection is not None and not self.selection.is_empty

    def _point_at(self, x: int, y: int) -> Point | None:
        return self._view.page.point_at(self._view.top_line + max(0, y), x - self._view.margin_cells)
