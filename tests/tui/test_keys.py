"""Every key of the reading screen, as a person would find it."""

from __future__ import annotations

import pytest

from reader.text.cells import cells
from reader.tui.commands import COMMANDS
from reader.tui.dialogs.help import HelpScreen
from reader.tui.dialogs.officials import OfficialsScreen
from reader.tui.screen import MainScreen
from reader.tui.widgets.meeting_list import MeetingList
from reader.tui.widgets.status_bar import StatusBar
from tests.tui.reading import at_cursor, listed, opened, screen, status, text_pane, title, until


async def test_the_newest_meeting_is_shown_first() -> None:
    """The list begins with the newest meeting, and its text stands at the right."""
    async with opened() as pilot:
        assert "04-28" in at_cursor(pilot)
        assert title(pilot).startswith("海关总署党委扩大会议")
        years = [line.strip() for line in listed(pilot).split("\n") if line.strip().isdecimal()]
        assert years == ["2022", "2021"]


@pytest.mark.parametrize("key", ["j", "down", "ｊ"])
async def test_down_shows_the_next_meeting_at_once(key: str) -> None:
    """j, the arrow and the full-width ｊ go to the next meeting, and the text follows."""
    async with opened() as pilot:
        await pilot.press(key)
        assert "03-15" in at_cursor(pilot)
        assert title(pilot).startswith("海关总署：优化口岸营商环境")


async def test_up_top_and_bottom_move_through_the_list() -> None:
    """G goes to the oldest meeting, k one up, g to the newest; beyond an end nothing happens."""
    async with opened() as pilot:
        await pilot.press("G", "j")
        assert "08-06" in at_cursor(pilot)
        await pilot.press("k")
        assert "12-13" in at_cursor(pilot)
        await pilot.press("g", "g", "k")
        assert "04-28" in at_cursor(pilot)


async def test_a_later_publication_is_marked() -> None:
    """Only the meeting that was published the day after carries 次日, in the list and beside the date."""
    async with opened() as pilot:
        assert listed(pilot).count("次日") == 1
        await pilot.press("j", "j", "j")
        assert any("2021-12-14 14:08 周二 · 次日" in text_pane(pilot).render_line(y).text for y in range(12))


@pytest.mark.parametrize("key", ["slash", "ideographic_comma", "fullwidth_solidus", "f4"])
async def test_the_filter_opens_by_every_twin_of_the_slash(key: str) -> None:
    """/ and what a Chinese input method makes of it open the filter."""
    async with opened() as pilot:
        await pilot.press(key, *"同防")
        await until(pilot, lambda: "4场会议 · 4处" in status(pilot))


async def test_the_list_narrows_with_every_key_and_esc_gives_the_former_state_back() -> None:
    """Esc in the filter brings back the query, the rows and the cursor of before."""
    async with opened() as pilot:
        await pilot.press("j", "j", "slash", *"日报告")
        await until(pilot, lambda: "1场会议" in status(pilot))
        assert "08-06" in at_cursor(pilot)
        await pilot.press("escape")
        assert status(pilot) == "5场会议"
        assert "01-24" in at_cursor(pilot)


async def test_letters_are_letters_while_the_filter_is_typed() -> None:
    """q, j and n do not command anything in the filter; ctrl+u empties it as in any line of input."""
    async with opened() as pilot:
        await pilot.press("slash", *"qjn")
        await until(pilot, lambda: "qjn · 0场会议" in status(pilot))
        await pilot.press("ctrl+u")
        await until(pilot, lambda: status(pilot) == "5场会议")


async def test_arrows_move_the_list_while_the_filter_is_typed() -> None:
    """The list can be walked without leaving the filter."""
    async with opened() as pilot:
        await pilot.press("slash", *"同防")
        await until(pilot, lambda: "4场会议" in status(pilot))
        await pilot.press("down")
        assert "03-15" in at_cursor(pilot)


async def test_enter_goes_from_the_filter_into_the_list_and_on_into_the_text() -> None:
    """After Enter j moves in the list; after another it scrolls the text."""
    async with opened(rows=16) as pilot:
        await pilot.press("slash", *"同防", "enter")
        await until(pilot, lambda: screen(pilot).focused is screen(pilot).query_one(MeetingList))
        await pilot.press("j")
        await until(pilot, lambda: "03-15" in at_cursor(pilot))
        await pilot.press("enter", "g", "g")
        top = text_pane(pilot).top_line
        await pilot.press("j")
        assert text_pane(pilot).top_line == top + 1
        await pilot.press("escape", "escape")
        assert status(pilot) == "5场会议"


