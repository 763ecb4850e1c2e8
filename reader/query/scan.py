"""What was typed -> pieces: words, quotations, bars, with their places.

May import `model`. Knows quotation marks, `-`, `|` and `field:` with their full-width twins, but no field's meaning.
An unclosed quotation runs to the end, for it is still being typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_QUOTES = {'"': '"', "“": "”", "＂": "＂"}
_BARS = "|｜"
_MINUS = "-－"
_FIELD = re.compile(r"(?P<field>[A-Za-z]+|官员|主持|职务|会议|自|至)[:：](?!//)")


class Piece(NamedTuple):
    """One alternative: an optional field, its value, where the piece and its value stand. A bar has `bar` set."""

    start: int
    end: int
    value: str
    value_start: int
    field: str = ""
    exact: bool = False
    negated: bool = False
    bar: bool = False


def pieces(text: str) -> Iterator[Piece]:
    """The pieces of a query in order; never raises."""
    position = 0
    while position < len(text):
        character = text[position]
        if character.isspace():
            position += 1
        elif character in _BARS:
            yield Piece(position, position + 1, "", position, bar=True)
            position += 1
        else:
            piece = _piece(text, position)
            yield piece
            position = piece.end


def _piece(text: str, start: int) -> Piece:
    negated = text[start] in _MINUS
    position = start + negated
    field = _FIELD.match(text, position)
    if field:
        position = field.end()
    name = field["field"] if field else ""
    closing = _QUOTES.get(text[position : position + 1])
    if closing:
        end = text.find(closing, position + 1)
        value = text[position + 1 : end if end >= 0 else len(text)]
        return Piece(start, end + 1 if end >= 0 else len(text), value, position + 1, name, True, negated)
    end = position
    while end < len(text) and not text[end].isspace() and text[end] not in _BARS:
        end += 1
    return Piece(start, end, text[position:end], position, name, False, negated)
