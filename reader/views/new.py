"""`new`: how much of each meeting's report is new, and of one meeting what, and where the rest of it was said before.

May import `library`, `analysis`, `query`, `text`, `i18n` and `report`. The baseline is every earlier meeting of the
collection, whatever the filter; or those of the series; or one meeting.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import chain
from typing import Any, NamedTuple

from reader.analysis import novelty
from reader.analysis.steps import Steps
from reader.analysis.where import Body, Where
from reader.i18n import N_, _
from reader.library.index import Library
from reader.library.model import ListedMeeting, Repeats
from reader.query.model import Condition, Query, Scope, Word
from reader.text.cells import aligned, cells, crop
from reader.text.safety import one_line
from reader.views.report import Asked, Line, Outcome, Report, Target, meeting_of, nothing_matches

SHARE = N_("new wording {share}%")
"""This and the next are said of a text whose new wording is highlighted, too."""
NOTHING_BEFORE = N_("no earlier meeting here")
NOT_YET = N_("comparing with earlier meetings …")
NO_SERIES = N_("This meeting is of no series")
NO_MEETING = N_("This post reports no meeting whose day is known")


class Baseline(StrEnum):
    """What a report is compared with."""

    ALL = "all"
    SERIES = "series"
    ONE = "one"


class Wording(NamedTuple):
    """What is new in a report: the passages that were said before, those with new words, the new share in percent.

    `earlier` is the number of meetings compared with; `share` is None where that is 0, and of a report without text.
    """

    said: Sequence[Where]
    new: Sequence[Where]
    share: float | None
    earlier: int


class Source(NamedTuple):
    """Where a passage was said before: `here` of the report is `there` of an earlier meeting's.

    `meetings` is the number of earlier meetings that say all of `here`; `there` is that of the last of them.
    """

    here: Where
    meeting: ListedMeeting
    there: Where
    meetings: int


class MeetingWording(NamedTuple):
    """What is new in one meeting; `sources` are worked out for a single one only."""

    held: ListedMeeting
    body: Body
    wording: Wording
    sources: Sequence[Source]

    @property
    def share(self) -> float | None:
        """The new share in percent, rounded."""
        return None if self.wording.share is None else round(self.wording.share, 1)

    @property
    def characters(self) -> int:
        """How long the report is."""
        return sum(map(len, self.body))


def wording(library: Library, key: int, baseline: Baseline = Baseline.ALL, other: int | None = None) -> Wording | None:
    """What is new in a report; `other` is the one meeting of Baseline.ONE.

    None as long as that is not worked out, for what is no meeting with a day, and of no series for Baseline.SERIES.
    Raises KeyError where the post has gone.
    """
    bodies = dict(library.across.bodies([key] if other is None else [key, other]))
    body = bodies[key]
    if baseline is Baseline.ONE:
        previous = bodies.get(other) if other is not None else None
        said = None if previous is None else Repeats(novelty.said_before(body, [previous]), 1)
    else:
        said = library.across.said_before(key, in_series=baseline is Baseline.SERIES)
    if said is None:
        return None
    new = novelty.new_wording(body, said.passages)
    share = novelty.new_share(body, said.passages) if said.earlier else None
    return Wording(said.passages, new, share, said.earlier)


def sources(
    body: Body, said: Iterable[Where], holding: Callable[[str], Sequence[tuple[ListedMeeting, Body]]]
) -> Iterator[Source]:
    """Where passages of a body were said before; `holding` tells which earlier meetings may hold a run, oldest first.

    A passage may be put together from several meetings: it is said in pieces, each the longest that some meeting says
    from there on, of the last meeting that says it. Neighbouring pieces share less than a run.
    """
    for passage in said:
        text, start = body[passage.paragraph], passage.start
        while start <= passage.end - novelty.RUN:
            found = _longest(text, start, passage.end, holding(text[start : start + novelty.RUN]))
            if not found:  # it has gone meanwhile
                start += 1
                continue
            held, there = found[-1]
            end = start + there.end - there.start
            yield Source(Where(passage.paragraph, start, end), held, there, len(found))
            start = passage.end if end == passage.end else end - novelty.RUN + 1


def _longest(
    text: str, start: int, end: int, earlier: Sequence[tuple[ListedMeeting, Body]]
) -> list[tuple[ListedMeeting, Where]]:
    """The meetings that repeat most of a text from `start` up to `end`, with where they do."""
    found = [(held, novelty.longest_in(text, start, end, other)) for held, other in earlier]
    known = [(held, there) for held, there in found if there is not None]
    most = max((there.end - there.start for _held, there in known), default=0)
    return [(held, there) for held, there in known if there.end - there.start == most]


def earlier_holding(library: Library, here: ListedMeeting) -> Callable[[str], list[tuple[ListedMeeting, Body]]]:
    """What tells which meetings before one may hold a run, with their bodies; each body is read once.

    Searching is blind to marks; `sources` looks at the text itself.
    """
    order = {held.key: number for number, held in enumerate(library.across.meetings())}
    bodies: dict[int, Body] = {}

    def holding(run: str) -> list[tuple[ListedMeeting, Body]]:
        query = Query("", (Condition((Word(run, exact=False),), negated=False),), Scope.BODY)
        found = [held for held in library.across.meetings(query) if order.get(held.key, 0) < order.get(here.key, 0)]
        bodies.update(library.across.bodies([held.key for held in found if held.key not in bodies]))
        return [(held, bodies[held.key]) for held in found if held.key in bodies]

    return holding


def answer(library: Library, asked: Asked) -> Steps[Outcome]:
    """In the shell what is new in the meetings that match, or in one; on the screen where a passage was said before."""
    yield from ()
    return _shares(library, asked) if asked.is_whole else _said(library, asked)


def _said(library: Library, asked: Asked) -> Outcome:
    """Where the words that are meant were said before."""
    if asked.post is None or asked.meant is None:
        return _("No post is shown")
    here = meeting_of(library, library.across.meetings(), asked.post)
    before = library.across.said_before(asked.post)
    body = dict(library.across.bodies([asked.post])).get(asked.post)
    if here is None or before is None or body is None:
        return _(NOT_YET if here else NO_MEETING)
    paragraph, start, end = asked.meant
    passages = [one for one in before.passages if one.paragraph == paragraph and one.start < end and one.end > start]
    found = sources(body, passages, earlier_holding(library, here))
    first = next(found, None)
    return Sources(body, paragraph, chain([first], found)) if first else _("Nothing of this paragraph was said before")


def _shares(library: Library, asked: Asked) -> Outcome:
    """What is new in each meeting; one of which it is not known is left out."""
    against = asked.options["against"]
    baseline = Baseline(against) if asked.other is None else Baseline.ONE
    meetings = library.across.meetings(asked.query if asked.post is None else None)
    item = []
    for held in meetings:
        found = wording(library, held.key, baseline, asked.other) if asked.post in (None, held.key) else None
        if found is not None:
            body = dict(library.across.bodies([held.key]))[held.key]
            is_one = asked.post is not None and asked.other is None
            where = list(sources(body, found.said, earlier_holding(library, held))) if is_one else []
            item.append(MeetingWording(held, body, found, where))
    if item:
        return Shares(item, is_one=asked.post is not None)
    return _(NO_SERIES) if baseline is Baseline.SERIES else nothing_matches(asked.query.text if asked.query else "")


class Sources(Report[Source]):
    """Two lines a passage: its words; how many earlier meetings say them, and the last, where a row is opened."""

    view = "new"
    footer = N_("↑↓ Move|Enter Open|Esc Back")

    def __init__(self, body: Body, paragraph: int, found: Iterator[Source]) -> None:
        """`found` are passages of a paragraph of the body; they are looked for as long as somebody looks."""
        self._body = body
        self._paragraph = paragraph
        self.listed: list[Source] = []
        self.steps = self._find(found)

    def _find(self, found: Iterator[Source]) -> Steps[None]:
        """Finds the passages."""
        for one in found:
            self.listed.append(one)
            yield 0

    def head(self, width: int) -> Sequence[Line]:
        """Which paragraph it is."""
        return [[(_("Said before: paragraph {number}").format(number=self._paragraph + 1), "mark")]]

    def height(self, row: Source, width: int) -> int:
        """Two."""
        return 2

    def lines(self, row: Source, width: int) -> Sequence[Line]:
        """The words; how many meetings say them, and which was the last."""
        lead = _("in {count} earlier meeting, ") if row.meetings == 1 else _("in {count} earlier meetings, last ")
        meeting = f"{lead.format(count=row.meetings)}{row.meeting.day} "
        paragraph = _paragraph(row)
        name = crop(row.meeting.name, width - 2 - cells(meeting) - cells(paragraph) - 2)
        said = crop(row.here.words(self._body), width - 3)
        return [[(said, "text")], [(meeting, "detail"), (name, "detail"), (" ", ""), (paragraph, "detail")]]

    def target(self, row: Source) -> Target:
        """The passage in the earlier meeting."""
        return Target(row.meeting.key, row.there)


def _paragraph(source: Source) -> str:
    return _("para {number}").format(number=source.there.paragraph + 1)


class Shares(Report[MeetingWording]):
    """The new share of each meeting, as the shell prints it; of a single one the passages, and where they were said."""

    view = "new"

    def __init__(self, item: Sequence[MeetingWording], *, is_one: bool) -> None:
        self.listed = item
        self._is_one = is_one

    def printed(self, width: int) -> Iterator[str]:
        """A line a meeting; of a single one the share, the new passages by paragraph, then where the rest was said."""
        if not self._is_one:
            yield from aligned(map(_columns, self.listed))
            return
        (item,) = self.listed
        held, found = item.held, item.wording
        yield f"{held.day}  {held.id}  {held.name}"
        if found.share is not None:
            yield _(SHARE).format(share=f"{found.share:.1f}")
        elif not found.earlier:
            yield _(NOTHING_BEFORE)
        yield from (f"  {where.paragraph + 1:>3}  + {where.words(item.body)}" for where in found.new)
        for one in item.sources:
            there = f"{one.meeting.day}  {one.meeting.id}  {_paragraph(one)}"
            yield f"  {one.here.paragraph + 1:>3}  = {one.here.words(item.body)}  ({there})"

    def table(self) -> Iterator[Sequence[object]]:
        """A row a meeting."""
        yield _("date|path|meeting|new share %|characters|new passages|earlier meetings").split("|")
        for item in self.listed:
            counts = item.characters, len(item.wording.new), item.wording.earlier
            yield (item.held.day, item.held.path, item.held.name, item.share, *counts)

    def objects(self) -> Iterator[dict[str, Any]]:
        """What is new in each meeting, for JSON; offsets are characters of the paragraph."""
        for item in self.listed:
            held, found, body = item.held, item.wording, item.body
            yield {
                "path": held.path,
                "date": held.day.isoformat(),
                "name": held.name,
                "new_share_percent": item.share,
                "characters": item.characters,
                "earlier_meetings": found.earlier,
                "new": [_passage(where, body) for where in found.new],
                "said": [_passage(where, body) for where in found.said],
                "sources": [_source(one, body) for one in item.sources],
            }


def _columns(item: MeetingWording) -> tuple[str, ...]:
    """The day, the id, the new share, the name, and that no meeting was before."""
    share = "" if item.wording.share is None else f"{item.wording.share:5.1f}%"
    name = [one_line(item.held.name)] + ([] if item.wording.earlier else [_(NOTHING_BEFORE)])
    return str(item.held.day), item.held.id, share, "  ".join(filter(None, name))


def _passage(where: Where, body: Body) -> dict[str, Any]:
    return {**where._asdict(), "text": where.words(body)}


def _source(source: Source, body: Body) -> Mapping[str, Any]:
    meeting = {"path": source.meeting.path, "date": source.meeting.day.isoformat()}
    return {**_passage(source.here, body), **meeting, "there": source.there._asdict(), "meetings": source.meetings}
