"""What each meeting's report repeats of those before it: kept as passages, forgotten where an earlier report changes.

May import the model, `order` and `analysis.where`. Every version of a meeting has its own row, compared with the
meetings before the listed version; only listed versions are compared with.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from reader.analysis.where import Where
from reader.library.model import Said
from reader.library.tables.order import Part, group_of, range_of

_DATED = (range_of(Part.MEETING)[0], group_of(Part.MEETING, None))
"""The places of meetings whose day is known: the others are neither earlier nor later than any."""
_FORGET = """
DELETE FROM said WHERE key IN (
  SELECT p.key FROM post AS leader JOIN post AS p ON p.leader = leader.key WHERE leader.place BETWEEN 0 AND ?)
"""
_REPORTS = """
SELECT p.key, p.key = leader.key, leader.convener, leader.series, c.readout,
  EXISTS (SELECT 1 FROM said WHERE said.key = p.key)
FROM post AS leader JOIN post AS p ON p.leader = leader.key JOIN content AS c ON c.key = p.key
WHERE leader.place >= ? AND leader.place < ? ORDER BY leader.place DESC, p.key = leader.key
"""
_UNSAID = """
SELECT count(*) FROM post AS leader JOIN post AS p ON p.leader = leader.key
WHERE leader.place >= ? AND leader.place < ? AND NOT EXISTS (SELECT 1 FROM said WHERE said.key = p.key)
"""


class Report(NamedTuple):
    """A version of a meeting: whether it is the listed one, convener and series, its packed readout, whether its row
    is there.
    """

    key: int
    listed: bool
    convener: str | None
    series: str | None
    readout: bytes
    known: bool


class Finding(NamedTuple):
    """A row: what a report repeats of all meetings before it, and of those of its series (None where it has none)."""

    key: int
    of_all: Said
    of_series: Said | None


def forget(connection: sqlite3.Connection, places: Iterable[int]) -> None:
    """Forgets what was worked out for every meeting that is not before all meetings at these places."""
    oldest = max((place for place in places if _DATED[0] <= place < _DATED[1]), default=None)
    if oldest is not None and connection.execute("SELECT 1 FROM said").fetchone():
        connection.execute(_FORGET, (oldest,))


def reports(connection: sqlite3.Connection) -> list[Report]:
    """All versions of all meetings whose day is known, oldest first, a listed version behind its others."""
    rows = connection.execute(_REPORTS, _DATED)
    return [
        Report(key, bool(listed), convener, series, data, bool(known))
        for key, listed, convener, series, data, known in rows
    ]


def unknown(connection: sqlite3.Connection) -> int:
    """How many rows are still to be worked out."""
    return int(connection.execute(_UNSAID, _DATED).fetchone()[0])


def keep(connection: sqlite3.Connection, found: Iterable[Finding]) -> None:
    """Writes rows down; of posts that have gone meanwhile none is written."""
    rows = [(*_values(one.of_all), *_values(one.of_series), one.key) for one in found]
    connection.executemany("INSERT OR REPLACE INTO said SELECT key, ?, ?, ?, ? FROM post WHERE key = ?", rows)


def said(connection: sqlite3.Connection, key: int, *, in_series: bool) -> Said | None:
    """What a meeting's report repeats; None where that is not known (yet), or there is no series."""
    columns = "in_series, series_passages" if in_series else "earlier, passages"
    row = connection.execute(f"SELECT {columns} FROM said WHERE key = ?", (key,)).fetchone()
    if row is None or row[0] is None:
        return None
    return Said([Where(*passage) for passage in json.loads(row[1])], row[0])


def _values(said: Said | None) -> Iterator[object]:
    yield None if said is None else said.earlier
    yield None if said is None else json.dumps(said.passages, separators=(",", ":"))
