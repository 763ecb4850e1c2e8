"""Posts that come, change or go while one reads: the text stays, and the foot tells what came."""

from __future__ import annotations

from pathlib import Path
from shutil import copy

import pytest
from textual.pilot import Pilot

from tests.conftest import SAMPLES, write_post
from tests.tui.reading import at_cursor, listed, opened, screen, status, text_pane, title, until

BODY = "<p>　　2023年1月5日，海关总署召开第五十五次例会。海关总署署长俞建华主持会议。{}</p>"
DATE = "Thu, 05 Jan 2023 10:56:54 GMT"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the samples."""
    posts = tmp_path / "posts"
    posts.mkdir()
    for post in SAMPLES.iterdir():
        copy(post, posts)
    return posts


def arrive(folder: Path, name: str = "new.md", more: str = "") -> None:
    """A newer meeting is reported."""
    write_post(folder, name, "海关总署召开例会", BODY.format(more), DATE)


@pytest.mark.parametrize("keys", [[], ["enter", "space"], ["D"]], ids=" ".join)
async def test_the_newest_text_stays_when_a_newer_post_comes(folder: Path, keys: list[str]) -> None:
    """With the cursor on the newest meeting the text that is read stays; 1 new is told until it is shown."""
    async with opened(rows=20, lang="en", folder=folder) as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        before = title(pilot)
        arrive(folder)
        await until(pilot, lambda: "01-05" in listed(pilot) and "1 new" in status(pilot))
        assert "04-28" in at_cursor(pilot)
        assert title(pilot) == before
        await pilot.press("escape", "escape", "k")
        await until(pilot, lambda: "01-05" in at_cursor(pilot))
        assert "new" not in status(pilot)
        assert title(pilot) == "海关总署召开例会"


async def test_a_filter_keeps_the_text_and_counts_what_it_leaves(folder: Path) -> None:
    """Under a filter the text stays too; a post that the filter leaves out is told once the filter has gone."""
    async with opened(query="鼠疫|防控", lang="en", folder=folder) as pilot:
        before = at_cursor(pilot), title(pilot)
        arrive(folder, "a.md")
        await until(
            pilot, lambda: screen(pilot).desk.session.arrived == 0 and bool(screen(pilot).desk.session.arrivals)
        )
        assert (at_cursor(pilot), title(pilot)) == before
        assert "new" not in status(pilot)
        arrive(folder, "b.md", "会议研究鼠疫防控。")
        await until(pilot, lambda: "1 new" in status(pilot))
        assert title(pilot) == before[1]
        await pilot.press("escape")
        await until(pilot, lambda: "1 new" in status(pilot) and "鼠疫" not in status(pilot))


async def test_a_text_stays_that_the_filter_would_not_find_any_more(folder: Path) -> None:
    """The post that is read is edited so that the filter leaves it out: its new text is what is shown."""
    arrive(folder, more="会议研究鼠疫。")
    async with opened(query="鼠疫", folder=folder) as pilot:
        assert title(pilot) == "海关总署召开例会"
        arrive(folder, more="会议研究别的。")
        await until(pilot, lambda: status(pilot).startswith("鼠疫 · 0场会议"))
        assert title(pilot) == "海关总署召开例会"


async def test_a_text_stays_when_a_fuller_version_of_it_comes(folder: Path) -> None:
    """The list has the fuller version then; what is read is version 2 of it, and v shows the other."""
    arrive(folder)
    async with opened(folder=folder) as pilot:
        write_post(folder, "z.md", "全文", BODY.format("会议指出，要精准施策。" * 9), DATE)
        await until(pilot, lambda: "版本2/2" in status(pilot))
        assert title(pilot) == "海关总署召开例会"
        assert "01-05" in at_cursor(pilot)
        await pilot.press("v")
        assert title(pilot) == "全文"


async def removed(pilot: Pilot[None], folder: Path) -> None:
    """Goes into the newest text, and takes its file away."""
    await pilot.press("enter", "space")
    (folder / "new.md").unlink()
    await until(pilot, lambda: "not in the folder any more" in status(pilot))


async def test_a_text_stays_when_its_post_goes(folder: Path) -> None:
    """The file that is read is removed: its text stays, the foot says so; a key leaves it."""
    arrive(folder, more="会议指出，要精准施策。" * 60)
    async with opened(rows=14, lang="en", folder=folder) as pilot:
        await removed(pilot, folder)
        assert "精准施策" in title(pilot)
        assert "01-05" not in listed(pilot)
        await pilot.press("escape", "j")
        assert "in the folder" not in status(pilot)
        assert "精准施策" not in title(pilot)


async def test_nothing_fails_on_a_text_whose_post_has_gone(folder: Path) -> None:
    """Every mark, light and view of a post that went is refused with a word; its words can be copied."""
    arrive(folder, more="会议指出，要精准施策。" * 60)
    async with opened(rows=14, lang="en", folder=folder) as pilot:
        await removed(pilot, folder)
        for key in ("s", "r", "m", "p", "D", "B", "W", "C", "full_stop", "number_sign", "v", "e", "y", "Y"):
            await pilot.press(key)
            assert pilot.app.screen is screen(pilot)
            assert text_pane(pilot).display
        assert "精准施策" in pilot.app.clipboard
        assert screen(pilot).desk.post.readout is not None


async def test_the_first_reading_begins_with_the_newest(tmp_path: Path) -> None:
    """Until a key is pressed, or the folder has been read, the newest meeting is what is shown; nothing is new then."""
    for number in range(1, 40):
        body = f"<p>　　2022年{number % 12 + 1}月5日，海关总署召开第{number}次例会。</p>"
        write_post(tmp_path, f"{number}.md", f"第{number}次", body, f"Wed, 05 Jan {2000 + number % 20} 10:56:54 GMT")
    async with opened(folder=tmp_path) as pilot:
        assert screen(pilot).desk.session.index == 0
        assert "新到" not in status(pilot)


async def test_what_came_is_counted_once_and_not_with_every_key(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Thousands of posts that came cost no key anything: how many they are is known until the list changes."""
    async with opened(lang="en", folder=folder) as pilot:
        arrive(folder, "a.md")
        await until(pilot, lambda: "1 new" in status(pilot))
        session = screen(pilot).desk.session
        looked_up = []
        index_of = type(session.answer.rows).index_of
        monkeypatch.setattr(
            type(session.answer.rows),
            "index_of",
            lambda rows, place: (looked_up.append(place), index_of(rows, place))[1],
        )
        assert [session.arrived for _ in range(3)] == [1, 1, 1]
        assert not looked_up
