"""A folder of posts as the rest of the program sees it: rows, order, officials, problems, what is gone and new."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reader.library.index import Library
from reader.library.model import Notice, NoticeCode, Progress
from reader.library.posts.reading import LARGEST
from reader.query import parse
from reader.readout.read import read_post
from tests.conftest import write_post

REGULAR = (
    "<p>　　{day}，海关总署召开第{number}次形势分析及工作督查例会。海关总署署长{chair}主持会议。</p>"
    "<p>　　会议指出，要精准施策。</p>"
)
TODAY = "Tue, 15 Mar 2022 10:56:54 GMT"

Open = Callable[..., Library]


def meeting(folder: Path, name: str, day: str, number: str, chair: str = "倪岳峰", *, date: str = TODAY) -> None:
    """A meeting of its own for each day and number."""
    body = REGULAR.format(day=day, number=number, chair=chair)
    write_post(folder, name, f"海关总署召开第{number}次例会", body, date)


def article(folder: Path, name: str, *, date: str = TODAY) -> None:
    """An article; its text holds the file's name, for two of the same text would be versions of one post."""
    body = f"<p>　　这里只是普通的文字，说的是天气很好，精准预报，见{name}。</p>"
    write_post(folder, name, f"文章{name}", body, date)


def names(library: Library, query: str = "", *, all_posts: bool = True) -> list[str]:
    """The paths of an answer, as they stand in the list."""
    return [row.path for row in library.search(parse(query), all_posts=all_posts).rows]


