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
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple
from unicodedata import normalize

from reader.readout.grammar.figures import figures_of
from reader.text.safety import escape, one_line

if TYPE_CHECKING:
    from reader.readout.evidence import Evidence, Span
    from reader.readout.model import Meeting, Readout
    from reader.readout.people import Attendance, Mention

COLUMNS = (
    *("path", "id", "kind", "date", "date_end", "date_basis", "published", "title", "original_title"),
    *("convener", "name", "series", "number", "year", "place", "form", "chairs", "people", "collective"),
    *("author", "categories", "customs", "characters", "link"),
)

BOM = "\ufeff"
_FORMULA = frozenset("=+-@")
"""What makes a spreadsheet take a cell for a formula when it stands first, in whatever width (＝, ﹦)."""
FIGURE = "paragraph value unit start end counts counts_at measure against change"
"""What is told of a figure, in this order."""


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
        **_picked(readout, "kind title original_title author categories published customs"),
        "meeting": _meeting(readout.meeting, readout) if readout.meeting else None,
        "genre": readout.genre,
        "people": [_person(person, readout) for person in readout.people],
        "mentions": [_mention(mention, readout) for mention in readout.mentions],
        "highlights": [item._asdict() for item in readout.highlights],
        "paragraphs": list(readout.body),
        "outline": [{**item._asdict(), "points": [one._asdict() for one in item.points]} for item in readout.outline],
        "quotes": dict(readout.quotes),
        "figures": [_picked(figure, FIGURE) for figure in figures_of(readout)],
        "credits": [credit._asdict() for credit in readout.credits],
        **_picked(readout, "images captions link"),
        "faults": [fault._asdict() for fault in readout.faults],
    }


def _picked(one: NamedTuple, names: str) -> dict[str, Any]:
    """Some values of something by their names, in the types of JSON."""
    return {name: _plain(getattr(one, name)) for name in names.split()}


def _plain(value: object) -> object:
    return iso(value) if isinstance(value, date) else list(value) if isinstance(value, tuple) else value


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


def _meeting(meeting: Meeting, readout: Readout) -> dict[str, Any]:
    return {
        **_picked(meeting, "convener name date date_end date_basis series number year place form"),
        "people": [_person(person, readout) for person in meeting.people],
        "collective": list(meeting.collective),
        "evidence": _evidence(meeting.evidence, readout),
    }


def _person(person: Attendance, readout: Readout) -> dict[str, Any]:
    return {**_picked(person, "name role acts position"), "evidence": _evidence(person.spans, readout)}


def _mention(mention: Mention, readout: Readout) -> dict[str, Any]:
    return {"name": mention.name, "role": mention.role, "evidence": [_span("name", mention.span, readout)]}


def _evidence(evidence: Iterable[Evidence], readout: Readout) -> list[dict[str, Any]]:
    """Each fact with the place it was read from and the words that stand there."""
    return [_span(fact, span, readout) for fact, span in evidence]


def _span(fact: str, span: Span, readout: Readout) -> dict[str, Any]:
    return {"fact": fact, **_picked(span, "source paragraph start end"), "text": readout.text_at(span)}


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
