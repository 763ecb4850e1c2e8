"""Who is named at which meetings: what the table and a person's page show of small folders and of the real posts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.analysis.steps import finished
from reader.i18n import use
from reader.library.index import Library
from reader.query import Query, parse
from reader.views.people import (
    Named,
    claims_text,
    finding_people,
    finding_posts_with,
    inversion_texts,
    mentions_in,
    moved,
    named_at,
    persons_called,
    signs,
    span_text,
)
from tests.conftest import SAMPLES, across, write_post
from tests.views.folder import opened
from tests.views.gathered import write_gathered, write_meeting


@pytest.fixture(autouse=True)
def english() -> None:
    """What is told is told in English."""
    use("en")


def people_by_meeting(library: Library, query: Query | None) -> Named:
    """Everyone who is named at the meetings that match."""
    return finished(finding_people(library, query))


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """The gathered meetings, read."""
    with opened(write_gathered(tmp_path / "posts")) as library:
        yield library


def positions(named: Named) -> dict[str, list[int | None]]:
    """The table as rows of printed positions."""
    return {
        row.name: [row.named[number].position if number in row.named else None for number in range(len(named.meetings))]
        for row in named.people
    }


def test_positions_of_the_real_posts(seeds: Path) -> None:
    """The printed position of everyone at each of the five meetings, empty where not named."""
    truth = across(seeds)
    with opened(seeds) as library:
        named = people_by_meeting(library, None)
        assert [held.path for held in named.meetings] == truth["order_by_meeting_date"]
        assert positions(named) == truth["positions"]


def test_rows_follow_the_newest_list(library: Library) -> None:
    """Who is named last stands first, in the order of that list; a cell of a meeting that names them not is empty."""
    named = people_by_meeting(library, None)
    assert list(positions(named).items()) == [
        ("倪岳峰", [1, 1, 1]),
        ("张际文", [4, None, 2]),
        ("邹志武", [3, 3, 3]),
        ("王令浚", [2, 2, 4]),
    ]
    assert named.pinyin(named.people[0].name) == "ni yuefeng"
    assert named.pinyin("无名") == ""


def test_signs_of_acts_and_of_moves(library: Library) -> None:
    """Who chaired has a sign in each language; who moved up, down or both has an arrow."""
    named = people_by_meeting(library, None)
    rows = {row.name: row for row in named.people}
    assert signs(rows["倪岳峰"].named[0]) == "C"
    assert signs(rows["倪岳峰"].named[0]) == "C"
    assert [moved(named, 2, name) for name in ("倪岳峰", "张际文", "邹志武", "王令浚")] == ["", "^", "^v", "v"]
    assert not any(moved(named, 0, name) or moved(named, 1, name) for name in rows)


def test_a_move_is_explained(library: Library) -> None:
    """Before whom somebody stands now, and when it was the other way round, which may be several meetings ago."""
    named = people_by_meeting(library, None)
    assert inversion_texts(named, 2, "张际文") == ["^ here before 邹志武、王令浚; on 2022-01-10 after"]
    assert inversion_texts(named, 2, "邹志武") == [
        "^ here before 王令浚; on 2022-02-10 after",
        "v here after 张际文; on 2022-01-10 before",
    ]
    assert inversion_texts(named, 2, "倪岳峰") == []


def test_what_a_list_claims(library: Library) -> None:
    """A list of leaders in the capital and one with an office of their own; a list of nobody says so."""
    named = people_by_meeting(library, None)
    assert claims_text(named.lists[1]) == "the list names: 在京署领导 (GACC leader) x2, 1 with a role of their own"
    assert "海关总署署长 (Minister of GACC) x1" in claims_text(named.lists[1][:1])
    assert claims_text([]) == "this report names nobody"


def test_the_filter_narrows_and_is_told(library: Library) -> None:
    """With two of three meetings, first and last are those within the filter, and never of the collection."""
    named = people_by_meeting(library, parse("since:2022-02"))
    assert [held.day.month for held in named.meetings] == [2, 5]
    assert named.filter == "since:2022-02"
    row = next(row for row in named.people if row.name == "王令浚")
    assert span_text(named, row) == ("first within the filter 2022-02-10, last 2022-05-10  2 of 2 meetings")
    whole = people_by_meeting(library, parse(""))
    assert whole.filter == ""
    assert "first in this collection 2022-01-10" in span_text(whole, row)


def test_a_person_is_found_by_name_pinyin_or_initials(library: Library) -> None:
    """The best fit is taken, and of equally good ones all."""
    named = people_by_meeting(library, None)
    for typed in ("张际文", "zjw", "zhangjiwen", "jiwen", "際文"):
        assert [row.name for row in persons_called(named, typed)] == ["张际文"]
    assert {row.name for row in persons_called(named, "z")} == {"张际文", "邹志武"}
    assert persons_called(named, "nobody") == []


def test_the_passage_is_the_name_in_the_report(library: Library) -> None:
    """Where a name stands in the body of the meeting's report; nowhere for somebody who is not named there."""
    named = people_by_meeting(library, None)
    readout = library.readout(named.meetings[2].key)
    where = named_at(readout, "张际文")
    assert where is not None
    assert where.words(readout.body) == "张际文"
    assert named_at(readout, "胡伟") is None


