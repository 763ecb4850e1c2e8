"""Whatever becomes of the index: the posts are all there, one notice says why, and the posts' folder is untouched."""

from __future__ import annotations

import os
import shutil
import sqlite3
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from reader.library.index import Library
from reader.library.model import Notice, NoticeCode, Progress
from reader.library.records.record import Outcome
from reader.library.tables.writing import Writer
from reader.query import parse
from tests.conftest import write_post

POSTS = 24
PAGE = 4096
"""Bytes of a page of SQLite's."""
WORDS = (
    "海关",
    "保障",
    "货物通关",
    "优化",
    "口岸",
    "营商环境",
    "推动",
    "跨境贸易",
    "便利化",
    "加强",
    "质量安全",
    "监管",
)


class Sitting:
    """One folder of posts and what is kept of it; libraries over it are opened one after another."""

    def __init__(self, folder: Path, own: Path) -> None:
        self.folder, self.own = folder, own
        self.index = own / "index" / "index.sqlite3"
        self._libraries: list[Library] = []
        if not folder.exists():
            folder.mkdir()
            for number in range(POSTS):
                self.write(number)
        self.before = self.state()

    def write(self, number: int) -> Path:
        """A post with a text of its own, long enough that the index has many pages."""
        random = Random(number)
        body = "".join(f"<p>　　{'，'.join(random.sample(WORDS, len(WORDS)))}。</p>" for _ in range(20))
        date = f"Tue, {number % 28 + 1:02} Jan 2022 02:00:00 GMT"
        return write_post(self.folder, f"{number:02}.md", f"第{number}篇", f"<p>　　编号之{number}号。</p>{body}", date)

    def state(self) -> list[tuple[str, int, int]]:
        """The names, sizes and moments of change of the posts."""
        return sorted((item.name, item.stat().st_size, item.stat().st_mtime_ns) for item in self.folder.iterdir())

    def unread(self) -> Library:
        """A library with nothing read yet."""
        self._libraries.append(Library([self.folder], self.index, self.own / "marks.sqlite3"))
        return self._libraries[-1]

    def opened(self) -> Library:
        """A library that is up to date."""
        library = self.unread()
        update(library)
        return library

    def made(self) -> None:
        """Makes the index, all of it in the file itself."""
        library = self.opened()
        assert library.notices() == []
        library.close()
        with closing(sqlite3.connect(self.index)) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            connection.execute("PRAGMA journal_mode = DELETE")

    def close(self) -> None:
        """Closes every library."""
        for library in self._libraries:
            library.close()

    def check(self, library: Library, *notices: NoticeCode) -> None:
        """Every post is listed, found by its words and can be read; these notices and no others; no post is touched."""
        posts = [f"{number:02}.md" for number in range(POSTS)]
        assert paths(library) == posts
        assert paths(library, "海关 口岸") == posts
        assert paths(library, "编号之7号") == ["07.md"]
        for row in library.search(parse(""), all_posts=True).rows:
            assert library.readout(row.key).title == f"第{int(row.path[:2])}篇"
        told = library.notices()
        assert [notice.code for notice in told] == [*notices], told
        assert self.state() == self.before


def update(library: Library) -> None:
    """Brings a library up to date."""
    library.update(lambda progress: None)


def paths(library: Library, query: str = "") -> list[str]:
    """The paths of all posts that match, sorted."""
    return sorted(row.path for row in library.search(parse(query), all_posts=True).rows)


def overwrite(file: Path, at: float, data: bytes) -> None:
    """Puts other bytes into a file, at a part of its length."""
    with file.open("r+b") as opened:
        opened.seek(int(file.stat().st_size * at))
        opened.write(data)


@pytest.fixture
def sitting(tmp_path: Path) -> Iterator[Sitting]:
    """A folder of posts without an index."""
    own = tmp_path / "own"
    own.mkdir()
    sitting = Sitting(tmp_path / "posts", own)
    yield sitting
    sitting.close()


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> Sitting:
    """A folder of posts and its index, made once; tests get a copy of the index."""
    own = tmp_path_factory.mktemp("once")
    sitting = Sitting(own / "posts", own)
    sitting.made()
    return sitting


@pytest.fixture
def made(once: Sitting, tmp_path: Path) -> Iterator[Sitting]:
    """A folder of posts with an index that nobody has open; the posts are not to be changed."""
    sitting = Sitting(once.folder, tmp_path)
    sitting.index.parent.mkdir()
    shutil.copy(once.index, sitting.index)
    yield sitting
    sitting.close()


