"""Files, memory, room and processes that the system does not give: what is shown is true and says what is missing."""

from __future__ import annotations

import errno
import os
import resource
import sqlite3
import subprocess
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from reader.i18n import use
from reader.library.index import open_library
from reader.library.model import NoticeCode
from reader.library.places import index_file
from reader.library.posts import pool
from reader.library.posts.pool import CRASHED, Outcomes, Pool
from reader.library.posts.worker import Task
from reader.library.records.record import Unread
from reader.library.tables.store import Store
from reader.locale import LANGUAGES
from reader.query import parse
from reader.readout.faults import Fault, FaultCode
from reader.tui import FILES, too_few_files
from tests.command_line import Run
from tests.conftest import write_post
from tests.terminal import COMMAND
from tests.tui.reading import lines, reader, status, text_pane, until

KILOBYTE = 1024


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two posts that nobody has read yet."""
    posts = tmp_path / "posts"
    posts.mkdir()
    for name in ("a.md", "slow.md"):
        write_post(posts, name, f"海关总署召开会议{name}", "<p>3月15日，海关总署署长倪岳峰主持会议。</p>")
    return posts


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the posts that were given to children, of which every `slow.md` takes too long."""
    asked: list[str] = []
    usual = Pool.read

    def read(
        self: Pool,
        tasks: Sequence[Task],
        later: Callable[[], Sequence[Task]] = list,
        names: frozenset[str] = frozenset(),
    ) -> Iterator[Outcomes]:
        asked.extend(task.file.path for task in tasks)
        yield [(task.key, Unread("too_slow", "")) for task in tasks if task.file.path == "slow.md"]
        yield from usual(self, [task for task in tasks if task.file.path != "slow.md"], later, names)

    monkeypatch.setattr(Pool, "read", read)
    return asked


