"""Filters with names."""

from __future__ import annotations

import pytest
from textual.events import Paste
from textual.pilot import Pilot

from reader.library.index import Library
from reader.tui.dialogs.filters import FiltersScreen
from tests.tui.reading import listed, opened, screen, status, title, until


async def choose(pilot: Pilot[None], *keys: str) -> None:
    """Opens the filters with names, types, and takes what is under the cursor."""
    await pilot.press("F")
    await until(pilot, lambda: isinstance(pilot.app.screen, FiltersScreen))
    await pilot.press(*keys, "enter")
    await until(pilot, lambda: screen(pilot).is_active)


async def test_a_filter_gets_a_name_and_comes_back_in_the_next_sitting() -> None:
    """F names the present filter; later F lists it, Enter applies it, U gives the former filter back."""
    async with opened(query="同防") as pilot:
        await choose(pilot, *"口号")
        assert status(pilot).startswith("筛选已存下")
    async with opened(query="日报告") as pilot:
        await choose(pilot, *"口号")
        await until(pilot, lambda: status(pilot).startswith("同防 · 4场会议"))
        await pilot.press("U")
        await until(pilot, lambda: status(pilot).startswith("日报告 · 1场会议"))


async def test_without_any_the_foot_says_how() -> None:
    """F without a filter and without names says what to do."""
    async with opened() as pilot:
        await pilot.press("F")
        assert status(pilot).startswith("还没有起名的筛选")


async def test_a_name_is_forgotten() -> None:
    """Delete takes the name under the cursor back."""
    async with opened(query="同防") as pilot:
        await choose(pilot, *"一")
        await choose(pilot, *"二")
        await pilot.press("F")
        await until(pilot, lambda: isinstance(pilot.app.screen, FiltersScreen))
        await pilot.press("delete", "escape")
        await until(pilot, lambda: screen(pilot).is_active)
        assert [name for name, _ in screen(pilot).desk.session.library.marks.saved_filters()] == ["二"]


async def test_a_filter_that_holds_too_much_is_refused_and_the_list_stays() -> None:
    """A page pasted into the filter is answered by a sentence; the last result stays, and Esc leaves."""
    async with opened() as pilot:
        await pilot.press("slash", *"精准")
        await until(pilot, lambda: status(pilot).startswith("精准 · 3场会议"))
        before = listed(pilot)
        pilot.app.post_message(Paste("|词" * 100_000))
        await until(pilot, lambda: "最多 2,000 个字符" in status(pilot))
        assert listed(pilot) == before
        await pilot.press("escape")
        await until(pilot, lambda: status(pilot).startswith("5场会议"))


async def test_a_kept_filter_that_holds_too_much_opens_with_a_sentence() -> None:
    """A filter of an earlier version that is too much for this one breaks no start, and is refused when chosen."""
    async with opened(query="|".join("精" * 1360)) as pilot:
        assert "最多 2,000 个字符" in status(pilot)
        assert "2022" in listed(pilot)
        marks = screen(pilot).desk.session.library.marks
        marks.save_filter("旧", "|".join("精" * 1360))
        marks.keep_query("-精" * 1000)
        await choose(pilot, *"旧")
        await until(pilot, lambda: "最多 2,000 个字符" in status(pilot))
    async with opened() as pilot:
        await pilot.press("slash", "up")
        assert "2022" in listed(pilot)


async def test_a_search_that_takes_long_says_so_and_can_be_left(monkeypatch: pytest.MonkeyPatch) -> None:
    """While nothing is found yet, the pane says that it is being looked for; Esc gives the former list back."""
    monkeypatch.setattr("reader.library.connection.PATIENCE", -1.0)
    monkeypatch.setattr("reader.library.sqlite._STEPS", 1)
    async with opened() as pilot:
        monkeypatch.setattr(Library, "whole", lambda *args, **named: iter(()))
        await pilot.press("slash", *"精准")
        await until(pilot, lambda: "正在查找" in title(pilot))
        await pilot.press("escape")
        await until(pilot, lambda: "2022" in listed(pilot))
        monkeypatch.undo()
        await pilot.press("slash", *"精准")
        await until(pilot, lambda: status(pilot).startswith("精准 · 3场会议"))
