"""One connection's look at an index, with the marks attached: answers, readouts, problems. Not for two threads at once.

May import this room, `marks.mark`, `records`, the model, `query`. What an empty query does not need is imported with
the first query. Every method may raise sqlite3.Error.
"""

from __future__ import annotations

import os
import sqlite3
from array import array
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from reader.library.marks.mark import MarksSource
from reader.library.model import Problem, ReadAs, Row
from reader.library.sqlite import NotOurs, data_version, value_of
from reader.library.tables.order import PLACE, Section, across_parts, range_of
from reader.library.tables.rows import Fetch, Rows, fetch_rows
from reader.library.tables.store import READ, UNREAD, has_full_text

if TYPE_CHECKING:
    from reader.library.model import Candidates
    from reader.library.tables.lookup import Lookup
    from reader.library.tables.search import Lists, Search, Statement
    from reader.query.model import Query
    from reader.readout.model import Readout

FIRST = 50
"""Rows that are found at once, before the rest is."""
_BETWEEN = "SELECT place FROM post WHERE place >= ? AND place < ? ORDER BY place LIMIT ?"
_IDENTITY = """
SELECT digest, iif(EXISTS (SELECT 1 FROM post AS q WHERE q.alias = p.alias AND q.key != p.key), NULL, alias)
FROM post AS p WHERE key = ?
"""
_COUNT = "SELECT count(*) FROM post WHERE place >= ? AND place < ?"


