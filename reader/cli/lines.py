"""What the commands print, made from rows and hits: columns, contexts, objects for JSON. Prints nothing.

May import `library`, `query`, `readout` (for the type checker), `text`, `locale`, `views.report`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from reader.export.prose import HEADING
from reader.library.model import Row
from reader.query import Hit
from reader.text.atoms import stretches
from reader.text.safety import clean, one_line
from reader.text.typeset import typeset, visible
from reader.views.report import day_or_dashes

if TYPE_CHECKING:
    from reader.readout.model import Readout

CONTEXT = 18
"""Characters shown on either side of a hit."""
INDENT = 4
"""The indent of a paragraph, in cells; a full-width space paints two."""


def set_body(readout: Readout, width: int) -> Iterator[str]:
    """The lines of a body, none wider than `width` cells, as the screen sets them; a sub-heading has no indent."""
    names = readout.names
    for number, paragraph in enumerate(readout.paragraphs):
        if number:
            yield ""
        text = clean(paragraph.text)
        indent = 0 if paragraph.kind == HEADING else INDENT
        for line in typeset(text, width, indent, stretches(text, names)):
            yield "　" * (line.indent // 2) + " " * (line.indent % 2) + visible(text, line)


def list_line(row: Row) -> tuple[str, ...]:
    """The columns of a row of the list."""
    return day_or_dashes(row.day), row.id, one_line(row.name), one_line(row.chair)


def row_object(row: Row) -> dict[str, Any]:
    """A row of the list for JSON."""
    return {
        "id": row.id,
        "path": row.path,
        "date": row.day.isoformat() if row.day else None,
        "delay": row.delay,
        "kind": "meeting" if row.is_meeting else "article",
        "name": row.name,
        "chair": row.chair or None,
        "hits": row.hits,
    }


def found_object(row: Row, hits: Sequence[Hit]) -> dict[str, Any]:
    """A post that a search found, with its hits, for JSON."""
    return {"path": row.path, "date": row.day.isoformat() if row.day else None, "hits": [_hit(hit) for hit in hits]}


def _hit(hit: Hit) -> dict[str, Any]:
    """A hit in the body names its paragraph; one in a title has none, and says where it is the original title."""
    place = {"paragraph": hit.paragraph, "start": hit.start, "end": hit.end}
    return {**place, "original": True} if hit.original else place


def context(readout: Readout, hit: Hit) -> str:
    """A hit between 【】 with the text around it; … where the text goes on."""
    if hit.paragraph is None:
        text = (readout.original_title or "") if hit.original else readout.title
    else:
        text = readout.body[hit.paragraph]
    left, right = max(0, hit.start - CONTEXT), hit.end + CONTEXT
    before = ("…" if left else "") + text[left : hit.start]
    after = text[hit.end : right] + ("…" if right < len(text) else "")
    return one_line(f"{before}【{text[hit.start : hit.end]}】{after}")
