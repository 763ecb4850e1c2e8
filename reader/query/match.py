"""Whether a query finds a readout, and where its words stand.

May import `readout.model`, `text` and this room. What can be told of a post once is kept in its `Document`, what can
be told of a name or a role is remembered, for the same few are printed in thousands of posts.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from reader.query.model import Condition, Days, Hit, Name, Number, Query, Role, Scope, Series, State, Term, Word
from reader.query.words import Document, count, has_word, prepare, spans
from reader.readout.model import Meeting, Readout
from reader.text.folding import blind, fold
from reader.text.pinyin import initials_of, pinyin_of, plain

__all__ = ["UNTOUCHED", "Document", "Marks", "count_hits", "hits", "matches", "names_match", "prepare"]


class Marks(NamedTuple):
    """What a reader has done with one post; nothing by default."""

    starred: bool = False
    read: bool = False
    has_note: bool = False


UNTOUCHED = Marks()


def matches(query: Query, document: Document, marks: Marks = UNTOUCHED) -> bool:
    """Whether every condition of the query holds."""
    for condition in query.conditions:  # noqa: SIM110 -- all() costs a third more, and every key asks every post
        if not _holds(condition, query.scope, document, marks):
            return False
    return True


def hits(query: Query, readout: Readout) -> list[Hit]:
    """Where the query's words stand: title, 原标题, then the body in order; the same place only once."""
    words = _words(query)
    found: list[Hit] = []
    if query.scope is not Scope.BODY:
        found += sorted({Hit(None, *span) for word in words for span in spans(word, readout.title)})
        original = readout.original_title or ""
        found += sorted({Hit(None, *span, original=True) for word in words for span in spans(word, original)})
    if query.scope is not Scope.TITLE:
        for index, text in enumerate(readout.body):
            found += sorted({Hit(index, *span) for word in words for span in spans(word, text)})
    return found


def count_hits(query: Query, document: Document) -> int:
    """How many hits `hits` would find; much faster where the words need not be placed."""
    words = _words(query)
    if not words:
        return 0
    counted = count(words, query.scope, document)
    return len(hits(query, document.readout)) if counted is None else counted


@lru_cache(maxsize=50_000)
def names_match(typed: str, name: str) -> bool:
    """Whether what was typed means a person: part of the name, or how its pinyin, given name or initials begin."""
    typed = fold(typed)
    letters = re.sub(r"[\s'’·-]", "", plain(typed))
    if not letters.isascii():
        return blind(typed) in blind(name)
    family, _, given = pinyin_of(name).partition(" ")
    return any(form.startswith(letters) for form in (family + given.replace(" ", ""), given, initials_of(name)))


@lru_cache(maxsize=16)
def _words(query: Query) -> tuple[Word, ...]:
    """The words whose places are hits, each once."""
    return tuple(dict.fromkeys(query.words()))


def _holds(condition: Condition, scope: Scope, document: Document, marks: Marks) -> bool:
    for term in condition.terms:
        if _found(term, scope, document, marks):
            return not condition.negated
    return condition.negated


def _found(term: Term, scope: Scope, document: Document, marks: Marks) -> bool:
    match term:
        case Word():
            return has_word(term, scope, document)
        case State():
            return _in_state(term, document.readout, marks)
        case Days(first, last):
            day = document.readout.day
            return day is not None and (first is None or first <= day) and (last is None or day <= last)
        case Name() | Role():
            return _names_somebody(term, document.readout)
        case _:
            return document.readout.meeting is not None and _is_of(term, document.readout.meeting)


def _names_somebody(term: Name | Role, readout: Readout) -> bool:
    if isinstance(term, Role):
        return any(_is_part(term.value, person.role or "") for person in readout.everyone)
    people = readout.chairs if term.chair else readout.everyone
    return any(names_match(term.value, person.name) for person in people)


def _is_of(term: Series | Number, meeting: Meeting) -> bool:
    if isinstance(term, Number):
        return meeting.number == term.value
    return _is_part(term.value, meeting.series or "")


def _in_state(state: State, readout: Readout, marks: Marks) -> bool:
    return {
        State.MEETING: readout.meeting is not None,
        State.ARTICLE: readout.meeting is None,
        State.STARRED: marks.starred,
        State.READ: marks.read,
        State.UNREAD: not marks.read,
        State.NOTE: marks.has_note,
    }[state]


@lru_cache(maxsize=50_000)
def _is_part(typed: str, printed: str) -> bool:
    """Whether a role or series holds what was typed, as far as searching sees."""
    return blind(typed) in blind(printed)
