"""Notes on posts and on passages, in place, in the reader's own editor, and all of them as a list."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from textual.pilot import Pilot

from reader.library.marks.changes import SetNote, SetPassage
from reader.library.marks.file import Marks
from reader.library.marks.mark import PassageNote
from reader.library.places import marks_file
from reader.tui.dialogs.asking import AskScreen
from reader.tui.dialogs.notes import NotesScreen
from reader.tui.passages import locate
from tests.conftest import write_post
from tests.terminal import ENTER, Terminal
from tests.tui.reading import at_cursor, lines, opened, screen, status, text_pane, title, until


async def write(pilot: Pilot[None], *keys: str) -> None:
    """Types a note and keeps it."""
    await pilot.press(*keys, "enter")
    await until(pilot, lambda: not isinstance(pilot.app.screen, AskScreen))


def page(pilot: Pilot[None]) -> list[str]:
    """What the reading pane shows."""
    return lines(pilot, text_pane(pilot))


async def test_a_paragraph_is_noted() -> None:
    """p writes a note on the paragraph that is being read; it stands below it, with a sign at the margin."""
    async with opened(140, 60) as pilot:
        await pilot.press("enter", "right_curly_bracket")
        await write(pilot, "p", *"第一次提到")
        await until(pilot, lambda: any("第一次提到" in line for line in page(pilot)))
        (below,) = [number for number, line in enumerate(page(pilot)) if "第一次提到" in line]
        assert page(pilot)[below].strip().startswith("+ 第一次")
        marked = [number for number, line in enumerate(page(pilot)) if line.strip().lstrip("›").startswith("+ ")]
        assert min(marked) < below or "+" in page(pilot)[below - 3][:8]
    async with opened(query="has:note") as pilot:
        assert status(pilot) == "has:note · 1场会议"


async def test_a_note_on_a_passage_is_changed_and_removed() -> None:
    """p on the same paragraph shows the note again, to be changed; an empty one is none."""
    async with opened() as pilot:
        await pilot.press("enter", "right_curly_bracket")
        await write(pilot, "p", *"旧")
        await write(pilot, "p", "ctrl+u", *"新")
        key = screen(pilot).desk.session.key
        assert key is not None
        kept = screen(pilot).desk.session.library.marks
        assert [passage.note for passage in kept.of(key).passages] == ["新"]
        await write(pilot, "p", "ctrl+u")
        assert kept.of(key).passages == ()


async def test_selected_words_are_noted_and_copied_without_the_note() -> None:
    """A note on selected words keeps just these; what is copied over it is the post's text alone."""
    async with opened(110, 50) as pilot:
        await pilot.press("enter", "right_curly_bracket", "V")
        await write(pilot, "p", *"批注")
        await pilot.press("V", "right_curly_bracket", "right_curly_bracket")
        copied = text_pane(pilot).selected.text
        assert "批注" not in copied
        assert len(copied.split("\n")) == 3


async def test_all_notes_are_listed_and_gone_to() -> None:
    """M lists notes on posts and passages; Enter shows the post of the one chosen."""
    async with opened() as pilot:
        await pilot.press("M")
        assert status(pilot).startswith("还没有备注")
        await write(pilot, "m", *"整篇")
        await pilot.press("j", "enter", "right_curly_bracket")
        await write(pilot, "p", *"这一段")
        await pilot.press("escape", "k", "M")
        await until(pilot, lambda: isinstance(pilot.app.screen, NotesScreen))
        await pilot.press(*"这一段", "enter")
        await until(pilot, lambda: "03-15" in at_cursor(pilot))
        await until(pilot, lambda: text_pane(pilot).paragraph is not None)


def test_a_passage_is_found_in_an_edited_text() -> None:
    """After an edit a note stands where its words stand now; where they have gone it is kept apart, not lost."""
    moved, gone = PassageNote(0, 2, 4, "口岸", "a"), PassageNote(1, 0, 3, "日报告", "b")
    found = locate((gone, moved), ["开头", "海关和口岸", "口岸"])
    places = [(one.passage.note, one.paragraph, one.start, one.end) for one in found]
    assert places == [("a", 1, 3, 5), ("b", None, 0, 3)]


EDITOR = """import os, signal, sys
signal.signal(signal.SIGINT, signal.SIG_IGN)
os.killpg(0, signal.SIGINT)  # what Ctrl+C in an editor sends
os.killpg(0, signal.SIGINT)
file = sys.argv[1]
text = open(file, encoding="utf-8").read()
open(file, "w", encoding="utf-8").write(text + "第一行\\n\\x1b[31m第二行\\n")
"""