class View:
    """Looks at an index through a connection of its own."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        marks: Callable[[], MarksSource],
        failed: Callable[[sqlite3.Error], object],
    ) -> None:
        """`marks` gives the file of marks that counts now; `failed` is called with what goes wrong while rows are
        fetched, which may be long after the answer was given.
        """
        self.connection = connection
        self._failed = failed
        self.full_text = has_full_text(connection)
        self._search: Search | None = None
        self._lookup: Lookup | None = None
        self._lists: tuple[tuple[int, int], Lists] | None = None
        self.marks = Attached(connection, marks)

    @property
    def version(self) -> tuple[int, int]:
        """Changes whenever the index does."""
        return data_version(self.connection), self.connection.total_changes

    def first(self, query: Query | None, parts: Sequence[Section]) -> array[int]:
        """The places of the newest posts that match, one more than FIRST if there are more."""
        statement = self._statement(query)
        found = [place for part in parts for place in self._places(statement, part, FIRST + 1)]
        return array("q", sorted(found, key=across_parts)[: FIRST + 1])

    def all(self, query: Query | None, parts: Sequence[Section]) -> array[int]:
        """The places of all posts that match, newest first."""
        statement = self._statement(query)
        found = [self._places(statement, part, -1) for part in parts]
        if len(found) == 1:
            return found[0]
        return array("q", sorted((place for places in found for place in places), key=across_parts))

    def count(self, query: Query | None, part: Section) -> int:
        """How many posts of a part match."""
        statement = self._statement(query)
        if statement is None:
            return value_of(self.connection, _COUNT, *range_of(part)) or 0
        return self.search.count(statement, part)

    def hits(self, query: Query, places: Sequence[int], stop: Callable[[], bool] = lambda: False) -> int:
        """How many hits the query's words have in the posts at these places."""
        return self.search.hits(query, places, stop) if any(query.words()) else 0

    def rows(self, places: array[int], query: Query | None) -> Rows:
        """The rows at these places, fetched as they are looked at."""
        return Rows(places, self._fetch(query))

    def _fetch(self, query: Query | None) -> Fetch:
        def fetch(places: Sequence[int]) -> Iterator[tuple[int, Row]]:
            self.marks.renew()
            try:
                for place, row in fetch_rows(self.connection, places):
                    yield place, row if query is None else row._replace(hits=self.hits(query, [place]))
            except sqlite3.Error as error:
                self._failed(error)

        return fetch

    def row(self, key: int) -> Row:
        """The row of a post, without hits. Raises KeyError where there is none."""
        for _, row in fetch_rows(self.connection, [key], "key"):
            return row
        raise KeyError(key)

    def place(self, key: int) -> int | None:
        """Where a post stands."""
        place: int | None = value_of(self.connection, PLACE, key)
        return place

    def key_of(self, file: str) -> int | None:
        """The key of the post in a file; None where there is none."""
        statement = "SELECT key FROM file JOIN post USING (key) WHERE file = ?"
        key: int | None = value_of(self.connection, statement, os.fsencode(file))
        return key

    def versions(self, key: int) -> list[int]:
        """The keys of all posts that are the same readout as this one, the listed first."""
        leader = value_of(self.connection, "SELECT leader FROM post WHERE key = ?", key)
        others = self.connection.execute(
            "SELECT key FROM post WHERE leader = ?1 AND leader != key ORDER BY place", (leader,)
        )
        return [] if leader is None else [leader, *(other for (other,) in others)]

    def latest(self) -> int:
        """The highest key of all posts, 0 where there is none."""
        return value_of(self.connection, "SELECT max(key) FROM file") or 0

    def listed_after(self, key: int) -> list[tuple[int, int]]:
        """Key and place of the listed posts with higher keys than this one."""
        return self.connection.execute("SELECT key, place FROM post WHERE key > ? AND leader = key", (key,)).fetchall()

    def readout(self, key: int) -> Readout:
        """All that is known of a post. Raises KeyError where there is none."""
        from reader.library.records.codec import unpack  # noqa: PLC0415 -- the whole model

        return unpack(self.packed(key))

    def packed(self, key: int) -> bytes:
        """All that is known of a post, as the index keeps it. Raises KeyError where there is none."""
        found = value_of(self.connection, "SELECT readout FROM content WHERE key = ?", key)
        if found is None and self.place(key) is not None:
            raise NotOurs("a post without a text")
        if found is None:
            raise KeyError(key)
        return bytes(found)

    def identity(self, key: int) -> tuple[bytes, bytes | None]:
        """What the marks of a post are kept by: digest and alias, None where another has the same. Raises KeyError."""
        found = self.connection.execute(_IDENTITY, (key,)).fetchone()
        if not found:
            raise KeyError(key)
        return found[0], found[1]

    def look_up(self, typed: str) -> Candidates:
        """The officials and meetings that something typed may mean."""
        if self._lookup is None:
            from reader.library.tables.lookup import Lookup  # noqa: PLC0415 -- not before somebody asks

            self._lookup = Lookup(self.connection)
        return self._lookup.look_up(typed, self.version)

    def problems(self) -> list[Problem]:
        """What could not be read, or only in part, ordered by path."""
        from reader.readout.faults import Fault, FaultCode  # noqa: PLC0415 -- not before somebody asks

        rows = self.connection.execute("SELECT path, code, detail, state FROM fault JOIN file USING (key)").fetchall()
        found = [
            Problem(os.fsdecode(path), Fault(FaultCode(code), detail), read=state == READ)
            for path, code, detail, state in rows
        ]
        for path, reason in self.connection.execute("SELECT path, reason FROM unlisted"):
            found.append(Problem(os.fsdecode(path), Fault(FaultCode.UNREADABLE, reason), read=False))
        return sorted(found, key=lambda problem: problem.path)

    def unread(self) -> int:
        """How many posts and folders could not be read."""
        statement = f"SELECT (SELECT count(*) FROM file WHERE state = {UNREAD}) + (SELECT count(*) FROM unlisted)"
        return value_of(self.connection, statement) or 0

    def read_as(self) -> ReadAs:
        """As what the posts were read."""
        return ReadAs(
            self.count(None, Section.MEETING), self.count(None, Section.VERSION), self.count(None, Section.ARTICLE)
        )

    def _places(self, statement: Statement | None, part: Section, limit: int) -> array[int]:
        if statement is not None:
            return self.search.places(statement, part, limit)
        rows = self.connection.execute(_BETWEEN, (*range_of(part), limit))
        return array("q", [place for (place,) in rows])

    def _statement(self, query: Query | None) -> Statement | None:
        if query is None or query.is_empty:
            return None
        from reader.library.tables.search import Compiler  # noqa: PLC0415 -- folding, and the query's words

        return Compiler(query, self._known, full_text=self.full_text).statement()

    @property
    def search(self) -> Search:
        """What looks into the words of posts."""
        if self._search is None:
            from reader.library.tables.search import Search  # noqa: PLC0415 -- as above

            self._search = Search(self.connection, self.packed, self._failed)
        return self._search

    def _known(self) -> Lists:
        from reader.library.tables.search import lists  # noqa: PLC0415 -- only for fields

        version = self.version
        if self._lists is None or self._lists[0] != version:
            self._lists = version, lists(self.connection)
        return self._lists[1]


class Attached:
    """What is attached to a connection. `marks` gives the file of marks that counts now."""

    def __init__(self, connection: sqlite3.Connection, marks: Callable[[], MarksSource]) -> None:
        self._connection = connection
        self._marks = marks
        self._now: MarksSource | None = None
        self.renew()

    def renew(self) -> None:
        """Looks at the file of marks that counts now. Where it cannot be looked at, nothing is marked: that is no fault
        of the index.
        """
        marks = self._marks()
        if marks == self._now:
            return
        try:
            if self._now is not None:
                self._connection.execute("DETACH state")
        except sqlite3.OperationalError:  # in the middle of an answer; the next question comes soon
            return
        try:
            self._connection.execute("ATTACH ? AS state", (marks.uri or ":memory:",))
        except sqlite3.Error:
            marks = marks._replace(uri=None)
            self._connection.execute("ATTACH ':memory:' AS state")
        if marks.uri is None:
            self._connection.execute("CREATE TABLE state.mark (digest, alias, read, starred, note, passages)")
        self._now = marks
