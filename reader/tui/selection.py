"""What is selected of a page: from one character of a block to another, in either direction.

May import this room's `page`. No Textual. What is copied is the blocks' own text: no hard wraps, no indent, no margin.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.tui.page import Block


class Point(NamedTuple):
    """A place between two characters: a block's number and so many of its characters before it."""

    number: int
    character: int


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

    def pieces(self, blocks: Sequence[Block]) -> Iterator[tuple[Block, int, int]]:
        """Every block of the post of which something is selected, with the characters [start, end)."""
        first, last = sorted(self)
        for number in range(first.number, min(last.number + 1, len(blocks))):
            span = self.span(number, len(blocks[number].text))
            if span and not blocks[number].aside:
                yield blocks[number], *span

    def text(self, blocks: Sequence[Block]) -> str:
        """The words that are selected, a line a block."""
        return "\n".join(block.text[start:end] for block, start, end in self.pieces(blocks))
