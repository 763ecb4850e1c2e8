"""What each meeting's report repeats of those before it: kept as passages, forgotten where an earlier report changes.

May import the model, `order` and `analysis.where`. Every version of a meeting has its own row, compared with the
meetings before the listed version; only listed versions are compared with.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from typing import NamedTuple

from reader.analysis.where import Where
from reader.library.model import Repeats
from reader.library.sqlite import value_of
from reader.library.tables.order import Section, group_of, range_of

_DATED = (range_of(Section.MEETING)[0], group_of(Section.MEETING, None))
"""The places of meetings whose day is known: the others are neither earlier nor later than any."""
_FORGET = """
DELETE FROM repeats WHERE key IN (
  SELECT p.key FROM post AS leader JOIN post AS p ON p.leader = leader.key WHERE leader.place BETWEEN 0 AND ?)
"""
_TEXTS = """
SELECT p.key, p.key = leader.key, leader.convener, leader.series, c.readout,
  EXISTS (SELECT 1 FROM repeats WHERE repeats.key = p.key)
FROM post AS leader JOIN post AS p ON p.leader = leader.key JOIN content AS c ON c.key = p.key
WHERE leader.place >= ? AND leader.place < ? ORDER BY leader.place DESC, p.key = leader.key
"""
_UNKNOWN = """
SELECT count(*) FROM post AS leader JOIN post AS p ON p.leader = leader.key
WHERE leader.place >= ? AND leader.place < ? AND NOT EXISTS (SELECT 1 FROM repeats WHERE repeats.key = p.key)
"""


class Text(NamedTuple):
    """A version of a meeting: whether it is the listed one, convener and series, its packed readout, whether its row
    is there.
    """

    key: int
    is_listed: bool
    convener: str | None
    series: str | None
    readout: bytes
    is_known: bool


class StoredRepeats(NamedTuple):
    """A row: in how many meetings before a report was looked, and what it repeats of them, as JSON; the same for those
    of its series (None where it has none).
    """

    key: int
    earlier: int
    passages: str
    in_series: int | None = None
    series_passages: str | None = None


def stored(key: int, of_all: Repeats, of_series: Repeats | None) -> StoredRepeats:
    """The row of a report, of what was worked out."""
    row = StoredRepeats(key, of_all.earlier, _as_json(of_all.passages))
    if of_series is None:
        return row
    return row._replace(in_series=of_series.earlier, series_passages=_as_json(of_series.passages))


def forget(connection: sqlite3.Connection, places: Iterable[int]) -> None:
    """Forgets what was worked out for every meeting that is not before all meetings at these places."""
    oldest = max((place for place in places if _DATED[0] <= place < _DATED[1]), default=None)
    if oldest is not None and connection.execute("SELECT 1 FROM repeats").fetchone():
        connection.execute(_FORGET, (oldest,))


def texts(connection: sqlite3.Connection) -> list[Text]:
    """All versions of all meetings whose day is known, oldest first, a listed version behind its others."""
    return [Text(*row) for row in connection.execute(_TEXTS, _DATED)]


def unknown(connection: sqlite3.Connection) -> int:
    """How many rows are still to be worked out."""
    return int(value_of(connection, _UNKNOWN, *_DATED))


def keep(connection: sqlite3.Connection, found: Iterable[StoredRepeats]) -> None:
    """Writes rows down; of posts that have gone meanwhile none is written."""
    connection.executemany("INSERT OR REPLACE INTO repeats SELECT key, ?2, ?3, ?4, ?5 FROM post WHERE key = ?1", found)


def repeats_of(connection: sqlite3.Connection, key: int, *, in_series: bool) -> Repeats | None:
    """What a meeting's report repeats; None where that is not known (yet), or there is no series."""
    columns = "in_series, series_passages" if in_series else "earlier, passages"
    row = connection.execute(f"SELECT {columns} FROM repeats WHERE key = ?", (key,)).fetchone()
    if row is None or row[0] is None:
        return None
    return Repeats([Where(*passage) for passage in json.loads(row[1])], row[0])


def _as_json(passages: Iterable[Where]) -> str:
    return json.dumps(list(passages), separators=(",", ":"))
