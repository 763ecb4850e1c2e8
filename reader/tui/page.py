"""How a readout is laid out in the reading pane: blocks of text, then lines for a width.

May import `readout`, `query`, `text` and `locale`, not Textual: it is tested without a terminal. Blocks do not know
the width; lines hold character offsets into their block, so that hits and the reading position survive a resize.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from itertools import accumulate, chain, pairwise
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple

from reader.text.atoms import stretches
from reader.text.cells import cells, clusters
from reader.text.typeset import typeset

if TYPE_CHECKING:
    from reader.query.model import Hit

TITLE, ORIGINAL_TITLE = -1, -2
"""Keys of the blocks that hold the two titles; a body paragraph's key is its index."""

_AT_ONCE = 32
"""Lines that are set between two looks at the clock."""
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
    SAID = "said"
    """Said before, where the view shows what is new."""
    NEW = "new"
    """All else of the body there."""


class Span(NamedTuple):
    """A stretch of a block's text, in characters, with a tone of its own."""

    start: int
    end: int
    tone: Tone


class Block(NamedTuple):
    """One paragraph of a page. `label` stands left of it; `gap` blank lines stand before it; the words `whole`
    are kept in one line where it fits; `signs` stand at the margin of the lines that hold their characters. What is no
    part of the post is `aside`: it is never copied with it.
    """

    text: str
    tone: Tone
    spans: tuple[Span, ...] = ()
    key: int | None = None
    label: str = ""
    indent: int = 0
    gap: int = 0
    whole: Sequence[str] = ()
    signs: tuple[tuple[int, str], ...] = ()
    aside: bool = False


class Line(NamedTuple):
    """One line of a page: the characters [start, end) of a block, `column` cells from the page's left edge.

    `number` is the block's among the page's, -1 for a blank line between two.
    """

    block: Block
    start: int
    end: int
    column: int
    number: int


class Run(NamedTuple):
    """A stretch of a painted line in one style; `lit` where it is part of a hit, `current` of the one stood on."""

    text: str
    tone: Tone
    lit: bool
    current: bool
    selected: bool


BLANK = Line(Block("", Tone.BODY), 0, 0, 0, -1)


def lay_out(blocks: Sequence[Block], width: int, leading: int = 0) -> Iterator[Line]:
    """The lines of a page `width` cells wide, one by one; labels share one column, as wide as the widest.

    `leading` blank lines stand between two lines of a paragraph of the body.
    """
    labels = max((cells(block.label) for block in blocks if block.label), default=0)
    column = labels + 2 if labels else 0
    if column > width // 2:
        column = 0
    for number, block in enumerate(blocks):
        yield from [BLANK] * block.gap
        left = column if block.label else 0
        if block.label and not column:
            yield Line(Block(block.label, Tone.LABEL), 0, len(block.label), 0, number)
        for line in typeset(block.text, max(2, width - left), block.indent, stretches(block.text, block.whole)):
            if line.start and _is_body(block):
                yield from [BLANK] * leading
            yield Line(block, line.start, line.end, left + line.indent, number)


class Layout:
    """The lines of a page, set only as far as somebody has looked: a page may have ten thousand paragraphs."""

    def __init__(self, blocks: Sequence[Block], width: int, leading: int = 0) -> None:
        self.lines: list[Line] = []
        self.complete = False
        self._first: dict[int, int] = {}  # the first line of each block that has been reached
        self._numbers = {block.key: number for number, block in enumerate(blocks) if block.key is not None}
        self._before = list(accumulate((len(block.text) for block in blocks if _is_body(block)), initial=0))
        self._bodies = [number for number, block in enumerate(blocks) if _is_body(block)]
        self._rest = chain((BLANK,), lay_out(blocks, width, leading), (BLANK,))

    def reach(self, count: int) -> None:
        """Sets lines until there are so many, or all."""
        while len(self.lines) < count and not self.complete:
            self._more()

    def go_on(self, seconds: float) -> None:
        """Sets lines for so long."""
        end = monotonic() + seconds
        while not self.complete and monotonic() < end:
            for _ in range(_AT_ONCE):
                self._more()

    def number_of(self, key: int) -> int | None:
        """Which block has a key; None where none has."""
        return self._numbers.get(key)

    def line_of(self, number: int, character: int) -> int:
        """The line that shows a character of a block, or its last before that; 0 where there is no such block."""
        while not self.complete and (number not in self._first or self.lines[-1].number <= number):
            self._more()
        found = self._first.get(number, 0)
        for line in range(found, len(self.lines)):
            if self.lines[line] is BLANK:
                continue
            if self.lines[line].number != number or self.lines[line].start > character:
                break
            found = line
        return found

    def share(self, line: int) -> tuple[int, int]:
        """How many characters of the body stand down to the end of a line, and how many there are in all."""
        line = min(line, len(self.lines) - 1)
        while line >= 0 and self.lines[line].number < 0:
            line -= 1
        total = self._before[-1]
        if line < 0:
            return 0, total
        last = self.lines[line]
        body = bisect_left(self._bodies, last.number)
        within = last.end if body < len(self._bodies) and self._bodies[body] == last.number else 0
        return self._before[body] + within, total

    def _more(self) -> None:
        line = next(self._rest, None)
        if line is None:
            self.complete = True
            return
        if line.number >= 0:
            self._first.setdefault(line.number, len(self.lines))
        self.lines.append(line)


def character_at(line: Line, cell: int) -> int:
    """The character of a line's block that begins at, or nearest before, so many cells from the page's left edge."""
    used = line.column
    for match in clusters().finditer(line.block.text, line.start, line.end):
        width = cells(match[0])
        if used + (width + 1) // 2 > cell:
            return match.start()
        used += width
    return line.end


def runs(line: Line, hits: Iterable[Hit], current: Hit | None, selected: tuple[int, int] | None = None) -> list[Run]:
    """A line cut into stretches of one style each; `hits` and `selected` are of the line's block."""
    stop = line.start + len(line.block.text[line.start : line.end].rstrip(" \u3000"))
    lit = [hit for hit in hits if hit.start < stop and hit.end > line.start]
    edges = {line.start, stop}
    marked = [selected] if selected else []
    marked += [(span.start, span.end) for span in line.block.spans] + [(hit.start, hit.end) for hit in lit]
    for start, end in marked:
        edges.update(edge for edge in (start, end) if line.start < edge < stop)
    ordered = sorted(edges)
    found = []
    for start, end in pairwise(ordered):
        tone = next((span.tone for span in line.block.spans if span.start <= start < span.end), line.block.tone)
        inside = [hit for hit in lit if hit.start <= start < hit.end]
        taken = selected is not None and selected[0] <= start < selected[1]
        found.append(Run(line.block.text[start:end], tone, bool(inside), current in inside, taken))
    return found


def _is_body(block: Block) -> bool:
    return block.key is not None and block.key >= 0


def key_of(hit: Hit) -> int:
    """The key of the block that holds a hit."""
    if hit.paragraph is not None:
        return hit.paragraph
    return ORIGINAL_TITLE if hit.original else TITLE
