"""The forms for programs: JSON, JSON lines, CSV.

May import `text.safety` and `readout`. What is not known is null (an empty cell in CSV), never a guess. CSV opens in a
spreadsheet: a cell that one would take for a formula gets an apostrophe; with a byte order mark Excel takes the file
for UTF-8.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple
from unicodedata import normalize

from reader.readout.grammar.figures import figures_of
from reader.text.safety import escape, one_line

if TYPE_CHECKING:
    from datetime import date

    from reader.readout.evidence import Evidence, Span
    from reader.readout.figure import Figure
    from reader.readout.model import OutlineItem, Readout
    from reader.readout.people import Attendance, Mention

COLUMNS = (
    *("path", "id", "kind", "date", "date_end", "date_basis", "published", "title", "original_title"),
    *("convener", "name", "series", "number", "year", "place", "form", "chairs", "people", "collective"),
    *("author", "categories", "customs", "characters", "link"),
)

BOM = "\ufeff"
_FORMULA = frozenset("=+-@")
"""What makes a spreadsheet take a cell for a formula when it stands first, in whatever width (＝, ﹦)."""


class Post(NamedTuple):
    """A readout with the names it goes by: its id, and its path relative to the PATH it was found under."""

    id: str
    path: str
    readout: Readout


def dumps(value: object, indent: int | None = 1) -> str:
    """JSON with Chinese as it is; whatever a terminal would obey, and lone surrogates, are escaped and not lost."""
    return escape(json.dumps(value, ensure_ascii=False, indent=indent))


def export_object(post: Post) -> dict[str, Any]:
    """Everything known of one post in the types of JSON; days are `2022-03-15`, moments carry their zone."""
    readout = post.readout
    return {
        "path": post.path,
        "id": post.id,
        "kind": str(readout.kind),
        "title": readout.title,
        "original_title": readout.original_title,
        "author": readout.author,
        "categories": list(readout.categories),
        "published": iso(readout.published),
        "customs": readout.customs,
        "meeting": _meeting(readout) if readout.meeting else None,
        "genre": str(readout.genre) if readout.genre else None,
        "people": [_person(person, readout) for person in readout.people],
        "mentions": [_mention(mention, readout) for mention in readout.mentions],
        "highlights": [{"text": item.text, "paragraph": item.paragraph} for item in readout.highlights],
        "paragraphs": list(readout.body),
        "outline": [_outline_item(item) for item in readout.outline],
        "quotes": dict(readout.quotes),
        "figures": [_figure(figure) for figure in figures_of(readout)],
        "credits": [{"label": credit.label, "value": credit.value} for credit in readout.credits],
        "images": list(readout.images),
        "captions": list(readout.captions),
        "link": readout.link,
        "faults": [{"code": str(fault.code), "detail": fault.detail} for fault in readout.faults],
    }


def _figure(figure: Figure) -> dict[str, Any]:
    return {
        "paragraph": figure.paragraph,
        "value": figure.value,
        "unit": figure.unit,
        "start": figure.start,
        "end": figure.end,
        "counts": figure.counts,
        "counts_at": list(figure.counts_at) if figure.counts_at else None,
        "measure": str(figure.measure),
        "against": figure.against,
        "change": figure.change,
    }


def as_json(posts: Iterable[Post]) -> Iterator[str]:
    """One list of objects; always a whole list, also of none."""
    before = "[\n"
    for post in posts:
        yield before + dumps(export_object(post))
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


def as_jsonl(posts: Iterable[Post]) -> Iterator[str]:
    """One object a line."""
    for post in posts:
        yield dumps(export_object(post), indent=None) + "\n"


def as_csv(posts: Iterable[Post]) -> Iterator[str]:
    """A line of column names, then one row a post, as RFC 4180 has it; several values in a cell are parted by 、."""
    yield from csv_rows([COLUMNS])
    for post in posts:
        cells = _cells(post)
        yield from csv_rows([[cells[column] for column in COLUMNS]])


def csv_rows(rows: Iterable[Sequence[object]], *, bom: bool = False) -> Iterator[str]:
    """The rows as RFC 4180 has them, a piece a row; lists are parted by 、, None is an empty cell."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer)
    if bom:
        yield BOM
    for row in rows:
        writer.writerow([_cell(value) for value in row])
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()


def _cell(value: object) -> str:
    """A cell of one line as text that no spreadsheet takes for a formula and no terminal obeys; numbers stay numbers.

    It is looked at as it is going to be written: blanks and what is not seen may stand before the sign.
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)  # -29 is a number, not a formula
    text = one_line("、".join(value) if isinstance(value, list) else "" if value is None else str(value))
    return f"'{text}" if _FORMULA.intersection(normalize("NFKC", text[:1])) else text


def iso(moment: date | None) -> str | None:
    """A day or moment as JSON has it."""
    return moment.isoformat() if moment else None


def _meeting(readout: Readout) -> dict[str, Any]:
    meeting = readout.meeting
    assert meeting
    return {
        "convener": meeting.convener,
        "name": meeting.name,
        "date": iso(meeting.date),
        "date_end": iso(meeting.date_end),
        "date_basis": str(meeting.date_basis) if meeting.date_basis else None,
        "series": meeting.series,
        "number": meeting.number,
        "year": meeting.year,
        "place": meeting.place,
        "form": meeting.form,
        "people": [_person(person, readout) for person in meeting.people],
        "collective": list(meeting.collective),
        "evidence": _evidence(meeting.evidence, readout),
    }


def _person(person: Attendance, readout: Readout) -> dict[str, Any]:
    return {
        "name": person.name,
        "role": person.role,
        "acts": [str(act) for act in person.acts],
        "position": person.position,
        "evidence": _evidence(person.spans, readout),
    }


def _mention(mention: Mention, readout: Readout) -> dict[str, Any]:
    return {"name": mention.name, "role": mention.role, "evidence": [_span("name", mention.span, readout)]}


def _evidence(evidence: Iterable[Evidence], readout: Readout) -> list[dict[str, Any]]:
    """Each fact with the place it was read from and the words that stand there."""
    return [_span(fact, span, readout) for fact, span in evidence]


def _span(fact: str, span: Span, readout: Readout) -> dict[str, Any]:
    return {
        "fact": fact,
        "source": str(span.source),
        "paragraph": span.paragraph,
        "start": span.start,
        "end": span.end,
        "text": readout.text_at(span),
    }


def _outline_item(item: OutlineItem) -> dict[str, Any]:
    points = [{"label": point.label, "paragraph": point.paragraph} for point in item.points]
    return {"label": item.label, "paragraph": item.paragraph, "points": points}


def _cells(post: Post) -> dict[str, Any]:
    """The values of one row by column; a meeting's are empty where the post reports none."""
    readout, meeting = post.readout, post.readout.meeting
    cells = {**dict.fromkeys(COLUMNS), **export_object(post)}
    if meeting:
        cells |= cells["meeting"]
        cells["chairs"] = [person.name for person in meeting.chairs]
    cells["people"] = [person.name for person in readout.everyone]
    cells["characters"] = sum(map(len, readout.body))
    return cells