def test_mentions_elsewhere(library: Library) -> None:
    """A visit that quotes somebody is a mention, with role and clause; the meetings that name them are none."""
    named = people_by_meeting(library, None)
    row = next(row for row in named.people if row.name == "张际文")
    posts = finished(finding_posts_with(library, named, row, None))
    ((mention,),) = mentions_in(library, posts, row.name)
    assert (mention.post.path, mention.role, mention.acts) == ("visit.md", "海关总署副署长", ())
    assert mention.words == "海关总署副署长张际文指出"
    assert mention.where is not None
    assert mention.where.words(library.readout(mention.post.key).body) == "张际文"
    assert finished(finding_posts_with(library, named, row, parse("is:meeting"))) == []


def test_a_name_within_another_is_no_mention(tmp_path: Path) -> None:
    """A post that holds the characters of a name in another name is looked at and tells nothing."""
    folder = write_gathered(tmp_path / "posts")
    write_post(folder, "other.md", "来访", "<p>　　3月3日，海关总署副署长张际文远指出，要细致。</p>", "2022-03-03")
    with opened(folder) as library:
        named = people_by_meeting(library, None)
        row = next(row for row in named.people if row.name == "张际文")
        told = list(mentions_in(library, finished(finding_posts_with(library, named, row, None)), row.name))
        assert [len(found) for found in told] == [0, 1]


def test_versions_count_once(tmp_path: Path) -> None:
    """The same report from two sources is one column."""
    folder = write_gathered(tmp_path / "posts")
    write_meeting(folder, 45, 5, "倪岳峰", ["张际文", "邹志武", "王令浚"])
    (folder / "again.md").write_bytes((folder / "45.md").read_bytes())
    with opened(folder) as library:
        assert len(people_by_meeting(library, None).meetings) == 3


def test_an_empty_collection(tmp_path: Path) -> None:
    """No meetings make no rows and nothing fails."""
    (tmp_path / "empty").mkdir()
    with opened(tmp_path / "empty") as library:
        named = people_by_meeting(library, None)
        assert (named.meetings, named.people, named.inversions) == ([], [], [])


def test_the_samples_have_the_same_table_as_the_real_posts() -> None:
    """The samples report the same meetings: nobody's order was ever inverted there."""
    with opened(SAMPLES) as library:
        named = people_by_meeting(library, None)
        assert positions(named)["黄冠胜"] == [3, 8, 9, 8, 5]
        assert positions(named)["胡伟"] == [None, 2, 2, None, None]
        assert not named.inversions
