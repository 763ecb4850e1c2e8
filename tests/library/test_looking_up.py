"""Officials and meetings by what somebody remembers of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.library.index import Library
from reader.query.lookup import Fit
from tests.conftest import SAMPLES, write_post


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    own = tmp_path_factory.mktemp("own")
    found = Library([SAMPLES], own / "index.sqlite3", own / "marks.sqlite3")
    found.update(lambda progress: None)
    return found


def days(library: Library, typed: str) -> list[str]:
    return [str(meeting.day) for meeting in library.look_up(typed).meetings]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("2021", ["2021-12-13", "2021-08-06"]),
        ("2021-8", ["2021-08-06"]),
        ("2021-08-0", ["2021-08-06"]),
        ("2021年8月6日", ["2021-08-06"]),
        ("2021-13", []),
        ("0000", []),
        ("999999999999999999999", []),
        ("49", ["2022-03-15"]),
        ("例会 2021", ["2021-12-13"]),
        ("fangkong 2021", ["2021-08-06"]),
        ("  ", []),
    ],
)
def test_meetings(library: Library, typed: str, found: list[str]) -> None:
    """A day or the beginning of one, a number, a name; several words must all fit; nonsense finds nothing."""
    assert days(library, typed) == found


def test_the_count_of_an_official_is_that_of_the_list(library: Library) -> None:
    """Each official of the list is found by name, with the same number of meetings, as an exact fit."""
    for official in library.officials():
        found = library.look_up(official.name).officials[0]
        assert (found.fit, found.name, found.meetings) == (Fit.EXACT, official.name, len(official.meetings))


def test_a_spelling_in_the_other_script_is_the_same_person(tmp_path: Path) -> None:
    """鄒志武 and 邹志武 are one line with the meetings of both; a meeting that comes later is found too."""
    body = "<p>　　{day}，海关总署召开第{number}次形势分析及工作督查例会。海关总署署长{chair}主持会议。</p>"
    posts = tmp_path / "posts"
    posts.mkdir()
    for number, (day, chair) in enumerate([("1月5日", "邹志武"), ("2月5日", "邹志武"), ("3月5日", "鄒志武")]):
        text = body.format(day=day, number="一二三"[number], chair=chair)
        write_post(posts, f"{number}.md", f"第{number}次例会", text)
    library = Library([posts], tmp_path / "index.sqlite3", tmp_path / "marks.sqlite3")
    library.update(lambda progress: None)
    (found,) = library.look_up("zzw").officials
    assert (found.name, found.meetings) == ("邹志武", 3)
    assert len(library.look_up("lihui").meetings) == 3
    write_post(posts, "3.md", "第四次例会", body.format(day="3月12日", number="四", chair="邹志武"))
    library.update(lambda progress: None)
    assert len(library.look_up("lh").meetings) == 4
    assert library.look_up("邹志武").officials[0].meetings == 4
    library.close()
