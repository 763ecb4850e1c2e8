"""One connection's look at what is compared across meetings: the meetings in order, their texts, people and phrases.

May import this room, `records`, the model and `readout.people`. Every method may raise sqlite3.Error.
"""

from __future__ import annotations

import json
import os
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from reader.library.model import Held, Said
from reader.library.records.codec import unpack_texts
from reader.library.tables.order import Part, group_of
from reader.library.tables.said import said
from reader.readout.people import Act, Attendance

if TYPE_CHECKING:
    from reader.library.tables.view import View
    from reader.query.model import Query, Word

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


class Across:
    """The meetings of an index; `view` finds them. A method called with a post's key says None where that has gone."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._connection = view.connection

    def meetings(self, query: Query | None) -> list[Held]:
        """The meetings that match, oldest first, but for those without a day."""
        places = self._view.all(query, (Part.MEETING,))
        return [_held(*row) for row in self._connection.execute(_HELD.format(_AT_PLACES), (_numbers(places),))]

    def keys(self, query: Query, narrowed: Sequence[Query]) -> tuple[int, list[int]]:
        """How many meetings match all that narrows, and the keys of those that match the query too, oldest first.

        Those without a day are left out.
        """
        among = self._dated(narrowed)
        holding = set(self._view.all(query, (Part.MEETING,)))
        places = [place for place in among if place in holding]
        return len(among), [key for (key,) in self._connection.execute(_KEYS, (_numbers(places),))]

    def _dated(self, queries: Sequence[Query]) -> Sequence[int]:
        """The places of the meetings that match every query, but for those without a day."""
        found = [self._view.all(query, (Part.MEETING,)) for query in queries or (None,)]
        common = found[0] if len(found) == 1 else sorted(set(found[0]).intersection(*found[1:]))
        return common[: bisect_left(common, group_of(Part.MEETING, None))]

    def body(self, key: int) -> Sequence[str] | None:
        """The body paragraphs of a post."""
        try:
            return unpack_texts(self._view.packed(key))[1]
        except KeyError:
            return None

    def report(self, key: int) -> tuple[Held, Sequence[str]] | None:
        """A meeting that has a day, and its body paragraphs."""
        row, body = self._connection.execute(_HELD.format("p.key = ?"), (key,)).fetchone(), self.body(key)
        return None if row is None or body is None else (_held(*row), body)

    def count_words(self, key: int, words: Sequence[Word]) -> list[int] | None:
        """The hits of each word in the body of a post."""
        return self._view.search.hits_of_words(words, key)

    def people_of(self, keys: Sequence[int]) -> dict[int, list[Attendance]]:
        """Who is named at these meetings, in printed order.

        Traditional and simplified spellings are one name, spelled as it is printed most often.
        """
        rows = self._connection.execute(_PEOPLE, (_numbers(keys),)).fetchall()
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

    def quotations(self, keys: Sequence[int]) -> list[tuple[int, str, int]]:
        """(key, phrase, count) of the phrases in quotation marks of these posts, each post's in its order."""
        return self._connection.execute(_PHRASES, (_numbers(keys),)).fetchall()

    def said_before(self, key: int, *, in_series: bool) -> Said | None:
        """What a meeting's report repeats of those before it, None where that is not known."""
        return said(self._connection, key, in_series=in_series)


def _held(key: int, short: str, path: bytes, day: int, *rest: Any) -> Held:
    return Held(key, short, os.fsdecode(path), date.fromordinal(day), *rest)


def _numbers(values: Sequence[int]) -> str:
    """Numbers as SQLite's json_each reads them; parameters would be limited in number."""
    return json.dumps(list(values))
