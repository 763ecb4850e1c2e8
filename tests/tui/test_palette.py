"""The palette: commands, officials and meetings by whatever one remembers of them; and lists under the mouse."""

from __future__ import annotations

from textual import events
from textual.pilot import Pilot

from reader.i18n import _, use
from reader.text.pinyin import reading_of
from reader.tui.commands import COMMANDS, PREFIXES
from reader.tui.dialogs.choosing import ChoiceList
from reader.tui.dialogs.officials import OfficialsScreen
from reader.tui.dialogs.palette import PaletteScreen
from reader.tui.screen import MainScreen
from tests.tui.reading import at_cursor, listed, opened, screen, status, text_pane, title, until


def offered(pilot: Pilot[None]) -> list[str]:
    """The lines of the list that lies over the reading, without the sign of the cursor."""
    shown = pilot.app.screen.query_one(ChoiceList)
    return [shown.render_line(y).text[2:].rstrip() for y in range(len(shown.items))]


async def ask(pilot: Pilot[None], typed: str) -> list[str]:
    """Opens the palette and types; answers with what it offers."""
    await pilot.press("colon")
    await until(pilot, lambda: isinstance(pilot.app.screen, PaletteScreen))
    before = pilot.app.screen.query_one(ChoiceList).items
    await pilot.press(*typed)
    await until(pilot, lambda: pilot.app.screen.query_one("LineInput").value == typed)  # type: ignore[attr-defined]  # a LineInput
    await until(pilot, lambda: pilot.app.screen.query_one(ChoiceList).items is not before)
    await pilot.pause()
    return offered(pilot)


async def back(pilot: Pilot[None]) -> None:
    """Waits for the reading."""
    await until(pilot, lambda: isinstance(pilot.app.screen, MainScreen))


async def leave(pilot: Pilot[None]) -> None:
    """Leaves the palette without choosing."""
    await pilot.press("escape")
    await back(pilot)


async def test_with_nothing_typed_the_palette_lists_the_commands() -> None:
    """: shows every command with its key and what it does, and no word on what a line is."""
    async with opened(rows=60) as pilot:
        await pilot.press("colon")
        await until(pilot, lambda: isinstance(pilot.app.screen, PaletteScreen))
        await until(pilot, lambda: len(offered(pilot)) == len(COMMANDS) - 1 - len(PREFIXES))
        assert offered(pilot)[0].split() == ["筛选", "/", "边输入边筛选：关键词、官员、日期"]


async def test_a_command_is_found_by_its_name_in_any_spelling() -> None:
    """筛选, its pinyin, its initials, full-width, in the other script: it stands first, and Enter does it."""
    async with opened() as pilot:
        for typed in ("筛选", "shaixuan", "ＳＸ", "篩選", "filter", "sx"):
            lines = await ask(pilot, typed)
            assert lines[0].split()[:2] == ["筛选", "/"], typed
            assert lines[0].endswith("命令")
            if typed != "sx":
                await leave(pilot)
        await pilot.press("enter", *"同防")
        await until(pilot, lambda: "4场会议" in status(pilot))


async def test_an_official_is_found_and_filtered_by() -> None:
    """The line tells name, number of meetings and that it is an official; Enter leaves their meetings in the list."""
    async with opened() as pilot:
        for typed in ("倪岳峰", "岳峰", "niyuefeng", "yuef", "nyf"):
            assert (await ask(pilot, typed))[0].split() == ["倪岳峰", "4场", "·", "ni", "yuefeng", "官员"], typed
            if typed != "nyf":
                await leave(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: "official:倪岳峰 · 4场会议" in status(pilot))


async def test_a_meeting_is_found_by_name_number_and_day() -> None:
    """The 46th regular meeting is offered with its day, and Enter puts the cursor on it and shows its text."""
    async with opened() as pilot:
        for typed in ("四十六次", "第四十六次 形勢", "４６", "2021-12", "2021-12-13", "2021.12.13", "46"):
            line = next(line for line in await ask(pilot, typed) if line.endswith("会议"))
            assert line.split() == ["2021-12-13", "第四十六次形势分析及工作督查例会", "会议"], typed
            if typed != "46":
                await leave(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: "12-13" in at_cursor(pilot))
        assert title(pilot).startswith("海关总署")


