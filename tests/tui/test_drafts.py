"""What is being written outlives the reader until it is a note, and what two readers write is told."""

from __future__ import annotations

import os
import shlex
import sqlite3
import stat
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from textual.pilot import Pilot

from reader.library.marks import file as marks_file
from reader.library.marks.changes import SetNote
from reader.library.marks.drafts import begin, left_behind
from reader.library.marks.keeper import MarkKeeper
from reader.library.marks.mark import Identity
from reader.library.places import directories, drafts_folder
from reader.library.places import marks_file as own_marks
from reader.tui.dialogs.asking import AskScreen
from reader.tui.dialogs.filters import FiltersScreen
from reader.tui.dialogs.notes import NotesScreen
from reader.tui.editor import EditorError
from reader.tui.parts import following
from tests.terminal import ENTER, Terminal
from tests.tui.reading import opened, screen, status, until

EDITOR = """import pathlib, signal, sys
file = pathlib.Path(sys.argv[1])
file.write_text("第一行\\n第二行\\n", encoding="utf-8")
print("saved", flush=True)
signal.pause()
"""


def other_reader(pilot: Pilot[None]) -> MarkKeeper:
    """Another window on the same marks."""
    return MarkKeeper(own_marks(), "", screen(pilot).desk.session.library.marks.identity)


def shown_key(pilot: Pilot[None]) -> int:
    """The post under the cursor."""
    key = screen(pilot).desk.session.key
    assert key is not None
    return key


def test_what_was_saved_in_the_editor_outlives_the_terminal(
    in_terminal: Callable[..., Terminal], samples: Path, tmp_path: Path
) -> None:
    """The terminal closes while the editor is open, after its file was saved: the text is offered at the next start."""
    script = tmp_path / "editor.py"
    script.write_text(EDITOR, encoding="utf-8")
    with in_terminal("--lang", "zh", samples, EDITOR=shlex.join([sys.executable, str(script)]), VISUAL="") as terminal:
        terminal.wait("5场会议")
        terminal.type("m要点")
        terminal.wait("要点")
        terminal.type("\x1bOS")
        terminal.wait("saved")
    with in_terminal("--lang", "zh", samples) as terminal:
        terminal.wait("上次有备注没写完")
        terminal.type("M")
        terminal.wait("第一行 第二行")
        terminal.type(ENTER)
        terminal.wait("备注不止一行")
        terminal.type(ENTER)
        terminal.wait(lambda text: "备注  第一行" in text and "第二行" in text)
        terminal.type("q")
        terminal.wait_for_end()
    assert list(drafts_folder().iterdir()) == []