def test_a_post_that_takes_too_long(folder: Path, slow: list[str], run: Run) -> None:
    """It is told by check, the other post is listed, and it is not tried again until it changes."""
    assert run("list", "--all", folder) == 0
    assert len(run.out.splitlines()) == 1
    assert run("check", folder) == 0
    assert "slow.md: It took longer than 10 s to read and is not tried again until it changes" in run.out
    assert sorted(slow) == ["a.md", "slow.md"]
    with (folder / "slow.md").open("a", encoding="utf-8") as file:
        file.write("\n")
    run("check", folder)
    assert sorted(slow) == ["a.md", "slow.md", "slow.md"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_kept_a_post_from_being_read_is_a_sentence(lang: str) -> None:
    """Neither a code of ours nor one of the system's is shown for what can happen to any post."""
    use(lang)
    assert "10" in Fault(FaultCode.TOO_SLOW).sentence
    for detail in (CRASHED, "EMFILE", "ENFILE", "ENOMEM", "ENAMETOOLONG"):
        assert detail not in Fault(FaultCode.UNREADABLE, detail).sentence


def test_no_child_can_be_started(folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system starts no more processes: one sentence says so, and not that there are no posts."""

    def refuse() -> subprocess.Popen[bytes]:
        raise OSError(errno.EAGAIN, os.strerror(errno.EAGAIN))

    monkeypatch.setattr(pool, "spawn", refuse)
    assert run("list", folder) == 1
    assert run.out == ""
    (told,) = run.err.splitlines()
    assert "no process can be started to read them (Resource temporarily unavailable)" in told


def test_what_was_read_before_stays(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A post comes when nothing more can be started: those read before are listed, and the reader is told once."""
    library = open_library([folder])
    library.update(lambda progress: None)
    assert library.trouble() is None
    write_post(folder, "b.md", "又一篇", "<p>又一篇。</p>")
    with monkeypatch.context() as patch:
        patch.setattr(pool, "spawn", lambda: (_ for _ in ()).throw(OSError(errno.EMFILE, "Too many open files")))
        for _ in range(2):
            assert library.update(lambda progress: None) is None
    assert [(notice.code, notice.detail) for notice in library.notices()] == [
        (NoticeCode.NO_CHILDREN, "Too many open files")
    ]
    assert len(library.search(parse(""), all_posts=True).rows) == 2
    library.update(lambda progress: None)
    assert len(library.search(parse(""), all_posts=True).rows) == 3
    assert (library.trouble(), library.notices()) == (None, [])
    library.close()


@pytest.mark.parametrize(
    ("limit", "most", "why"),
    [
        (resource.RLIMIT_NOFILE, 6, "unable to open database file"),
        (resource.RLIMIT_NOFILE, 9, "Too many open files"),
        (resource.RLIMIT_FSIZE, 16 * KILOBYTE, "disk I/O error"),
    ],
)
def test_a_process_with_little(samples: Path, english: None, limit: int, most: int, why: str) -> None:
    """Few files may be open, or none be longer than so: one sentence names what could not be had, and the way out."""
    index_file([samples]).unlink()
    ended = subprocess.run(
        [COMMAND, "list", str(samples)],
        check=False,
        capture_output=True,
        text=True,
        preexec_fn=lambda: resource.setrlimit(limit, (most, most)),
    )
    assert (ended.returncode, ended.stdout) == (1, "")
    (told,) = ended.stderr.splitlines()
    assert why in told
    assert "ulimit -a" in told


def test_an_index_that_cannot_be_opened_any_more(folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """After the posts have been read there is no file left to open the index with: not "nothing matches", but why."""

    def refuse(self: Store) -> sqlite3.Connection | None:
        raise sqlite3.OperationalError("unable to open database file")

    monkeypatch.setattr(Store, "open", refuse)
    assert run("list", folder) == 1
    assert run.out == ""
    assert run.err == (
        f"The index cannot be read ({index_file([folder])}: unable to open database file). "
        "Raise the limits (ulimit -a), and open it again\n"
    )


def test_an_index_that_can_be_neither_read_nor_written(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The cache folder is locked away: the posts are read elsewhere, and one notice tells of it, not two."""
    library, usual = open_library([folder]), Store.connect
    library.update(lambda progress: None)
    library.close()

    def refuse(self: Store) -> sqlite3.Connection:
        if self.file == index_file([folder]):
            raise sqlite3.OperationalError("unable to open database file")
        return usual(self)

    monkeypatch.setattr(Store, "connect", refuse)
    library = open_library([folder])
    assert len(library.listed(None, all_posts=True).rows) == 0
    library.update(lambda progress: None)
    assert len(library.listed(None, all_posts=True).rows) == 2
    assert [notice.code for notice in library.notices()] == [NoticeCode.NO_INDEX]
    library.close()


def test_too_little_memory_for_one_post(folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is named with the reason; it is read when there is room again, though the file has not changed."""
    from reader.library.posts.reading import read_record

    def no_room(data: bytes, *, suffix: str) -> object:
        raise MemoryError

    found = open_library([folder])
    with monkeypatch.context() as patch:
        patch.setattr("reader.library.posts.reading.read_post", no_room)
        patch.setattr(Pool, "start", lambda self, tasks=1: None)
        patch.setattr(
            Pool,
            "read",
            lambda self, tasks, later, names: iter([[(task.key, read_record(task.file)) for task in tasks]]),
        )
        found.update(lambda progress: None)
    assert {str(problem.fault.detail) for problem in found.problems()} == {"ENOMEM"}
    found.close()
    assert run("check", folder) == 0
    assert "Not read: 0" in run.out


@pytest.mark.parametrize("suffix", [".lock", ".sqlite3"])
def test_a_link_in_place_of_a_file_of_ours(folder: Path, tmp_path: Path, run: Run, suffix: str) -> None:
    """A link that leads to nothing lies where the index or its lock should be: what it leads to is never made."""
    link = index_file([folder]).with_suffix(suffix)
    link.parent.mkdir(parents=True, exist_ok=True)
    link.symlink_to(tmp_path / "victim")
    assert run("list", "--all", folder) == 0
    assert len(run.out.splitlines()) == 2
    assert not (tmp_path / "victim").exists()


def test_the_screen_needs_files(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where fewer may be open, the limit is raised; where that is not allowed, a sentence says how many and how."""
    limits = (FILES - 1, resource.RLIM_INFINITY)
    raised: list[int] = []
    monkeypatch.setattr(resource, "getrlimit", lambda kind: limits)
    monkeypatch.setattr(resource, "setrlimit", lambda kind, pair: raised.append(pair[0]))
    assert too_few_files() == ""
    assert raised[0] >= FILES
    limits = (FILES - 2, FILES - 1)
    assert too_few_files().startswith(f"Only {FILES - 1} files")


async def test_the_screen_says_why_nothing_is_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No process can be started: page and foot say it, and nobody is told that there are 0 meetings."""
    monkeypatch.setattr(pool, "spawn", lambda: (_ for _ in ()).throw(OSError(errno.EAGAIN, "no room")))
    async with reader("en", folder=folder).run_test(size=(110, 32)) as pilot:
        await until(pilot, lambda: "no process can be started to read them (no room)" in status(pilot))
        assert "no process can be" in "\n".join(lines(pilot, text_pane(pilot)))
        await pilot.press("a")
        assert "0 " not in status(pilot)


def test_no_memory_for_a_library(folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A library that finds no room when it is needed is told as too little memory, though its own error hides why."""

    def load(*_: object) -> None:
        try:
            raise ImportError("clib.so: failed to map segment from shared object")
        except ImportError:
            raise ImportError("clib not found") from None

    monkeypatch.setattr("reader.cli.collection.open_library", load)
    assert run("list", folder) == 1
    assert run.err.startswith("There is not enough memory.")
