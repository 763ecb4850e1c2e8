"""Series, what is missing in them, and months, against a slow and obvious way of finding them."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise

import pytest

from reader.analysis.series import LARGEST_GAP, Gap, Occurrence, Session, by_month, gather, with_gaps
from tests.analysis.meetings import Made, made_meetings

SEEDS = (0, 1, 2)


def facts(meetings: list[Made]) -> list[Occurrence]:
    return [Occurrence(one.convener, one.series, one.number, one.day) for one in meetings]


@pytest.mark.parametrize("seed", SEEDS)
def test_every_meeting_of_a_series_is_there_once(seed: int) -> None:
    """One convener and one name are one series, with its meetings oldest first; those of no series are in none."""
    meetings = made_meetings(seed)
    expected: dict[tuple[str | None, str], list[int]] = {}
    for number, one in enumerate(meetings):
        if one.series:
            expected.setdefault((one.convener, one.series), []).append(number)
    found = gather(facts(meetings))
    assert {(one.convener, one.name): [held.meeting for held in one.sessions] for one in found} == expected
    assert [len(one.sessions) for one in found] == sorted((len(held) for held in expected.values()), reverse=True)


@pytest.mark.parametrize("seed", SEEDS)
def test_days_between_meetings_are_counted(seed: int) -> None:
    """Each meeting tells its day, its number and the days since the one before it in the series."""
    meetings = made_meetings(seed)
    for one in gather(facts(meetings)):
        former = None
        for held in one.sessions:
            meeting = meetings[held.meeting]
            assert (held.day, held.ordinal) == (meeting.day, meeting.number)
            assert held.days == (None if former is None else meeting.day.toordinal() - former.toordinal())
            former = meeting.day


def slow_missing(ordinals: list[int]) -> list[int]:
    """Parts the numbers where a new count begins, and tries every number in between."""
    counts = [[ordinals[0]]] if ordinals else []
    for former, number in pairwise(ordinals):
        if number <= former / 2 or number >= former + LARGEST_GAP:
            counts.append([])
        counts[-1].append(number)
    found = []
    for count in counts:
        number = min(count)
        while number < max(count):
            number += 1
            if number not in count:
                found.append(number)
    return found


@pytest.mark.parametrize("seed", SEEDS)
def test_missing_ordinals_are_those_in_between(seed: int) -> None:
    """What is missing lies between two numbers that are there, in every series."""
    missing = 0
    for one in gather(facts(made_meetings(seed))):
        ordinals = [held.ordinal for held in one.sessions if held.ordinal is not None]
        assert list(one.missing) == slow_missing(ordinals)
        missing += len(one.missing)
    assert missing > 30


@pytest.mark.parametrize(
    ("ordinals", "missing"),
    [
        ([], []),
        ([46], []),
        ([46, 49], [47, 48]),
        ([49, 46], [47, 48]),
        ([5, 3, 4, 7], [6]),
        ([11, 12, 1, 3], [2]),
        ([1, 2022], []),
        ([1, 999_999], []),
        ([5, 5, 7], [6]),
    ],
)
def test_what_is_missing(ordinals: list[int], missing: list[int]) -> None:
    """46 and 49 miss 47 and 48; a count that begins anew misses nothing before it, nor does a year read as a number."""
    found = gather(Occurrence(None, "例会", ordinal, None) for ordinal in ordinals)
    assert [number for one in found for number in one.missing] == missing


def test_a_count_of_another_year_is_another_count() -> None:
    """Where the names print the year, 2023's first and fourth miss two and three, and nothing is missing of 2022's."""
    numbers = [(2022, 1), (2022, 2), (2023, 1), (2023, 4)]
    (found,) = gather(Occurrence(None, "例会", ordinal, None, year) for year, ordinal in numbers)
    assert found.missing == [2, 3]


@pytest.mark.parametrize("seed", SEEDS)
def test_gaps_stand_where_the_missing_would(seed: int) -> None:
    """All meetings in their order; between them every missing number once, before a number that is higher."""
    for one in gather(facts(made_meetings(seed))):
        rows = with_gaps(one.sessions)
        assert [row for row in rows if isinstance(row, Session)] == list(one.sessions)
        told = [number for row in rows if isinstance(row, Gap) for number in range(row.first, row.last + 1)]
        assert told == list(one.missing)
        for row, after in pairwise(rows):
            if isinstance(row, Gap):
                end = after.first if isinstance(after, Gap) else after.ordinal
                assert end is not None and end > row.last


def test_runs_of_missing_numbers_are_one_gap() -> None:
    """Between 46 and 49 is one gap; between 49, 51 and 53 are two."""
    sessions = [Session(at, None, number, None) for at, number in enumerate([46, 49, None, 51, 53])]
    gaps = [row for row in with_gaps(sessions) if isinstance(row, Gap)]
    assert gaps == [Gap(47, 48), Gap(50, 50), Gap(52, 52)]
    assert with_gaps(sessions).index(Gap(50, 50)) == 4


@pytest.mark.parametrize("seed", SEEDS)
def test_months_without_meetings_are_there_too(seed: int) -> None:
    """Walking from the first day to the last, every month that is passed stands there once with its meetings."""
    days = [one.day for one in made_meetings(seed)]
    walked: list[tuple[int, int]] = []
    day = min(days)
    while day <= max(days):
        if (day.year, day.month) not in walked[-1:]:
            walked.append((day.year, day.month))
        day += timedelta(days=1)
    found = by_month(dict(enumerate(days)))
    assert [month.name for month in found] == [f"{year}-{month:02}" for year, month in walked]
    for month in found:
        assert month.meetings == [at for at, day in enumerate(days) if f"{day:%Y-%m}" == month.name]
    assert by_month({}) == []
