"""After the program was changed posts are read anew where that decides what is read, and only there."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from reader.library import rules
from reader.library.index import Library
from reader.library.model import Notice, NoticeCode
from tests.conftest import write_post

Open = Callable[[], Library]


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of what decides how posts are read, in the place of the program's own."""
    copy = tmp_path / "package"
    for place in rules.DECIDING:
        source = rules.PACKAGE / place
        (copy / place).parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, copy / place, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy2(source, copy / place)
    monkeypatch.setattr(rules, "PACKAGE", copy)
    return copy


@pytest.fixture
def opened(package: Path, tmp_path: Path) -> Iterator[Open]:
    """Opens the library over a folder with one post, which has been read before; closes all at the end."""
    posts = tmp_path / "posts"
    posts.mkdir()
    write_post(posts, "one.md", "海关总署召开会议", "<p>　　会议指出，要精准施策。</p>")
    libraries: list[Library] = []

    def opens() -> Library:
        libraries.append(Library([posts], tmp_path / "own" / "index.sqlite3", tmp_path / "own" / "marks.sqlite3"))
        return libraries[-1]

    opens().update(lambda progress: None)
    yield opens
    for library in libraries:
        library.close()


def read_again(library: Library) -> int:
    """How many posts an update reads."""
    totals: list[int] = []
    library.update(lambda progress: totals.append(progress.total))
    return max(totals)


@pytest.fixture
def contents(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The stamps for which the files were read."""
    rules.checksum.cache_clear()
    worked_out: list[str] = []
    usual = rules.checksum.__wrapped__

    def listening(stamp: str) -> str:
        worked_out.append(stamp)
        return usual(stamp)

    monkeypatch.setattr(rules, "checksum", listening)
    return worked_out


def test_a_program_that_is_the_same_costs_nothing(opened: Open, contents: list[str]) -> None:
    """At the next start no file of the program is read to compare it, and no post."""
    library = opened()
    assert len(library.listed(None, all_posts=True).rows) == 1
    assert [read_again(library), library.notices(), contents] == [0, [], []]


@pytest.mark.parametrize(
    "file", ["readout/data/surnames.txt", "readout/read.py", "text/folding.py", "analysis/novelty.py"]
)
def test_a_file_of_the_rules_that_has_changed(opened: Open, package: Path, file: str) -> None:
    """A word is added to a list, or a rule is changed: what was read before is not shown, posts are read anew."""
    with (package / file).open("a", encoding="utf-8") as changed:
        changed.write("# another\n")
    library = opened()
    assert len(library.listed(None, all_posts=True).rows) == 0
    assert [read_again(library), library.notices()] == [1, [Notice(NoticeCode.OUTDATED)]]
    assert len(library.listed(None, all_posts=True).rows) == 1
    assert read_again(opened()) == 0


def test_a_file_that_is_new_or_gone(opened: Open, package: Path) -> None:
    """A list of words comes and goes: posts are read anew both times."""
    new = package / "readout" / "data" / "other.txt"
    new.write_text("", "utf-8")
    assert read_again(opened()) == 1
    new.unlink()
    assert read_again(opened()) == 1


def test_a_program_that_was_installed_again(opened: Open, package: Path, contents: list[str]) -> None:
    """The same files with other moments of change: they are compared once, and no post is read."""
    for file in package.rglob("*.*"):
        os.utime(file, ns=(1, 1))
    library = opened()
    assert len(library.listed(None, all_posts=True).rows) == 1
    assert [read_again(library), library.notices()] == [0, []]
    assert contents
    contents.clear()
    assert [read_again(opened()), contents] == [0, []]


def test_a_program_that_cannot_be_looked_at(opened: Open, package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """There is no file left to open, or the program is just being replaced: what was read stays."""

    def refuse() -> str:
        raise OSError("too many open files")

    monkeypatch.setattr(rules, "stamp", refuse)
    library = opened()
    assert len(library.listed(None, all_posts=True).rows) == 1
    assert [read_again(library), library.notices()] == [0, []]


def test_the_rules_of_this_program(opened: Open, tmp_path: Path) -> None:
    """What an index keeps of the rules is a checksum of files that are there: the lists of words among them."""
    with closing(sqlite3.connect(tmp_path / "own" / "index.sqlite3")) as connection:
        kept = dict(connection.execute("SELECT key, value FROM meta"))
    assert kept["rules"] == rules.checksum(kept["stamp"])
    for place in rules.DECIDING:
        assert (rules.PACKAGE / place).exists()


def test_an_index_that_cannot_be_written(opened: Open, package: Path, tmp_path: Path) -> None:
    """The program was installed again and the disk is full: what was read is shown, and nothing is read elsewhere."""
    index = tmp_path / "own" / "index.sqlite3"
    with closing(sqlite3.connect(index)) as connection:
        connection.execute("CREATE TRIGGER full BEFORE UPDATE ON meta BEGIN SELECT refused(); END")
        connection.commit()
    (package / "readout" / "read.py").touch()
    library = opened()
    assert [read_again(library), library.notices()] == [0, []]
    assert len(library.listed(None, all_posts=True).rows) == 1
