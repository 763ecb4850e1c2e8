"""How a readout is laid out in the reading pane: blocks of text, then lines for a width.

May import `readout`, `query`, `text` and `locale`, not Textual: it is tested without a terminal. Blocks do not know
the width; lines hold character offsets into their block, so that hits and the reading position survive a resize.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from reader.text.typeset import cells, typeset

if TYPE_CHECKING:
    from reader.query.model import Hit

TITLE, ORIGINAL_TITLE = -1, -2
"""Keys of the blocks that hold the two titles; a body paragraph's key is its index."""

INDENT = 4
"""First-line indent of a body paragraph in cells: two Chinese characters (CLREQ)."""


class Tone(Enum):
    """What a stretch of text is; the pane has one style for each."""

    TITLE = "title"
    HEADING = "heading"
    BODY = "body"
    LABEL = "label"
    NAME = "name"
    MUTED = "muted"
    ACCENT = "accent"


class Span(NamedTuple):
    """A stretch of a block's text, in characters, with a tone of its own."""

    start: int
    end: int
    tone: Tone


class Block(NamedTuple):
    """One paragraph of a page. `label` stands left of it; `gap` blank lines stand before it."""

    text: str
    tone: Tone
    spans: tuple[Span, ...] = ()
    key: int | None = None
    label: str = ""
    indent: int = 0
    gap: int = 0


class Line(NamedTuple):
    """One line of a page: the characters [start, end) of a block, `column` cells from the page's left edge."""

    block: Block
    start: int
    end: int
    column: int


class Run(NamedTuple):
    """A stretch of a painted line in one style; `lit` where it is part of a hit, `current` of the one stood on."""

    text: str
    tone: Tone
    lit: bool
    current: bool


BLANK = Line(Block("", Tone.BODY), 0, 0, 0)


def lay_out(blocks: Sequence[Block], width: int) -> list[Line]:
    """The lines of a page `width` cells wide; labels share one column, as wide as the widest."""
    labels = max((cells(block.label) for block in blocks), default=0)
    column = labels + 2 if labels else 0
    if column > width // 2:
        column = 0
    lines: list[Line] = []
    for block in blocks:
        lines.extend([BLANK] * block.gap)
        left = column if block.label else 0
        if block.label and not column:
            lines.append(Line(Block(block.label, Tone.LABEL), 0, len(block.label), 0))
        lines.extend(
            Line(block, line.start, line.end, left + line.indent)
            for line in typeset(block.text, max(2, width - left), block.indent)
        )
    return lines


def runs(line: Line, hits: Iterable[Hit], current: Hit | None) -> list[Run]:
    """A line cut into stretches of one style each; `hits` are those of the line's block."""
    stop = line.start + len(line.block.text[line.start : line.end].rstrip(" \u3000"))
    lit = [hit for hit in hits if hit.start < stop and hit.end > line.start]
    edges = {line.start, stop}
    for start, end in [(span.start, span.end) for span in line.block.spans] + [(hit.start, hit.end) for hit in lit]:
        edges.update(edge for edge in (start, end) if line.start < edge < stop)
    ordered = sorted(edges)
    found = []
    for start, end in pairwise(ordered):
        tone = next((span.tone for span in line.block.spans if span.start <= start < span.end), line.block.tone)
        inside = [hit for hit in lit if hit.start <= start < hit.end]
        found.append(Run(line.block.text[start:end], tone, bool(inside), current in inside))
    return found


def key_of(hit: Hit) -> int:
    """The key of the block that holds a hit."""
    if hit.paragraph is not None:
        return hit.paragraph
    return ORIGINAL_TITLE if hit.original else TITLE
