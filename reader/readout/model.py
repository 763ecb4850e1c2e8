"""What a readout is: frozen data, made by this room and only read by every other.

NamedTuples: the pane needs them before its first paint, and they take a third of a dataclass's time to define.

May import nothing of the project. Offsets are characters (code points) of the cleaned text,
never terminal cells; a pair of offsets is half open, like a Python slice.
"""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple, TypeAlias

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


class Act(StrEnum):
    """What a person is printed as doing at a meeting or another event; the last two are of appointment notices."""

    CHAIRED = "chaired"
    SPOKE = "spoke"
    REPORTED = "reported"
    ATTENDED = "attended"
    APPOINTED = "appointed"
    REMOVED = "removed"


class DateBasis(StrEnum):
    """Where the day of a meeting was read: its text, its title, or only the day of publication."""

    TEXT = "text"
    TITLE = "title"
    PUBLISHED = "published"


class ParagraphKind(StrEnum):
    """How a paragraph of the body is set."""

    TEXT = "text"
    HEADING = "heading"


class Measure(StrEnum):
    """Whether a figure says how much there is, or by how much it rose or fell."""

    LEVEL = "level"
    GROWTH = "growth"


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


class Fault(NamedTuple):
    """One thing wrong with a post, with the detail (a line number, a value) that the sentence names."""

    code: FaultCode
    detail: str = ""


class Paragraph(NamedTuple):
    """One paragraph of the body, without its indent; never empty."""

    text: str
    kind: ParagraphKind = ParagraphKind.TEXT


class Source(StrEnum):
    """Which text of a post a span lies in."""

    BODY = "body"
    TITLE = "title"
    ORIGINAL_TITLE = "original_title"
    PUBLISHED = "published"


class Span(NamedTuple):
    """Where a fact was read: the characters [start, end) of a text.

    `paragraph` is the index of a body paragraph, None in every other text. A day that only the publication tells has
    the whole of the post's printed date for its span.
    """

    source: Source
    paragraph: int | None
    start: int
    end: int


class Evidence(NamedTuple):
    """A fact of a meeting, by the name of its field, and where it was read."""

    fact: str
    span: Span


class Attendance(NamedTuple):
    """One person named at an event: the role as printed (None where none is), acts in text order.

    `position` is the person's place in the printed order of all who are named, from 1. `spans` say where the name, the
    role and each act were read: the facts are "name", "role" and the acts' own words.
    """

    name: str
    role: str | None
    acts: tuple[Act, ...]
    position: int
    spans: tuple[Evidence, ...] = ()


class Mention(NamedTuple):
    """A person named in passing, who is not told to have been there; the role as printed, before or after the name."""

    name: str
    role: str | None
    span: Span


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


class Figure(NamedTuple):
    """A number of the body with its unit, at the characters [start, end) of a paragraph; `value` keeps its scale.

    `counts` is the noun phrase that the number counts or measures, as printed, and `counts_at` its characters in the
    same paragraph; both are None where the text does not say clearly. `against` is the printed base of a growth (同比,
    比2017年), None where none is printed.
    """

    paragraph: int
    start: int
    end: int
    value: str
    unit: str | None
    measure: Measure = Measure.LEVEL
    counts: str | None = None
    counts_at: tuple[int, int] | None = None
    against: str | None = None


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


class PostError(Exception):
    """A post from which nothing can be read; carries the `Fault` that says why."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(f"{fault.code}: {fault.detail}" if fault.detail else str(fault.code))
        self.fault = fault
