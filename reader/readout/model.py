"""What a readout is: frozen data, made by this room and only read by every other.

May import `people`, `evidence` and `faults`: what a readout is made of and others need without it. NamedTuples: the
pane needs them before its first paint, and they take a third of a dataclass's time to define.
"""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple, TypeAlias

from reader.readout.evidence import Evidence, Source, Span
from reader.readout.faults import Fault
from reader.readout.people import Act, Attendance, Mention

_Day: TypeAlias = date  # a class with a field `date` cannot name the type so any more


class Kind(StrEnum):
    """What a post is: the report of a meeting, or anything else."""

    MEETING = "meeting"
    ARTICLE = "article"


class Genre(StrEnum):
    """What an article is, where its text says so clearly."""

    PRESS_CONFERENCE = "press conference"
    APPOINTMENT = "appointment"
    STATISTICS = "statistics"
    VISIT = "visit"
    SIGNING = "signing"


class DateBasis(StrEnum):
    """Where the day of a meeting was read: its text, its title, or only the day of publication."""

    TEXT = "text"
    TITLE = "title"
    PUBLISHED = "published"


class ParagraphKind(StrEnum):
    """How a paragraph of the body is set."""

    TEXT = "text"
    HEADING = "heading"


class Paragraph(NamedTuple):
    """One paragraph of the body, without its indent; never empty."""

    text: str
    kind: ParagraphKind = ParagraphKind.TEXT


class Meeting(NamedTuple):
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
    evidence: tuple[Evidence, ...] = ()

    @property
    def chairs(self) -> tuple[Attendance, ...]:
        """Those who are printed as having chaired, in printed order."""
        return tuple(person for person in self.people if Act.CHAIRED in person.acts)


class Highlight(NamedTuple):
    """A pull-quote before the lede; `paragraph` is the body paragraph that holds its words."""

    text: str
    paragraph: int


class Point(NamedTuple):
    """一是 … 五是 at the beginning of a paragraph of the body."""

    label: str
    paragraph: int


class OutlineItem(NamedTuple):
    """指出, 要求, 强调 at the beginning of a paragraph, with the numbered points that follow it."""

    label: str
    paragraph: int
    points: tuple[Point, ...] = ()


class Credit(NamedTuple):
    """A line that names a source, editor, photographer; label and value as printed."""

    label: str
    value: str


class Readout(NamedTuple):
    """A post, cleaned and understood.

    `published` is in Beijing time; a bare `date` where the post gives no time, None where it gives
    neither; `printed_date` is what it prints. `people` are those of an article (a press conference, an appointment); a
    meeting has its own. `quotes` are the phrases in quotation marks of the body with their counts, in the order
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
    genre: Genre | None = None
    people: tuple[Attendance, ...] = ()
    mentions: tuple[Mention, ...] = ()
    highlights: tuple[Highlight, ...] = ()
    outline: tuple[OutlineItem, ...] = ()
    quotes: tuple[tuple[str, int], ...] = ()
    credits: tuple[Credit, ...] = ()
    images: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()
    faults: tuple[Fault, ...] = ()
    printed_date: str = ""

    def text_at(self, span: Span) -> str:
        """The characters that a span of this post stands for."""
        if span.source is Source.BODY and span.paragraph is not None:
            text = self.paragraphs[span.paragraph].text
        elif span.source is Source.TITLE:
            text = self.title
        else:
            text = (self.original_title if span.source is Source.ORIGINAL_TITLE else self.printed_date) or ""
        return text[span.start : span.end]

    @property
    def everyone(self) -> tuple[Attendance, ...]:
        """Those of the meeting, then those who stand in `people`."""
        return (*(self.meeting.people if self.meeting else ()), *self.people)

    @property
    def names(self) -> list[str]:
        """The names of everyone, then of those who are named in passing."""
        return [*(person.name for person in self.everyone), *(person.name for person in self.mentions)]

    @property
    def chairs(self) -> tuple[Attendance, ...]:
        """Those of everyone who are printed as having chaired."""
        return tuple(person for person in self.everyone if Act.CHAIRED in person.acts)

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