async def test_hits_are_walked_within_a_meeting_and_on_into_the_next() -> None:
    """n counts 1/2, 2/2 and goes on; N comes back to the last hit of the meeting before; at the end it says so."""
    async with opened() as pilot:
        await pilot.press("slash", *"精准", "enter")
        await until(pilot, lambda: status(pilot).endswith("3场会议 · 6处 · 1/2"))
        await pilot.press("n")
        assert status(pilot).endswith("2/2")
        await pilot.press("n")
        assert "01-24" in at_cursor(pilot)
        assert status(pilot).endswith("1/3")
        await pilot.press("N")
        assert "03-15" in at_cursor(pilot)
        assert status(pilot).endswith("2/2")
        await pilot.press("N", "N")
        assert status(pilot) == "这个方向上没有更多命中"


async def test_the_evidence_of_every_fact_is_lit_and_walked() -> None:
    """`e` lights where day, names and roles were read and names the fact; n goes on, Esc takes the light away."""
    async with opened() as pilot:
        await pilot.press("e")
        assert status(pilot).startswith("出处 1/20 ")
        assert len(text_pane(pilot).hits) == 20
        await pilot.press("n", "n", "n")
        assert status(pilot) == "出处 4/20 主持：俞建华"
        await pilot.press("j")
        assert status(pilot).startswith("出处 1/")
        await pilot.press("escape")
        assert status(pilot) == "5场会议"
        assert not text_pane(pilot).hits


async def test_hits_are_lit_and_the_current_one_stands_out() -> None:
    """The words found are bold, and the one stood on is shown in reverse."""
    async with opened(query="精准") as pilot:
        pane = text_pane(pilot)
        found = [segment for y in range(pane.size.height) for segment in pane.render_line(y) if segment.text == "精准"]
        assert len(found) == 2
        assert all(segment.style and segment.style.bold for segment in found)
        assert [bool(segment.style and segment.style.reverse) for segment in found] == [True, False]


async def test_posts_that_report_no_meeting_are_one_key_away() -> None:
    """a adds the sixth sample to the list, and takes it away again."""
    async with opened() as pilot:
        await pilot.press("a")
        assert status(pilot) == "6篇"
        assert "关于这些样例" in listed(pilot)
        await pilot.press("a")
        assert "关于这些样例" not in listed(pilot)


async def test_no_match_says_what_to_do() -> None:
    """A word that only the sixth sample holds leaves no meeting, and the pane says which key shows it."""
    async with opened() as pilot:
        await pilot.press("slash", *"翻页")
        await until(pilot, lambda: "0场会议" in status(pilot))
        shown = "\n".join(text_pane(pilot).render_line(y).text for y in range(8))
        assert "没有会议符合“翻页”" in shown
        assert "另有1篇" in shown


async def test_a_bad_query_is_explained_and_the_last_result_stays() -> None:
    """The foot says what is wrong with since:2022-13 while the last good rows stay."""
    async with opened() as pilot:
        await pilot.press("slash", *"since:2022-13")
        await until(pilot, lambda: "2022-13" in status(pilot))
        assert listed(pilot).count("周") == 3


async def test_officials_narrow_by_initials_and_several_can_be_chosen() -> None:
    """Tab marks 倪岳峰 and 许大纯; Enter leaves the one meeting that names both."""
    async with opened() as pilot:
        await pilot.press("o")
        await until(pilot, lambda: isinstance(pilot.app.screen, OfficialsScreen))
        await pilot.press(*"nyf", "tab", "ctrl+u", *"xdc", "tab", "enter")
        await until(pilot, lambda: "official:倪岳峰 official:许大纯 · 1场会议" in status(pilot))
        assert "03-15" in at_cursor(pilot)


async def test_the_officials_are_left_without_choosing() -> None:
    """Esc leaves the officials and changes nothing."""
    async with opened() as pilot:
        await pilot.press("o")
        await until(pilot, lambda: isinstance(pilot.app.screen, OfficialsScreen))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, MainScreen))
        assert status(pilot) == "5场会议"