def test_a_note_is_written_in_the_own_editor(
    in_terminal: Callable[..., Terminal], samples: Path, tmp_path: Path
) -> None:
    """F4 in the line of a note opens $EDITOR, where Ctrl+C is the editor's; several lines come back, and go again."""
    script = tmp_path / "editor.py"
    script.write_text(EDITOR, encoding="utf-8")
    editor = shlex.join([sys.executable, str(script)])
    with in_terminal("--lang", "zh", samples, EDITOR=editor, VISUAL="") as terminal:
        terminal.wait("5场会议")
        terminal.type("m要点：")
        terminal.wait("要点：")
        terminal.type("\x1bOS")
        terminal.wait(lambda text: "备注  要点：第一行" in text and "第二行" in text)
        terminal.type("m")
        terminal.wait("备注不止一行")
        terminal.type("\x1bOS")
        terminal.wait(lambda text: text.count("第二行") == 2)


def test_an_editor_that_cannot_be_run_loses_nothing(in_terminal: Callable[..., Terminal], samples: Path) -> None:
    """Without an editor the line stays open with what was typed, and the foot says why."""
    with in_terminal("--lang", "zh", samples, EDITOR="/nowhere/editor", VISUAL="") as terminal:
        terminal.wait("5场会议")
        terminal.type("m要点")
        terminal.wait("要点")
        terminal.type("\x1bOS")
        terminal.wait("编辑器打不开")
        terminal.type(ENTER)
        terminal.wait("备注  要点")


@pytest.mark.parametrize("columns", [40, 80])
async def test_notes_on_a_narrow_terminal(columns: int) -> None:
    """A note on a passage stands below its paragraph on narrow terminals too, and the title stays."""
    async with opened(columns, 24) as pilot:
        await pilot.press("enter")
        before = title(pilot)
        await write(pilot, "p", *"窄")
        await until(pilot, lambda: title(pilot) == before)


async def test_a_note_outlasts_its_post(tmp_path: Path) -> None:
    """A post that goes while its note is written takes no note with it, and no other post gets it."""
    folder = tmp_path / "posts"
    folder.mkdir()
    body = "<p>3月15日，海关总署召开第{}次形势分析及工作督查例会。</p>"
    write_post(folder, "a.md", "第四十六次例会", body.format("四十六"))
    async with opened(folder=folder) as pilot:
        key = screen(pilot).desk.session.key
        assert key is not None
        post = screen(pilot).desk.session.library.marks.identity(key)
        await pilot.press("m", *"要点")
        (folder / "a.md").unlink()
        await until(pilot, lambda: not len(screen(pilot).desk.session.answer.rows))
        write_post(folder, "b.md", "第四十七次例会", body.format("四十七"))
        await until(pilot, lambda: len(screen(pilot).desk.session.answer.rows) == 1)
        await pilot.press("enter")
        await until(pilot, lambda: screen(pilot).is_active)
        assert not any("要点" in line for line in page(pilot))
        with closing(Marks(marks_file())) as marks:
            assert marks.of(post).note == "要点"


async def test_a_note_that_a_line_cannot_hold_is_never_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    """Enter on a note of several lines, or of thousands of characters, leaves it as it is where there is no editor."""
    monkeypatch.setenv("VISUAL", "/nowhere/editor")
    async with opened() as pilot:
        key = screen(pilot).desk.session.key
        assert key is not None
        marks = screen(pilot).desk.session.library.marks
        for note in ("一\n二\n三", "长" * 6000):
            marks.keep(SetNote(marks.identity(key), note))
            await pilot.press("m", "enter")
            await until(pilot, lambda: screen(pilot).is_active)
            assert marks.of(key).note == note


async def test_a_note_whose_words_have_gone_can_be_removed() -> None:
    """In the list of all notes such a note is opened, to be changed or removed."""
    async with opened() as pilot:
        key = screen(pilot).desk.session.key
        assert key is not None
        marks = screen(pilot).desk.session.library.marks
        marks.keep(SetPassage(marks.identity(key), PassageNote(0, 0, 3, "没有的字", "旧备注")))
        await pilot.press("M")
        await until(pilot, lambda: isinstance(pilot.app.screen, NotesScreen))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, AskScreen))
        await pilot.press("ctrl+u", "enter")
        await until(pilot, lambda: marks.of(key).passages == ())
