"""A query as SQL, and the places of the posts that match, newest first; words, and how often they stand in posts.

May import `query`, `records` and this room. What full-text search can decide exactly goes into one MATCH, so that the
first rows come at once: it yields its posts in order without sorting. Quotations and gaps, which it can only narrow,
are verified by `holds` on the words of the post; without FTS5 `holds` is asked of every post.
"""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from reader.library.records.codec import unpack_texts, unpack_words
from reader.library.records.tokens import EVERY, LONGEST_PHRASE, near
from reader.library.tables import order
from reader.library.tables.order import Section
from reader.query.gaps import GAP
from reader.query.match import is_part, name_matches
from reader.query.model import Condition, Days, Name, Number, Query, Role, Scope, Series, State, Term, Word
from reader.query.words import Document, count_hits, has_word, parts_of

_MARKED = (
    "p.key IN (SELECT post.key FROM state.mark AS m JOIN post ON post.digest = m.digest WHERE {0} "
    "UNION SELECT post.key FROM state.mark AS m JOIN post ON post.alias = m.alias "
    "WHERE {0} AND post.digest NOT IN (SELECT digest FROM state.mark) "
    "AND NOT EXISTS (SELECT 1 FROM post AS q WHERE q.alias = post.alias AND q.key != post.key))"
)
_STATES = {
    State.MEETING: "p.is_meeting",
    State.ARTICLE: "NOT p.is_meeting",
    State.STARRED: _MARKED.format("m.starred IS TRUE"),
    State.READ: _MARKED.format("m.read IS TRUE"),
    State.UNREAD: f"NOT {_MARKED.format('m.read IS TRUE')}",
    State.NOTE: _MARKED.format("(m.note > '' OR m.passages > '')"),
}
_COLUMNS = {Scope.TITLE: "titles : ", Scope.BODY: "body : ", Scope.ALL: ""}

_PERSON = "p.key IN (SELECT key FROM person WHERE {})"
_CHAIRED = " AND acts LIKE '%chaired%'"
_FOUND = "p.place IN (SELECT rowid FROM words WHERE words MATCH ?)"
_MANY = "(SELECT value FROM json_each(?))"
"""Any of the values of a JSON list: the parameters of a statement are limited in number."""

Sql = tuple[str, list[object]]
"""A condition and its parameters."""


class Statement(NamedTuple):
    """A query as SQL: `match` is for full-text search (empty where it says nothing), `where` a condition on post p.

    `verified` are the words that `holds` is asked about, by their number; `first` and `last` bound the day.
    """

    match: str = ""
    where: str = ""
    parameters: tuple[object, ...] = ()
    verified: tuple[Word, ...] = ()
    scope: Scope = Scope.ALL
    first: date | None = None
    last: date | None = None


class Printed(NamedTuple):
    """A name of the collection with its number, pinyin and initials."""

    number: int
    name: str
    pinyin: str
    initials: str


class Lists(NamedTuple):
    """What is printed in the collection, for the fields that match a part of it."""

    names: Sequence[Printed]
    roles: Sequence[str]
    series: Sequence[str]


def lists(connection: sqlite3.Connection) -> Lists:
    """The names, roles and series that are printed in the collection."""
    names = connection.execute("SELECT name, text, pinyin, initials FROM name").fetchall()
    roles = connection.execute("SELECT DISTINCT role FROM person WHERE role IS NOT NULL").fetchall()
    series = connection.execute("SELECT DISTINCT series FROM post WHERE series IS NOT NULL").fetchall()
    return Lists([Printed(*row) for row in names], [role for (role,) in roles], [name for (name,) in series])


