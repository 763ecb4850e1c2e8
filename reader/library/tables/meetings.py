"""What an index knows across meetings: the meetings in order, their texts, people and phrases, what repeats them; the
officials of those that match, and how names are read.

May import this room, `records`, the model and `readout.people`. Every function asks one view of the index, and may
raise sqlite3.Error.
"""

from __future__ import annotations

import json
import os
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Any

from reader.library.model import Appearance, ListedMeeting, Official
from reader.library.records.codec import unpack_texts
from reader.library.tables.order import Section, group_of, range_of
from reader.library.tables.view import View
from reader.query.model import Query
from reader.readout.people import Act, Attendance

_MEETING = """
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
_APPEARANCES = """
SELECT n.folded, n.text, n.pinyin, n.initials, p.place, p.key, f.path, p.day, person.role, person.acts, person.position
FROM person JOIN post AS p USING (key) JOIN file AS f USING (key) JOIN name AS n USING (name)
WHERE person.at_meeting AND p.place < ? ORDER BY p.place DESC, person.position
"""


def meetings(view: View, query: Query | None) -> list[ListedMeeting]:
    """The meetings that match, oldest first, but for those without a day."""
    places = view.all(query, (Section.MEETING,))
    return [_meeting(*row) for row in view.connection.execute(_MEETING.format(_AT_PLACES), (_numbers(places),))]


def keys(view: View, query: Query, narrowed: Sequence[Query]) -> tuple[int, list[int]]:
    """How many meetings match all that narrows, and the keys of those that match the query too, oldest first.

    Those without a day are left out.
    """
    found = [view.all(one, (Section.MEETING,)) for one in narrowed or (None,)]
    common = found[0] if len(found) == 1 else sorted(set(found[0]).intersection(*found[1:]))
    dated = common[: bisect_left(common, group_of(Section.MEETING, None))]
    holding = set(view.all(query, (Section.MEETING,)))
    places = [place for place in dated if place in holding]
    return len(dated), [key for (key,) in view.connection.execute(_KEYS, (_numbers(places),))]


def body(view: View, key: int) -> Sequence[str] | None:
    """The body paragraphs of a post; None where that has gone."""
    try:
        return unpack_texts(view.packed(key))[1]
    except KeyError:
        return None


def report(view: View, key: int) -> tuple[ListedMeeting, Sequence[str]] | None:
    """A meeting that has a day, and its body paragraphs; None where it has gone."""
    row, text = view.connection.execute(_MEETING.format("p.key = ?"), (key,)).fetchone(), body(view, key)
    return None if row is None or text is None else (_meeting(*row), text)


def people_of(view: View, keys: Sequence[int]) -> dict[int, list[Attendance]]:
    """Who is named at these meetings, in printed order.

    Traditional and simplified spellings are one name, spelled as it is printed most often.
    """
    rows = view.connection.execute(_PEOPLE, (_numbers(keys),)).fetchall()
    spellings: dict[str, Counter[str]] = {}
    for _, folded, name, *_ in rows:
        spellings.setdefault(folded, Counter())[name] += 1
    names = {folded: counted.most_common(1)[0][0] for folded, counted in spellings.items()}
    known = {acts: tuple(map(Act, acts.split())) for acts in {row[4] for row in rows}}
    found: dict[int, list[Attendance]] = {key: [] for key in keys}
    for key, folded, _, role, acts, position in rows:
        found[key].append(Attendance(names[folded], role, known[acts], position))
    return found


def quotations(view: View, keys: Sequence[int]) -> list[tuple[int, str, int]]:
    """(key, phrase, count) of the phrases in quotation marks of these posts, each post's in its order."""
    return view.connection.execute(_PHRASES, (_numbers(keys),)).fetchall()


def _meeting(key: int, short: str, path: bytes, day: int, *rest: Any) -> ListedMeeting:
    return ListedMeeting(key, short, os.fsdecode(path), date.fromordinal(day), *rest)


def _numbers(values: Sequence[int]) -> str:
    """Numbers as SQLite's json_each reads them; parameters would be limited in number."""
    return json.dumps(list(values))


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
