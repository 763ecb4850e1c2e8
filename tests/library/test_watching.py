"""Hearing of changes: what is told, and what is not, without waiting longer than it takes."""

from __future__ import annotations

import queue
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reader.library import watch as watch_module
from reader.library.watch import changes
from tests.conftest import write_post

SOON = 6.0
"""Seconds within which a change must be told; it takes a tenth of a second, or two when a folder comes back."""


class Watching:
    """`changes` in a thread of its own; what is told waits until it is taken."""

    def __init__(self, *roots: Path) -> None:
        self._told: queue.Queue[str] = queue.Queue()
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._run, args=(roots,), daemon=True)
        self._thread.start()

    def _run(self, roots: tuple[Path, ...]) -> None:
        try:
            for _ in changes(roots, self._stopped.is_set):
                self._told.put("change")
        finally:
            self._told.put("end")

    def tells(self) -> str:
        """What is told next: `change` or `end`; fails when nothing is."""
        return self._told.get(timeout=SOON)

    def tells_nothing(self) -> bool:
        """Whether nothing is told for a while, twice the time that a change takes."""
        try:
            self._told.get(timeout=1.0)
        except queue.Empty:
            return True
        return False

    def quiet(self) -> None:
        """Takes what else one change brought: its folder is told of once more, at times."""
        try:
            while True:
                self._told.get(timeout=0.6)
        except queue.Empty:
            return

    @property
    def waiting(self) -> bool:
        """Whether something was told that nobody took."""
        return not self._told.empty()

    def stop(self) -> None:
        """Ends the watch and waits for it."""
        self._stopped.set()
        self._thread.join(SOON)
        assert not self._thread.is_alive()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one post."""
    folder = tmp_path / "posts"
    folder.mkdir()
    write_post(folder, "a.md", "一", "<p>一</p>")
    return folder


Watch = Callable[..., Watching]


@pytest.fixture
def watch() -> Iterator[Watch]:
    """Watches folders until the test ends, from the first telling on."""
    watches: list[Watching] = []

    def begins(*roots: Path) -> Watching:
        watches.append(Watching(*roots))
        assert watches[-1].tells() == "change"
        return watches[-1]

    yield begins
    for watching in watches:
        watching.stop()


def test_the_first_look_comes_at_once(folder: Path) -> None:
    """The reader need not wait for a change to have the folder read, whether it is there or not."""
    for root in (folder, folder / "nowhere"):
        turns = changes([root], lambda: False)
        begun = time.monotonic()
        next(turns)
        assert time.monotonic() - begun < 1
        turns.close()


def test_a_post_that_comes_changes_or_goes_is_told(folder: Path, watch: Watch) -> None:
    """A new post, one that is edited, renamed or removed: each is told."""
    watching = watch(folder)
    post = write_post(folder, "b.md", "二", "<p>二</p>")
    assert watching.tells() == "change"
    watching.quiet()
    write_post(folder, "b.md", "三", "<p>三</p>")
    assert watching.tells() == "change"
    watching.quiet()
    post = post.rename(folder / "c.html")
    assert watching.tells() == "change"
    watching.quiet()
    post.unlink()
    assert watching.tells() == "change"


def test_what_is_no_post_is_not_told(folder: Path, watch: Watch) -> None:
    """Pictures, drafts of editors and hidden files come and go unnoticed; the post after them is told."""
    watching = watch(folder)
    for name in ("head.png", ".a.md.swp", ".hidden.md", "a.md~.bak"):
        (folder / name).write_bytes(b"0")
        (folder / name).unlink()
    assert watching.tells_nothing()
    write_post(folder, "b.md", "二", "<p>二</p>")
    assert watching.tells() == "change"


def test_a_folder_moved_in_or_out_is_told(folder: Path, tmp_path: Path, watch: Watch) -> None:
    """A folder of posts is moved in, a post within it changes, and it is moved out: each is told."""
    other = tmp_path / "other"
    (other / "deep").mkdir(parents=True)
    write_post(other / "deep", "z.md", "三", "<p>三</p>")
    watching = watch(folder)
    other.rename(folder / "inside")
    assert watching.tells() == "change"
    watching.quiet()
    write_post(folder / "inside" / "deep", "z.md", "四", "<p>四</p>")
    assert watching.tells() == "change"
    watching.quiet()
    (folder / "inside").rename(other)
    assert watching.tells() == "change"


def test_a_folder_with_a_point_in_its_name_is_told(folder: Path, tmp_path: Path, watch: Watch) -> None:
    """A folder called `2022.03` that is moved in is a folder like any other."""
    other = tmp_path / "2022.03"
    other.mkdir()
    write_post(other, "z.md", "三", "<p>三</p>")
    watching = watch(folder)
    other.rename(folder / "2022.03")
    assert watching.tells() == "change"


def test_a_folder_that_goes_and_comes_back_is_told(folder: Path, tmp_path: Path, watch: Watch) -> None:
    """The disk with the posts is taken out and put in again: both are told, and what changes then is told as before."""
    watching = watch(folder)
    folder.rename(tmp_path / "away")
    assert watching.tells() == "change"
    watching.quiet()
    (tmp_path / "away").rename(folder)
    assert watching.tells() == "change"
    watching.quiet()
    write_post(folder, "b.md", "二", "<p>二</p>")
    assert watching.tells() == "change"


def test_a_folder_that_is_replaced_at_once_is_watched_on(folder: Path, tmp_path: Path, watch: Watch) -> None:
    """Another folder takes the place of the first in a moment, as a synchronisation does: it is watched too."""
    watching = watch(folder)
    shutil.copytree(folder, tmp_path / "copy")
    folder.rename(tmp_path / "away")
    (tmp_path / "copy").rename(folder)
    assert watching.tells() == "change"
    watching.quiet()
    write_post(folder, "b.md", "二", "<p>二</p>")
    assert watching.tells() == "change"


def test_a_folder_that_is_not_there_yet(tmp_path: Path, watch: Watch) -> None:
    """A folder that was named and is made later is told of, the other one is watched meanwhile."""
    here, later = tmp_path / "here", tmp_path / "later"
    here.mkdir()
    watching = watch(here, later)
    write_post(here, "a.md", "一", "<p>一</p>")
    assert watching.tells() == "change"
    watching.quiet()
    later.mkdir()
    assert watching.tells() == "change"
    watching.quiet()
    write_post(later, "b.md", "二", "<p>二</p>")
    assert watching.tells() == "change"


def test_a_single_post_is_watched(folder: Path, watch: Watch) -> None:
    """A post named by itself is told of when it is edited, also when an editor puts another file in its place."""
    watching = watch(folder / "a.md")
    write_post(folder, "a.md", "二", "<p>二</p>")
    assert watching.tells() == "change"
    watching.quiet()
    for title in ("三", "四"):
        write_post(folder, "draft.bak", title, f"<p>{title}</p>").replace(folder / "a.md")
        assert watching.tells() == "change", title
        watching.quiet()


def test_it_ends_when_told(folder: Path, tmp_path: Path) -> None:
    """Leaving the reader does not wait for the watch: it ends at once, whether the folder is there or not."""
    for root in (folder, tmp_path / "nowhere"):
        watching = Watching(root)
        assert watching.tells() == "change"
        begun = time.monotonic()
        watching.stop()
        assert time.monotonic() - begun < 1
        assert watching.tells() == "end"
        assert not watching.waiting


def test_folders_that_cannot_be_watched_are_looked_at_from_time_to_time(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No more watches are to be had: the folder is looked at again and again, and it still ends at once."""

    def fails(*arguments: object) -> None:
        raise OSError("OS file watch limit reached")

    monkeypatch.setattr("watchfiles._rust_notify.RustNotify", fails)
    monkeypatch.setattr("reader.library.watch.LOOK_EVERY", 0.05)
    watching = Watching(folder)
    assert [watching.tells() for _ in range(4)] == ["change"] * 4
    watching.stop()


def test_a_system_that_does_not_tell_of_changes(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """There are no more watches to be had, or memory is limited: that is told, once, and the folders are looked at."""
    told: list[str] = []
    monkeypatch.setattr(watch_module, "LOOK_EVERY", 0.0)
    monkeypatch.setattr("resource.getrlimit", lambda kind: (400 * 1024 * 1024, -1))
    turns = changes([folder], lambda: False, told.append)
    for _ in range(3):
        next(turns)
    assert told == ["Cannot allocate memory"]
