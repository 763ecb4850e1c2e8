"""The series of meetings with what is missing in this collection, and all meetings by month.

May import `library.model`, `query`, `analysis` and `locale`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from reader.analysis import series
from reader.analysis.series import Gap, Month, Occurrence, Series
from reader.analysis.steps import Steps, finished
from reader.library.model import Held
from reader.library.protocols import Library
from reader.locale.views import SeriesWords
from reader.query.model import Query
from reader.views.filter import filter_told

_YEAR = re.compile(r"(?<!\d)(\d{4})年")
"""A year that the name of a meeting prints."""
GAPS_TOLD = 6
"""Of more runs of missing numbers than these only the count is told beside the name of a series."""


class Recurring(NamedTuple):
    """All meetings, oldest first; the numbers of those that match; the series that any of these belongs to, whole (what
    a filter leaves out is not missing); and the numbers of those that match and belong to none.
    """

    meetings: Sequence[Held]
    matching: Sequence[int]
    series: Sequence[Series]
    alone: Sequence[int]
    filter: str


def recurring_meetings(library: Library, query: Query | None) -> Recurring:
    """The series of the meetings that match."""
    return finished(finding_recurring(library, query))


def finding_recurring(library: Library, query: Query | None) -> Steps[Recurring]:
    """The same in steps."""
    meetings = library.across.meetings()
    found = (yield from library.across.finding_meetings(query)) if filter_told(query) else meetings
    keys = {held.key for held in found}
    matching = [number for number, held in enumerate(meetings) if held.key in keys]
    alone = [number for number in matching if meetings[number].series is None]
    gathered = series.gather(map(_occurrence, meetings))
    held_here = [one for one in gathered if any(meetings[held.meeting].key in keys for held in one.sessions)]
    return Recurring(meetings, matching, held_here, alone, filter_told(query))


def _occurrence(held: Held) -> Occurrence:
    year = _YEAR.search(held.name)
    return Occurrence(held.convener, held.series, held.number, held.day, int(year[1]) if year else None)


def months_of(recurring: Recurring) -> list[Month]:
    """Every month from the first matching meeting's to the last's, also those without any."""
    return series.by_month({number: recurring.meetings[number].day for number in recurring.matching})


def numbers_told(one: Series, words: SeriesWords) -> list[str]:
    """The lowest and highest ordinal of a series, and what is missing between; nothing of a series without ordinals."""
    ordinals = [session.ordinal for session in one.sessions if session.ordinal is not None]
    if not ordinals:
        return []
    gaps = [row for row in series.with_gaps(one.sessions) if isinstance(row, Gap)]
    if len(gaps) > GAPS_TOLD:
        told = words.missing_many.format(count=len(one.missing))
    else:
        runs = [str(number) for gap in gaps for number in _ends(gap)]
        told = words.missing.format(numbers=words.joined.join(runs)) if gaps else words.complete
    return [words.ordinals.format(first=min(ordinals), last=max(ordinals)), told]


def _ends(gap: Gap) -> Sequence[int | str]:
    """A run as the parts of a list: two neighbours one by one."""
    return (gap.first, gap.last) if gap.last == gap.first + 1 else (run_told(gap),)


def run_told(gap: Gap) -> str:
    """Numbers without a gap: 47-48, or one alone."""
    return f"{gap.first}-{gap.last}" if gap.last > gap.first else str(gap.first)


def days_told(days: int | None, words: SeriesWords) -> str:
    """How long after the former meeting of its series one was held; nothing of the first."""
    if days is None:
        return ""
    return words.days_since.format(days=days) if days else words.same_day
