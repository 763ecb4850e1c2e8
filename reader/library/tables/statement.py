"""A query as SQL: what full-text search is asked, what is verified on the text, what is compared in the tables.

May import `query`, `records` and this room. What full-text search can tell exactly goes into one MATCH, so that the
first rows come at once; quotations and gaps, which it can only narrow, are verified by `holds` on the words of the
post.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import NamedTuple

from reader.library.records.tokens import EVERY, near
from reader.query.match import is_part, name_matches
from reader.query.model import Condition, Days, Name, Number, Query, Role, Scope, Series, State, Term, Word
from reader.query.words import GAP, parts_of

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
        for condition in self._query.conditions:
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
        terms = condition.terms
        if len(terms) == 1 and isinstance(terms[0], Days) and not condition.negated:
            self._bound(terms[0])
            return
        if self._full_text and all(isinstance(term, Word) for term in terms):
            words = [term for term in terms if isinstance(term, Word)]
            narrow = self._any(words)
            exact = all(map(_is_told_by_match, words))
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

    def _either(self, terms: Iterable[Term]) -> Sql:
        alternatives = [self._condition(term) for term in terms]
        return " OR ".join(sql for sql, _ in alternatives), [item for _, some in alternatives for item in some]

    def _condition(self, term: Term) -> Sql:  # noqa: PLR0911 -- one for each kind of term
        match term:
            case Word():
                return self._word(term)
            case Days(first, last):
                low = first.toordinal() if first else 0
                high = last.toordinal() if last else date.max.toordinal()
                return "ifnull(p.day BETWEEN ? AND ?, 0)", [low, high]
            case State():
                return _STATES[term], []
            case Number(value):
                return "ifnull(p.number = ?, 0)", [value]
            case Series(value):
                return _one_of(
                    "ifnull(p.series IN ({}), 0)", [item for item in self._lists().series if is_part(value, item)]
                )
            case Role(value):
                return _one_of(
                    _PERSON.format("role IN ({})"), [item for item in self._lists().roles if is_part(value, item)]
                )
            case Name(value, chair):
                numbers = [item.number for item in self._lists().names if name_matches(value, *item[1:])]
                return _one_of(_PERSON.format("name IN ({})" + _CHAIRED * chair), numbers)

    def _word(self, word: Word) -> Sql:
        """A word as a condition: found by full-text search, verified on the text where that cannot tell."""
        narrow = self._any([word]) if self._full_text else ""
        sql, parameters = "", list[object]()
        if narrow:
            sql, parameters = "p.place IN (SELECT rowid FROM words WHERE words MATCH ?)", [narrow]
        if narrow and _is_told_by_match(word):
            return sql, parameters
        return (f"({sql} AND {self._holds(word)})" if sql else self._holds(word)), parameters

    def _holds(self, word: Word) -> str:
        """A word verified on the text."""
        self._verified.append(word)
        return f"holds({len(self._verified) - 1}, c.forms, p.key)"

    def _any(self, words: Sequence[Word]) -> str:
        """What full-text search is asked for any of the words; empty where one of them tells it nothing."""
        asked = [self._ask(word) for word in words]
        return " OR ".join(asked) if all(asked) else ""

    def _ask(self, word: Word) -> str:
        parts = parts_of(word)
        if not parts:
            return ""
        return _COLUMNS[self._query.scope] + near(parts, GAP)


def _is_told_by_match(word: Word) -> bool:
    """Whether full-text search alone can tell if a word stands in a text: it has no gap and is no quotation."""
    return not word.exact and len(parts_of(word)) == 1


def _one_of(condition: str, values: Sequence[object]) -> Sql:
    """A condition with a placeholder for each value; SQL's own answer for none is that nothing matches."""
    return condition.format(",".join("?" * len(values))), list(values)
