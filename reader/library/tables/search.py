"""A statement -> the places of the posts that match, newest first; words -> how often they stand in posts.

May import `query`, `records` and this room. Full-text search leads where there is a MATCH, for it yields its posts in
order without sorting; without FTS5 `holds` is asked of every post.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache

from reader.library.records.codec import unpack_texts
from reader.library.records.words import unpack_words
from reader.library.tables import order
from reader.library.tables.order import Section
from reader.library.tables.statement import Statement
from reader.query.model import Query, Scope, Word
from reader.query.words import Document, count_hits, has_word

Failed = Callable[[sqlite3.Error], object]
"""Is told of what goes wrong inside SQLite, which would only say that a function of ours raised something."""
_FORMS_AT = "SELECT c.forms, c.key FROM post AS p JOIN content AS c USING (key) WHERE p.place = ?"
CHUNK = 2048
"""Rows that are taken from SQLite at once."""


class Search:
    """Asks one connection. Not for several threads at once."""

    def __init__(self, connection: sqlite3.Connection, packed: Callable[[int], bytes], failed: Failed) -> None:
        """`packed` gives what is known of a post by its key, as the index keeps it."""
        self._connection = connection
        self._packed = packed
        self._failed = failed
        self._asked = Statement()
        self._looked_at: tuple[int, Document] | None = None
        self._raised: BaseException | None = None
        connection.create_function("holds", 3, self._holds)

    def places(self, statement: Statement, part: Section, limit: int = -1) -> array[int]:
        """The places of the posts of a part that match, ascending; at most `limit` where that is not negative."""
        low, high = order.range_of(part, statement.first, statement.last)
        sql, parameters = self._select(statement, "{}", low, high)
        found: array[int] = array("q")
        with self._asking(statement):
            cursor = self._connection.execute(f"{sql} ORDER BY 1 LIMIT ?", (*parameters, limit))
            while rows := cursor.fetchmany(CHUNK):
                found.extend([place for (place,) in rows])
        return found

    @contextmanager
    def _asking(self, statement: Statement) -> Iterator[None]:
        """Has `holds` asked about the words of a statement, of posts as they are now. Raises what `holds` raises."""
        self._asked, self._looked_at, self._raised = statement, None, None
        try:
            yield
        except sqlite3.OperationalError as error:
            if "user-defined function" not in str(error):
                raise
            raise self._raised or KeyboardInterrupt from error  # a signal may come before the first line of `holds`

    def count(self, statement: Statement, part: Section) -> int:
        """How many posts of a part match."""
        low, high = order.range_of(part, statement.first, statement.last)
        sql, parameters = self._select(statement, "count(*)", low, high)
        with self._asking(statement):
            (count,) = self._connection.execute(sql, parameters).fetchone()
        return int(count)

    def hits(self, query: Query, places: Sequence[int], stop: Callable[[], bool]) -> int:
        """How many hits the query's words have in the posts at these places; fewer where it is stopped."""
        words = _words(query)
        total = 0
        for place in places:
            if stop():
                break
            for data, key in self._connection.execute(_FORMS_AT, (place,)):
                total += count_hits(words, query.scope, self._document(data, key))
        return total

    def hits_of_words(self, words: Sequence[Word], key: int) -> list[int] | None:
        """The hits of each word in the body of a post; None where it has gone."""
        found = self._connection.execute("SELECT forms FROM content WHERE key = ?", (key,)).fetchone()
        if not found:
            return None
        document = self._document(found[0], key)
        return [count_hits((word,), Scope.BODY, document) for word in words]

    def _document(self, words: bytes, key: int) -> Document:
        """A post whose words are kept so; only quotations need it as it is printed."""
        return Document(*unpack_words(words), lambda: unpack_texts(self._packed(key)))

    def _select(self, statement: Statement, what: str, low: int, high: int) -> tuple[str, tuple[object, ...]]:
        """The SELECT and its parameters; tables that the conditions do not name are left out."""
        where = statement.where
        content = " CROSS JOIN content AS c ON c.key = p.key" if "c." in where else ""
        if statement.match:
            post = " CROSS JOIN post AS p ON p.place = w.rowid" if "p." in where else ""
            sql = f"SELECT {what.format('w.rowid')} FROM words AS w{post}{content} "
            sql += "WHERE words MATCH ? AND w.rowid >= ? AND w.rowid < ?"
        else:
            sql = f"SELECT {what.format('p.place')} FROM post AS p{content} WHERE p.place >= ? AND p.place < ?"
        head = (statement.match,) if statement.match else ()
        return f"{sql} AND {where}" if where else sql, (*head, low, high, *statement.parameters)

    def _holds(self, number: int, words: bytes, key: int) -> bool:
        try:
            if self._looked_at is None or self._looked_at[0] != key:  # one post is asked about for many words
                self._looked_at = key, self._document(words, key)
            return has_word(self._asked.verified[number], self._asked.scope, self._looked_at[1])
        except sqlite3.Error as error:  # damage; or interrupted, and so is the query that asks
            self._failed(error)
            return False
        except BaseException as error:  # SQLite says only that something was raised
            self._raised = error
            raise


@lru_cache(maxsize=16)
def _words(query: Query) -> tuple[Word, ...]:
    """The words whose places are hits, each once."""
    return tuple(dict.fromkeys(query.words()))
