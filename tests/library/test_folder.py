"""A folder of posts as the rest of the program sees it: rows, order, officials, problems, names."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from reader.library.folder import FolderLibrary
from reader.library.model import Progress
from reader.library.reading import LARGEST
from reader.query import parse
from tests.conftest import write_post

REGULAR = (
    "<p>　　{day}，海关总署召开第{number}次形势分析及工作督查例会。海关总署署长{chair}主持会议。</p>"
    "<p>　　会议指出，要精准施策。</p>"
)
TODAY = "Tue, 15 Mar 2022 10:56:54 GMT"


def meeting(folder: Path, name: str, day: str, number: str, chair: str = "倪岳峰", *, date: str = TODAY) -> None:
    body = REGULAR.format(day=day, number=number, chair=chair)
    write_post(folder, name, f"海关总署召开第{number}次例会", body, date)


def article(folder: Path, name: str, *, date: str = TODAY) -> None:
    write_post(folder, name, "一篇文章", "<p>　　这里只是普通的文字，说的是天气很好，精准预报。</p>", date)


def opened(*paths: Path) -> FolderLibrary:
    library = FolderLibrary(paths)
    library.fill(lambda progress: None, lambda: False)
    return library


def names(library: FolderLibrary, query: str = "", *, all_posts: bool = True) -> list[str]:
    return [row.path for row in library.search(parse(query), all_posts=all_posts).rows]


@pytest.fixture
def four(tmp_path: Path) -> Path:
    """Two meetings (one published the day after) and two articles, one of them without a date."""
    meeting(tmp_path, "b.md", "3月15日", "四十九")
    meeting(tmp_path, "a.md", "12月13日", "四十六", date="Tue, 14 Dec 2021 06:08:26 GMT")
    article(tmp_path, "c.md", date="Sat, 01 Jan 2022 02:00:00 GMT")
    (tmp_path / "d.txt").write_text("没有日期的一段文字，只是随手记下来的笔记。", encoding="utf-8")
    return tmp_path


def test_newest_first_and_undated_last(four: Path) -> None:
    """The list runs from the newest meeting day down; what has no day stands at the end."""
    assert names(opened(four)) == ["b.md", "c.md", "a.md", "d.txt"]


def test_meetings_only_unless_all_are_wanted(four: Path) -> None:
    """Posts that report no meeting are counted, and shown only when asked for."""
    library = opened(four)
    answer = library.search(parse(""))
    assert ([row.path for row in answer.rows], answer.others) == (["b.md", "a.md"], 2)
    answer = library.search(parse("精准"))
    assert ([(row.path, row.hits) for row in answer.rows], answer.hits, answer.others) == (
        [("b.md", 1), ("a.md", 1)],
        2,
        1,
    )


def test_a_row_says_day_delay_name_and_chair(four: Path) -> None:
    """A meeting's row shows its own day, how much later it was published, its name and who chaired."""
    row = opened(four).search(parse("")).rows[1]
    assert (str(row.day), row.delay, row.is_meeting) == ("2021-12-13", 1, True)
    assert (row.name, row.chair) == ("第四十六次形势分析及工作督查例会", "倪岳峰")


def test_of_one_day_the_later_publication_comes_first(tmp_path: Path) -> None:
    """Two posts of one day stand in the order of their publication, like ones in that of their paths."""
    article(tmp_path, "a.md", date="Tue, 15 Mar 2022 01:00:00 GMT")
    article(tmp_path, "b.md", date="Tue, 15 Mar 2022 09:00:00 GMT")
    article(tmp_path, "c.md", date="Tue, 15 Mar 2022 09:00:00 GMT")
    assert names(opened(tmp_path)) == ["b.md", "c.md", "a.md"]


def test_two_spellings_of_a_name_are_one_person(tmp_path: Path) -> None:
    """黃冠勝 and 黄冠胜 are one official, shown as most posts print the name, with the meetings oldest first."""
    meeting(tmp_path, "a.md", "3月11日", "四十七", "黄冠胜")
    meeting(tmp_path, "b.md", "3月12日", "四十八", "黃冠勝")
    meeting(tmp_path, "c.md", "3月13日", "四十九", "黄冠胜")
    (person,) = opened(tmp_path).officials()
    assert person.name == "黄冠胜"
    assert person.pinyin == "huang guansheng"
    assert [item.path for item in person.meetings] == ["a.md", "b.md", "c.md"]


def test_officials_of_a_query(tmp_path: Path) -> None:
    """Only the meetings that match count; who was at most of them stands first."""
    meeting(tmp_path, "a.md", "3月11日", "四十七", "倪岳峰")
    meeting(tmp_path, "b.md", "3月12日", "四十八", "俞建华")
    meeting(tmp_path, "c.md", "3月13日", "四十九", "俞建华")
    library = opened(tmp_path)
    assert [(person.name, len(person.meetings)) for person in library.officials()] == [("俞建华", 2), ("倪岳峰", 1)]
    assert [person.name for person in library.officials(parse("until:2022-03-11"))] == ["倪岳峰"]


