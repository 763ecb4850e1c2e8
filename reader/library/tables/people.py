"""Who is named: the officials of the meetings that match, and how the names of a collection are read.

May import the model, `readout.people` and this room. Every function asks one view, and may raise sqlite3.Error.
"""

from __future__ import annotations

import os
from collections import Counter
from datetime import date

from reader.library.model import Appearance, Official
from reader.library.tables.order import Section, range_of
from reader.library.tables.view import View
from reader.query.model import Query
from reader.readout.people import Act

_APPEARANCES = """
SELECT n.folded, n.text, n.pinyin, n.initials, p.place, p.key, f.path, p.day, person.role, person.acts, person.position
FROM person JOIN post AS p USING (key) JOIN file AS f USING (key) JOIN name AS n USING (name)
WHERE person.at_meeting AND p.place < ? ORDER BY p.place DESC, person.position
"""


def readings(view: View) -> dict[str, tuple[str, str]]:
    """Pinyin and initials of every name of the collection, by its printed spellings."""
    found = view.connection.execute("SELECT text, pinyin, initials FROM name")
    return {name: (pinyin, initials) for name, pinyin, initials in found}


def officials(view: View, query: Query | None) -> list[Official]:
    """Everyone named as attending a meeting that matches.

    Most meetings first, then the latest, then by name. One name is one person; traditional and simplified spellings are
    one name, shown as it is printed most often.
    """
    narrowed = query is not None and not query.is_empty
    wanted = set(view.all(query, (Section.MEETING,))) if narrowed else None
    spellings: dict[str, Counter[str]] = {}
    found: dict[str, list[Appearance]] = {}
    readings: dict[str, tuple[str, str]] = {}
    for row in view.connection.execute(_APPEARANCES, (range_of(Section.MEETING)[1],)):
        folded, name, pinyin, initials, place, key, path, day, role, acts, position = row
        if wanted is not None and place not in wanted:
            continue
        if folded not in found:
            spellings[folded], found[folded], readings[folded] = Counter(), [], (pinyin, initials)
        spellings[folded][name] += 1
        when = date.fromordinal(day) if day else None
        known = tuple(map(Act, acts.split()))
        found[folded].append(Appearance(key, os.fsdecode(path), when, role, known, position))
    people = [
        Official(spellings[folded].most_common(1)[0][0], *readings[folded], tuple(meetings))
        for folded, meetings in found.items()
    ]
    return sorted(people, key=_weight)


def _weight(official: Official) -> tuple[int, int, str]:
    latest = official.meetings[-1].day or date.min
    return (-len(official.meetings), -latest.toordinal(), official.name)
