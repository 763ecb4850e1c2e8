"""Meetings that recur: their numbers, what is missing in this collection, the days between; and all by month.

May import nothing of the project. A number is missing if it lies between two that the collection has; whether the
meeting was held nobody says.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

LARGEST_GAP = 1000
"""A number so far beyond the one before it is no neighbour of that: nobody can say that so many are missing."""


class Occurrence(NamedTuple):
    """A meeting as `gather` takes it: None is what the text does not tell; `year` is one that its name prints."""

    convener: str | None
    series: str | None
    ordinal: int | None
    day: date | None
    year: int | None = None


class Session(NamedTuple):
    """One meeting of a series, by its number; `ordinal` is printed (第四十六次), `days` are those since the former."""

    meeting: int
    day: date | None
    ordinal: int | None
    days: int | None
    year: int | None = None


class Month(NamedTuple):
    """A month, as 2022-01, with its meetings."""

    name: str
    meetings: Sequence[int]


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


def gather(meetings: Iterable[Occurrence]) -> list[Series]:
    """The series among meetings that are told oldest first; most meetings first, then by name."""
    found: dict[tuple[str, str | None], list[tuple[int, Occurrence]]] = {}
    for number, one in enumerate(meetings):
        if one.series is not None:
            found.setdefault((one.series, one.convener), []).append((number, one))
    series = [_series(name, convener, held) for (name, convener), held in found.items()]
    return sorted(series, key=lambda one: (-len(one.sessions), one.name, one.convener or ""))


def _series(name: str, convener: str | None, held: Sequence[tuple[int, Occurrence]]) -> Series:
    sessions = []
    former: date | None = None
    for number, one in held:
        days = (one.day - former).days if one.day and former else None
        sessions.append(Session(number, one.day, one.ordinal, days, one.year))
        former = one.day or former
    missing = [number for count in _counts(sessions) for number in _missing(count)]
    return Series(name, convener, sessions, missing)


def _counts(sessions: Iterable[Session]) -> list[list[Session]]:
    """The sessions parted where a new count begins: nothing is missing between two counts.

    So it is where another year is printed in the name, where an ordinal falls to half of the one before or less (a
    series may be numbered by the year), and where it lies LARGEST_GAP or more beyond it.
    """
    counts: list[list[Session]] = [[]]
    former: Session | None = None
    for session in sessions:
        if session.ordinal is not None:
            if former is not None and _begins_a_count(former, session):
                counts.append([])
            former = session
        counts[-1].append(session)
    return counts


def _begins_a_count(former: Session, session: Session) -> bool:
    assert former.ordinal is not None
    assert session.ordinal is not None
    if former.year is not None and session.year is not None and former.year != session.year:
        return True
    return 2 * session.ordinal <= former.ordinal or session.ordinal - former.ordinal >= LARGEST_GAP


def _missing(count: Sequence[Session]) -> list[int]:
    """The ordinals between the lowest and the highest of a count that are not there, ascending."""
    ordinals = {session.ordinal for session in count if session.ordinal is not None}
    return sorted({*range(min(ordinals), max(ordinals))} - ordinals) if ordinals else []


def with_gaps(sessions: Iterable[Session]) -> list[Session | Gap]:
    """The meetings of a series in their order, and each run of missing ordinals before the first that is beyond it."""
    rows: list[Session | Gap] = []
    for count in _counts(sessions):
        missing = _missing(count)
        for session in count:
            while missing and session.ordinal is not None and missing[0] < session.ordinal:
                gap = _first_run(missing)
                del missing[: gap.last - gap.first + 1]
                rows.append(gap)
            rows.append(session)
    return rows


def _first_run(numbers: Sequence[int]) -> Gap:
    """The run of neighbours at the beginning of ascending numbers."""
    length = next((at for at, number in enumerate(numbers) if number - numbers[0] != at), len(numbers))
    return Gap(numbers[0], numbers[0] + length - 1)


def by_month(days: Mapping[int, date]) -> list[Month]:
    """Every month from the first day's to the last's, also those without; `days` are those of the meetings."""
    found: dict[tuple[int, int], list[int]] = {}
    for number, day in days.items():
        found.setdefault((day.year, day.month), []).append(number)
    if not found:
        return []
    months = []
    (year, month), last = min(found), max(found)
    while (year, month) <= last:
        months.append(Month(f"{year}-{month:02}", found.get((year, month), [])))
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    return months