def test_a_bad_post_is_named_and_the_others_are_read(four: Path) -> None:
    """An empty file, one too large, a pipe and a dead link are each named with their fault; the rest is there."""
    (four / "empty.md").touch()
    with (four / "huge.md").open("wb") as file:
        file.truncate(LARGEST + 1)
    os.mkfifo(four / "pipe.md")
    (four / "dead.md").symlink_to(four / "nowhere")
    (four / "yaml.md").write_text("---\ntitle: 'a\n b: [\n---\n<p>可以读到的文字在这里。</p>", encoding="utf-8")
    library = opened(four)
    assert len(names(library)) == 5
    assert [(problem.path, str(problem.fault.code), problem.read) for problem in library.problems()] == [
        ("dead.md", "unreadable", False),
        ("empty.md", "empty", False),
        ("huge.md", "too_large", False),
        ("pipe.md", "unreadable", False),
        ("yaml.md", "front_matter_broken", True),
    ]


def test_an_accident_inside_one_post_stops_no_other(four: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Should the reading of one post fail in a way nobody thought of, that post is named and the others are read."""
    from reader.readout.read import read_post

    def fails_on_one(data: bytes, *, suffix: str) -> object:
        if "四十六".encode() in data:
            raise LookupError
        return read_post(data, suffix=suffix)

    monkeypatch.setattr("reader.library.reading.read_post", fails_on_one)
    library = opened(four)
    assert names(library) == ["b.md", "c.md", "d.txt"]
    assert [(problem.path, problem.fault.detail) for problem in library.problems()] == [("a.md", "LookupError")]


def test_nothing_is_written_among_the_posts(four: Path) -> None:
    """After reading, searching and listing, the folder holds what it held."""
    before = sorted((entry.name, entry.stat().st_mtime_ns) for entry in four.iterdir())
    opened(four).officials()
    assert sorted((entry.name, entry.stat().st_mtime_ns) for entry in four.iterdir()) == before


def test_a_post_is_found_by_id_path_file_or_beginning(four: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever a person calls a post, if it can mean only one, it is that one."""
    (four / "sub").mkdir()
    meeting(four, "sub/long-name.md", "3月10日", "四十七")
    library = opened(four)
    monkeypatch.chdir(four)
    post = library.find("lon")
    assert post
    for name in ("sub/long-name.md", "./sub/long-name.md", str(four / "sub/long-name.md"), "long-name.md", "long-n"):
        assert library.find(name) == post
    assert library.readout(post).meeting
    assert library.find("nothing") is None


def test_an_unknown_id_is_a_key_error(four: Path) -> None:
    """The screen asks for a post that is gone: it hears so."""
    with pytest.raises(KeyError):
        opened(four).readout("none")


def test_it_can_be_searched_while_it_is_filled(four: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With each batch there is more to find, in order, and the progress goes up to the end."""
    monkeypatch.setattr("reader.library.folder.PUBLISH_EVERY", 0)
    library = FolderLibrary([four])
    seen: list[tuple[Progress, list[str]]] = []
    worker = threading.Thread(
        target=library.fill, args=(lambda progress: seen.append((progress, names(library))), lambda: False)
    )
    worker.start()
    worker.join()
    assert [progress.done for progress, _ in seen] == [0, 1, 2, 3, 4, 4]
    assert [len(found) for _, found in seen] == [0, 1, 2, 3, 4, 4]
    assert seen[2][1] == ["b.md", "a.md"]
    assert seen[-1][0].finished


def test_reading_leaves_off_when_told(four: Path) -> None:
    """When the screen is left while it reads, no further file is opened."""
    library = FolderLibrary([four])
    library.scan()
    answers = iter((False, False, True))
    library.read(stop=lambda: next(answers))
    assert library.count == 2


def test_an_empty_folder_is_an_empty_library(tmp_path: Path) -> None:
    """A folder without posts is read at once and answers with nothing."""
    library = opened(tmp_path)
    assert (names(library), library.officials(), library.problems()) == ([], [], [])


def test_the_seeds_in_order(seeds: Path) -> None:
    """The five real posts stand by the days of their meetings, and ten people and more are named."""
    library = opened(seeds)
    rows = library.search(parse("")).rows
    assert [row.id for row in rows] == ["003", "001", "002", "000", "004"]
    assert [row.delay for row in rows] == [0, 0, 0, 1, 0]
    assert library.officials()[0].name == "黄冠胜"
