"""`new`: how much of each meeting's report is new, and of one meeting what, and where the rest was said before.

May import `views`, `analysis`, `library`, `locale`, `text` and this room.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from reader.analysis.where import Body, Where
from reader.cli.answers import put_answer
from reader.cli.collection import meeting_named, parsed, read
from reader.cli.output import ExitCode, say
from reader.cli.session import Session
from reader.library.index import IndexLibrary
from reader.library.model import Held
from reader.locale.views import WordingWords, view_words
from reader.text.cells import aligned
from reader.text.safety import one_line
from reader.views.wording import Baseline, Source, Wording, earlier_holding, sources, wording


class MeetingWording(NamedTuple):
    """What is new in one meeting; `sources` are worked out for a single one only."""

    held: Held
    body: Body
    wording: Wording
    sources: list[Source]


def new(session: Session) -> ExitCode:
    """`new [FILE]`: the new share of every meeting that matches, or what is new in one and what was said where."""
    words, arguments = view_words(session.shared.lang).wording, session.arguments
    query = parsed(session)
    with read(session) as library:
        library.compare()
        meetings = library.across.meetings()
        wanted = [meeting_named(library, meetings, arguments.file, session)] if arguments.file else []
        baseline, other = _against(library, meetings, session)
        told = list(_told(library, wanted or library.across.meetings(query), baseline, other, one=bool(wanted)))
    if not told:
        say(words.no_series if baseline is Baseline.SERIES else session.own.nothing_matched.format(query=query.text))
        return ExitCode.NOTHING
    lines = _lines(told[0], words) if wanted else aligned(_line(one, words) for one in told)
    put_answer(session, map(_object, told), [words.columns, *map(_row, told)], lines)
    return ExitCode.DONE


def _against(library: IndexLibrary, meetings: list[Held], session: Session) -> tuple[Baseline, Held | None]:
    """What `--against` means. Raises CommandError where it names no meeting."""
    given = session.arguments.against
    if given in (Baseline.ALL, Baseline.SERIES):
        return Baseline(given), None
    return Baseline.ONE, meeting_named(library, meetings, given, session)


def _told(
    library: IndexLibrary, meetings: Iterable[Held], baseline: Baseline, other: Held | None, *, one: bool
) -> Iterator[MeetingWording]:
    """What is new in each meeting; one of which it is not known is left out."""
    for held in meetings:
        found = wording(library, held.key, baseline, other.key if other else None)
        if found is not None:
            body = dict(library.across.bodies([held.key]))[held.key]
            where = list(sources(body, found.said, earlier_holding(library, held))) if one and other is None else []
            yield MeetingWording(held, body, found, where)


def _object(told: MeetingWording) -> dict[str, Any]:
    """What is new in one meeting, for JSON; offsets are characters of the paragraph."""
    held, found = told.held, told.wording
    return {
        "path": held.path,
        "date": held.day.isoformat(),
        "name": held.name,
        "new_share_percent": None if found.share is None else round(found.share, 1),
        "characters": sum(map(len, told.body)),
        "earlier_meetings": found.earlier,
        "new": [_passage(where, told.body) for where in found.new],
        "said": [_passage(where, told.body) for where in found.said],
        "sources": [
            {
                **_passage(one.here, told.body),
                "path": one.meeting.path,
                "date": one.meeting.day.isoformat(),
                "there": one.there._asdict(),
                "meetings": one.meetings,
            }
            for one in told.sources
        ],
    }


def _passage(where: Where, body: Body) -> dict[str, Any]:
    return {**where._asdict(), "text": where.words(body)}


def _row(told: MeetingWording) -> tuple[object, ...]:
    share = None if told.wording.share is None else round(told.wording.share, 1)
    counts = (sum(map(len, told.body)), len(told.wording.new), told.wording.earlier)
    return (told.held.day, told.held.path, told.held.name, share, *counts)


def _line(told: MeetingWording, words: WordingWords) -> tuple[str, ...]:
    share = "" if told.wording.share is None else f"{told.wording.share:5.1f}%"
    name = "  ".join(filter(None, (one_line(told.held.name), "" if told.wording.earlier else words.nothing_before)))
    return str(told.held.day), told.held.id, share, name


def _lines(told: MeetingWording, words: WordingWords) -> Iterator[str]:
    """One meeting for people: the share, the new passages by paragraph, then where the rest was said."""
    held, found = told.held, told.wording
    yield f"{held.day}  {held.id}  {held.name}"
    if found.share is not None:
        yield words.share.format(share=f"{found.share:.1f}")
    elif not found.earlier:
        yield words.nothing_before
    yield from (f"  {where.paragraph + 1:>3}  + {where.words(told.body)}" for where in found.new)
    for one in told.sources:
        there = f"{one.meeting.day}  {one.meeting.id}  {words.paragraph.format(number=one.there.paragraph + 1)}"
        yield f"  {one.here.paragraph + 1:>3}  = {one.here.words(told.body)}  ({there})"
