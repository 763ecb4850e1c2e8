"""Who is named: the officials of the meetings that match, and the lists that a query's fields are compared with.

May import the model, `readout.people`, `statement` and the standard library.
"""

from __future__ import annotations

import os
import sqlite3
from collections import Counter
from collections.abc import Iterable
from datetime import date

from reader.library.model import Appearance, Official
from reader.library.tables.order import Section, range_of
from reader.library.tables.statement import Lists, Printed
from reader.readout.people import Act

_APPEARANCES = """
SELECT n.folded, n.text, n.pinyin, n.initials, p.place, p.key, f.path, p.day, person.role, person.acts, person.position
FROM person JOIN post AS p USING (key) JOIN file AS f USING (key) JOIN name AS n USING (name)
WHERE person.at_meeting AND p.place < ? ORDER BY p.place DESC, person.position
"""


def lists(connection: sqlite3.Connection) -> Lists:
    """The names, roles and series that are printed in the collection."""
    names = connection.execute("SELECT name, text, pinyin, initials FROM name").fetchall()
    roles = connection.execute("SELECT DISTINCT role FROM person WHERE role IS NOT NULL").fetchall()
    series = connection.execute("SELECT DISTINCT series FROM post WHERE series IS NOT NULL").fetchall()
    return Lists([Printed(*row) for row in names], [role for (role,) in roles], [name for (name,) in series])


def readings(connection: sqlite3.Connection) -> dict[str, tuple[str, str]]:
    """Pinyin and initials of every name of the collection, by its printed spellings."""
    found = connection.execute("SELECT text, pinyin, initials FROM name")
    return {name: (pinyin, initials) for name, pinyin, initials in found}


def officials(connection: sqlite3.Connection, places: Iterable[int] | None) -> list[Official]:
    """Everyone named as attending a meeting at one of these places (any, for None).

    Most meetings first, then the latest, then by name. One name is one person; traditional and simplified spellings are
    one name, shown as it is printed most often.
    """
    wanted = None if places is None else set(places)
    spellings: dict[str, Counter[str]] = {}
    found: dict[str, list[Appearance]] = {}
    readings: dict[str, tuple[str, str]] = {}
    for folded, name, pinyin, initials, place, *rest in connection.execute(
        _APPEARANCES, (range_of(Section.MEETING)[1],)
    ):
        if wanted is not None and place not in wanted:
            continue
        if folded not in found:
            spellings[folded], found[folded], readings[folded] = Counter(), [], (pinyin, initials)
        spellings[folded][name] += 1
        found[folded].append(_appearance(*rest))
    people = [
        Official(spellings[folded].most_common(1)[0][0], *readings[folded], tuple(meetings))
        for folded, meetings in found.items()
    ]
    return sorted(people, key=_weight)


def _appearance(  # noqa: PLR0917 -- a row of the SELECT above
    key: int, path: bytes, day: int | None, role: str | None, acts: str, position: int
) -> Appearance:
    known = tuple(map(Act, acts.split()))
    return Appearance(key, os.fsdecode(path), date.fromordinal(day) if day else None, role, known, position)


def _weight(official: Official) -> tuple[int, int, str]:
    latest = official.meetings[-1].day or date.min
    return (-len(official.meetings), -latest.toordinal(), official.name)
