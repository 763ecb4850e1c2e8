"""Two meetings side by side, as screen and command line show them."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.analysis.comparison import Kind
from reader.analysis.steps import finished
from reader.i18n import use
from reader.library.index import Library
from reader.views.compare import people_changes
from reader.views.compared import Compared, Reason, comparing_meetings, partner_of
from tests.conftest import across
from tests.views.folder import hold, on, worked_out


@pytest.fixture(autouse=True)
def english() -> None:
    """What is told is told in English."""
    use("en")


def partner(library: Library, day: int) -> tuple[int, Reason] | None:
    """The day of the meeting that one is compared with, and why."""
    found = partner_of(library.across.meetings(), on(library, day).key)
    return (found.meeting.day.day, found.reason) if found else None


def test_a_meeting_is_compared_with_the_one_before_of_its_series(tmp_path: Path) -> None:
    """The former session of the same convener's series; where there is none, the meeting before; of the first, none."""
    hold(tmp_path, 1, "第一次风险研判例会")
    hold(tmp_path, 2, "第一次风险研判例会", convener="拱北海关")
    hold(tmp_path, 3, "第二次风险研判例会")
    hold(tmp_path, 4, "安全生产座谈会")
    hold(tmp_path, 5, "第二次风险研判例会", convener="拱北海关")
    with worked_out(tmp_path) as library:
        assert partner(library, 1) is None
        assert partner(library, 2) == (1, Reason.BEFORE)
        assert partner(library, 3) == (1, Reason.SERIES)
        assert partner(library, 4) == (3, Reason.BEFORE)
        assert partner(library, 5) == (2, Reason.SERIES)


def test_clauses_stand_in_the_order_of_the_latter_text(tmp_path: Path) -> None:
    """What was dropped stands behind what it followed; the reworded one beside its former wording."""
    hold(tmp_path, 1, "第一次风险研判例会", "会议指出，口岸要守好，手续要一天比一天简便。账目要核对。")
    hold(tmp_path, 2, "第二次风险研判例会", "会议指出，手续要一天比一天更简便，新人要教会。")
    with worked_out(tmp_path) as library:
        compared = finished(comparing_meetings(library, on(library, 1), on(library, 2)))
    shown = [
        (change.kind, change.former and change.former.text, change.latter and change.latter.text)
        for change in compared.changes
    ]
    assert shown == [
        (Kind.DROPPED, "3月1日", None),
        (Kind.NEW, None, "3月2日"),
        (Kind.REWORDED, "海关总署召开第一次风险研判例会", "海关总署召开第二次风险研判例会"),
        (Kind.KEPT, "会议指出", "会议指出"),
        (Kind.DROPPED, "口岸要守好", None),
        (Kind.REWORDED, "手续要一天比一天简便", "手续要一天比一天更简便"),
        (Kind.DROPPED, "账目要核对", None),
        (Kind.NEW, None, "新人要教会"),
    ]


def test_the_people_are_compared_too(tmp_path: Path) -> None:
    """Who is newly named, not named, named with another role, in another order."""
    first = "海关总署署长倪岳峰主持会议，副署长胡伟、王令浚、张际文出席会议。"
    second = "海关总署党委书记倪岳峰主持会议，副署长张际文、王令浚、孙玉宁出席会议。"
    hold(tmp_path, 1, "第一次风险研判例会", first)
    hold(tmp_path, 2, "第二次风险研判例会", second)
    with worked_out(tmp_path) as library:
        compared = finished(comparing_meetings(library, on(library, 1), on(library, 2)))
    assert [person.name for person in compared.people.newly_named] == ["孙玉宁"]
    assert [person.name for person in compared.people.not_named] == ["胡伟"]
    assert [(one.name, one.former, one.latter) for one in compared.people.roles] == [
        ("倪岳峰", "海关总署署长", "海关总署党委书记")
    ]
    assert len(compared.people.reordered) == 1
    assert set(compared.people.reordered) < {"张际文", "王令浚"}
    told = dict(people_changes(compared))
    assert told["newly named"] == "孙玉宁"
    assert told["not named"] == "胡伟"


def test_where_nobody_changed_that_is_said(tmp_path: Path) -> None:
    """One line says that the same people are named."""
    hold(tmp_path, 1, "第一次风险研判例会", "海关总署署长倪岳峰主持会议。")
    hold(tmp_path, 2, "第二次风险研判例会", "海关总署署长倪岳峰主持会议。")
    with worked_out(tmp_path) as library:
        compared = finished(comparing_meetings(library, on(library, 1), on(library, 2)))
    assert people_changes(compared) == [("the same people", "")]


def test_a_meeting_that_has_gone_cannot_be_compared(tmp_path: Path) -> None:
    """Where a file goes while the reader looks, the comparison says so to whoever asks."""
    hold(tmp_path, 1, "第一次风险研判例会")
    hold(tmp_path, 2, "第二次风险研判例会")
    with worked_out(tmp_path) as library:
        first, second = on(library, 1), on(library, 2)
        next(tmp_path.glob("01-*")).unlink()
        library.update(lambda progress: None)
        with pytest.raises(KeyError):
            next(comparing_meetings(library, first, second))


def test_the_real_meetings_compare_as_counted_by_hand(seeds: Path) -> None:
    """The 46th and the 49th regular meeting: kept, dropped, new, reworded, both shares."""
    truth = across(seeds)["compare"]
    with worked_out(seeds) as library:
        meetings = {held.id: held for held in library.across.meetings()}
        compared: Compared = finished(comparing_meetings(library, meetings[truth["from"]], meetings[truth["to"]]))
    found = compared.comparison
    assert len(found.kept) == truth["kept"]
    assert len(found.dropped) == truth["dropped"]
    assert len(found.new) == truth["new"]
    assert len(found.reworded) == truth["reworded_pairs_at_0.50"]
    assert compared.new_share is not None
    assert compared.new_share_of_partner is not None
    assert round(compared.new_share, 1) == truth["new_share_percent_against_all_earlier"]
    assert round(compared.new_share_of_partner, 1) == truth["new_share_percent_against_partner"]