async def test_what_a_failing_editor_has_saved_is_found_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The editor is killed with the reader, after a line was added: the longer text is offered, and it alone."""

    def killed(app: object, file: Path) -> str:
        file.write_text("半句，还有一句", encoding="utf-8")
        raise EditorError("killed")

    monkeypatch.setattr("reader.tui.editor.edited", killed)
    async with opened() as pilot:
        await pilot.press("m", *"半句", "f4")
        await until(pilot, lambda: any(drafts_folder().glob("*/note.md")))
    assert [file.read_text("utf-8") for file in drafts_folder().glob("*/note.md")] == ["半句，还有一句"]


async def test_a_half_typed_note_outlives_the_end() -> None:
    """The program is ended while a note is typed: it is offered at the next start, and is gone once it was dropped."""
    async with opened() as pilot:
        await pilot.press("m", *"半句")
        await until(pilot, lambda: isinstance(pilot.app.screen, AskScreen))
    (draft,) = drafts_folder().iterdir()
    assert [entry.stat().st_mode & 0o077 for entry in (draft, *draft.iterdir())] == [0, 0, 0]
    async with opened() as pilot:
        await until(pilot, lambda: status(pilot).startswith("上次有备注没写完"))
        await pilot.press("M")
        await until(pilot, lambda: isinstance(pilot.app.screen, NotesScreen))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, AskScreen))
        await pilot.press("escape")
        await until(pilot, lambda: screen(pilot).is_active)
        assert list(drafts_folder().iterdir())
        await pilot.press("M", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, AskScreen))
        await pilot.press("ctrl+u", "enter")
        await until(pilot, lambda: screen(pilot).is_active)
        assert screen(pilot).desk.session.library.marks.of(shown_key(pilot)).note == ""
    assert list(drafts_folder().iterdir()) == []


async def test_a_note_that_was_left_as_it_was_is_no_draft() -> None:
    """Esc, or Enter, leaves nothing to be offered later."""
    async with opened() as pilot:
        for key in ("escape", "enter"):
            await pilot.press("m", "a", key)
            await until(pilot, lambda: screen(pilot).is_active)
    assert not drafts_folder().exists()


async def test_a_note_that_another_window_has_changed() -> None:
    """Enter on a note that the other window has extended meanwhile: both texts are kept, and the foot says so."""
    async with opened(lang="en") as pilot:
        with closing(other_reader(pilot)) as other:
            await pilot.press("m", *"mine")
            other.keep(SetNote(other.identity(shown_key(pilot)), "theirs"))
            await pilot.press("enter")
            await until(pilot, lambda: screen(pilot).is_active)
            assert status(pilot).startswith("Another window has changed this note")
            assert other.of(shown_key(pilot)).note == "theirs\nmine"
            await pilot.press("m")
            other.keep(SetNote(other.identity(shown_key(pilot)), "theirs, longer"))
            await pilot.press("enter")
            await until(pilot, lambda: screen(pilot).is_active)
            assert other.of(shown_key(pilot)).note == "theirs, longer"


async def test_a_name_that_another_window_has_given() -> None:
    """The present filter gets a name beside the one that was given away meanwhile, and stays the present filter."""
    async with opened(query="同防", lang="en") as pilot:
        with closing(other_reader(pilot)) as other:
            await pilot.press("F", "x")
            await until(pilot, lambda: isinstance(pilot.app.screen, FiltersScreen))
            other.save_filter("x", "日报告")
            await pilot.press("enter")
            await until(pilot, lambda: screen(pilot).is_active)
            assert "this one is called x (2)" in status(pilot)
            assert other.saved_filters() == [("x", "日报告"), ("x (2)", "同防")]
            assert screen(pilot).desk.session.text == "同防"


async def test_a_star_while_the_marks_are_locked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Another program holds the marks: the star is seen and told as not written; it is written when the lock goes."""
    monkeypatch.setattr(marks_file, "PATIENCE", 0.0)
    monkeypatch.setattr(following, "TRY_AGAIN", 0.02)
    async with opened(lang="en") as pilot:
        await pilot.press("s", "s")
        with closing(sqlite3.connect(own_marks(), isolation_level=None)) as locking:
            locking.execute("BEGIN IMMEDIATE")
            await pilot.press("s")
            assert status(pilot).startswith("Stars and notes are not on the disk yet")
            assert screen(pilot).desk.session.answer.rows[0].starred
        await until(pilot, lambda: status(pilot).startswith("All stars and notes are on the disk now"))
        assert screen(pilot).desk.session.answer.rows[0].starred
        with closing(other_reader(pilot)) as other:
            assert other.of(shown_key(pilot)).starred


@pytest.mark.parametrize("umask", [0o000, 0o077])
async def test_whatever_the_umask_is_what_is_ours_is_ours_alone(
    umask: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, samples: Path
) -> None:
    """Every folder and file that the program makes in the user's folders can be entered and read by its owner alone."""
    for name in ("CACHE", "STATE", "CONFIG"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / "home" / name.lower() / "deep"))
    before = os.umask(umask)
    try:
        async with opened(folder=samples) as pilot:
            await pilot.press("s", "m", "a")
    finally:
        os.umask(before)
    made = list((tmp_path / "home").rglob("*"))
    assert {entry.name for entry in made} >= {"marks.sqlite3", "drafts", "index", directories()["cache"].name}
    assert [f"{entry.name} {entry.stat().st_mode:o}" for entry in made if entry.stat().st_mode & 0o077] == []


def test_a_draft_that_cannot_be_read_hides_no_other() -> None:
    """Two notes were left unfinished, and the file of one is damaged: the other is offered."""
    post = Identity(b"1", None)
    begin(SetNote(post, "", ""), "要点").leave()
    (drafts_folder() / "0").mkdir()
    os.mknod(drafts_folder() / "0" / "about.json", stat.S_IFSOCK | 0o600)  # nothing that can be opened
    found = left_behind()
    assert [draft.text for draft in found] == ["要点"]
    found[0].end()
