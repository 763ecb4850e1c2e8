"""What was typed -> pieces (words, quotations, bars, with their places) -> Query, or a QueryError that says which
characters are at fault.

May import `model` and `text.folding`. Full-width digits, marks and the ideographic space are taken as their twins. An
unclosed quotation runs to the end, for it is still being typed.
"""

from __future__ import annotations

import calendar
import re
import unicodedata
from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple, TypeVar

from reader.query.model import (
    LONGEST,
    MOST_GAPS,
    MOST_WORDS,
    Condition,
    Days,
    Name,
    Number,
    Query,
    QueryError,
    QueryErrorCode,
    Role,
    Scope,
    Series,
    State,
    Term,
    Word,
)
from reader.text.folding import blind

_QUOTES = {'"': '"', "“": "”", "＂": "＂"}
_BARS = "|｜"
_MINUS = "-－"
_FIELD = re.compile(r"(?P<field>[A-Za-z]+|官员|主持|职务|会议|自|至)[:：](?!//)")
Choice = TypeVar("Choice")

_TWINS = {"官员": "official", "主持": "chair", "职务": "role", "会议": "series", "自": "since", "至": "until"}
_DATE = re.compile(r"(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?|年)?")
_IS = {state.value: state for state in State if state is not State.NOTE}
_HAS = {State.NOTE.value: State.NOTE}
_SCOPES = {scope.value: scope for scope in Scope}
_LONGEST_TOLD = 40
_DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")}
_NUMERAL = re.compile("(?:([一二三四五六七八九])百零?)?(?:([一二三四五六七八九]?)(十))?([一二三四五六七八九])?")


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


def parse(text: str) -> Query:
    """Reads a query. Raises QueryError, and nothing else, for any text; at once, however long it is."""
    if len(text) > LONGEST:
        raise QueryError(QueryErrorCode.TOO_LONG, LONGEST, len(text), f"{LONGEST:,}")
    return _read(text)


def _read(text: str) -> Query:
    conditions: list[Condition] = []
    scope = Scope.ALL
    for group in _groups(text):
        first = group[0]
        field = _field(first)
        if field == "in":
            scope = _scope(group)
            continue
        terms = tuple(_term(piece, _field(piece) or field) for piece in group)
        conditions.append(Condition(terms, first.negated))
    return Query(text, tuple(conditions), scope)


def parted(text: str) -> tuple[Query, Query]:
    """A query in two that must both hold: what asks for words, and what its fields ask. Raises QueryError as `parse`.

    A choice counts by its first alternative; `in:` and words that are excluded stay with the words.
    """
    parse(text)
    parts: dict[bool, list[str]] = {False: [], True: []}
    for group in _groups(text):
        is_field = _field(group[0]) not in ("", "in")
        parts[is_field].append("|".join(text[piece.start : piece.end] for piece in group))
    return _read(" ".join(parts[False])), _read(" ".join(parts[True]))


def _groups(text: str) -> list[list[Piece]]:
    """The pieces by condition: those that a bar joins are one."""
    groups: list[list[Piece]] = []
    joining: Piece | None = None
    for piece in _bounded(text):
        if piece.bar:
            if joining or not groups:
                raise QueryError(QueryErrorCode.LONELY_BAR, piece.start, piece.end)
            joining = piece
        elif joining:
            if piece.negated and not groups[-1][0].negated:  # a minus excludes the whole choice, so it stands first
                raise QueryError(QueryErrorCode.LONELY_BAR, joining.start, piece.start + 1)
            groups[-1].append(piece)
            joining = None
        else:
            groups.append([piece])
    if joining:
        raise QueryError(QueryErrorCode.LONELY_BAR, joining.start, joining.end)
    return groups


def _bounded(text: str) -> Iterator[Piece]:
    """The pieces of a text; raises QueryError where one of them is too many."""
    words = gaps = 0
    for piece in pieces(text):
        words += not piece.bar
        gaps += 0 if piece.exact else piece.value.count("*") + piece.value.count("＊")
        if words > MOST_WORDS:
            raise QueryError(QueryErrorCode.TOO_MANY_WORDS, piece.start, len(text), str(MOST_WORDS))
        if gaps > MOST_GAPS:
            raise QueryError(QueryErrorCode.TOO_MANY_GAPS, piece.value_start, piece.end, str(MOST_GAPS))
        yield piece


def _field(piece: Piece) -> str:
    """The English name of a piece's field, empty for none. Raises QueryError for a field that is none."""
    name = _TWINS.get(piece.field, piece.field.lower())
    if name and name != "in" and name not in _FIELDS:
        from difflib import get_close_matches  # noqa: PLC0415  # only for a mistake

        close = get_close_matches(name, [*_FIELDS, "in"], n=1, cutoff=0.5)
        end = piece.start + piece.negated + len(piece.field) + 1
        raise QueryError(QueryErrorCode.UNKNOWN_FIELD, piece.start + piece.negated, end, close[0] if close else "")
    return name


