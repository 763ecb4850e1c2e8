"""What is selected of a page: from one character of a block to another, in either direction.

May import this room's `page`. No Textual. What is copied is the blocks' own text: no hard wraps, no indent, no margin.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.tui.page import Block, Point


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