@pytest.fixture
def own(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the index and the marks are kept: never among the posts."""
    return tmp_path_factory.mktemp("own")


@pytest.fixture
def unread(own: Path) -> Iterator[Open]:
    """Opens the library over some paths, with nothing read yet; closes all at the end."""
    libraries: list[Library] = []

    def opens(*paths: Path) -> Library:
        libraries.append(Library(paths, own / "index.sqlite3", own / "marks.sqlite3"))
        return libraries[-1]

    yield opens
    for library in libraries:
        library.close()


@pytest.fixture
def opened(unread: Open) -> Open:
    """Opens the library over some paths and reads everything."""

    def opens(*paths: Path) -> Library:
        library = unread(*paths)
        library.update(lambda progress: None)
        return library

    return opens


@pytest.fixture
def four(tmp_path: Path) -> Path:
    """Two meetings (one published the day after) and two articles, one of them without a date."""
    meeting(tmp_path, "b.md", "3月15日", "四十九")
    meeting(tmp_path, "a.md", "12月13日", "四十六", date="Tue, 14 Dec 2021 06:08:26 GMT")
    article(tmp_path, "c.md", date="Sat, 01 Jan 2022 02:00:00 GMT")
    (tmp_path / "d.txt").write_text("没有日期的一段文字，只是随手记下来的笔记。", encoding="utf-8")
    return tmp_path


def test_newest_first_and_undated_last(four: Path, opened: Open) -> None:
    """The list runs from the newest meeting day down; what has no day stands at the end."""
    assert names(opened(four)) == ["b.md", "c.md", "a.md", "d.txt"]


def test_meetings_only_unless_all_are_wanted(four: Path, opened: Open) -> None:
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


def test_a_row_says_day_delay_name_and_chair(four: Path, opened: Open) -> None:
    """A meeting's row shows its own day, how much later it was published, its name and who chaired."""
    row = opened(four).search(parse("")).rows[1]
    assert (str(row.day), row.delay, row.is_meeting) == ("2021-12-13", 1, True)
    assert (row.name, row.chair) == ("第四十六次形势分析及工作督查例会", "倪岳峰")


def test_of_one_day_the_later_publication_comes_first(tmp_path: Path, opened: Open) -> None:
    """Posts of one day stand in the order of their publication, like ones in that of their paths."""
    article(tmp_path, "a.md", date="Tue, 15 Mar 2022 01:00:00 GMT")
    article(tmp_path, "b.md", date="Tue, 15 Mar 2022 09:00:00 GMT")
    article(tmp_path, "c.md", date="Tue, 15 Mar 2022 09:00:00 GMT")
    library = opened(tmp_path)
    assert names(library) == ["b.md", "c.md", "a.md"]
    article(tmp_path, "d.md", date="Tue, 15 Mar 2022 05:00:00 GMT")
    library.update(lambda progress: None)
    assert names(library) == ["b.md", "c.md", "d.md", "a.md"]


def test_of_one_day_meetings_stand_before_other_posts(tmp_path: Path, opened: Open) -> None:
    """A meeting is what the list is for: it stands first on its day, even if an article was published later."""
    article(tmp_path, "a.md", date="Tue, 15 Mar 2022 11:00:00 GMT")
    meeting(tmp_path, "b.md", "3月15日", "四十九", date="Tue, 15 Mar 2022 09:00:00 GMT")
    article(tmp_path, "c.md", date="Wed, 16 Mar 2022 01:00:00 GMT")
    assert names(opened(tmp_path)) == ["c.md", "b.md", "a.md"]


def test_a_readout_in_two_files_is_listed_once(tmp_path: Path, opened: Open) -> None:
    """A meeting that another source reports too is listed and counted once, and the shorter report is its version."""
    meeting(tmp_path, "full.md", "3月15日", "四十九")
    short = REGULAR.format(day="3月15日", number="四十九", chair="倪岳峰").partition("<p>　　会议指出")[0]
    write_post(tmp_path, "short.md", "海关总署开会", short, "Wed, 16 Mar 2022 01:00:00 GMT")
    meeting(tmp_path, "other.md", "3月14日", "四十八")
    library = opened(tmp_path)
    answer = library.search(parse("倪岳峰"), all_posts=True)
    assert [(row.path, row.versions) for row in answer.rows] == [("full.md", 2), ("other.md", 1)]
    assert (answer.hits, answer.others) == (2, 0)
    versions = library.versions(answer.rows[0].key)
    assert [library.row(key).path for key in versions] == ["full.md", "short.md"]
    assert library.versions(versions[1]) == versions
    assert [(person.name, len(person.meetings)) for person in library.officials()] == [("倪岳峰", 2)]
    assert library.read_as() == (2, 1, 0)
    (tmp_path / "full.md").unlink()
    library.update(lambda progress: None)
    assert [(row.path, row.versions) for row in library.search(parse("")).rows] == [("short.md", 1), ("other.md", 1)]


def test_two_spellings_of_a_name_are_one_person(tmp_path: Path, opened: Open) -> None:
    """黃冠勝 and 黄冠胜 are one official, shown as most posts print the name, with the meetings oldest first."""
    meeting(tmp_path, "a.md", "3月11日", "四十七", "黄冠胜")
    meeting(tmp_path, "b.md", "3月12日", "四十八", "黃冠勝")
    meeting(tmp_path, "c.md", "3月13日", "四十九", "黄冠胜")
    (person,) = opened(tmp_path).officials()
    assert person.name == "黄冠胜"
    assert person.pinyin == "huang guansheng"
    assert [item.path for item in person.meetings] == ["a.md", "b.md", "c.md"]


def test_officials_of_a_query(tmp_path: Path, opened: Open) -> None:
    """Only the meetings that match count; who was at most of them stands first."""
    meeting(tmp_path, "a.md", "3月11日", "四十七", "倪岳峰")
    meeting(tmp_path, "b.md", "3月12日", "四十八", "俞建华")
    meeting(tmp_path, "c.md", "3月13日", "四十九", "俞建华")
    library = opened(tmp_path)
    assert [(person.name, len(person.meetings)) for person in library.officials()] == [("俞建华", 2), ("倪岳峰", 1)]
    assert [person.name for person in library.officials(parse("until:2022-03-11"))] == ["倪岳峰"]


def test_a_bad_post_is_named_and_the_others_are_read(four: Path, opened: Open) -> None:
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
    assert library.unread() == 4
    for name in ("dead.md", "huge.md", "pipe.md", "yaml.md"):
        (four / name).unlink()
    (four / "empty.md").write_text("现在有文字了，是一段普通的话。", encoding="utf-8")
    library.update(lambda progress: None)
    assert (library.problems(), library.unread(), len(names(library))) == ([], 0, 5)


def test_an_accident_inside_one_post_stops_no_other(four: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Should the reading of one post fail in a way nobody thought of, that post is named and the others are read."""
    from reader.library.posts.reading import read_record
    from reader.library.posts.scan import find_posts
    from reader.library.records.record import Record, Unread
    from reader.readout.read import read_post

    def fails_on_one(data: bytes, *, suffix: str) -> object:
        if "四十六".encode() in data:
            raise LookupError
        return read_post(data, suffix=suffix)

    monkeypatch.setattr("reader.library.posts.reading.read_post", fails_on_one)
    outcomes = {file.path: read_record(file) for file in find_posts([four]).files}
    assert outcomes.pop("a.md") == Unread("unreadable", "LookupError")
    assert all(isinstance(outcome, Record) for outcome in outcomes.values())


def test_nothing_is_written_among_the_posts(four: Path, opened: Open) -> None:
    """After reading, searching and listing, the folder holds what it held."""
    before = sorted((entry.name, entry.stat().st_mtime_ns) for entry in four.iterdir())
    library = opened(four)
    library.officials()
    library.marks.set_starred(library.search(parse("")).rows[0].key, True)
    assert sorted((entry.name, entry.stat().st_mtime_ns) for entry in four.iterdir()) == before


def test_an_unknown_key_is_a_key_error(four: Path, opened: Open) -> None:
    """The screen asks for a post that is gone: it hears so, and is not told of another."""
    library = opened(four)
    (key,) = [row.key for row in library.search(parse("四十六")).rows]
    assert library.readout(key).meeting
    (four / "a.md").unlink()
    library.update(lambda progress: None)
    for ask in (library.readout, library.row, library.marks.of):
        with pytest.raises(KeyError):
            ask(key)
    assert library.versions(key) == []


def test_it_can_be_searched_while_it_is_filled(tmp_path: Path, unread: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    """With each batch there is more to find, in order, and the progress goes up to the end."""
    monkeypatch.setattr("reader.library.update.PUBLISH_EVERY", 0)
    monkeypatch.setattr("reader.library.posts.pool.BATCH", 2)
    for number in range(1, 9):
        article(tmp_path, f"{number}.md", date=f"Tue, 1{number} Jan 2022 02:00:00 GMT")
    library = unread(tmp_path)
    assert names(library) == []
    seen: list[tuple[Progress, list[str]]] = []
    library.update(lambda progress: seen.append((progress, names(library))))
    done = [progress.done for progress, _ in seen]
    assert done[0] == 0
    assert done[-1] == 8
    assert len(done) > 2
    assert done == sorted(done)
    assert all(progress.total == 8 for progress, _ in seen)
    assert [len(found) for _, found in seen] == done
    assert all(found == sorted(found, reverse=True) for _, found in seen)
    assert [progress.finished for progress, _ in seen] == [False] * (len(seen) - 1) + [True]


def test_reading_leaves_off_when_told_and_goes_on_later(
    four: Path, unread: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the screen is left while it reads, nothing more is read; the next sitting reads the rest and no more."""
    monkeypatch.setattr("reader.library.update.PUBLISH_EVERY", 0)
    monkeypatch.setattr("reader.library.posts.pool.BATCH", 1)
    library = unread(four)
    seen: list[Progress] = []
    library.update(seen.append, lambda: len(seen) > 1)
    left = len(names(library))
    assert seen[-1][:2] == (left, 4)
    assert 0 < left < 4
    again: list[Progress] = []
    later = unread(four)
    later.update(again.append)
    assert again[0] == Progress(0, 4 - left)
    assert names(later) == ["b.md", "c.md", "a.md", "d.txt"]


def test_nothing_is_read_when_told_at_once(four: Path, unread: Open) -> None:
    """Left before it has begun: nothing is read, and nothing is said to be found."""
    library = unread(four)
    assert library.update(lambda progress: None, lambda: True) is None
    assert names(library) == []


def test_an_empty_folder_is_an_empty_library(tmp_path: Path, opened: Open) -> None:
    """A folder without posts is read at once and answers with nothing."""
    library = opened(tmp_path)
    assert (names(library), library.officials(), library.problems()) == ([], [], [])


def test_the_seeds_in_order(seeds: Path, opened: Open) -> None:
    """The five real posts stand by the days of their meetings, and ten people and more are named."""
    library = opened(seeds)
    rows = library.search(parse("")).rows
    assert [row.id for row in rows] == ["003", "001", "002", "000", "004"]
    assert [row.delay for row in rows] == [0, 0, 0, 1, 0]
    assert library.officials()[0].name == "黄冠胜"


def test_posts_of_one_moment_stand_by_their_names_when_they_are_renamed(tmp_path: Path, opened: Open) -> None:
    """Of two posts of one moment, and of two versions alike, a new name puts first whichever a fresh start would."""
    for name in ("c.md", "d.md"):
        article(tmp_path, name)
    for name in ("m.md", "n.md"):
        meeting(tmp_path, name, "3月15日", "四十六")
    library = opened(tmp_path)
    assert names(library) == ["m.md", "c.md", "d.md"]
    (tmp_path / "d.md").rename(tmp_path / "b.md")
    (tmp_path / "n.md").rename(tmp_path / "l.md")
    library.update(lambda progress: None)
    assert names(library) == ["l.md", "b.md", "c.md"]
    assert names(library, "精准施策") == ["l.md"]


def test_a_renamed_post_makes_room_for_a_new_one(tmp_path: Path, opened: Open) -> None:
    """Of posts of one moment one is renamed, another comes in between: all stand by their paths."""
    for name in ("a.md", "b.md", "c.md"):
        article(tmp_path, name)
    opened(tmp_path)
    (tmp_path / "a.md").rename(tmp_path / "z.md")
    article(tmp_path, "m.md")
    assert names(opened(tmp_path)) == ["b.md", "c.md", "m.md", "z.md"]


def test_another_suffix_is_read_anew(tmp_path: Path, opened: Open) -> None:
    """A file that is called .html from now on is read as a saved page, not as it was."""
    (tmp_path / "a.txt").write_text("date: 2022-13-45 99:99\n海关总署海关总署", encoding="utf-8")
    library = opened(tmp_path)
    (tmp_path / "a.txt").rename(tmp_path / "a.html")
    library.update(lambda progress: None)
    (row,) = library.search(parse(""), all_posts=True).rows
    assert library.readout(row.key) == read_post((tmp_path / "a.html").read_bytes(), suffix=".html")
    assert library.readout(row.key) != read_post((tmp_path / "a.html").read_bytes(), suffix=".txt")


def test_what_is_new_changed_moved_or_gone_is_seen(four: Path, opened: Open) -> None:
    """After a change in the folder the list shows what is there now; a post that was only renamed keeps its key."""
    library = opened(four)
    keys = {row.path: row.key for row in library.search(parse(""), all_posts=True).rows}
    (four / "sub").mkdir()
    (four / "b.md").rename(four / "sub" / "renamed.md")
    (four / "c.md").unlink()
    (four / "d.txt").write_text("这里现在写着别的，说的是口岸。", encoding="utf-8")
    meeting(four, "e.md", "3月16日", "五十", date="Wed, 16 Mar 2022 10:56:54 GMT")
    reports: list[Progress] = []
    library.update(reports.append)
    rows = {row.path: row.key for row in library.search(parse(""), all_posts=True).rows}
    assert list(rows) == ["e.md", "sub/renamed.md", "a.md", "d.txt"]
    assert (rows["sub/renamed.md"], rows["a.md"], rows["d.txt"]) == (keys["b.md"], keys["a.md"], keys["d.txt"])
    assert rows["e.md"] not in keys.values()
    assert reports[0] == Progress(0, 2)
    assert names(library, "口岸") == ["d.txt"]
    assert names(library, "随手") == []


def test_a_second_sitting_reads_nothing_anew(four: Path, opened: Open, unread: Open) -> None:
    """What was read once is there at once the next time, before the folder is looked at."""
    before = [*opened(four).search(parse(""), all_posts=True).rows]
    library = unread(four)
    assert [*library.search(parse(""), all_posts=True).rows] == before
    reports: list[Progress] = []
    library.update(reports.append)
    assert reports == [Progress(0, 0)]


def test_an_index_that_is_damaged_is_made_anew(four: Path, opened: Open, own: Path) -> None:
    """Whatever became of the index, the posts are all there again, and the reader is told why it took a while."""
    opened(four).close()
    for suffix in ("-wal", "-shm"):
        (own / f"index.sqlite3{suffix}").unlink(missing_ok=True)
    (own / "index.sqlite3").write_bytes(b"no database at all" * 1000)
    library = opened(four)
    assert names(library) == ["b.md", "c.md", "a.md", "d.txt"]
    assert library.notices() == [Notice(NoticeCode.DAMAGED)]
    assert library.notices() == []


def test_without_a_place_for_the_index_it_is_read_all_the_same(four: Path, opened: Open, own: Path) -> None:
    """Where no index can be kept the posts are read for this sitting, and the reader is told."""
    (own / "index.sqlite3").mkdir()
    library = opened(four)
    assert names(library) == ["b.md", "c.md", "a.md", "d.txt"]
    assert [notice.code for notice in library.notices()] == [NoticeCode.NO_INDEX]


def test_a_folder_that_is_gone_keeps_what_is_known(four: Path, opened: Open, own: Path) -> None:
    """A disk that is not there today: its posts are still listed and read, and the reader is told."""
    assert len(names(opened(four))) == 4
    four.rename(own / "elsewhere")
    library = opened(four)
    assert names(library) == ["b.md", "c.md", "a.md", "d.txt"]
    assert library.readout(library.search(parse("")).rows[0].key).meeting
    assert library.notices() == [Notice(NoticeCode.FOLDER_GONE, f"{four} (No such file or directory)")]


def test_the_first_rows_are_those_of_the_whole_answer(
    tmp_path: Path, opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is shown at once is how the whole answer begins, and every post is found where it stands in it."""
    monkeypatch.setattr("reader.library.index.FEW", 0)
    for number in range(60):
        article(tmp_path, f"{number:02}.md", date=f"Tue, {number % 28 + 1:02} Jan 2022 0{number % 10}:00:00 GMT")
    library = opened(tmp_path)
    for query in (parse(""), parse("精准")):
        first = library.first(query, all_posts=True)
        whole = list(library.whole(query, all_posts=True))
        counted = library.search(query, all_posts=True)
        assert not first.complete
        assert list(first.rows) == list(counted.rows)[:50]
        assert [list(answer.rows) for answer in whole] == [list(counted.rows)] * 2
        assert [(answer.hits, answer.others) for answer in whole] == [(None, 0), (counted.hits, 0)]
        places = [library.index_of(row.key, counted) for row in counted.rows]
        assert places == list(range(60))
    assert list(library.first(parse("精准")).rows) == []
    assert library.first(parse("精准")).others == 60