def _scope(group: list[Piece]) -> Scope:
    """Where to look: what `in:` names, everywhere if it names both. It cannot be excluded."""
    if group[0].negated:
        raise QueryError(QueryErrorCode.LONELY_MINUS, group[0].start, group[0].start + 1)
    stray = next((piece for piece in group if _field(piece) not in ("", "in")), None)
    if stray:
        raise QueryError(QueryErrorCode.LONELY_BAR, stray.start, stray.end)
    named = {_choice(piece, _SCOPES) for piece in group}
    return named.pop() if len(named) == 1 else Scope.ALL


def _term(piece: Piece, field: str) -> Term:
    if not piece.value.strip() and field:
        raise QueryError(QueryErrorCode.EMPTY_VALUE, piece.start, piece.end, field)
    if field == "in":  # 口岸|in:title
        raise QueryError(QueryErrorCode.LONELY_BAR, piece.start, piece.end)
    return _FIELDS[field](piece) if field else _word(piece)


def _word(piece: Piece) -> Word:
    if not piece.value and piece.negated and not piece.exact:
        raise QueryError(QueryErrorCode.LONELY_MINUS, piece.start, piece.end)
    if not piece.value or not (piece.exact or blind(piece.value)):
        raise QueryError(QueryErrorCode.NOTHING_TO_FIND, piece.start, piece.end)
    return Word(piece.value if piece.exact else piece.value.replace("＊", "*"), piece.exact)


def _text(piece: Piece) -> str:
    """A value that is looked for in names, roles or series: more than what searching is blind to."""
    value = piece.value.strip()
    if not blind(value).strip():
        raise QueryError(QueryErrorCode.NOTHING_TO_FIND, piece.value_start, piece.end)
    return value


def _half(value: str) -> str:
    """Full-width digits, letters and marks as their half-width twins."""
    return unicodedata.normalize("NFKC", value)


def _choice(piece: Piece, choices: dict[str, Choice]) -> Choice:
    value = _half(piece.value).strip().lower()
    if value not in choices:
        code = QueryErrorCode.BAD_CHOICE if value else QueryErrorCode.EMPTY_VALUE
        raise QueryError(code, piece.value_start if value else piece.start, piece.end, " ".join(choices))
    return choices[value]


def _number(piece: Piece) -> Number:
    value = _half(piece.value).strip().removeprefix("第").rstrip("次届期")
    number = int(value) if re.fullmatch(r"[0-9]{1,6}", value) else _chinese(value)
    if not number:
        raise QueryError(QueryErrorCode.BAD_NUMBER, piece.value_start, piece.end, _told(piece.value))
    return Number(number)


def _told(value: str) -> str:
    """A value as a sentence names it."""
    return value if len(value) <= _LONGEST_TOLD else f"{value[:_LONGEST_TOLD]}…"


def _chinese(value: str) -> int:
    """A Chinese numeral below one thousand, 0 for what is none."""
    match = _NUMERAL.fullmatch(value.replace("〇", "零"))
    if not match:
        return 0
    hundreds, tens, ten, ones = match.groups()
    return 100 * _DIGITS[hundreds or "零"] + 10 * _DIGITS[tens or ("一" if ten else "零")] + _DIGITS[ones or "零"]


def _days(piece: Piece) -> tuple[date, date]:
    """The first and last day that a date means: a year, a month or a day."""
    match = _DATE.fullmatch(_half(piece.value).strip())
    if match:
        year, month = int(match[1]), int(match[2] or 12)
        try:
            first = date(year, int(match[2] or 1), int(match[3] or 1))
            return first, date(year, month, int(match[3] or calendar.monthrange(year, month)[1]))
        except ValueError:
            pass  # 2022-13, 2022-02-30: told below
    raise QueryError(QueryErrorCode.BAD_DATE, piece.value_start, piece.end, _told(piece.value))


_FIELDS: dict[str, Callable[[Piece], Term]] = {
    "official": lambda piece: Name(_text(piece), chair=False),
    "chair": lambda piece: Name(_text(piece), chair=True),
    "role": lambda piece: Role(_text(piece)),
    "series": lambda piece: Series(_text(piece)),
    "number": _number,
    "since": lambda piece: Days(_days(piece)[0], None),
    "until": lambda piece: Days(None, _days(piece)[1]),
    "on": lambda piece: Days(*_days(piece)),
    "is": lambda piece: _choice(piece, _IS),
    "has": lambda piece: _choice(piece, _HAS),
}
