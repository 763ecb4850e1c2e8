"""Meetings that recur: their numbers, what is missing in this collection, the days between; and all by month.

May import nothing of the project. A number is missing if it lies between two that the collection has; whether the
meeting was held nobody says.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

LARGEST_GAP = 1000
"""A number so far beyond the one before it is no neighbour of that: nobody can say that so many are missing."""


class Session(NamedTuple):
    """One meeting of a series, by its number; `ordinal` is printed (第四十六次), `days` are those since the former."""

    meeting: int
    day: date | None
    ordinal: int | None
    days: int | None


class Gap(NamedTuple):
    """The ordinals from `first` to `last`, none of which this collection has."""

    first: int
    last: int


class Series(NamedTuple):
    """A series of one convener (None where no text tells), oldest meeting first."""

    name: str
    convener: str | None
    sessions: Sequence[Session]
    missing: Sequence[int]


def gather(meetings: Iterable[tuple[str | None, str | None, int | None, date | None]]) -> list[Series]:
    """The series among (convener, series, ordinal, day), oldest first; most meetings first, then by name."""
    found: dict[tuple[str, str | None], list[tuple[int, int | None, date | None]]] = {}
    for number, (convener, name, ordinal, day) in enumerate(meetings):
        if name is not None:
            found.setdefault((name, convener), []).append((number, ordinal, day))
    series = [_series(name, convener, held) for (name, convener), held in found.items()]
    return sorted(series, key=lambda one: (-len(one.sessions), one.name, one.convener or ""))


def _series(name: str, convener: str | None, held: Sequence[tuple[int, int | None, date | None]]) -> Series:
    sessions = []
    former: date | None = None
    for number, ordinal, day in held:
        sessions.append(Session(number, day, ordinal, (day - former).days if day and former else None))
        former = day or former
    return Series(name, convener, sessions, missing_between(ordinal for _, ordinal, _ in held if ordinal is not None))


def missing_between(ordinals: Iterable[int]) -> list[int]:
    """The ordinals between the lowest and the highest that are not there; `ordinals` are oldest first.

    One that falls to half of the one before or less begins a new count (a series may be numbered by the year), and so
    does one that lies LARGEST_GAP or more beyond it: nothing is missing between two counts.
    """
    counts: list[list[int]] = []
    for ordinal in ordinals:
        if not counts or _begins_a_count(counts[-1][-1], ordinal):
            counts.append([])
        counts[-1].append(ordinal)
    return [number for count in counts for number in sorted({*range(min(count), max(count))}.difference(count))]


def with_gaps(sessions: Iterable[Session]) -> list[Session | Gap]:
    """The meetings of a series in their order, and each run of missing ordinals before the first that is beyond it."""
    counts: list[list[Session]] = [[]]
    former: int | None = None
    for session in sessions:
        if session.ordinal is not None:
            if former is not None and _begins_a_count(former, session.ordinal):
                counts.append([])
            former = session.ordinal
        counts[-1].append(session)
    rows: list[Session | Gap] = []
    for count in counts:
        missing = missing_between(session.ordinal for session in count if session.ordinal is not None)
        for session in count:
            while missing and session.ordinal is not None and missing[0] < session.ordinal:
                gap = _first_run(missing)
                del missing[: gap.last - gap.first + 1]
                rows.append(gap)
            rows.append(session)
    return rows


def _begins_a_count(former: int, ordinal: int) -> bool:
    return 2 * ordinal <= former or ordinal - former >= LARGEST_GAP


def _first_run(numbers: Sequence[int]) -> Gap:
    """The run of neighbours at the beginning of ascending numbers."""
    length = next((at for at, number in enumerate(numbers) if number - numbers[0] != at), len(numbers))
    return Gap(numbers[0], numbers[0] + length - 1)


def by_month(days: Iterable[date | None]) -> list[tuple[int, int, int]]:
    """(year, month, meetings) for every month from the first day's to the last's, also those without any."""
    counted = Counter((day.year, day.month) for day in days if day)
    if not counted:
        return []
    months = []
    (year, month), last = min(counted), max(counted)
    while (year, month) <= last:
        months.append((year, month, counted[year, month]))
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    return months
