"""A slow and obvious search to hold the library against: what a query means, spelt out once more.

Knows nothing of `query.match`, `query.words` and `query.gaps`. Every text is looked through character by character:
no prepared documents, no patterns, no short cuts, only its characters are made ready once.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from reader.query.model import Condition, Days, Name, Number, Query, Role, Scope, Series, State, Term, Word
from reader.readout.model import Readout
from reader.text.folding import blind, fold
from reader.text.pinyin import initials_of, pinyin_of, plain

GAP = 8
BAR = "\x1f"
"""Stands for a clause mark among the characters that searching sees."""


class Post(NamedTuple):
    """One post of a collection and what the reader did with it."""

    path: str
    readout: Readout
    starred: bool = False
    read: bool = False
    has_note: bool = False


class Found(NamedTuple):
    """A post that a query finds, and in how many places its words stand."""

    path: str
    hits: int


class Seen(NamedTuple):
    """The characters of a text that searching sees, clause marks as BAR, and where each stands in the text."""

    characters: str
    offsets: list[int]


def found(posts: Iterable[Post], query: Query) -> list[Found]:
    """The posts that meet every condition, in the order given."""
    return [
        Found(post.path, len(places(post.readout, query)))
        for post in posts
        if all(_holds(condition, query.scope, post) for condition in query.conditions)
    ]


def places(readout: Readout, query: Query) -> set[tuple[str, int, int]]:
    """The places of the words that are not excluded: the name of the text, start, end."""
    words = [term for condition in query.conditions if not condition.negated for term in condition.terms]
    return {
        (name, *span)
        for word in words
        if isinstance(word, Word)
        for name, text in _texts(readout, query.scope)
        for span in spans(word, text)
    }


def _texts(readout: Readout, scope: Scope) -> Iterator[tuple[str, str]]:
    """The texts that are searched, by name: both titles, the paragraphs of the body."""
    if scope is not Scope.BODY:
        yield "title", readout.title
        yield "original title", readout.original_title or ""
    if scope is not Scope.TITLE:
        for index, paragraph in enumerate(readout.paragraphs):
            yield str(index), paragraph.text


def _holds(condition: Condition, scope: Scope, post: Post) -> bool:
    return any(_is_true(term, scope, post) for term in condition.terms) != condition.negated


def _is_true(term: Term, scope: Scope, post: Post) -> bool:  # noqa: PLR0911 -- one line for each kind of term
    readout, meeting = post.readout, post.readout.meeting
    match term:
        case Word():
            return any(True for _, text in _texts(readout, scope) for _ in spans(term, text))
        case State():
            return _is_in_state(term, post)
        case Days():
            day = readout.day
            return day is not None and (term.first or day) <= day <= (term.last or day)
        case Name():
            people = readout.chairs if term.chair else readout.everyone
            return any(_means(term.value, person.name) for person in people)
        case Role():
            return any(person.role and blind(term.value) in blind(person.role) for person in readout.everyone)
        case Series():
            return bool(meeting and meeting.series and blind(term.value) in blind(meeting.series))
        case Number():
            return bool(meeting and meeting.number == term.value)


def _is_in_state(state: State, post: Post) -> bool:
    match state:
        case State.MEETING:
            return post.readout.meeting is not None
        case State.ARTICLE:
            return post.readout.meeting is None
        case State.STARRED:
            return post.starred
        case State.READ:
            return post.read
        case State.UNREAD:
            return not post.read
        case State.NOTE:
            return post.has_note


@cache
def _means(typed: str, name: str) -> bool:
    """Chinese is a part of the name; letters begin its pinyin, that of its given name, or its initials."""
    letters = "".join(
        character for character in plain(fold(typed)) if not character.isspace() and character not in "'’·-"
    )
    if any(character > "\x7f" for character in letters):
        return blind(typed) in blind(name)
    if not letters:
        return False
    family, _, given = pinyin_of(name).partition(" ")
    given_at_once = given.replace(" ", "")
    return any(form.startswith(letters) for form in (family + given_at_once, given, initials_of(name)))


def spans(word: Word, text: str) -> Iterator[tuple[int, int]]:
    """Where a word stands in a text, from left to right; no place begins before the last has ended."""
    if word.exact:
        at = text.find(word.text)
        while at >= 0:
            yield at, at + len(word.text)
            at = text.find(word.text, at + len(word.text))
        return
    characters, offsets = seen(text)
    parts = _parts(word.text)
    known: dict[tuple[int, int], int | None] = {}
    at = characters.find(parts[0][0])
    while at >= 0:
        end = _end(parts, characters, at, known)
        if end is not None:
            yield offsets[at], offsets[end - 1] + 1
        at = characters.find(parts[0][0], at + 1 if end is None else end)


@cache
def _parts(typed: str) -> list[str]:
    """What stands between the asterisks, as searching sees it."""
    return [part for part in map(blind, typed.split("*")) if part]


def _end(parts: list[str], characters: str, at: int, known: dict[tuple[int, int], int | None]) -> int | None:
    """Where the parts end that begin here, with the shortest gaps; None if they do not stand here.

    What was found out once of so many parts at a place is `known`: a text that repeats itself asks it again and again.
    """
    here = len(parts), at
    if here not in known:
        known[here] = _looked_for(parts, characters, at, known)
    return known[here]


def _looked_for(parts: list[str], characters: str, at: int, known: dict[tuple[int, int], int | None]) -> int | None:
    for number, wanted in enumerate(parts[0]):
        while number and characters[at : at + 1] == BAR:
            at += 1
        if characters[at : at + 1] != wanted:
            return None
        at += 1
    if len(parts) == 1:
        return at
    for gap in range(GAP + 1):
        between = characters[at : at + gap]
        if BAR in between or "\n" in between:
            return None
        end = _end(parts[1:], characters, at + gap, known)
        if end is not None:
            return end
    return None


@cache
def seen(text: str) -> Seen:
    """What searching sees of a text: letters, digits, symbols; kept, for the same texts are asked again."""
    folded = fold(text)
    kept = [(_sight(folded, index), index) for index in range(len(folded))]
    kept = [(character, index) for character, index in kept if character]
    return Seen("".join(character for character, _ in kept), [index for _, index in kept])


def _sight(folded: str, index: int) -> str:
    """The character that searching sees here: itself, BAR for a clause mark, or nothing."""
    character = folded[index]
    after_digit = folded[index - 1 : index] in tuple("0123456789")
    before_digit = folded[index + 1 : index + 2] in tuple("0123456789")
    if character in "，。；：！？,;:!?":
        return BAR
    if character == ".":
        return character if after_digit and before_digit else ""
    if character in "%‰":
        return character if after_digit else ""
    if character == "\n":
        return character
    return "" if character in "~`^|" or unicodedata.category(character)[0] in "PZC" else character
