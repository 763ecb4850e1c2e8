"""Filters with names."""

from __future__ import annotations

from textual.pilot import Pilot

from reader.tui.screens.filters import FiltersScreen
from tests.tui.reading import opened, screen, status, until


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
        assert [name for name, _ in screen(pilot)._session.library.marks.saved_filters()] == ["二"]
