"""What is highlighted on a page: the hits of it, and the one that is stood on; and a line in stretches of one style.

May import `query` (for the type checker) and this room's `page` and `selection`. No Textual.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from reader.tui.page import ORIGINAL_TITLE, TITLE, Line, Tone
from reader.tui.selection import Selection

if TYPE_CHECKING:
    from reader.query.model import Hit


class Highlights:
    """The hits of a page, and the index of the one stood on, None for none. Of `quiet` ones only that is seen."""

    def __init__(self, hits: Sequence[Hit] = (), *, quiet: bool = False) -> None:
        self.hits = hits
        self.quiet = quiet
        self.current: int | None = None
        self._by_key: defaultdict[int, list[Hit]] = defaultdict(list)
        for hit in hits:
            self._by_key[key_of(hit)].append(hit)

    @property
    def here(self) -> Hit | None:
        """The hit that is stood on."""
        return None if self.current is None else self.hits[self.current]

    @property
    def keys(self) -> Set[int]:
        """The keys of the blocks that hold hits."""
        return self._by_key.keys()

    def seen_in(self, key: int | None) -> Sequence[Hit]:
        """The hits that are seen in the block with a key, in the order of the text."""
        hits = self._by_key.get(key, ()) if key is not None else ()
        return [hit for hit in hits if hit == self.here] if self.quiet else hits


class Run(NamedTuple):
    """A stretch of a painted line in one style: whether it is part of a hit, of the one stood on, of the selection."""

    text: str
    tone: Tone
    hit: bool
    current: bool
    selected: bool

    @property
    def inks(self) -> Iterator[str]:
        """The names of the inks it is written in, one over the other."""
        yield self.tone.value
        if self.selected:
            yield "selected"
        if self.hit:
            yield "current" if self.current else "hit"


def runs(line: Line, highlights: Highlights, selection: Selection | None = None) -> list[Run]:
    """A line, without the spaces at its end, cut into stretches of one style each."""
    text, spans = line.block.text, line.block.spans
    stop = line.start + len(text[line.start : line.end].rstrip(" \u3000"))
    hits = [hit for hit in highlights.seen_in(line.block.key) if hit.start < stop and hit.end > line.start]
    current = None if highlights.quiet else highlights.here
    selected = selection.span(line.number, len(text)) if selection else None
    edges = {line.start, stop}
    marked = [(span.start, span.end) for span in spans] + [(hit.start, hit.end) for hit in hits]
    for start, end in [*marked, *([selected] if selected else [])]:
        edges.update(edge for edge in (start, end) if line.start < edge < stop)
    found = []
    for start, end in pairwise(sorted(edges)):
        tone = next((span.tone for span in spans if span.start <= start < span.end), line.block.tone)
        inside = [hit for hit in hits if hit.start <= start < hit.end]
        taken = selected is not None and selected[0] <= start < selected[1]
        found.append(Run(text[start:end], tone, bool(inside), current in inside, taken))
    return found


def key_of(hit: Hit) -> int:
    """The key of the block that holds a hit."""
    if hit.paragraph is not None:
        return hit.paragraph
    return ORIGINAL_TITLE if hit.original else TITLE
