"""`series`: the meetings of each series and what is missing; or all meetings by month.

May import `views`, `analysis`, `locale`, `text` and this room.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from reader.analysis.series import Gap, Month, with_gaps
from reader.cli.answers import put_answer
from reader.cli.collection import parsed, read
from reader.cli.lines import table
from reader.cli.output import ExitCode, say
from reader.cli.session import Session
from reader.locale.screen import numbered
from reader.locale.views import SeriesWords, view_words
from reader.text.safety import one_line
from reader.views.recurring import Recurring, days_told, months_of, numbers_told, recurring_meetings, run_told


def series(session: Session) -> ExitCode:
    """`series`: the series of the meetings that match; with `--months` how many meetings each month has."""
    words = view_words(session.shared.lang).series
    query = parsed(session)
    with read(session) as library:
        found = recurring_meetings(library, query)
    if session.arguments.months:
        _put_months(months_of(found), session, words)
    else:
        put_answer(session, as_objects(found), as_rows(found, words), as_lines(found, words))
    if not found.matching:
        say(words.none if query.is_empty else session.own.nothing_matched.format(query=query.text))
    elif found.alone and session.arguments.format != "text" and not session.arguments.months:
        say(f"{words.alone} {numbered(words.held, len(found.alone))}")
    return ExitCode.DONE if found.matching else ExitCode.NOTHING


def _put_months(months: Sequence[Month], session: Session, words: SeriesWords) -> None:
    counted = [(month.name, len(month.meetings)) for month in months]
    put_answer(
        session,
        ({"month": name, "meetings": count} for name, count in counted),
        [words.month_columns, *counted],
        (f"{name}  {count:>3}" for name, count in counted),
    )


def as_objects(found: Recurring) -> list[dict[str, Any]]:
    """The series for JSON, most meetings first; their meetings oldest first."""
    return [
        {
            "series": one.name,
            "convener": one.convener,
            "meetings": [
                {
                    "path": found.meetings[held.meeting].path,
                    "date": found.meetings[held.meeting].day.isoformat(),
                    "number": held.ordinal,
                    "days_since": held.days,
                }
                for held in one.sessions
            ],
            "missing": list(one.missing),
        }
        for one in found.series
    ]


def as_rows(found: Recurring, words: SeriesWords) -> Iterator[tuple[object, ...]]:
    """The series as rows of a table: every meeting once, those of no series at the end."""
    yield words.columns
    for one in found.series:
        for held in one.sessions:
            meeting = found.meetings[held.meeting]
            yield one.name, one.convener, meeting.day, held.ordinal, held.days, meeting.path, meeting.name
    for number in found.alone:
        meeting = found.meetings[number]
        yield None, meeting.convener, meeting.day, meeting.number, None, meeting.path, meeting.name


def as_lines(found: Recurring, words: SeriesWords) -> Iterator[str]:
    """The series for people: a line each, below it its meetings and what is missing between them."""
    for one in found.series:
        convener = one.convener or words.no_convener
        told = [one.name, convener, numbered(words.held, len(one.sessions)), *numbers_told(one, words)]
        yield "  ".join(map(one_line, told))
        lines: list[tuple[str, ...]] = []
        for row in with_gaps(one.sessions):
            if isinstance(row, Gap):
                lines.append(("", "", words.ordinal.format(number=run_told(row)), words.not_here, ""))
            else:
                meeting = found.meetings[row.meeting]
                number = words.ordinal.format(number=row.ordinal) if row.ordinal is not None else ""
                name = one_line(meeting.name)
                lines.append((meeting.day.isoformat(), meeting.id, number, days_told(row.days, words), name))
        yield from table(lines, "  ")
    if found.alone:
        yield f"{words.alone}  {numbered(words.held, len(found.alone))}"
        held = (found.meetings[number] for number in found.alone)
        yield from table(((one.day.isoformat(), one.id, one_line(one.name)) for one in held), "  ")
