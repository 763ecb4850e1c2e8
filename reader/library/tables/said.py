"""What each meeting's report repeats of those before it: kept as passages, forgotten where an earlier report changes.

May import `order` and `analysis.where`. Every version of a meeting has its own row, compared with the meetings before
the listed version; only listed versions are compared with.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from reader.analysis.where import Where
from reader.library.tables.order import Part, group_of, range_of

_DATED = (range_of(Part.MEETING)[0], group_of(Part.MEETING, None))
"""The places of meetings whose day is known: the others are neither earlier nor later than any."""
_FORGET = """
DELETE FROM said WHERE key IN (
  SELECT p.key FROM post AS leader JOIN post AS p ON p.leader = leader.key WHERE leader.place BETWEEN 0 AND ?)
"""
_REPORTS = """
SELECT p.key, p.key = leader.key, c.readout, EXISTS (SELECT 1 FROM said WHERE said.key = p.key)
FROM post AS leader JOIN post AS p ON p.leader = leader.key JOIN content AS c ON c.key = p.key
WHERE leader.place >= ? AND leader.place < ? ORDER BY leader.place DESC, p.key = leader.key
"""
_UNSAID = """
SELECT count(*) FROM post AS leader JOIN post AS p ON p.leader = leader.key
WHERE leader.place >= ? AND leader.place < ? AND NOT EXISTS (SELECT 1 FROM said WHERE said.key = p.key)
"""


class Report(NamedTuple):
    """A version of a meeting: whether it is the listed one, its packed readout, whether its row is there."""

    key: int
    listed: bool
    readout: bytes
    known: bool


def forget(connection: sqlite3.Connection, places: Iterable[int]) -> None:
    """Forgets what was worked out for every meeting that is not before all meetings at these places."""
    oldest = max((place for place in places if _DATED[0] <= place < _DATED[1]), default=None)
    if oldest is not None and connection.execute("SELECT 1 FROM said").fetchone():
        connection.execute(_FORGET, (oldest,))


def reports(connection: sqlite3.Connection) -> list[Report]:
    """All versions of all meetings whose day is known, oldest first, a listed version behind its others."""
    return [
        Report(key, bool(listed), data, bool(known))
        for key, listed, data, known in connection.execute(_REPORTS, _DATED)
    ]


def unknown(connection: sqlite3.Connection) -> int:
    """How many rows are still to be worked out."""
    return int(connection.execute(_UNSAID, _DATED).fetchone()[0])


def keep(connection: sqlite3.Connection, found: Iterable[tuple[int, Sequence[Where]]]) -> None:
    """Writes rows down; of posts that have gone meanwhile none is written."""
    connection.executemany(
        "INSERT OR REPLACE INTO said SELECT key, ? FROM post WHERE key = ?",
        [(json.dumps(passages, separators=(",", ":")), key) for key, passages in found],
    )


def said(connection: sqlite3.Connection, key: int) -> list[Where] | None:
    """What a meeting's report repeats; None where that is not known (yet)."""
    row = connection.execute("SELECT passages FROM said WHERE key = ?", (key,)).fetchone()
    return [Where(*passage) for passage in json.loads(row[0])] if row else None
