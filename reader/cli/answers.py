"""What a command answers, in the form that was asked for: for people, for programs, for a spreadsheet.

May import `export` and this room.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from reader.cli.output import put, put_lines
from reader.cli.session import Session
from reader.export.data import dumps
from reader.export.tables import csv_rows


def put_answer(
    session: Session,
    objects: Mapping[str, object] | Iterable[object],
    rows: Iterable[Sequence[object]],
    lines: Iterable[str],
) -> None:
    """Writes one of the three to stdout: an object or a list of objects as JSON, rows as CSV, or lines.

    What makes the others one by one is not asked for any.
    """
    if session.arguments.format == "json":
        put(dumps(objects if isinstance(objects, Mapping) else list(objects)) + "\n")
    elif session.arguments.format == "csv":
        for piece in csv_rows(rows, bom=session.arguments.bom):
            put(piece)
    else:
        put_lines(lines)
