"""Files that change between the walk and the reading: what could not be read then is read when it can be."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from reader.library.index import Library
from reader.library.posts.scan import Found, find_posts
from reader.query import parse
from tests.conftest import write_post


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two posts."""
    folder = tmp_path / "posts"
    folder.mkdir()
    for name in ("a.md", "b.md"):
        write_post(folder, name, name, f"<p>　　这里说的是{name}，精准预报。</p>")
    return folder


def read(folder: Path, own: Path, monkeypatch: pytest.MonkeyPatch, after_walk: Callable[[], object]) -> list[str]:
    """The posts that are listed after something happened between the walk and the reading, and another update."""

    def walk(paths: Iterable[Path]) -> Found:
        found = find_posts(paths)
        after_walk()
        return found

    library = Library([folder], own / "index.sqlite3", own / "marks.sqlite3")
    with monkeypatch.context() as patch:
        patch.setattr("reader.library.update.find_posts", walk)
        library.update(lambda progress: None)
    return paths(library)


def paths(library: Library) -> list[str]:
    """The posts that are listed after an update; nothing is told as unreadable."""
    library.update(lambda progress: None)
    found = sorted(row.path for row in library.search(parse("精准"), all_posts=True).rows)
    assert library.problems() == []
    library.close()
    return found


def test_a_post_renamed_before_it_is_read(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A post is renamed just before it is read: it is found under its new name, not told as unreadable for ever."""
    found = read(folder, tmp_path, monkeypatch, lambda: (folder / "a.md").rename(folder / "c.md"))
    assert found == ["b.md", "c.md"]


def test_a_post_that_is_away_for_a_moment(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A post is away when it is to be read, and back as it was: the next update reads it."""
    away = tmp_path / "away"
    library = Library([folder], tmp_path / "index.sqlite3", tmp_path / "marks.sqlite3")

    def walk(paths: Iterable[Path]) -> Found:
        found = find_posts(paths)
        (folder / "a.md").rename(away)
        return found

    with monkeypatch.context() as patch:
        patch.setattr("reader.library.update.find_posts", walk)
        library.update(lambda progress: None)
    away.rename(folder / "a.md")
    assert paths(library) == ["a.md", "b.md"]


def test_a_post_edited_before_it_is_read(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A post is edited between the walk and the reading: the next update has the text that it has now."""

    def edit() -> None:
        write_post(folder, "a.md", "改", "<p>　　这里现在说的是别的，精准。</p>")

    assert read(folder, tmp_path, monkeypatch, edit) == ["a.md", "b.md"]


def test_a_post_removed_before_it_is_read(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A post is removed between the walk and the reading: it is not there, and not told as unreadable."""
    assert read(folder, tmp_path, monkeypatch, (folder / "a.md").unlink) == ["b.md"]


def test_another_reader_that_ends_takes_no_log_away(folder: Path, tmp_path: Path) -> None:
    """The reader is open twice and one is left: the log that the other still writes into stays where it is.

    SQLite takes the log away with the last connection. A process that opens and closes the file by itself gives up the
    locks of all its connections, and the other believes to be the last.
    """
    index = tmp_path / "index.sqlite3"
    library = Library([folder], index, tmp_path / "marks.sqlite3")
    library.update(lambda progress: None)
    assert len(library.search(parse("精准"), all_posts=True).rows) == 2
    library.update(lambda progress: None)
    logs = [index.with_name(f"{index.name}{suffix}") for suffix in ("-wal", "-shm")]
    before = [log.stat().st_ino for log in logs]
    other = (
        "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.execute('SELECT * FROM meta').fetchall(); c.close()"
    )
    subprocess.run([sys.executable, "-c", other, str(index)], check=True)
    assert [log.stat().st_ino for log in logs if log.exists()] == before
    library.close()
