"""How a readout is laid out in the reading pane: blocks of text, then lines for a width.

May import `text`, not Textual: it is tested without a terminal. Blocks do not know
the width; lines hold character offsets into their block, so that hits and the reading position survive a resize.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from enum import Enum
from itertools import accumulate, chain
from time import monotonic
from typing import NamedTuple, Protocol

from reader.text.atoms import stretches
from reader.text.cells import cells, clusters
from reader.text.typeset import typeset

TITLE, ORIGINAL_TITLE = -1, -2
"""Keys of the blocks that hold the two titles; a body paragraph's key is its index."""

_AT_ONCE = 32
"""Lines that are set between two looks at the clock."""


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

    @property
    def paragraph(self) -> int | None:
        """The index of the body paragraph that it is; None where it is none."""
        return self.key if self.key is not None and self.key >= 0 else None


class Point(NamedTuple):
    """A place between two characters: a block's number and so many of its characters before it."""

    number: int
    character: int


class Line(NamedTuple):
    """One line of a page: the characters [start, end) of a block, `column` cells from the page's left edge.

    `number` is the block's among the page's, -1 for a blank line between two.
    """

    block: Block
    start: int
    end: int
    column: int
    number: int

    @property
    def label(self) -> str:
        """What stands left of its words."""
        return "" if self.start else self.block.label

    def signs(self, *, marked: bool) -> str:
        """What stands in the last two cells of the margin: › where its paragraph is marked and begins, else the first
        of several signs; and the last of the signs.
        """
        signs = list(dict.fromkeys(sign for at, sign in self.block.signs if self.start <= at < self.end))
        first = "›" if marked and not self.start else signs[0] if len(signs) > 1 else " "
        return first + (signs[-1] if signs else " ")


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
            if line.start and block.paragraph is not None:
                yield from [BLANK] * leading
            yield Line(block, line.start, line.end, left + line.indent, number)


class Layout:
    """The lines of a page, set only as far as somebody has looked: a page may have ten thousand paragraphs.

    Whatever is asked of it sets as many lines as the answer needs; `width` is 0 where nothing is laid out.
    """

    def __init__(self, blocks: Sequence[Block] = (), width: int = 0, leading: int = 0) -> None:
        self.width = width
        self.lines: list[Line] = []
        self.complete = False
        self._first: dict[int, int] = {}  # the first line of each block that has been reached
        self._numbers = {block.key: number for number, block in enumerate(blocks) if block.key is not None}
        self._bodies = [number for number, block in enumerate(blocks) if block.paragraph is not None]
        self._before = list(accumulate((len(blocks[number].text) for number in self._bodies), initial=0))
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

    def line_of(self, key: int, character: int) -> int:
        """The line that shows a character of the block with a key; 0 where there is no such block."""
        number = self.number_of(key)
        return 0 if number is None else self.line_at(Point(number, character))

    def line_at(self, point: Point) -> int:
        """The line that shows a character of a block, or its last before that; 0 where there is no such block."""
        number = point.number
        while not self.complete and (number not in self._first or self.lines[-1].number <= number):
            self._more()
        found = self._first.get(number, 0)
        for line in range(found, len(self.lines)):
            if self.lines[line] is BLANK:
                continue
            if self.lines[line].number != number or self.lines[line].start > point.character:
                break
            found = line
        return found

    def point_at(self, line: int, cell: int) -> Point | None:
        """The place in the text at a cell of a line, counted from the page's left edge, or at the end of the last line
        with text above it; None where there is none.
        """
        last = self._text_above(line)
        if last is None:
            return None
        found = self.lines[last]
        below = last < min(line, len(self.lines) - 1)
        return Point(found.number, found.end if below else character_at(found, cell))

    def paragraph_in(self, lines: slice) -> int | None:
        """The first body paragraph that begins in some lines, else the one that is seen there; None for none."""
        body = [line for line in self.lines[lines] if line.block.paragraph is not None]
        return next((line.block.key for line in body if not line.start), body[0].block.key if body else None)

    def share(self, line: int) -> tuple[int, int]:
        """How many characters of the body stand down to the end of a line, and how many there are in all."""
        at = self._text_above(line)
        if at is None:
            return 0, self._before[-1]
        last = self.lines[at]
        before = self._before[bisect_left(self._bodies, last.number)]
        return before + (0 if last.block.paragraph is None else last.end), self._before[-1]

    def _text_above(self, line: int) -> int | None:
        """The last line, down to this one, that is not blank."""
        return next((at for at in range(min(line, len(self.lines) - 1), -1, -1) if self.lines[at] is not BLANK), None)

    def _more(self) -> None:
        line = next(self._rest, None)
        if line is None:
            self.complete = True
            return
        if line is not BLANK:
            self._first.setdefault(line.number, len(self.lines))
        self.lines.append(line)


class View(Protocol):
    """The pane that shows a page, as far as what knows no Textual asks it."""

    blocks: Sequence[Block]
    page: Layout
    top_line: int

    @property
    def pane_height(self) -> int:
        """How many lines are seen at once."""

    @property
    def margin_cells(self) -> int:
        """The cells left of the page."""

    def scroll_lines(self, count: int) -> None:
        """Moves the view by so many lines, down where positive."""

    def scroll_to_line(self, line: int) -> None:
        """Makes a line the first that is seen, as far as the end allows."""

    def paint_all(self) -> None:
        """Paints everything anew."""


def character_at(line: Line, cell: int) -> int:
    """The character of a line's block that begins at, or nearest before, so many cells from the page's left edge."""
    used = line.column
    for match in clusters().finditer(line.block.text, line.start, line.end):
        width = cells(match[0])
        if used + (width + 1) // 2 > cell:
            return match.start()
        used += width
    return line.end
