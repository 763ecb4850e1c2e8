"""What was typed -> Query, or a QueryError that says which characters are at fault.

May import `model` and `scan`. Full-width digits, marks and the ideographic space are taken as their twins.
"""

from __future__ import annotations

import calendar
import re
import unicodedata
from collections.abc import Callable
from datetime import date
from typing import TypeVar

from reader.query.model import (
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
from reader.query.scan import Piece, pieces

Choice = TypeVar("Choice")

_TWINS = {"官员": "official", "主持": "chair", "职务": "role", "会议": "series", "自": "since", "至": "until"}
_DATE = re.compile(r"(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?|年)?")
_IS = {state.value: state for state in State if state is not State.NOTE}
_HAS = {State.NOTE.value: State.NOTE}
_SCOPES = {scope.value: scope for scope in Scope}
_DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")}


def parse(text: str) -> Query:
    """Reads a query. Raises QueryError, and nothing else, for any text."""
    conditions: list[Condition] = []
    scope = Scope.ALL
    for group in _groups(text):
        first = group[0]
        if _field(first) == "in":
            scope = _choice(first, _SCOPES)
            continue
        field = _field(first)
        terms = tuple(_term(piece, _field(piece) or field) for piece in group)
        conditions.append(Condition(terms, first.negated))
    return Query(text, tuple(conditions), scope)


def _groups(text: str) -> list[list[Piece]]:
    """The pieces by condition: those that a bar joins are one."""
    groups: list[list[Piece]] = []
    joining: Piece | None = None
    for piece in pieces(text):
        if piece.bar:
            if joining or not groups:
                raise QueryError(QueryErrorCode.LONELY_BAR, piece.start, piece.end)
            joining = piece
        elif joining:
            groups[-1].append(piece)
            joining = None
        else:
            groups.append([piece])
    if joining:
        raise QueryError(QueryErrorCode.LONELY_BAR, joining.start, joining.end)
    return groups


def _field(piece: Piece) -> str:
    """The English name of a piece's field, empty for none. Raises QueryError for a field that is none."""
    name = _TWINS.get(piece.field, piece.field.lower())
    if name and name != "in" and name not in _FIELDS:
        from difflib import get_close_matches  # noqa: PLC0415  # only for a mistake

        close = get_close_matches(name, [*_FIELDS, "in"], n=1, cutoff=0.5)
        end = piece.start + piece.negated + len(piece.field) + 1
        raise QueryError(QueryErrorCode.UNKNOWN_FIELD, piece.start + piece.negated, end, close[0] if close else "")
    return name


def _term(piece: Piece, field: str) -> Term:
    if not piece.value.strip() and field:
        raise QueryError(QueryErrorCode.EMPTY_VALUE, piece.start, piece.end, field)
    return _FIELDS[field](piece) if field else _word(piece)


def _word(piece: Piece) -> Word:
    if not piece.value and piece.negated and not piece.exact:
        raise QueryError(QueryErrorCode.LONELY_MINUS, piece.start, piece.end)
    if not piece.value or not (piece.exact or _searchable(piece.value)):
        raise QueryError(QueryErrorCode.NOTHING_TO_FIND, piece.start, piece.end)
    return Word(piece.value if piece.exact else piece.value.replace("＊", "*"), piece.exact)


def _searchable(value: str) -> bool:
    """Whether a word holds more than the punctuation and spaces that searching is blind to."""
    return any(
        unicodedata.category(character)[0] not in "PZC" and character not in "~`^|" for character in _half(value)
    )


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
        raise QueryError(QueryErrorCode.BAD_NUMBER, piece.value_start, piece.end, piece.value)
    return Number(number)


def _chinese(value: str) -> int:
    """A Chinese numeral below one thousand, 0 for what is none."""
    if not re.fullmatch("[零一二三四五六七八九十百]+", value):
        return 0
    total, digit = 0, 0
    for character in value:
        if character in "十百":
            total += (digit or 1) * (10 if character == "十" else 100)
            digit = 0
        else:
            digit = _DIGITS[character]
    return total + digit


def _days(piece: Piece) -> tuple[date, date]:
    """The first and last day that a date means: a year, a month or a day."""
    match = _DATE.fullmatch(_half(piece.value).strip())
    if match:
        year, month, day = int(match[1]), int(match[2] or 0), int(match[3] or 0)
        try:
            first = date(year, month or 1, day or 1)
            last_month = month or 12
            return first, date(year, last_month, day or calendar.monthrange(year, last_month)[1])
        except ValueError:
            pass  # 2022-13, 2022-02-30: told below
    raise QueryError(QueryErrorCode.BAD_DATE, piece.value_start, piece.end, piece.value)


_FIELDS: dict[str, Callable[[Piece], Term]] = {
    "official": lambda piece: Name(piece.value.strip(), chair=False),
    "chair": lambda piece: Name(piece.value.strip(), chair=True),
    "role": lambda piece: Role(piece.value.strip()),
    "series": lambda piece: Series(piece.value.strip()),
    "number": _number,
    "since": lambda piece: Days(_days(piece)[0], None),
    "until": lambda piece: Days(None, _days(piece)[1]),
    "on": lambda piece: Days(*_days(piece)),
    "is": lambda piece: _choice(piece, _IS),
    "has": lambda piece: _choice(piece, _HAS),
}
