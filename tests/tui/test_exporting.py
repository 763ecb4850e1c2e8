"""Writing to a file from the screen: the post, the selected words, the filtered list."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from textual.pilot import Pilot

from reader.tui.dialogs.asking import AskScreen
from reader.tui.dialogs.export import Export, ExportScreen
from reader.tui.parts.exporting import Material
from reader.tui.widgets.status_bar import StatusBar
from tests.conftest import write_post
from tests.tui.reading import opened, screen, status, text_pane, until


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that the reader was started in."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


async def export(pilot: Pilot[None], what: str, file: str = "") -> None:
    """Exports as a person would: x, a few letters of what, Enter, another name where one is given, Enter."""
    await pilot.press("x")
    await until(pilot, lambda: isinstance(pilot.app.screen, ExportScreen))
    await pilot.press(*[" " if char == " " else char for char in what], "enter")
    await until(pilot, lambda: isinstance(pilot.app.screen, AskScreen))
    await pilot.press(*(["ctrl+u", *file] if file else []), "enter")


def told(pilot: Pilot[None]) -> str:
    """What the foot of whatever has the keys warns of."""
    return pilot.app.screen.query_one(StatusBar).warning


async def test_a_post_is_written_under_its_day_and_id(here: Path) -> None:
    """x, post md, Enter: a Markdown file named after day and id; the foot says where."""
    async with opened() as pilot:
        await export(pilot, "post .md")
        await until(pilot, lambda: status(pilot).startswith("已写到"))
        (file,) = here.iterdir()
        assert file.name.startswith("2022-04-28-")
        assert file.suffix == ".md"
        assert "俞建华" in file.read_text("utf-8")


async def test_the_filtered_list_is_written_in_its_order(here: Path) -> None:
    """What the filter leaves is written, newest first, as JSON with everything known and as a table."""
    async with opened(query="同防") as pilot:
        await export(pilot, "list json")
        await until(pilot, lambda: status(pilot).startswith("已写到"))
        posts = json.loads((here / "meetings.json").read_text("utf-8"))
        assert len(posts) == 4
        assert [post["meeting"]["date"] for post in posts] == sorted(
            (post["meeting"]["date"] for post in posts), reverse=True
        )
        await export(pilot, "list csv")
        await until(pilot, lambda: (here / "meetings.csv").exists() and status(pilot).startswith("已写到"))
        with (here / "meetings.csv").open(encoding="utf-8", newline="") as file:
            assert len(list(csv.DictReader(file))) == 4


async def test_selected_words_are_written_with_their_source(here: Path) -> None:
    """The selected paragraphs alone are written, with meeting, paragraph and place."""
    async with opened() as pilot:
        await pilot.press("enter", "right_curly_bracket", "V", "right_curly_bracket")
        spans = text_pane(pilot).selected.spans()
        words = text_pane(pilot).selected.text
        await export(pilot, "选中 json", "some.json")
        await until(pilot, lambda: status(pilot).startswith("已写到"))
        rows = json.loads((here / "some.json").read_text("utf-8"))
        assert [(row["paragraph"], row["start"], row["end"]) for row in rows] == spans
        assert "\n".join(row["text"] for row in rows) == words.replace("\u3000", "").strip()
        assert rows[0]["date"] == "2022-04-28"
        await export(pilot, "选中 .md")
        await until(pilot, lambda: any(file.suffix == ".md" for file in here.iterdir()))


async def test_nothing_is_written_over(here: Path) -> None:
    """A file that is there stays as it is; the foot says so and the name can be changed."""
    (here / "mine.txt").write_text("我的", encoding="utf-8")
    async with opened() as pilot:
        await export(pilot, "post .txt", "mine.txt")
        await until(pilot, lambda: "已经有了" in told(pilot))
        assert (here / "mine.txt").read_text("utf-8") == "我的"
        await pilot.press("ctrl+u", *"other.txt", "enter")
        await until(pilot, lambda: status(pilot).startswith("已写到"))
        assert (here / "other.txt").exists()


async def test_nothing_is_written_into_the_folder_of_posts(tmp_path: Path, here: Path) -> None:
    """A file in the folder of posts, or where none can be made, is refused with a reason."""
    folder = tmp_path / "posts"
    folder.mkdir()
    write_post(folder, "a.md", "例会", "<p>3月15日，海关总署召开例会。</p>")
    async with opened(folder=folder) as pilot:
        await export(pilot, "post .txt", "../posts/b.txt")
        await until(pilot, lambda: "不往文章的文件夹里写" in told(pilot))
        await pilot.press("ctrl+u", *"no/b.txt", "enter")
        await until(pilot, lambda: told(pilot).startswith("没有写成"))
        await pilot.press("escape")
        assert sorted(file.name for file in folder.iterdir()) == ["a.md"]
        assert not list(here.iterdir())
        assert screen(pilot).is_active or isinstance(pilot.app.screen, AskScreen)


async def test_what_is_written_is_what_was_there_when_it_was_asked_for(tmp_path: Path, here: Path) -> None:
    """A post that goes, or a selection that is lost, while the file is named, is written as it was."""
    folder = tmp_path / "posts"
    folder.mkdir()
    write_post(folder, "a.md", "例会", "<p>3月15日，海关总署召开例会。</p><p>会议要求，口岸要稳。</p>")
    async with opened(folder=folder) as pilot:
        await pilot.press("enter", "V", "right_curly_bracket", "x")
        await until(pilot, lambda: isinstance(pilot.app.screen, ExportScreen))
        await pilot.press(*"选中 .csv", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, AskScreen))
        (folder / "a.md").unlink()
        await until(pilot, lambda: not len(screen(pilot).desk.session.answer.rows))
        await pilot.press("ctrl+u", *"~nobody-here/a.csv", "enter")
        await until(pilot, lambda: told(pilot).startswith("没有写成"))
        await pilot.press("ctrl+u", *"a.csv", "enter")
        await until(pilot, lambda: status(pilot).startswith("已写到"))
        assert "会议要求，口岸要稳。" in (here / "a.csv").read_text("utf-8")


async def test_a_name_is_cleaned_before_a_file_is_made(here: Path) -> None:
    """A name is pasted with an escape sequence, a bidi override and a line end: the file is named without them."""
    async with opened() as pilot:
        material = Material(screen(pilot).desk.session.library, screen(pilot).desk.session.answer.rows)
        exporting = screen(pilot).part("exporting")
        assert exporting.export(material, Export("list", "text"), "会\x1b[31m议\u202egnp\n.\u200btxt") == ""
        await until(pilot, lambda: status(pilot).startswith("已写到"))
    assert [file.name for file in here.iterdir()] == ["会议gnp.txt"]
