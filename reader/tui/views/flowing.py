"""The head of a view: parts of a sentence, as many in a line as fit.

May import `text.cells`.
"""

from __future__ import annotations

from collections.abc import Iterable

from reader.text.cells import cells

GAP = "  "
"""What stands between two parts of a line."""

Piece = tuple[str, str]
"""A text and the name of its ink."""


def flowed(pieces: Iterable[Piece], width: int) -> list[list[Piece]]:
    """The pieces in lines of `width` cells; a piece begins a new line where it does not fit, and is never parted."""
    lines: list[list[Piece]] = []
    used = 0
    for text, ink in pieces:
        if not text:
            continue
        if lines and used + cells(GAP + text) <= width:
            lines[-1].append((GAP + text, ink))
            used += cells(GAP + text)
        else:
            lines.append([(text, ink)])
            used = cells(text)
    return lines