async def test_the_text_is_paged_from_the_list() -> None:
    """Space and d go on in the text, b and u back, while the list keeps the keys."""
    async with opened(rows=14) as pilot:
        pane = text_pane(pilot)
        await pilot.press("space")
        page = pane.top_line
        assert page > 8
        await pilot.press("b")
        assert pane.top_line == 0
        await pilot.press("d")
        assert 0 < pane.top_line < page
        await pilot.press("u")
        assert pane.top_line == 0
        assert "04-28" in at_cursor(pilot)


async def test_tab_and_arrows_change_between_list_and_text() -> None:
    """Tab, l and the right arrow go into the text; Tab, h and the left arrow back."""
    async with opened() as pilot:
        for there, back in (("tab", "tab"), ("l", "h"), ("right", "left")):
            await pilot.press(there)
            assert screen(pilot).focused is text_pane(pilot)
            await pilot.press(back)
            assert screen(pilot).focused is screen(pilot).query_one(MeetingList)


async def test_the_theme_changes_between_dark_and_light() -> None:
    """t changes to light paper, to the terminal's own colours, and back; filter, officials and help open in each."""
    async with opened() as pilot:
        for name in ("light", "terminal", "dark"):
            await pilot.press("t")
            assert pilot.app.theme == f"customs-{name}"
            for keys in (("slash", *"同防", "escape"), ("o", "escape"), ("question_mark", "escape"), ("m", "escape")):
                await pilot.press(*keys)
                await pilot.pause()


async def test_the_help_names_every_key_and_closes() -> None:
    """? opens the help, which holds every command's keys; Esc closes it."""
    async with opened(rows=90) as pilot:
        await pilot.press("question_mark")
        await until(pilot, lambda: isinstance(pilot.app.screen, HelpScreen))
        await pilot.pause()
        page = "\n".join(pilot.app.screen.query_one("TextPane").render_line(y).text for y in range(90))
        assert all(f" {command.shown} " in page for command in COMMANDS)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, MainScreen))


async def test_the_palette_finds_a_command() -> None:
    """: opens the palette; typing 明暗 and Enter changes the theme."""
    async with opened() as pilot:
        await pilot.press("colon")
        await until(pilot, lambda: not isinstance(pilot.app.screen, MainScreen))
        await pilot.press(*"主题", "enter")
        await until(pilot, lambda: not pilot.app.current_theme.dark)


async def test_q_leaves() -> None:
    """q ends the reader."""
    async with opened() as pilot:
        await pilot.press("q")
        await pilot.pause()
        assert pilot.app.return_code == 0


async def test_a_click_chooses_a_meeting() -> None:
    """A click on a row of the list shows its text."""
    async with opened() as pilot:
        await pilot.click(MeetingList, offset=(10, 3))
        await until(pilot, lambda: "03-15" in at_cursor(pilot))


async def test_a_narrow_terminal_shows_one_pane_at_a_time() -> None:
    """At 40 columns Enter opens the text over the list, and Esc brings the list back."""
    async with opened(columns=40, rows=20) as pilot:
        assert not text_pane(pilot).display
        await pilot.press("enter")
        await pilot.pause()
        assert text_pane(pilot).display
        assert not screen(pilot).query_one(MeetingList).display
        await pilot.press("escape")
        await pilot.pause()
        assert not text_pane(pilot).display


async def test_the_reading_position_survives_a_resize() -> None:
    """After a change of width the same words stand at the top of the text."""
    async with opened(rows=14) as pilot:
        await pilot.press("space")
        await pilot.pause()
        words = title(pilot)[:4]
        await pilot.resize_terminal(90, 14)
        await pilot.pause()
        await until(pilot, lambda: words in title(pilot))


async def test_the_keys_in_the_foot_are_clicked() -> None:
    """A click on a key in the foot does what the key does, over the reading and over a list to choose from."""
    async with opened() as pilot:
        foot = screen(pilot).query_one(StatusBar)
        await pilot.click(foot, offset=(cells(foot.render_line(0).text.partition("o ")[0]), 0))
        await until(pilot, lambda: isinstance(pilot.app.screen, OfficialsScreen))
        over = pilot.app.screen.query_one(StatusBar)
        await pilot.click(over, offset=(cells(over.render_line(0).text.partition("Esc")[0]), 0))
        await until(pilot, lambda: screen(pilot).is_active)
        await pilot.click(foot, offset=(cells(foot.render_line(0).text.partition("/ ")[0]), 0))
        await pilot.press(*"同防")
        await until(pilot, lambda: "4场会议" in status(pilot))
