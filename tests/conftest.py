"""Where the posts are that tests read: the samples always, five real posts where they lie beside the project."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from reader import i18n
from reader.library import repeats_worker
from reader.library.index import open_library
from reader.library.places import watch_file
from reader.library.posts import pool, worker
from tests.command_line import Run
from tests.nursery import Nursery
from tests.terminal import COMMAND, Terminal

PROJECT = Path(__file__).resolve().parents[1]
SAMPLES = PROJECT / "samples"
SEEDS = PROJECT.parent / "shared" / "seeds"

settings.register_profile("untimed", deadline=None)  # no test asserts how long something takes
settings.load_profile("untimed")
PURE = ("analysis", "query", "readout", "text")
"""The rooms that know no library: no index is copied for their tests, which are two thirds of all."""


def pytest_xdist_auto_num_workers() -> int:
    """One more than there are processors: whoever waits for a terminal or for children leaves one free."""
    return (os.cpu_count() or 1) + 1


@pytest.fixture(scope="session", autouse=True)
def forked() -> Iterator[None]:
    """The children of readers in this process are forked, not started: see tests/nursery.py."""
    if sys.platform != "linux":
        yield
        return
    with closing(Nursery()) as nursery, pytest.MonkeyPatch.context() as patch:
        patch.setattr(pool, "spawn", lambda: nursery.spawn(worker.__name__))
        patch.setattr(repeats_worker, "spawn", lambda index: nursery.spawn(repeats_worker.__name__, str(index)))
        yield


@pytest.fixture(scope="session")
def indexes(tmp_path_factory: pytest.TempPathFactory, forked: None) -> Path:
    """The index of the samples as a first sitting leaves it, and that of the real posts where they are."""
    home = tmp_path_factory.mktemp("indexes")
    with pytest.MonkeyPatch.context() as patch:
        _move_into(home, patch)
        for folder in (SAMPLES, SEEDS):
            if folder.is_dir():
                with closing(open_library([folder])) as library:
                    library.update(lambda progress: None)
                    library.compare()
    return home / "cache"


@pytest.fixture(autouse=True)
def in_english() -> None:
    """A test begins in English, whatever language the one before it has chosen."""
    i18n.use("en")


@pytest.fixture(autouse=True)
def own_folders(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
    indexes: Path,
) -> None:
    """Every test has a home of its own, in which samples and real posts have been read before: nothing of the person
    who runs the tests is touched. Tests of rooms that know no library have an empty one.
    """
    if request.path.relative_to(PROJECT / "tests").parts[0] in PURE:
        _move_into(indexes.parent / "empty", monkeypatch)
        return
    home = tmp_path_factory.mktemp("home")
    _move_into(home, monkeypatch)
    shutil.copytree(indexes, home / "cache")


def _move_into(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("COLORTERM", "truecolor")  # the screen of a test is not that of who runs it
    for name in ("NO_COLOR", "TMUX", "STY", "DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME", "WSL_INTEROP"):
        monkeypatch.delenv(name, raising=False)  # nor is its clipboard
    for name in ("CACHE", "STATE", "CONFIG", "DATA"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))


@pytest.fixture
def samples() -> Path:
    return SAMPLES


@pytest.fixture
def seeds() -> Path:
    """The five real posts; tests that need them are skipped elsewhere, and the samples carry the same checks."""
    if not SEEDS.is_dir():
        pytest.skip("the real posts are not here")
    return SEEDS


@pytest.fixture
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    """An English reader."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANGUAGE", "CUSTOMS_READER_PATH"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "en_US.UTF-8")


@pytest.fixture
def run(english: None, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs command lines of an English reader, whose help is 80 columns wide whatever terminal the tests run in."""
    monkeypatch.setenv("COLUMNS", "80")
    return Run(capsys)


@pytest.fixture
def in_terminal(tmp_path: Path) -> Callable[..., Terminal]:
    """Opens the installed command in a pseudo-terminal, in the test's own home."""

    def start(*arguments: str | Path, columns: int = 110, rows: int = 32, **environment: str) -> Terminal:
        own = {name: os.environ[name] for name in ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME")}
        home = {"HOME": str(tmp_path / "home"), **own, **environment}
        return Terminal([COMMAND, *map(str, arguments)], columns=columns, rows=rows, environment=home)

    return start


def across(seeds: Path) -> dict[str, Any]:
    """What was worked out by hand across the five real posts."""
    found: dict[str, Any] = json.loads((seeds / "truth.json").read_text(encoding="utf-8"))["across"]
    return found


def write_watch_list(text: str) -> None:
    """The reader's list of phrases to watch."""
    watch_file().parent.mkdir(parents=True, exist_ok=True)
    watch_file().write_text(text, encoding="utf-8")


def write_post(folder: Path, name: str, title: str, body: str, date: str = "Tue, 15 Mar 2022 10:56:54 GMT") -> Path:
    """A post in the crawler's form with this body (HTML)."""
    path = folder / name
    path.write_text(
        f"\n---\ntitle: '{title}'\ncategories: \n - 金融\nauthor: 样例\ndate: {date}\n---\n\n{body}\n", encoding="utf-8"
    )
    return path
