"""Which paths are opened when none are named, and what is remembered."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reader.library.places import default_paths, directories, remember, samples_path


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of our own, so that nothing of the user's is read or written."""
    for name in ("STATE", "CONFIG", "CACHE", "DATA"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path


def test_the_variable_goes_first(home: Path) -> None:
    """$CUSTOMS_READER_PATH may hold several paths, and goes before what was opened last."""
    remember([home])
    assert default_paths({"CUSTOMS_READER_PATH": f"/a{os.pathsep}/b"}) == [Path("/a"), Path("/b")]


def test_what_was_opened_last_comes_back(home: Path) -> None:
    """The folders of the last sitting are opened again, with spaces and Chinese in their names."""
    folders = [home / "会议 1", home / "b"]
    for folder in folders:
        folder.mkdir()
    assert remember(folders)
    assert default_paths({}) == folders


def test_relative_paths_are_remembered_from_anywhere(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A path typed relative to one folder is found again from another."""
    (home / "posts").mkdir()
    monkeypatch.chdir(home)
    remember([Path("posts")])
    monkeypatch.chdir("/")
    assert default_paths({}) == [home / "posts"]


def test_without_anything_there_are_the_samples(home: Path) -> None:
    """A first start shows the samples; so does one after the remembered folder is gone."""
    assert default_paths({}) == [samples_path()]
    remember([home / "gone"])
    assert default_paths({}) == [samples_path()]
    assert samples_path().is_dir()


def test_only_the_owner_can_read_what_is_remembered(home: Path) -> None:
    """The list of folders is nobody else's business, and no draft of it stays behind."""
    remember([home])
    state = directories()["state"]
    assert [(entry.name, entry.stat().st_mode & 0o777) for entry in state.iterdir()] == [("last-opened", 0o600)]


def test_a_state_folder_that_cannot_be_written_is_no_error(home: Path) -> None:
    """Where nothing can be kept, the reader still opens: remembering says no and raises nothing."""
    (home / "state").write_text("in the way")
    assert not remember([home])
    assert default_paths({}) == [samples_path()]