async def test_meetings_are_found_by_what_their_names_mean() -> None:
    """Both meetings on the state of affairs are offered by a part of the name, its pinyin or initials, newest first."""
    async with opened() as pilot:
        for typed in ("xingshifenxi", "xsfx", "形势分析"):
            days = [line.split()[0] for line in await ask(pilot, typed) if line.endswith("会议")]
            assert days == ["2022-03-15", "2021-12-13"], typed
            await leave(pilot)


async def test_a_meeting_that_the_filter_left_out_is_shown_all_the_same() -> None:
    """With 日报告 filtered for, the 46th is read without the filter being lost; j is at the list's own row."""
    async with opened(query="日报告") as pilot:
        await ask(pilot, "46")
        await pilot.press("enter")
        await until(pilot, lambda: "四十六" in "".join(text_pane(pilot).render_line(y).text for y in range(20)))
        assert "1场会议" in status(pilot)
        assert "08-06" in at_cursor(pilot)


async def test_on_a_narrow_terminal_a_chosen_meeting_is_opened() -> None:
    """At 40 columns the text of the meeting takes the terminal, and Esc goes back to the list with the cursor on it."""
    async with opened(40, 20) as pilot:
        await ask(pilot, "46")
        await pilot.press("enter")
        await until(pilot, lambda: text_pane(pilot).display)
        await pilot.press("escape")
        await until(pilot, lambda: not text_pane(pilot).display)
        assert "12-13" in at_cursor(pilot)


async def test_commands_stand_before_officials_and_these_before_meetings() -> None:
    """What begins with h is offered as commands, officials, meetings, in this order, each told in English too."""
    async with opened(rows=60, lang="en") as pilot:
        kinds = [line.split()[-1] for line in await ask(pilot, "h")]
        first = kinds[: kinds.index("official")]
        assert first and set(first) == {"command"}
        await leave(pilot)
        lines = await ask(pilot, "2022")
        assert {line.split()[-1] for line in lines} == {"meeting"}
        assert [line[:10] for line in lines] == ["2022-04-28", "2022-03-15", "2022-01-24"]


async def test_what_is_nowhere_is_told() -> None:
    """A word that nothing has leaves one sentence, and Enter does nothing."""
    async with opened() as pilot:
        await ask(pilot, "zzzz")
        shown = pilot.app.screen.query_one(ChoiceList)
        assert shown.render_line(0).text.strip() == "没有这样的命令、官员或会议。"
        await pilot.press("enter")
        await back(pilot)
        assert status(pilot) == "5场会议"


async def test_letters_and_enter_typed_at_once_choose_what_they_mean() -> None:
    """Keys typed in one go after : are all taken: nyf and Enter filter, and the j after them moves in the list."""
    async with opened() as pilot:
        for key in ("colon", *"nyf", "enter", "j"):
            pilot.app.post_message(events.Key(key, key if len(key) == 1 else None))
        await until(pilot, lambda: "official:倪岳峰 · 4场会议" in status(pilot) and "01-24" in at_cursor(pilot))


async def test_a_click_chooses_a_line_and_a_second_one_takes_it() -> None:
    """In the palette the first click puts the cursor on a line, a click on it does what it says; below, nothing is."""
    async with opened() as pilot:
        await ask(pilot, "xsfx")
        shown = pilot.app.screen.query_one(ChoiceList)
        await pilot.click(ChoiceList, offset=(20, 12))
        assert shown.cursor == 0
        await pilot.click(ChoiceList, offset=(20, 1))
        await until(pilot, lambda: shown.cursor == 1)
        await pilot.click(ChoiceList, offset=(20, 1))
        await back(pilot)
        await until(pilot, lambda: "12-13" in at_cursor(pilot))


async def test_the_officials_are_chosen_with_the_mouse() -> None:
    """A click on the line under the cursor filters by this official, or by all that were marked before."""
    async with opened() as pilot:
        await pilot.press("o")
        await until(pilot, lambda: isinstance(pilot.app.screen, OfficialsScreen) and bool(offered(pilot)))
        first = pilot.app.screen.query_one(ChoiceList).items[0].name
        await pilot.click(ChoiceList, offset=(5, 0))
        await back(pilot)
        await until(pilot, lambda: f"official:{first}" in status(pilot))
        assert screen(pilot).focused is not None
        assert listed(pilot)


def test_the_readings_of_the_labels_are_those_of_the_dictionary() -> None:
    """Each Chinese label is found by the pinyin that a person would type; a new command needs its reading."""
    use("zh")
    assert [command.name for command in COMMANDS if command.reading != reading_of(_(command.label))[0]] == []
