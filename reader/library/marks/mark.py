"""What is kept of one post: read, starred, noted, how far; and by what it is kept.

May import the standard library only. Whatever stands in a file of marks, what comes out here can be shown: what no
version of the program wrote counts as nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, NamedTuple

FIND = "SELECT {} FROM mark WHERE digest = ?1 OR alias = ?2 ORDER BY digest != ?1 LIMIT 1"
"""Of a post, by its identity: the row of its bytes, else that of an earlier text."""


class Identity(NamedTuple):
    """What a post's marks are kept by: the hash of its bytes, and of its publication and title."""

    digest: bytes
    alias: bytes | None


class PassageNote(NamedTuple):
    """A note on the characters [start, end) of a body paragraph; `words` are what stood there when it was written."""

    paragraph: int
    start: int
    end: int
    words: str
    note: str


class Mark(NamedTuple):
    """What was done with one post. `place` is (body paragraph, character) of where the reading stopped."""

    read: bool = False
    starred: bool = False
    note: str = ""
    place: tuple[int, int] | None = None
    passages: tuple[PassageNote, ...] = ()


class MarksSource(NamedTuple):
    """The file of marks as another connection attaches it: its URI, None where there is none; another `turn` is another
    file, whatever its name.
    """

    uri: str | None
    turn: int


def mark_of(row: tuple[Any, ...]) -> Mark:
    """The marks of a row: read, starred, note, paragraph, character, passages."""
    read, starred, note, paragraph, character, passages = row
    place = (paragraph, character) if _is_place(paragraph) and _is_place(character) else None
    note = note if isinstance(note, str) else ""
    return Mark(_is_one(read), _is_one(starred), note, place, tuple(passages_of(passages)[0]))


def passages_of(kept: object) -> tuple[list[PassageNote], bool]:
    """The notes on passages as they are kept, a list of lists as JSON or nothing; and whether this is all it holds."""
    if kept == "":
        return [], True
    try:
        listed = json.loads(kept) if isinstance(kept, str) else None
    except (ValueError, RecursionError):
        listed = None
    if not isinstance(listed, list):
        return [], False
    sound = [PassageNote(*one) for one in listed if _is_passage(one)]
    return sound, len(sound) == len(listed)


def as_json(passages: Iterable[PassageNote]) -> str:
    """Notes on passages as they are kept, in the order of the text."""
    found = sorted(passages)
    return json.dumps(found, ensure_ascii=False) if found else ""


def _is_passage(one: object) -> bool:
    if not isinstance(one, list) or len(one) != len(PassageNote._fields):
        return False
    return all(map(_is_place, one[:3])) and one[1] <= one[2] and all(map(_is_text, one[3:]))


def _is_place(value: object) -> bool:
    return type(value) is int and 0 <= value < 2**31


def _is_one(value: object) -> bool:
    return type(value) is int and value == 1


def _is_text(value: object) -> bool:
    """Whether it is a text that UTF-8 can hold: JSON may spell half a character."""
    return isinstance(value, str) and not any("\ud800" <= character <= "\udfff" for character in value)
