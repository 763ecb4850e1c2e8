"""Rows of values as CSV that opens in a spreadsheet.

May import `text.safety`. A cell that a spreadsheet would take for a formula gets an apostrophe; with a byte order mark
Excel takes the file for UTF-8.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from unicodedata import normalize

from reader.text.safety import one_line

BOM = "\ufeff"
_FORMULA = frozenset("=+-@")
"""What makes a spreadsheet take a cell for a formula when it stands first, in whatever width (＝, ﹦)."""


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
