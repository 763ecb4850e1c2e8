"""A folder changes in every way; after each update the library says of it what a slow reading says."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from itertools import count
from pathlib import Path

from hypothesis import strategies as st
from hypothesis.stateful import initialize, precondition, rule

from reader.library.index import Library
from reader.library.model import NoticeCode
from reader.query import parse
from reader.text.folding import fold
from tests.fuzz.folder import NAMES, FolderMachine, contents, reports
from tests.fuzz.running import Result, Turn, steps
from tests.library import brute, slow
from tests.library.collection import difference

BATCH, STEPS = 10, 30
QUERIES = ("", "会议", "口岸", "口岸的防线 海关", '"海关总署"', "口*一天", "is:article 口岸", "-口岸", "official:nyf")
MORE = ("number:2", "on:2022-03-02", "series:例会", "in:title 会议", "张际文|王令浚", "until:2022-03", "chair:倪岳峰")
_MADE_ANEW = {NoticeCode.DAMAGED, NoticeCode.OUTDATED}


def run(seconds: float, seed: int) -> Result:
    """Changes folders until the time is over."""
    return steps(Turn("library", seconds, seed), LibraryMachine, BATCH, STEPS)


class LibraryMachine(FolderMachine):
    """Changes, updates, and compares."""

    def __init__(self) -> None:
        super().__init__()
        self._damaged = False
        self._library = self._opened()

    @initialize(data=st.lists(st.tuples(st.sampled_from(NAMES), contents()), max_size=6))
    def begin(self, data: list[tuple[str, bytes]]) -> None:
        """Some posts are there before the first update."""
        for name, written in data:
            self._folder.write(name, written)

    def _file(self, number: int) -> str:
        files = self._folder.files()
        return files[number % len(files)]

    @rule(name=st.sampled_from(NAMES), data=contents())
    def write(self, name: str, data: bytes) -> None:
        """A post comes, or has another text."""
        self._folder.write(name, data)

    @precondition(lambda self: self._folder.files())
    @rule(number=st.integers(0, 9), name=st.sampled_from(NAMES))
    def copy(self, number: int, name: str) -> None:
        """The same bytes lie in a second file."""
        self._folder.write(name, self._folder.read(self._file(number)))

    @precondition(lambda self: self._folder.files())
    @rule(number=st.integers(0, 9), text=st.sampled_from(("口岸。", "<p>谁的责任谁签字谁就要负责到底。</p>", "\x00")))
    def edit(self, number: int, text: str) -> None:
        """A post grows at its end."""
        name = self._file(number)
        self._folder.write(name, self._folder.read(name) + text.encode())

    @precondition(lambda self: self._folder.files())
    @rule(number=st.integers(0, 9), share=st.floats(0, 1))
    def truncate(self, number: int, share: float) -> None:
        """A post breaks off, or is empty."""
        name = self._file(number)
        data = self._folder.read(name)
        self._folder.write(name, data[: int(len(data) * share)])

    @precondition(lambda self: self._folder.files())
    @rule(number=st.integers(0, 9), name=st.sampled_from(NAMES))
    def rename(self, number: int, name: str) -> None:
        """A post moves, maybe over another."""
        self._folder.rename(self._file(number), name)

    @precondition(lambda self: len(self._folder.files()) > 1)
    @rule(first=st.integers(0, 9), second=st.integers(0, 9))
    def swap(self, first: int, second: int) -> None:
        """Two posts change their names."""
        one, other = self._file(first), self._file(second)
        self._folder.rename(one, "between")
        if one != other:
            self._folder.rename(other, one)
        self._folder.rename("between", other)

    @precondition(lambda self: self._folder.files())
    @rule(number=st.integers(0, 9))
    def remove(self, number: int) -> None:
        """A post goes."""
        self._folder.remove(self._file(number))

    @precondition(lambda self: self._folder.files())
    @rule(number=st.integers(0, 9))
    def touch(self, number: int) -> None:
        """A post has another moment of change and the same text."""
        self._folder.touch(self._file(number))

    @rule(name=st.sampled_from(NAMES[:8]), data=reports())
    def report(self, name: str, data: bytes) -> None:
        """A meeting is reported while somebody reads."""
        self.write(name, data)
        self.update()

    @precondition(lambda self: self._folder.files())
    @rule(number=st.integers(0, 9), name=st.sampled_from(NAMES[:8]))
    def move(self, number: int, name: str) -> None:
        """A post moves while somebody reads."""
        self.update()
        self.rename(number, name)
        self.update()

    @precondition(lambda self: self._folder.files())
    @rule(number=st.integers(0, 9))
    def take_away(self, number: int) -> None:
        """A post goes while somebody reads."""
        self.update()
        self.remove(number)
        self.update()

    @rule()
    def reopen(self) -> None:
        """The reader is closed and opened."""
        self._library.close()
        self._library = self._opened()

    @precondition(lambda self: self._index.exists())
    @rule(how=st.sampled_from(("empty", "half", "garbage", "removed", "another's")))
    def damage(self, how: str) -> None:
        """Something happens to the index while the reader is closed."""
        self._library.close()
        _damage(self._index, how)
        self._damaged = True
        self._library = self._opened()

    @rule(after=st.integers(0, 6))
    def stop(self, after: int) -> None:
        """An update is ended before it is done."""
        asked = count()
        self._library.update(lambda progress: None, lambda: next(asked) >= after)

    @rule()
    def update(self) -> None:
        """The library is brought up to date, and compared with a slow reading of the folder."""
        self._library.update(lambda progress: None)
        if self._damaged:  # what an update did not come across is met by whoever asks, and mended by the next
            list(self._library.search(parse("海关"), all_posts=True).rows)
            self._library.compare()
            self._library.update(lambda progress: None)
        notices = {notice.code for notice in self._library.notices()}
        assert notices <= (_MADE_ANEW if self._damaged else set())
        self._damaged = False
        self._library.compare()
        check(self._library, self._folder.path)

    def teardown(self) -> None:
        """Checks once more, and leaves nothing."""
        with self._ending:
            self.update()
            self._library.close()


def _damage(index: Path, how: str) -> None:
    if how == "removed":
        index.unlink()
    elif how == "another's":
        index.unlink()
        with closing(sqlite3.connect(index)) as connection:
            connection.execute("CREATE TABLE post (name)")
    else:
        data = index.read_bytes()
        index.write_bytes({"empty": b"", "half": data[: len(data) // 2], "garbage": bytes(reversed(data))}[how])


def check(library: Library, path: Path) -> None:
    """Asserts that a library that has just been brought up to date says of its folder what a slow reading says."""
    folder = slow.read_folder(path)
    _check_list(library, folder)
    _check_searching(library, folder)
    _check_people(library, folder)
    _check_said(library, folder)
    told = [(problem.path, problem.fault, problem.read) for problem in library.problems()]
    assert sorted(told) == folder.problems


def _check_list(library: Library, folder: slow.Folder) -> None:
    rows = list(library.search(parse(""), all_posts=True).rows)
    shown = [(row.path, row.day, row.is_meeting, row.name, row.versions) for row in rows]
    assert shown == [
        (
            post.path,
            post.readout.day,
            post.readout.meeting is not None,
            slow.name_of(post),
            len(versions),
        )
        for post, versions in folder.rows
    ]
    for row, listed in zip(rows, folder.rows, strict=True):
        leader, *others = (library.row(key).path for key in library.versions(row.key))
        assert leader == row.path
        assert sorted(others) == sorted(post.path for post in listed.versions if post != listed.post)
        assert library.readout(row.key) == listed.post.readout


def _check_searching(library: Library, folder: slow.Folder) -> None:
    posts = [brute.Post(listed.post.path, listed.post.readout) for listed in folder.rows]
    for query in (*QUERIES, *MORE):
        for all_posts in (False, True):
            wrong = difference(library.search, posts, query, all_posts=all_posts)
            assert not wrong, wrong


def _check_people(library: Library, folder: slow.Folder) -> None:
    named: dict[str, list[str]] = {}
    for post, _ in reversed(folder.rows):
        for person in post.readout.meeting.people if post.readout.meeting else ():
            named.setdefault(fold(person.name), []).append(post.path)
    told = {fold(one.name): sorted(item.path for item in one.meetings) for one in library.officials()}
    assert told == {name: sorted(paths) for name, paths in named.items()}


def _check_said(library: Library, folder: slow.Folder) -> None:
    for post, in_series, places, earlier in slow.said_before(folder):
        key = library.key_of(str(library.roots[0] / post.path))
        assert key is not None
        said = library.across.said_before(key, in_series=in_series)
        assert said is not None, (post.path, in_series)
        told = {(where.paragraph, place) for where in said.passages for place in range(where.start, where.end)}
        assert (told, said.earlier) == (places, earlier), (post.path, in_series)
