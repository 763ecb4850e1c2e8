"""The children that read, from the parent's side: none that dies, waits or is left makes the reader wait for ever."""

from __future__ import annotations

import errno
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from pickle import UnpicklingError

import pytest

from reader.library.posts import pool
from reader.library.posts.pool import CRASHED, STARTS, NoChildError, Outcomes, Pool
from reader.library.posts.scan import PostFile
from reader.library.posts.worker import Task, receive, send
from reader.library.records.record import Unread

PATIENCE = 20.0
"""Seconds after which a test is sure that it waits for ever."""
CHILD = """
import os, re, signal, sys, time
from pathlib import Path
from reader.library.posts import worker

def read(file, known):
    fate, _, trace = file.path.partition(" ")
    first = trace and not os.path.exists(trace)
    if first:
        Path(trace).touch()
    if fate == "dies" or fate == "dies-once" and first:
        os.kill(os.getpid(), signal.SIGKILL)
    if fate == "leaves":
        os._exit(1)
    if fate == "stops" and first:
        os.kill(os.getpid(), signal.SIGSTOP)
    if fate == "half":
        os.write(1, b"\\x10\\x00\\x00\\x00half")
        os._exit(1)
    if fate == "nonsense":
        os.write(1, b"\\x04\\x00\\x00\\x00nope")
    if fate == "runs":
        re.match("(a|aa)+$", "a" * 60 + "b")
    if fate == "sleeps":
        time.sleep(1000)
    if fate == "waits":
        time.sleep(3 * worker.LONGEST)
    return "read", file.path

worker.LONGEST = 0.2
worker.serve(sys.stdin.buffer, sys.stdout.buffer, read)
"""


@pytest.fixture
def spawned(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[subprocess.Popen[bytes]]]:
    """Children that read nothing and die where a post's path says so; at the end none must be alive."""
    processes: list[subprocess.Popen[bytes]] = []

    def spawn() -> subprocess.Popen[bytes]:
        processes.append(subprocess.Popen([sys.executable, "-c", CHILD], stdin=subprocess.PIPE, stdout=subprocess.PIPE))
        return processes[-1]

    monkeypatch.setattr(pool, "spawn", spawn)
    yield processes
    assert all(process.poll() is not None for process in processes)


@pytest.fixture
def idle(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Waits until so many times a child has read what there is, and waits for more."""
    waits = threading.Semaphore(0)

    class Watched(threading.Condition):
        """Tells when somebody waits."""

        def wait(self, timeout: float | None = None) -> bool:
            waits.release()
            return super().wait(timeout)

    usual = Pool.__init__

    def make(self: Pool, children: int | None = None) -> None:
        usual(self, children)
        self._changed = Watched()

    monkeypatch.setattr(Pool, "__init__", make)

    def until(count: int) -> None:
        for _ in range(count):
            assert waits.acquire(timeout=PATIENCE), "no child waits"

    return until


def tasks(*paths: str, first: int = 0) -> list[Task]:
    """A task for each path, numbered from `first`."""
    return [Task(key, PostFile(path, path, 0, 0, 0, True)) for key, path in enumerate(paths, first)]


def in_time(action: Callable[[], None]) -> None:
    """Does something; fails where it fails, or does not come to an end."""
    failures: list[BaseException] = []

    def act() -> None:
        try:
            action()
        except BaseException as error:  # noqa: BLE001 -- raised below, in the thread of the test
            failures.append(error)

    thread = threading.Thread(target=act, daemon=True)
    thread.start()
    thread.join(PATIENCE)
    assert not thread.is_alive(), "it waits for ever"
    for failure in failures:
        raise failure


def outcomes(
    children: int,
    first: Sequence[Task],
    later: Callable[[], Sequence[Task]] = list,
    batches: list[Outcomes] | None = None,
) -> dict[int, object]:
    """All that is read, in a pool of so many children; `batches` are what is taken at once."""
    found: dict[int, object] = {}
    batches = [] if batches is None else batches

    def read() -> None:
        with Pool(children) as readers:
            for answer in readers.read(first, later):
                found.update(answer)
                batches.append(answer)

    in_time(read)
    return found


@pytest.mark.parametrize("fate", ["dies", "leaves", "half"])
def test_a_post_over_which_a_child_dies(spawned: list[subprocess.Popen[bytes]], fate: str) -> None:
    """A post that a parser crashes over is told as unreadable, wherever it dies, and all others are read."""
    paths = [fate if number in (3, 70) else "fine" for number in range(100)]
    found = outcomes(2, tasks(*paths))
    assert sorted(found) == list(range(100))
    assert {key for key, outcome in found.items() if outcome == Unread("unreadable", CRASHED)} == {3, 70}


def test_children_that_others_kill(spawned: list[subprocess.Popen[bytes]], tmp_path: Path) -> None:
    """Children are killed while they read sound posts: each of these is read by another child, and none is told."""
    paths = [f"dies-once {tmp_path}/{number}" if number % 9 == 4 else "fine" for number in range(40)]
    assert outcomes(2, tasks(*paths)) == {key: ("read", path) for key, path in enumerate(paths)}


def test_a_post_that_takes_too_long(spawned: list[subprocess.Popen[bytes]]) -> None:
    """A regular expression that runs for hours over one post: it is told, and holds back none of its batch."""
    paths = ["runs" if number in (0, 40) else "fine" for number in range(100)]
    batches: list[Outcomes] = []
    found = outcomes(1, tasks(*paths), batches=batches)
    slow = {key for key, outcome in found.items() if outcome == Unread("too_slow", "")}
    assert (sorted(found), slow) == (list(range(100)), {0, 40})
    assert [] in batches, "what came before it is given while it runs"
    assert len(spawned) == 3


def test_what_is_slow_but_not_the_post(spawned: list[subprocess.Popen[bytes]]) -> None:
    """A machine that is busy, or asleep, while a post is read: only the child's own work counts, and it is read."""
    assert outcomes(1, tasks("waits", "fine")) == {0: ("read", "waits"), 1: ("read", "fine")}


def test_a_child_that_is_stopped(spawned: list[subprocess.Popen[bytes]], tmp_path: Path) -> None:
    """Somebody stops a child with SIGSTOP: it is told to go on, and nothing waits for ever."""
    assert sorted(outcomes(1, tasks(f"stops {tmp_path}/trace", "fine"))) == [0, 1]


def test_a_child_whose_parent_is_gone(spawned: list[subprocess.Popen[bytes]]) -> None:
    """The reader is killed while a child runs through a regular expression without end: the child ends too."""
    child = pool.spawn()
    assert child.stdin is not None
    assert child.stdout is not None
    assert receive(child.stdout) is None
    send(child.stdin, (frozenset(), tasks("fine", "runs")))
    assert receive(child.stdout) == (0, ("read", "fine"))
    child.stdin.close()
    child.stdout.close()
    assert child.wait(PATIENCE) == -signal.SIGIO


def test_children_that_end_before_they_begin(monkeypatch: pytest.MonkeyPatch) -> None:
    """There is no memory for the parsers: that is told as the system's, and no post is blamed."""
    started: list[subprocess.Popen[bytes]] = []

    def spawn() -> subprocess.Popen[bytes]:
        command = [sys.executable, "-c", f"import sys; sys.exit({errno.ENOMEM})"]
        started.append(subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE))
        return started[-1]

    monkeypatch.setattr(pool, "spawn", spawn)
    with pytest.raises(NoChildError, match="Cannot allocate memory"):
        outcomes(1, tasks("fine"))
    assert len(started) == STARTS


