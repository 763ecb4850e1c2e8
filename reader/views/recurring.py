"""The series of meetings with what is missing in this collection, and all meetings by month.

May import `library.model`, `query`, `analysis` and `locale`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reader.analysis import series
from reader.analysis.series import Gap, Series
from reader.library.model import Held, Library
from reader.locale.views import SeriesWords
from reader.query.model import Query
from reader.views.filter import filter_told

GAPS_TOLD = 6
"""Of more runs of missing numbers than these only the count is told beside the name of a series."""


class Recurring(NamedTuple):
    """The meetings that match, oldest first; their series; and the numbers of those that belong to none."""

    meetings: Sequence[Held]
    series: Sequence[Series]
    alone: Sequence[int]
    filter: str


class Month(NamedTuple):
    """A month, as 2022-01, with the numbers of its meetings."""

    name: str
    meetings: Sequence[int]


def recurring_meetings(library: Library, query: Query | None) -> Recurring:
    """The series among the meetings that match."""
    meetings = library.meetings(query)
    alone = [number for number, held in enumerate(meetings) if held.series is None]
    found = series.gather((held.convener, held.series, held.number, held.day) for held in meetings)
    return Recurring(meetings, found, alone, filter_told(query))


def months_of(meetings: Sequence[Held]) -> list[Month]:
    """Every month from the first meeting's to the last's, also those without any."""
    found: dict[tuple[int, int], list[int]] = {}
    for number, held in enumerate(meetings):
        found.setdefault((held.day.year, held.day.month), []).append(number)
    counted = series.by_month(held.day for held in meetings)
    return [Month(f"{year}-{month:02}", found.get((year, month), [])) for year, month, _ in counted]


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
