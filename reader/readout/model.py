"""What a readout is: frozen data, made by this room and only read by every other.

May import nothing of the project. Offsets are characters (code points) of the cleaned text,
never terminal cells; a pair of offsets is half open, like a Python slice.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import TypeAlias

_Day: TypeAlias = date  # a class with a field `date` cannot name the type so any more


class Kind(StrEnum):
    """What a post is: the report of a meeting, or anything else."""

    MEETING = "meeting"
    ARTICLE = "article"


class Act(StrEnum):
    """What a person is printed as doing at a meeting."""

    CHAIRED = "chaired"
    SPOKE = "spoke"
    REPORTED = "reported"
    ATTENDED = "attended"


class DateBasis(StrEnum):
    """Where the day of a meeting was read: its text, its title, or only the day of publication."""

    TEXT = "text"
    TITLE = "title"
    PUBLISHED = "published"


class ParagraphKind(StrEnum):
    """How a paragraph of the body is set."""

    TEXT = "text"
    HEADING = "heading"


class FaultCode(StrEnum):
    """What is wrong with a post; the interface has one sentence for each."""

    EMPTY = "empty"
    ENCODING = "encoding"
    FRONT_MATTER_BROKEN = "front_matter_broken"
    FRONT_MATTER_UNCLOSED = "front_matter_unclosed"
    FRONT_MATTER_TOO_LONG = "front_matter_too_long"
    DATE = "date"
    NO_TEXT = "no_text"
    TOO_LARGE = "too_large"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong with a post, with the detail (a line number, a value) that the sentence names."""

    code: FaultCode
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of the body, without its indent; never empty."""

    text: str
    kind: ParagraphKind = ParagraphKind.TEXT


@dataclass(frozen=True, slots=True)
class Attendance:
    """One person named at a meeting: the role as printed (None where none is), acts in text order.

    `position` is the person's place in the printed order of all who are named, from 1.
    """

    name: str
    role: str | None
    acts: tuple[Act, ...]
    position: int


@dataclass(frozen=True, slots=True)
class Meeting:
    """The event that a readout reports. `name` is without the convener, with the year as printed."""

    name: str
    date: date | None
    date_basis: DateBasis | None
    date_end: _Day | None = None
    convener: str | None = None
    series: str | None = None
    number: int | None = None
    year: int | None = None
    place: str | None = None
    form: str | None = None
    people: tuple[Attendance, ...] = ()
    collective: tuple[str, ...] = ()

    @property
    def chairs(self) -> tuple[Attendance, ...]:
        """Those who are printed as having chaired, in printed order."""
        return tuple(person for person in self.people if Act.CHAIRED in person.acts)


@dataclass(frozen=True, slots=True)
class Highlight:
    """A pull-quote before the lede; `paragraph` is the body paragraph that holds its words."""

    text: str
    paragraph: int


@dataclass(frozen=True, slots=True)
class Point:
    """一是 … 五是 at the beginning of a paragraph of the body."""

    label: str
    paragraph: int


@dataclass(frozen=True, slots=True)
class OutlineItem:
    """指出, 要求, 强调 at the beginning of a paragraph, with the numbered points that follow it."""

    label: str
    paragraph: int
    points: tuple[Point, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of the body with its unit, at the characters [start, end) of a paragraph; `value` keeps its scale."""

    paragraph: int
    start: int
    end: int
    value: str
    unit: str | None


@dataclass(frozen=True, slots=True)
class Credit:
    """A line that names a source, editor, photographer; label and value as printed."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Readout:
    """A post, cleaned and understood.

    `published` is in Beijing time; a bare `date` where the post gives no time, None where it gives
    neither. `quotes` are the phrases in quotation marks of the body with their counts, in the order
    of their first occurrence. `faults` say what was wrong with the post although it was read.
    """

    title: str
    published: datetime | date | None
    kind: Kind
    customs: bool
    paragraphs: tuple[Paragraph, ...]
    original_title: str | None = None
    author: str | None = None
    categories: tuple[str, ...] = ()
    link: str | None = None
    meeting: Meeting | None = None
    highlights: tuple[Highlight, ...] = ()
    outline: tuple[OutlineItem, ...] = ()
    quotes: tuple[tuple[str, int], ...] = ()
    figures: tuple[Figure, ...] = ()
    credits: tuple[Credit, ...] = ()
    images: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()
    faults: tuple[Fault, ...] = field(default=())

    @property
    def body(self) -> tuple[str, ...]:
        """The text of every body paragraph."""
        return tuple(paragraph.text for paragraph in self.paragraphs)

    @property
    def published_day(self) -> date | None:
        """The Beijing day of publication."""
        return self.published.date() if isinstance(self.published, datetime) else self.published

    @property
    def day(self) -> date | None:
        """The day the readout is filed under: the meeting's, else the publication's."""
        return self.meeting.date if self.meeting and self.meeting.date else self.published_day


class PostError(Exception):
    """A post from which nothing can be read; carries the `Fault` that says why."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(f"{fault.code}: {fault.detail}" if fault.detail else str(fault.code))
        self.fault = fault
