"""Phrases by meeting: which there are, what is watched, what one meeting has not, the bar."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.analysis.phrases import Phrase
from reader.analysis.steps import finished
from reader.library.index import Library
from reader.query import parse
from reader.views import answer
from reader.views.found_phrases import bar, query_of
from reader.views.kwic import Concordance
from reader.views.phrases import Phrases
from reader.views.report import Asked
from tests.conftest import SAMPLES, across, write_watch_list
from tests.views.folder import opened
from tests.views.formulas import write_formulas, write_meeting


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two meetings, the earlier in two versions, and an article."""
    return write_formulas(tmp_path / "posts")


def listed(library: Library, query: str = "", items: tuple[str, ...] = (), sort: str = "") -> Phrases:
    """The phrases, with these items watched and still to be counted."""
    write_watch_list("\n".join(items))
    asked = Asked(parse(query) if query else None, is_whole=True, options={"sort": sort})
    report = finished(answer("phrases", library, asked))
    assert isinstance(report, Phrases)
    return report


def counted(library: Library, query: str = "", items: tuple[str, ...] = (), sort: str = "") -> Phrases:
    """The phrases, with what is watched counted."""
    report = listed(library, query, items, sort)
    list(report.work())
    return report


def test_quoted_phrases_are_counted_by_meeting(folder: Path) -> None:
    """Each phrase in quotation marks with the meetings that have it; versions and articles do not count."""
    with opened(folder) as library:
        gathered = counted(library)
    assert [held.path for held in gathered.found.meetings] == ["c.txt", "b.txt"]
    assert [(entry.text, entry.phrase) for entry in gathered.rows()] == [
        ("六 保", Phrase("六 保", {1: 1})),
        ("六稳", Phrase("六稳", {1: 1})),
    ]
    assert next(gathered.printed(80)) == "2 quoted phrases  2 times in 2 meetings"


def test_what_is_watched_is_found_as_searching_finds_it(folder: Path) -> None:
    """Watched items stand first, are blind to punctuation, count without quotation marks, and may be nowhere."""
    with opened(folder) as library:
        gathered = counted(library, items=("稳*松", "六稳", "海牙"))
        found = gathered.rows()
        watched = [(entry.text, dict(entry.phrase.counts) if entry.phrase else None) for entry in found[:3]]
        assert watched == [("六稳", {0: 1, 1: 2}), ("稳*松", {0: 1}), ("海牙", None)]
        assert [entry.watched for entry in found] == [True, True, True, False, False]
        gathered.do_watched()
        assert [entry.text for entry in gathered.rows()] == ["六稳", "稳*松", "海牙"]
        for entry in found:
            concordance = Concordance(library, query_of(entry))
            assert max(concordance.find(), default=0) == (entry.phrase.total if entry.phrase else 0)


def test_before_they_are_counted_nothing_is_known(folder: Path) -> None:
    """What is watched is listed at once, in the order of the file, without numbers."""
    with opened(folder) as library:
        gathered = listed(library, items=("海牙", "六稳"))
    assert gathered.found.watched is None
    assert [(entry.text, entry.phrase) for entry in gathered.rows()[:2]] == [
        ("海牙", None),
        ("六稳", None),
    ]


def test_the_filter_narrows_the_meetings(folder: Path) -> None:
    """Of the meetings that match, the others count for nothing, not even for N."""
    with opened(folder) as library:
        gathered = counted(library, "until:2022-02", ("六稳",))
    assert [held.path for held in gathered.found.meetings] == ["c.txt"]
    assert [entry.text for entry in gathered.rows()] == ["六稳"]


def test_what_a_meeting_has_not(tmp_path: Path) -> None:
    """Not here: what all of the one meeting before has, quoted or watched, with 1 of 1."""
    posts = tmp_path / "posts"
    posts.mkdir()
    write_meeting(posts, "a.txt", "1月24日", "会议指出，“三智”要推进，守国门。", "四十八")
    write_meeting(posts, "b.txt", "3月15日", "会议要求，“六稳”要落实。")
    with opened(posts) as library:
        earlier, later = (held.key for held in library.across.meetings())
        write_watch_list("守国门\n六稳")
        absent = []
        for key in (later, earlier):
            report = finished(answer("phrases", library, Asked(post=key)))
            assert isinstance(report, Phrases)
            list(report.work())
            report.do_not_here()
            absent.append(report.rows())
    assert [(entry.text, entry.watched) for entry in absent[0]] == [("守国门", True), ("三智", False)]
    assert all(entry.missing and (entry.missing.had, entry.missing.earlier) == (1, 1) for entry in absent[0])
    assert not absent[1]


@pytest.mark.parametrize(
    ("counts", "meetings", "room", "expected"),
    [
        ({0: 1, 2: 9, 3: 10}, 5, 5, "1-9+-"),
        ({0: 1}, 1, 40, "1"),
        ({0: 5, 1: 1, 2: 1, 3: 1, 4: 1, 8: 1, 9: 1, 10: 1}, 16, 4, "⣿⣀⣶ "),
        ({4: 1, 5: 1}, 8, 2, " ⣤"),
        ({6: 1}, 7, 3, "  ⣤"),
        ({0: 1}, 5, 0, ""),
    ],
)
def test_bars(counts: dict[int, int], meetings: int, room: int, expected: str) -> None:
    """One cell a meeting with its number; where there is no room for that, blocks of meetings with their share."""
    assert bar(Phrase("六稳", counts), meetings, room) == expected


def test_no_bar_is_wider_than_its_room() -> None:
    """However many meetings there are, each of them stands in one of the blocks."""
    for meetings in range(1, 60):
        for room in range(1, 60):
            for number in range(meetings):
                drawn = bar(Phrase("六稳", {number: 1}), meetings, room)
                assert len(drawn) == min(meetings, room)
                assert sum(sign not in " -" for sign in drawn) == 1


def test_the_samples() -> None:
    """两个维护 is in every sample; 四个意识 has gone."""
    with opened(SAMPLES) as library:
        assert counted(library).rows()[0].text == "两个维护"
        gathered = counted(library, sort="dropped")
    dropped = [entry.phrase for entry in gathered.rows() if entry.phrase]
    lasts = [phrase.last for phrase in dropped]
    assert lasts == sorted((last for last in lasts if last < 4), reverse=True) + [4] * lasts.count(4)


def test_the_seeds(seeds: Path) -> None:
    """The real posts: how many phrases, how often, how many in one meeting only, and these by meeting."""
    truth = across(seeds)["quoted_phrases"]
    with opened(seeds) as library:
        gathered = counted(library)
    phrases = {phrase.text: phrase for phrase in gathered.found.quoted}
    assert len(phrases) == truth["distinct"]
    assert sum(phrase.total for phrase in phrases.values()) == truth["total"]
    assert sum(len(phrase.counts) == 1 for phrase in phrases.values()) == truth["in_one_meeting_only"]
    for text, counts in truth["by_meeting"].items():
        assert [phrases[text].counts.get(number, 0) for number in range(5)] == counts
