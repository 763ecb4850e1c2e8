"""What a view tells above and below its rows, set into lines of a width: pieces beside each other, and sentences.

May import `text`. A line is a list of (text, ink), as `Head` shows it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from reader.text.cells import cells, crop
from reader.text.typeset import typeset, visible

Piece = tuple[str, str]
"""A text and the name of an ink."""
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_GAP = "  "


def days(text: str) -> list[tuple[int, int]]:
    """Where days (2022-03-15) stand in a text: they are not broken."""
    return [match.span() for match in _DAY.finditer(text)]


def paragraphs(told: Iterable[Piece], width: int) -> list[list[Piece]]:
    """Each of them broken into lines of at most `width` cells."""
    width = max(2, width)
    return [[(visible(text, line), ink)] for text, ink in told for line in typeset(text, width, 0, days(text))]


def flowed(pieces: Iterable[Piece], width: int) -> list[list[Piece]]:
    """Pieces beside each other, parted by spaces; one that does not fit into what is left begins a line of its own.

    An empty piece is left out; one that is wider than a line is cut.
    """
    lines: list[list[Piece]] = []
    used = 0
    for text, ink in pieces:
        shown = crop(text, max(0, width))
        size = cells(shown)
        if lines and shown and used + len(_GAP) + size <= width:
            lines[-1].append((_GAP + shown, ink))
            used += len(_GAP) + size
        elif shown:
            lines.append([(shown, ink)])
            used = size
    return lines