def test_room_for_one_child_only(spawned: list[subprocess.Popen[bytes]], monkeypatch: pytest.MonkeyPatch) -> None:
    """The system lets the reader start one child and no second: the one reads everything."""
    usual = pool.spawn

    def spawn() -> subprocess.Popen[bytes]:
        if spawned:
            raise OSError(errno.EAGAIN, "no room")
        return usual()

    monkeypatch.setattr(pool, "spawn", spawn)
    assert sorted(outcomes(2, tasks(*["fine"] * 60))) == list(range(60))


@pytest.mark.parametrize("children", [1, 2])
def test_children_that_wait_are_woken_by_what_comes_later(
    spawned: list[subprocess.Popen[bytes]], idle: Callable[[int], None], children: int
) -> None:
    """Of many posts a few are read first: those for later are read too, and all children work on them."""

    def later() -> list[Task]:
        idle(1)  # one child is enough for the one post that comes first
        return tasks(*["fine"] * 200, first=1)

    assert sorted(outcomes(children, tasks("fine"), later)) == list(range(201))
    assert len(spawned) == children


def test_one_child_that_dies_while_others_wait(spawned: list[subprocess.Popen[bytes]]) -> None:
    """The last of the first posts kills its child, when there may be more to come: nothing is lost."""
    found = outcomes(2, tasks(*["fine"] * 39, "dies"), lambda: tasks("fine", first=40))
    assert sorted(found) == list(range(41))


def test_left_half_way(spawned: list[subprocess.Popen[bytes]]) -> None:
    """The reader is closed while children read and answers pile up: all end at once, also those that wait."""

    def leave() -> None:
        with Pool(2) as readers:
            for _ in readers.read(tasks(*["fine"] * 5000)):
                break

    in_time(leave)


def test_left_while_nothing_comes(spawned: list[subprocess.Popen[bytes]]) -> None:
    """The reader is closed while the only child is busy with one post: whoever takes the answers is asked meanwhile."""

    def leave() -> None:
        with Pool(1) as readers:
            for answer in readers.read(tasks("sleeps", "fine")):
                if not answer:
                    break

    in_time(leave)


def test_left_by_an_error_while_children_wait(
    spawned: list[subprocess.Popen[bytes]], idle: Callable[[int], None]
) -> None:
    """What goes wrong while the posts for later are written down is raised, and no child is left waiting."""

    def fail() -> list[Task]:
        idle(2)
        raise KeyError("later")

    def leave() -> None:
        with pytest.raises(KeyError, match="later"), Pool(2) as readers:
            list(readers.read(tasks(*["fine"] * 40), fail))

    in_time(leave)


def test_no_child_can_be_started_any_more(
    spawned: list[subprocess.Popen[bytes]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A child dies and the system has no room for another: that is raised instead of waited out."""

    def leave() -> None:
        with Pool(1) as readers:
            readers.start()
            monkeypatch.setattr(pool, "spawn", refuse)
            with pytest.raises(NoChildError, match="no room"):
                list(readers.read(tasks("dies")))

    def refuse() -> subprocess.Popen[bytes]:
        raise OSError("no room")

    in_time(leave)


def test_an_answer_that_is_none(spawned: list[subprocess.Popen[bytes]]) -> None:
    """What a child sends cannot be understood: that is raised instead of waited out."""

    def leave() -> None:
        with pytest.raises(UnpicklingError), Pool(1) as readers:
            list(readers.read(tasks("nonsense")))

    in_time(leave)
