"""The help, and finding something in it."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from reader.tui.commands import COMMANDS
from reader.tui.dialogs.help import HelpScreen
from reader.tui.screen import MainScreen
from reader.tui.widgets.line_input import LineInput
from reader.tui.widgets.text_pane import TextPane
from tests.tui.reading import lines, opened, until


def page(pilot: Pilot[None]) -> str:
    """What the help shows."""
    return "\n".join(lines(pilot, pilot.app.screen.query_one(TextPane)))


def is_whole(pilot: Pilot[None]) -> bool:
    """Whether the help shows every key."""
    return all(f" {command.shown} " in page(pilot) for command in COMMANDS)


async def open_help(pilot: Pilot[None]) -> None:
    """Opens the help."""
    await pilot.press("question_mark")
    await until(pilot, lambda: isinstance(pilot.app.screen, HelpScreen) and is_whole(pilot))


def is_typing(pilot: Pilot[None]) -> bool:
    """Whether there is a line in which one types."""
    return bool(pilot.app.screen.query(LineInput))


@pytest.mark.parametrize("key", ["slash", "ideographic_comma", "fullwidth_solidus"])
async def test_the_help_narrows_as_one_types(key: str) -> None:
    """/ or its twin and 星标 leave the key s; what else the help holds is gone."""
    async with opened(rows=80) as pilot:
        await open_help(pilot)
        await pilot.press(key, *"星标")
        await until(pilot, lambda: "加星标" in page(pilot) and "筛选写法" not in page(pilot))
        assert "退出阅读" not in page(pilot)
        assert "只列出“星标”；按 Esc 恢复全部。" in page(pilot)


async def test_the_help_is_blind_to_how_a_word_is_written() -> None:
    """Pinyin, initials, width, case and script: a key or an example is found all the same."""
    async with opened(rows=80) as pilot:
        await open_help(pilot)
        for typed, found in (
            ("xb", "加星标"),
            ("xingbiao", "加星标"),
            ("ＳＩＮＣＥ", "since:2022-03"),
            ("備註", "给这篇写备注"),
        ):
            await pilot.press("slash", *typed)
            await until(pilot, lambda found=found: found in page(pilot) and not is_whole(pilot))  # type: ignore[misc]  # mypy cannot tell the default
            await pilot.press("escape")
            await until(pilot, lambda: is_whole(pilot))


async def test_enter_keeps_the_narrowed_help_and_esc_undoes_it_before_it_closes() -> None:
    """After Enter j scrolls what was found; the first Esc gives the whole help back, the second the reading."""
    async with opened(rows=14) as pilot:
        await pilot.press("question_mark")
        await until(pilot, lambda: isinstance(pilot.app.screen, HelpScreen))
        await pilot.press("slash", *"正文", "enter")
        await until(pilot, lambda: not is_typing(pilot))
        pane = pilot.app.screen.query_one(TextPane)
        narrowed = page(pilot)
        await pilot.press("j", "j")
        await until(pilot, lambda: pane.top_line == 2)
        await pilot.press("escape")
        await until(pilot, lambda: page(pilot) != narrowed and "到下一处命中" in page(pilot))
        assert isinstance(pilot.app.screen, HelpScreen)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, MainScreen))


async def test_esc_while_typing_gives_the_whole_help_back() -> None:
    """Esc in the line ends the looking for something; q, j and ? were letters in it, and command again after it."""
    async with opened(rows=80) as pilot:
        await open_help(pilot)
        await pilot.press("slash", "q", "j", "?")
        await until(pilot, lambda: "没有这样的按键或写法" in page(pilot))
        await pilot.press("escape")
        await until(pilot, lambda: is_whole(pilot) and not is_typing(pilot))
        await pilot.press("q")
        await until(pilot, lambda: isinstance(pilot.app.screen, MainScreen))


async def test_what_was_looked_for_can_be_changed() -> None:
    """/ again opens the line with what was typed before."""
    async with opened(rows=80) as pilot:
        await open_help(pilot)
        await pilot.press("slash", *"备注", "enter", "slash", "backspace", "backspace", *"主题", "ctrl+u", *"明暗")
        await until(pilot, lambda: "只列出“明暗”" in page(pilot))


@pytest.mark.parametrize(
    ("lang", "told"), [("zh", "按 / 在帮助中查找，按 Esc 返回。"), ("en", "Press / to search the help")]
)
async def test_the_help_says_how_it_is_searched_and_left(lang: str, told: str) -> None:
    """The last line of the help names / and Esc in both languages."""
    async with opened(rows=150, lang=lang) as pilot:
        await open_help(pilot)
        assert told in page(pilot)
