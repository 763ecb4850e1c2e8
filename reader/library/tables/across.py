"""What is compared across meetings: the meetings in order, who is named at each, the phrases of each.

May import the model, `readout.people` and the standard library.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Any

from reader.library.model import Held
from reader.readout.people import Act, Attendance

_HELD = """
SELECT p.key, f.id, f.path, p.day, p.name, p.convener, p.series, p.number
FROM post AS p JOIN file AS f USING (key)
WHERE p.day IS NOT NULL AND {}
"""
_AT_PLACES = "p.place IN (SELECT value FROM json_each(?)) ORDER BY p.place DESC"
_KEYS = f"SELECT p.key FROM post AS p WHERE {_AT_PLACES}"
_PEOPLE = """
SELECT person.key, n.folded, n.text, person.role, person.acts, person.position
FROM person JOIN name AS n USING (name)
WHERE person.at_meeting AND person.key IN (SELECT value FROM json_each(?)) ORDER BY person.key, person.position
"""
_PHRASES = "SELECT key, text, count FROM phrase WHERE key IN (SELECT value FROM json_each(?)) ORDER BY key, rowid"


def meetings(connection: sqlite3.Connection, places: Sequence[int]) -> list[Held]:
    """The meetings at these places, oldest first; those without a day are left out."""
    return [_held(*row) for row in connection.execute(_HELD.format(_AT_PLACES), (_numbers(places),))]


def meeting(connection: sqlite3.Connection, key: int) -> Held | None:
    """The meeting of a post; None where that has gone, or has no day."""
    row = connection.execute(_HELD.format("p.key = ?"), (key,)).fetchone()
    return _held(*row) if row else None


def keys(connection: sqlite3.Connection, places: Sequence[int]) -> list[int]:
    """The keys of the posts at these places, oldest first."""
    return [key for (key,) in connection.execute(_KEYS, (_numbers(places),))]


def people(connection: sqlite3.Connection, keys: Sequence[int]) -> dict[int, list[Attendance]]:
    """Who is named at these meetings, in printed order.

    Traditional and simplified spellings are one name, spelled as it is printed most often.
    """
    rows = connection.execute(_PEOPLE, (_numbers(keys),)).fetchall()
    spellings: dict[str, Counter[str]] = {}
    for _, folded, name, *_ in rows:
        if folded not in spellings:
            spellings[folded] = Counter()
        spellings[folded][name] += 1
    names = {folded: counted.most_common(1)[0][0] for folded, counted in spellings.items()}
    known = {acts: tuple(map(Act, acts.split())) for acts in {row[4] for row in rows}}
    found: dict[int, list[Attendance]] = {key: [] for key in keys}
    for key, folded, _, role, acts, position in rows:
        found[key].append(Attendance(names[folded], role, known[acts], position))
    return found


def quotations(connection: sqlite3.Connection, keys: Sequence[int]) -> list[tuple[int, str, int]]:
    """(key, phrase, count) of the phrases of these posts, each post's in the order of its text."""
    return connection.execute(_PHRASES, (_numbers(keys),)).fetchall()


def _held(key: int, short: str, path: bytes, day: int, *rest: Any) -> Held:
    return Held(key, short, os.fsdecode(path), date.fromordinal(day), *rest)


def _numbers(values: Sequence[int]) -> str:
    """Numbers as SQLite's json_each reads them; parameters would be limited in number."""
    return json.dumps(list(values))
