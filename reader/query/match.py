"""Whether a query finds a readout, and where its words stand.

May import `readout.model`, `text` and this room. A `Document` is prepared once a post; asking it costs one `in` over
the folded text. Words are verified on the text itself, so that an index may hand over too much but never too little.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from reader.query.model import Condition, Days, Hit, Name, Number, Query, Role, Scope, Series, State, Term, Word
from reader.readout.model import Readout
from reader.text.folding import BARRIER, blind, blind_clauses, with_offsets
from reader.text.pinyin import initials_of, pinyin_of, plain

GAP = 8
"""Most characters that `*` stands for; what searching is blind to does not count."""


class Document(NamedTuple):
    """A readout made ready for searching: the blind forms of its body and of its two titles, paragraphs by newlines."""

    readout: Readout
    body: str
    titles: str


class Marks(NamedTuple):
    """What a reader has done with one post; nothing by default."""

    starred: bool = False
    read: bool = False
    has_note: bool = False


UNTOUCHED = Marks()


def prepare(readout: Readout) -> Document:
    """Folds a readout for searching."""
    return Document(readout, blind("\n".join(readout.body)), blind("\n".join(_titles(readout))))


def matches(query: Query, document: Document, marks: Marks = UNTOUCHED) -> bool:
    """Whether every condition of the query holds."""
    return all(_holds(condition, query.scope, document, marks) for condition in query.conditions)


def hits(query: Query, readout: Readout) -> list[Hit]:
    """Where the query's words stand: title, 原标题, then the body in order; the same place only once."""
    words = tuple(dict.fromkeys(query.words()))
    found: list[Hit] = []
    if query.scope is not Scope.BODY:
        found += sorted({Hit(None, *span) for word in words for span in _spans(word, readout.title)})
        original = readout.original_title or ""
        found += sorted({Hit(None, *span, original=True) for word in words for span in _spans(word, original)})
    if query.scope is not Scope.TITLE:
        for index, text in enumerate(readout.body):
            found += sorted({Hit(index, *span) for word in words for span in _spans(word, text)})
    return found


def count_hits(query: Query, document: Document) -> int:
    """How many hits `hits` would find; much faster for plain words.

    Different blind words cover different places, so that plain words are simply counted.
    """
    words = set(query.words())
    if any(word.exact or "*" in word.text for word in words):
        return len(hits(query, document.readout))
    texts = _scoped(query.scope, document)
    return sum(text.count(needle) for needle in {blind(word.text) for word in words} for text in texts)


def names_match(typed: str, name: str) -> bool:
    """Whether what was typed means a person: part of the name, or how its pinyin, given name or initials begin."""
    typed = typed.strip()
    if not typed.isascii() and not plain(typed).isascii():
        return blind(typed) in blind(name)
    letters = re.sub(r"[^a-z]", "", plain(typed))
    family, _, given = pinyin_of(name).partition(" ")
    return any(form.startswith(letters) for form in (family + given.replace(" ", ""), given, initials_of(name)))


def _holds(condition: Condition, scope: Scope, document: Document, marks: Marks) -> bool:
    return any(_found(term, scope, document, marks) for term in condition.terms) != condition.negated


def _found(term: Term, scope: Scope, document: Document, marks: Marks) -> bool:
    match term:
        case Word():
            return _has_word(term, scope, document)
        case State():
            return _in_state(term, document.readout, marks)
        case Days(first, last):
            day = document.readout.day
            return day is not None and (first is None or first <= day) and (last is None or day <= last)
        case _:
            return _about_meeting(term, document.readout)


def _about_meeting(term: Name | Role | Series | Number, readout: Readout) -> bool:
    meeting = readout.meeting
    if meeting is None:
        return False
    match term:
        case Name(value, chair):
            people = meeting.chairs if chair else meeting.people
            return any(names_match(value, person.name) for person in people)
        case Role(value):
            return any(blind(value) in blind(person.role or "") for person in meeting.people)
        case Series(value):
            return bool(meeting.series) and blind(value) in blind(meeting.series or "")
        case Number(value):
            return meeting.number == value


def _in_state(state: State, readout: Readout, marks: Marks) -> bool:
    return {
        State.MEETING: readout.meeting is not None,
        State.ARTICLE: readout.meeting is None,
        State.STARRED: marks.starred,
        State.READ: marks.read,
        State.UNREAD: not marks.read,
        State.NOTE: marks.has_note,
    }[state]


def _has_word(word: Word, scope: Scope, document: Document) -> bool:
    if word.exact:
        return any(word.text in text for text in _texts(scope, document.readout))
    texts = _scoped(scope, document)
    parts = _parts(word.text)
    if len(parts) == 1:
        return any(parts[0] in text for text in texts)
    if not all(any(part in text for text in texts) for part in parts):
        return False
    pattern = _pattern(parts)
    return any(pattern.search(blind_clauses(text)) for text in _texts(scope, document.readout))


def _spans(word: Word, text: str) -> Iterator[tuple[int, int]]:
    """Where a word stands in one paragraph, in characters of it; occurrences do not overlap."""
    if word.exact:
        yield from ((match.start(), match.end()) for match in re.finditer(re.escape(word.text), text))
        return
    parts = _parts(word.text)
    if len(parts) == 1:
        if parts[0] not in blind(text):
            return
        form = with_offsets(text)
        yield from (form.span(match.start(), match.end()) for match in re.finditer(re.escape(parts[0]), form.text))
        return
    form = with_offsets(text, clauses=True)
    yield from (form.span(match.start(), match.end()) for match in _pattern(parts).finditer(form.text))


@lru_cache(maxsize=256)
def _parts(text: str) -> tuple[str, ...]:
    """The blind forms of what stands between the gaps of a word."""
    return tuple(filter(None, map(blind, text.split("*"))))


@lru_cache(maxsize=256)
def _pattern(parts: tuple[str, ...]) -> re.Pattern[str]:
    """Parts that may run over clause marks, parted by gaps that may not."""
    over = f"{BARRIER}*"
    gap = rf"[^{BARRIER}\n]{{0,{GAP}}}?"
    return re.compile(gap.join(over.join(map(re.escape, part)) for part in parts))


def _scoped(scope: Scope, document: Document) -> tuple[str, ...]:
    both = {Scope.ALL: (document.titles, document.body), Scope.TITLE: (document.titles,), Scope.BODY: (document.body,)}
    return both[scope]


def _texts(scope: Scope, readout: Readout) -> Iterator[str]:
    if scope is not Scope.BODY:
        yield from _titles(readout)
    if scope is not Scope.TITLE:
        yield from readout.body


def _titles(readout: Readout) -> tuple[str, str]:
    return readout.title, readout.original_title or ""