class Compiler:
    """Makes a statement of a query. `full_text` says whether there is a MATCH to narrow with."""

    def __init__(self, query: Query, lists: Callable[[], Lists], *, full_text: bool) -> None:
        self._query = query
        self._lists = lists
        self._full_text = full_text
        self._verified: list[Word] = []
        self._match: list[str] = []
        self._excluded: list[str] = []
        self._where: list[str] = []
        self._parameters: list[object] = []
        self._first: date | None = None
        self._last: date | None = None

    def statement(self) -> Statement:
        """The statement."""
        for condition in dict.fromkeys(self._query.conditions):
            self._add(condition)
        return Statement(
            self._matching(),
            " AND ".join(self._where),
            tuple(self._parameters),
            tuple(self._verified),
            self._query.scope,
            self._first,
            self._last,
        )

    def _matching(self) -> str:
        """All that full-text search is asked; the posts without an excluded word are looked for among all."""
        if not self._match and not self._excluded:
            return ""
        wanted = " AND ".join(f"({item})" for item in self._match) or f"titles : {EVERY}"
        return wanted if not self._excluded else f"({wanted}) NOT ({' OR '.join(self._excluded)})"

    def _add(self, condition: Condition) -> None:
        terms = tuple(dict.fromkeys(condition.terms))
        if len(terms) == 1 and isinstance(terms[0], Days) and not condition.negated:
            self._bound(terms[0])
            return
        if self._full_text and all(isinstance(term, Word) for term in terms):
            words = [term for term in terms if isinstance(term, Word)]
            narrow = self._any(words)
            exact = all(map(_is_exact, words))
            if narrow and exact:
                (self._excluded if condition.negated else self._match).append(narrow)
                return
            if narrow and not condition.negated:
                self._match.append(narrow)
                self._where.append(f"({' OR '.join(map(self._holds, words))})")
                return
        sql, parameters = self._either(terms)
        self._where.append(f"NOT ({sql})" if condition.negated else f"({sql})")
        self._parameters += parameters

    def _bound(self, days: Days) -> None:
        """A range of days narrows the places themselves."""
        if days.first and (self._first is None or days.first > self._first):
            self._first = days.first
        if days.last and (self._last is None or days.last < self._last):
            self._last = days.last

    def _either(self, terms: Sequence[Term]) -> Sql:
        """At least one of the terms; what can be asked at once is one condition, however many alternatives it is of."""
        found = [*self._words(terms), *self._printed(terms)]
        found += [_simple(term) for term in terms if isinstance(term, (Days, State, Number))]
        return " OR ".join(sql for sql, _ in found), [item for _, some in found for item in some]

    def _words(self, terms: Sequence[Term]) -> Iterator[Sql]:
        words = [term for term in terms if isinstance(term, Word)]
        exact = [word for word in words if self._full_text and _is_exact(word)]
        if exact:
            yield _FOUND, [self._any(exact)]
        yield from (self._word(word) for word in words if word not in exact)

    def _printed(self, terms: Sequence[Term]) -> Iterator[Sql]:
        """Names, roles and series: those of the collection that any of the terms means."""
        for chair in (False, True):
            names = [term.value for term in terms if isinstance(term, Name) and term.chair is chair]
            if names:
                known = self._lists().names
                numbers = [item.number for item in known if any(name_matches(name, *item[1:]) for name in names)]
                yield _PERSON.format(f"name IN {_MANY}" + _CHAIRED * chair), [json.dumps(numbers)]
        roles = [term.value for term in terms if isinstance(term, Role)]
        if roles:
            yield _PERSON.format(f"role IN {_MANY}"), [_holding(roles, self._lists().roles)]
        series = [term.value for term in terms if isinstance(term, Series)]
        if series:
            yield f"ifnull(p.series IN {_MANY}, 0)", [_holding(series, self._lists().series)]

    def _word(self, word: Word) -> Sql:
        """A word as a condition that full-text search alone cannot decide: narrowed by it, verified on the text."""
        narrow = self._any([word]) if self._full_text else ""
        holds = self._holds(word)
        return (f"({_FOUND} AND {holds})", [narrow]) if narrow else (holds, [])

    def _holds(self, word: Word) -> str:
        """A word verified on the text."""
        self._verified.append(word)
        return f"holds({len(self._verified) - 1}, c.forms, p.key)"

    def _any(self, words: Sequence[Word]) -> str:
        """What full-text search is asked for any of the words; empty where it can do nothing with one of them."""
        asked = [self._ask(word) for word in words]
        return " OR ".join(asked) if all(asked) else ""

    def _ask(self, word: Word) -> str:
        parts = parts_of(word)
        if not parts:
            return ""
        return _COLUMNS[self._query.scope] + near(parts, GAP)


def _is_exact(word: Word) -> bool:
    """Whether full-text search alone can decide if a word is in a text: it has no gap, is no quotation, not long."""
    parts = parts_of(word)
    return not word.exact and len(parts) == 1 and len(parts[0]) <= LONGEST_PHRASE


def _simple(term: Days | State | Number) -> Sql:
    """What is compared with a column of its own."""
    match term:
        case Days(first, last):
            low = first.toordinal() if first else 0
            high = last.toordinal() if last else date.max.toordinal()
            return "ifnull(p.day BETWEEN ? AND ?, 0)", [low, high]
        case State():
            return _STATES[term], []
        case Number(value):
            return "ifnull(p.number = ?, 0)", [value]


def _holding(values: Sequence[str], known: Sequence[str]) -> str:
    """Those of the roles or series of a collection that hold any of these values."""
    return json.dumps([item for item in known if any(is_part(value, item) for value in values)])


Failed = Callable[[sqlite3.Error], object]
"""Is called with what goes wrong inside SQLite, which would only say that a function of ours raised something."""
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
