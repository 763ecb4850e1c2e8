"""Series with what is missing, and months: what the view shows of small folders and of the real posts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from reader.analysis.series import Occurrence, gather
from reader.analysis.steps import finished
from reader.i18n import use
from reader.library.index import Library
from reader.query import parse
from reader.views.series import Found, days_text, finding, months_of, number_texts
from tests.conftest import across
from tests.views.folder import opened
from tests.views.gathered import write_gathered


@pytest.fixture(autouse=True)
def english() -> None:
    """What is told is told in English."""
    use("en")


def meetings(library: Library, typed: str | None) -> Found:
    """The series of the meetings that match."""
    return finished(finding(library, parse(typed) if typed is not None else None))


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """The gathered meetings, read."""
    with opened(write_gathered(tmp_path / "posts")) as library:
        yield library


def test_what_is_missing_in_the_real_posts(seeds: Path) -> None:
    """Only 47 and 48 of the regular meeting; every meeting is in a series or stands alone."""
    truth = across(seeds)
    with opened(seeds) as library:
        found = meetings(library, None)
        assert {one.name: list(one.missing) for one in found.series if one.missing} == truth["series_missing"]
        assert sum(len(one.sessions) for one in found.series) + len(found.alone) == len(found.meetings) == 5


def test_numbers_and_days(library: Library) -> None:
    """The lowest and highest number, what is missing between, and the days from one to the next."""
    (one,) = meetings(library, None).series
    assert (one.name, one.convener) == ("形势分析及工作督查例会", "海关总署")
    assert number_texts(one) == ["nos. 41-45", "missing 43, 44"]
    assert [days_text(held.days) for held in one.sessions] == ["", "after 31 d", "after 89 d"]
    assert days_text(0) == "same day"


def test_of_many_gaps_only_the_count_is_told() -> None:
    """Six gaps are listed, each as a run; of seven one is told how many numbers are missing."""
    for gaps, told in ((6, "missing 2, 4, 6, 8, 10, 12"), (7, "missing 7 numbers")):
        ordinals = range(1, 2 * gaps + 2, 2)
        (one,) = gather(Occurrence(None, "例会", ordinal, date(2022, 1, 1)) for ordinal in ordinals)
        assert number_texts(one) == [f"nos. 1-{2 * gaps + 1}", told]
    (one,) = gather(Occurrence(None, "例会", ordinal, date(2022, 1, 1)) for ordinal in (1, 5))
    assert number_texts(one)[1] == "missing 2-4"


def test_the_filter_narrows_which_series_are_listed_and_not_what_is_in_them(library: Library) -> None:
    """What a filter leaves out is not missing: the series of a meeting that matches is told whole."""
    found = meetings(library, "until:2022-01")
    assert found.query == parse("until:2022-01")
    assert [found.meetings[number].number for number in found.matching] == [41]
    assert number_texts(found.series[0]) == ["nos. 41-45", "missing 43, 44"]
    assert [month.name for month in months_of(found)] == ["2022-01"]
    assert not meetings(library, "series:别的").series


def test_months(library: Library) -> None:
    """January to May, with the two months in between that have none."""
    found = meetings(library, None)
    months = months_of(found)
    assert [(one.name, len(one.meetings)) for one in months] == [
        ("2022-01", 1),
        ("2022-02", 1),
        ("2022-03", 0),
        ("2022-04", 0),
        ("2022-05", 1),
    ]
    assert [found.meetings[number].number for one in months for number in one.meetings] == [41, 42, 45]
    assert months_of(meetings(library, "series:别的")) == []