@pytest.fixture
def alone(sitting: Sitting) -> Sitting:
    """A folder of posts with an index that nobody has open; the posts may be changed."""
    sitting.made()
    return sitting


def a_text(file: Path) -> None:
    file.write_text("这不是数据库，只是一段文字。\n" * 200, encoding="utf-8")


def a_cut(file: Path) -> None:
    os.truncate(file, file.stat().st_size // 3)


def a_cut_within_a_page(file: Path) -> None:
    os.truncate(file, file.stat().st_size // 2 + 77)


def a_cut_header(file: Path) -> None:
    os.truncate(file, 60)


def other_magic(file: Path) -> None:
    overwrite(file, 0, b"SQLite format 9\0")


def random_header(file: Path) -> None:
    overwrite(file, 0, Random(1).randbytes(100))


def random_first_page(file: Path) -> None:
    overwrite(file, 0, file.read_bytes()[:100] + Random(1).randbytes(3996))


def random_all_but_the_first_page(file: Path) -> None:
    size = file.stat().st_size
    overwrite(file, 4096 / size, Random(1).randbytes(size - 4096))


def another_program(file: Path) -> None:
    file.unlink()
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE file (name TEXT)")
        connection.execute("INSERT INTO file VALUES ('somebody else''s')")
        connection.commit()


def another_program_in_wal_mode(file: Path) -> None:
    file.unlink()
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA user_version = 1")
        connection.execute("CREATE TABLE meta (other TEXT)")
        connection.commit()


def a_table_lost(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("DROP TABLE content")
        connection.commit()


def a_name_in_no_encoding(file: Path) -> None:
    """SQLite quotes it in its message, which Python then cannot decode."""
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("UPDATE sqlite_master SET name = CAST(X'F5' AS TEXT), sql = 'none' WHERE name = 'post'")
        connection.commit()


DAMAGES = (
    *(a_text, a_cut, a_cut_within_a_page, a_cut_header, other_magic, random_header, random_first_page),
    *(random_all_but_the_first_page, another_program, another_program_in_wal_mode, a_table_lost),
    a_name_in_no_encoding,
)


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_index_is_made_anew(made: Sitting, damage: Callable[[Path], None]) -> None:
    """Whatever stands in the index's place: at the latest when an answer fails it is made anew, and told once."""
    damage(made.index)
    library = made.opened()
    look_at_all(library)
    update(library)
    made.check(library, NoticeCode.DAMAGED)
    made.check(made.opened())


@pytest.mark.parametrize("seed", range(6))
def test_random_bytes_in_the_middle_never_stop_the_reader(made: Sitting, seed: int) -> None:
    """Some pages of the index are others: nothing breaks off, and after what was asked failed, all is right again."""
    random = Random(seed)
    pages = made.index.stat().st_size // PAGE
    with closing(sqlite3.connect(made.index)) as connection:
        ((posts,),) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'post'").fetchall()
    damaged = {posts - 1, *random.sample(range(2, pages), pages // 3)}  # the first of these is looked at for certain
    for page in sorted(damaged):  # from its beginning on, by which SQLite knows a page
        overwrite(made.index, page / pages, random.randbytes(random.randint(100, 3000)))
    library = made.opened()
    look_at_all(library)
    update(library)
    made.check(library, NoticeCode.DAMAGED)


def look_at_all(library: Library) -> None:
    """Lists, searches and reads everything, as a reader would in time; a post that is not known is a KeyError."""
    for query in (None, parse("海关"), parse("编号之7号"), parse("chair:倪岳峰")):
        library.first(query, all_posts=True)
        for answer in library.whole(query, all_posts=True):
            len(answer.rows)
        for row in library.listed(query, all_posts=True).rows:
            for ask in (library.readout, library.row, library.identity, library.marks.of):
                try:
                    ask(row.key)
                except KeyError:
                    continue
    library.officials()
    library.problems()


@pytest.mark.parametrize("column", ["readout", "forms"])
def test_a_text_of_the_index_that_cannot_be_unpacked(made: Sitting, column: str) -> None:
    """One post's text is damaged inside a sound file: it is a damaged index like any other."""
    with closing(sqlite3.connect(made.index)) as connection:
        connection.execute(f"UPDATE content SET {column} = x'789c00112233'")
        connection.commit()
    library = made.opened()
    look_at_all(library)
    update(library)
    made.check(library, NoticeCode.DAMAGED)


def test_a_post_whose_kept_text_is_damaged_is_edited(alone: Sitting) -> None:
    """A post changes, and what the index knew of it cannot be unpacked: the update makes the index anew."""
    with closing(sqlite3.connect(alone.index)) as connection:
        connection.execute("UPDATE content SET forms = x'789c00112233'")
        connection.commit()
    os.utime(alone.folder / "07.md")
    alone.before = alone.state()
    alone.check(alone.opened(), NoticeCode.DAMAGED)


def test_damage_met_while_reading_answers(made: Sitting) -> None:
    """An answer fails on damage: it is empty, nothing breaks off, and the next update makes the index anew."""
    library = made.opened()
    random_all_but_the_first_page(made.index)
    with closing(sqlite3.connect(made.index)) as connection:  # SQLite drops what it remembers when the file changes
        connection.execute("PRAGMA user_version = 1")
        connection.commit()
    assert paths(library) == []
    assert list(library.whole(parse("海关"), all_posts=True)) == []
    assert library.officials() == []
    update(library)
    made.check(library, NoticeCode.DAMAGED)


def test_an_index_removed_while_it_is_open(alone: Sitting) -> None:
    """Somebody empties the cache while the reader is open: the next update makes the index again."""
    library = alone.opened()
    assert len(paths(library)) == POSTS
    for file in alone.index.parent.glob("index.sqlite3*"):
        file.unlink()
    update(library)
    alone.check(library)
    alone.write(POSTS - 1).write_text("现在写着别的，说的是编号之999号。", encoding="utf-8")
    update(library)
    assert paths(library, "编号之999号") == [f"{POSTS - 1:02}.md"]
    assert library.notices() == []


def test_an_index_that_another_reader_made_anew(alone: Sitting) -> None:
    """The reader is open twice, and the other one finds the damage: this one shows what the new index knows."""
    library = alone.opened()
    assert len(paths(library)) == POSTS
    other = alone.opened()
    for suffix in ("-wal", "-shm"):
        alone.index.with_name(alone.index.name + suffix).unlink(missing_ok=True)
    a_text(alone.index)
    update(other)
    assert [notice.code for notice in other.notices()] == [NoticeCode.DAMAGED]
    alone.write(POSTS)
    update(other)
    assert len(paths(other)) == POSTS + 1
    assert len(paths(library)) == POSTS + 1
    update(library)
    assert len(paths(library)) == POSTS + 1
    assert library.notices() == []


def test_a_directory_in_its_place(sitting: Sitting) -> None:
    """A folder stands where the index should be: the posts are read for this sitting, and that is told."""
    (sitting.index / "sub").mkdir(parents=True)
    sitting.check(sitting.opened(), NoticeCode.NO_INDEX)


def test_a_file_where_the_cache_folder_should_be(sitting: Sitting) -> None:
    """The cache cannot be written: the posts are read for this sitting, and that is told once, not at every update."""
    sitting.index.parent.write_text("keine Ordner", encoding="utf-8")
    library = sitting.opened()
    sitting.check(library, NoticeCode.NO_INDEX)
    update(library)
    sitting.check(library)


@pytest.mark.parametrize(
    "statement",
    ["PRAGMA user_version = 77", "UPDATE meta SET value = 'x' WHERE key != 'roots'", "DELETE FROM meta"],
)
def test_an_index_of_another_version(made: Sitting, statement: str) -> None:
    """After the program was changed the index is made anew, and the reader is told why it takes a while."""
    with closing(sqlite3.connect(made.index)) as connection:
        connection.execute(statement)
        connection.commit()
    assert paths(made.unread()) == []
    made.check(made.opened(), NoticeCode.OUTDATED)
    made.check(made.opened())


def test_an_index_of_an_older_schema_with_other_tables(made: Sitting) -> None:
    """Tables, indexes and views of another schema leave nothing behind that would be in the way."""
    with closing(sqlite3.connect(made.index)) as connection:
        connection.execute("DROP TABLE post")
        connection.execute("CREATE TABLE post (other TEXT)")
        connection.execute("CREATE INDEX post_by_digest ON post (other)")
        connection.execute('CREATE TABLE "order" (other TEXT)')
        connection.execute("CREATE VIEW fine AS SELECT other FROM post")
        connection.execute("PRAGMA user_version = 0")
        connection.commit()
    made.check(made.opened(), NoticeCode.OUTDATED)


def test_an_index_locked_for_a_moment(alone: Sitting) -> None:
    """Another program copies the index: the reader waits for it, and nothing is told."""
    alone.write(0)
    alone.before = alone.state()
    connection = sqlite3.connect(alone.index, isolation_level=None, check_same_thread=False)
    connection.execute("BEGIN EXCLUSIVE")
    free = threading.Timer(0.4, lambda: connection.execute("COMMIT"))
    free.start()
    library = alone.opened()
    free.join()
    connection.close()
    alone.check(library)


def test_an_index_locked_for_good(made: Sitting, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another program does not let go of the index: the posts are read for this sitting, and that is told."""
    monkeypatch.setattr("reader.library.tables.store._BUSY", 0.05)
    with closing(sqlite3.connect(made.index, isolation_level=None)) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        made.check(made.opened(), NoticeCode.NO_INDEX)
        connection.execute("ROLLBACK")
    made.check(made.opened())


def test_a_full_disk_at_the_first_posts(sitting: Sitting, monkeypatch: pytest.MonkeyPatch) -> None:
    """There is no room for the index: the posts are read into another place for this sitting, and that is told."""
    put, calls = Writer.put, []

    def fails_at_first(self: Writer, outcomes: Sequence[tuple[int, Outcome]]) -> None:
        calls.append(len(outcomes))
        if len(calls) == 1:
            raise sqlite3.OperationalError("database or disk is full")
        put(self, outcomes)

    monkeypatch.setattr(Writer, "put", fails_at_first)
    library = sitting.opened()
    sitting.check(library, NoticeCode.NO_INDEX)
    library.close()
    sitting.check(sitting.opened())


def test_a_disk_that_fills_up(sitting: Sitting, monkeypatch: pytest.MonkeyPatch) -> None:
    """SQLite itself runs out of room half way: the posts are read elsewhere this time, and next time all is well."""
    from reader.library.tables.store import Store

    connect = Store.connect

    def small(self: Store) -> sqlite3.Connection:
        connection = connect(self)
        if self.file == sitting.index:
            connection.execute("PRAGMA max_page_count = 40")
        return connection

    with monkeypatch.context() as patch:
        patch.setattr(Store, "connect", small)
        patch.setattr("reader.library.update.PUBLISH_EVERY", 0)
        patch.setattr("reader.library.posts.pool.BATCH", 1)
        sitting.check(sitting.opened(), NoticeCode.NO_INDEX)
    sitting.check(sitting.opened())


def test_no_room_anywhere(sitting: Sitting, monkeypatch: pytest.MonkeyPatch) -> None:
    """No index can be kept anywhere: nothing is read, nothing breaks off, and the reader is told which file and why."""

    def full(self: Writer, outcomes: Sequence[tuple[int, Outcome]]) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(Writer, "put", full)
    seen: list[Progress] = []
    library = sitting.unread()
    assert library.update(seen.append) is None
    assert seen[-1].finished
    assert paths(library) == []
    trouble = Notice(NoticeCode.NOT_READ, f"{sitting.index}: database or disk is full")
    assert (library.notices(), library.trouble()) == ([trouble], trouble)
    update(library)
    assert library.notices() == [], "told a second time"
    assert sitting.state() == sitting.before


def test_a_folder_that_vanishes_and_comes_back(alone: Sitting) -> None:
    """The disk with the posts is taken out and put in again: the posts stay listed and found, and it is told once."""
    library = alone.opened()
    away = alone.folder.with_name("away")
    alone.folder.rename(away)
    update(library)
    posts = [f"{number:02}.md" for number in range(POSTS)]
    assert (paths(library), paths(library, "海关"), paths(library, "编号之7号")) == (posts, posts, ["07.md"])
    assert library.readout(library.search(parse("编号之7号"), all_posts=True).rows[0].key).title == "第7篇"
    assert library.notices() == [Notice(NoticeCode.FOLDER_GONE, f"{alone.folder} (No such file or directory)")]
    update(library)
    assert library.notices() == [], "told a second time"
    away.rename(alone.folder)
    update(library)
    alone.check(library)
