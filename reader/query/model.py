"""What a query is: conditions that must all hold, each of one or more alternatives.

May import `i18n` only. NamedTuples and enums: the screen imports this before its first paint.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import Enum
from typing import NamedTuple

from reader.i18n import N_, _

LONGEST = 2_000
"""Most characters of a query."""
MOST_WORDS = 100
"""Most words, exclusions, alternatives and fields of a query in all."""
MOST_GAPS = 32
"""Most `*` of a query."""


class Hit(NamedTuple):
    """Where a word stands: characters [start, end) of a body paragraph, or of a title (`paragraph` None).

    `original` tells the 原标题 from the title.
    """

    paragraph: int | None
    start: int
    end: int
    original: bool = False


class Scope(Enum):
    """Which texts words are looked for in."""

    ALL = "all"
    TITLE = "title"
    BODY = "body"


class Word(NamedTuple):
    """A word: blind to punctuation and script, `*` for a gap; or exactly as written."""

    text: str
    exact: bool


class Name(NamedTuple):
    """Somebody named at the meeting, by name, pinyin or initials; only those who chaired where `chair` is set."""

    value: str
    chair: bool


class Role(NamedTuple):
    """A part of somebody's role."""

    value: str


class Series(NamedTuple):
    """A part of the name of the meeting's series."""

    value: str


class Number(NamedTuple):
    """The ordinal of the meeting."""

    value: int


class Days(NamedTuple):
    """The day of the meeting (else of publication) lies in this range; None leaves an end open."""

    first: date | None
    last: date | None


class State(Enum):
    """What `is:` and `has:` ask for."""

    MEETING = "meeting"
    ARTICLE = "article"
    STARRED = "starred"
    READ = "read"
    UNREAD = "unread"
    NOTE = "note"


Term = Word | Name | Role | Series | Number | Days | State


class Condition(NamedTuple):
    """At least one of the terms holds, or none of them where `negated`."""

    terms: tuple[Term, ...]
    negated: bool


class Query(NamedTuple):
    """What the reader asked for; `text` is what was typed."""

    text: str
    conditions: tuple[Condition, ...]
    scope: Scope

    @property
    def is_empty(self) -> bool:
        """Whether every post matches."""
        return not self.conditions

    def words(self) -> Iterator[Word]:
        """The words whose places are hits: those that are not excluded."""
        for condition in self.conditions:
            if not condition.negated:
                yield from (term for term in condition.terms if isinstance(term, Word))


class QueryErrorCode(Enum):
    """What is wrong with a query, as a sentence."""

    UNKNOWN_FIELD = N_("There is no such field. They are official chair role series number since until on in is has.")
    EMPTY_VALUE = N_("A value is missing after the colon.")
    BAD_DATE = N_("“{detail}” is no date. Write 2022, 2022-03 or 2022-03-15.")
    BAD_NUMBER = N_("“{detail}” is no number of a meeting. Write 46 or 四十六.")
    BAD_CHOICE = N_("What can stand here is one of: {detail}.")
    NOTHING_TO_FIND = N_("There is nothing to look for here; marks alone are found only in quotation marks.")
    LONELY_BAR = N_("A | needs a word on either side.")
    LONELY_MINUS = N_("A - needs a word right behind it.")
    TOO_LONG = N_("A query holds at most {detail} characters; shorten it.")
    TOO_MANY_WORDS = N_("A query holds at most {detail} words, exclusions and alternatives together; leave some out.")
    TOO_MANY_GAPS = N_("A query holds at most {detail} asterisks; leave some out.")


_MEANT = N_("There is no such field; perhaps {detail}: is meant.")


class QueryError(Exception):
    """A query that cannot be read: the characters [start, end) of what was typed are at fault.

    `detail` is the field, the value, the words that could stand there or the bound, as the code's sentence needs it.
    """

    def __init__(self, code: QueryErrorCode, start: int, end: int, detail: str = "") -> None:
        super().__init__(f"{code.name} at {start}: {detail}")
        self.code = code
        self.start = start
        self.end = end
        self.detail = detail

    @property
    def sentence(self) -> str:
        """What is wrong."""
        is_meant = self.detail and self.code is QueryErrorCode.UNKNOWN_FIELD
        return _(_MEANT if is_meant else self.code.value).format(detail=self.detail)
