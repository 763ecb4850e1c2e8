"""New wording in the page: what was said before goes dim, the keys walk what is new."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from reader.tui.page import Tone
from reader.tui.widgets.status_bar import StatusBar
from reader.views.new import Sources
from tests.tui.reading import at_cursor, opened, screen, status, text_pane, until
from tests.tui.views import head, here, leaves, lit, opens, rows


def said(pilot: Pilot[None]) -> list[str]:
    """The words of the body that are dim, for they were said before."""
    blocks = text_pane(pilot).blocks
    return [block.text[span.start : span.end] for block in blocks for span in block.spans if span.tone is Tone.SAID]


async def compared(pilot: Pilot[None]) -> None:
    """Waits until what was said before has been worked out."""
    await until(pilot, lambda: "正在" not in status(pilot) and "comparing" not in status(pilot))


async def test_what_was_said_before_goes_dim() -> None:
    """D dims the words that earlier meetings say, tells the share of new ones; D again shows the text as it is."""
    async with opened() as pilot:
        await pilot.press("j", "D")
        await compared(pilot)
        assert "口岸防疫一刻也不能松，办法要" in said(pilot)
        assert not any("许大纯" in words for words in said(pilot))
        assert status(pilot) == "新提法 56.6% · 12处 · 对此前3场"
        await pilot.press("D")
        assert not said(pilot)
        assert status(pilot) == "5场会议"


async def test_every_meeting_that_is_gone_to_is_shown_so() -> None:
    """The dimming stays while one goes from meeting to meeting; of the first no share is told."""
    async with opened() as pilot:
        await pilot.press("D")
        await compared(pilot)
        await pilot.press("j")
        assert status(pilot).startswith("新提法 56.6%")
        await pilot.press("G")
        assert not said(pilot)
        assert status(pilot) == "本集此前没有会议"
        await pilot.press("n")
        assert status(pilot) == "本集此前没有会议"
        assert not lit(pilot)


async def test_the_filter_does_not_change_what_is_new() -> None:
    """Filtered to two meetings, a text is still compared with every earlier one."""
    async with opened(query="series:例会") as pilot:
        await pilot.press("D")
        await compared(pilot)
        assert "56.6%" in status(pilot) and "对此前3场" in status(pilot)


async def test_the_keys_walk_what_is_new() -> None:
    """n goes to the next new passage and lights it alone, N goes back, at the end it says so."""
    async with opened() as pilot:
        await pilot.press("j", "D")
        await compared(pilot)
        await pilot.press("n", "n", "n")
        assert status(pilot).startswith("新提法 56.6% · 3/12")
        assert lit(pilot)[2] == "学习全国两会精神，研判外贸走势，布置下一步"
        await pilot.press("N")
        assert status(pilot).startswith("新提法 56.6% · 2/12")
        await pilot.press(*"nnnnnnnnnnn")
        assert status(pilot) == "这个方向没有新提法了"
        assert "03-15" in at_cursor(pilot)


async def test_the_baseline_changes() -> None:
    """B compares with the series, then with one meeting, then with all again; the foot says with what."""
    async with opened() as pilot:
        await pilot.press("j", "D")
        await compared(pilot)
        await pilot.press("B")
        assert "对同系列此前1场" in status(pilot)
        await pilot.press("B")
        assert "对 2021-12-13 一场" in status(pilot)
        await pilot.press("B")
        assert "对此前3场" in status(pilot)
        await pilot.press("B", "k")
        assert "本集此前没有同系列的会议" in status(pilot)


async def test_one_meeting_may_be_any() -> None:
    """A remembered meeting is the one that is compared with."""
    async with opened() as pilot:
        await pilot.press("G", "full_stop", "g", "g", "D")
        await compared(pilot)
        await pilot.press("B", "B")
        assert "对 2021-08-06 一场" in status(pilot)


@pytest.mark.parametrize("lang", ["zh", "en"])
async def test_the_foot_names_the_keys_of_the_comparison(lang: str) -> None:
    """While what is new is shown the foot names the keys for it; Esc gives the former ones back."""
    async with opened(140, 32, lang) as pilot:
        bar = screen(pilot).query_one(StatusBar)
        await pilot.press("D")
        await compared(pilot)
        await pilot.pause()
        assert bar.render_line(0).text.split()[0] == "n"
        await pilot.press("escape")
        await pilot.pause()
        assert bar.render_line(0).text.split()[0] == "/"
        assert not said(pilot)


async def test_where_a_paragraph_was_said_before() -> None:
    """W lists the dimmed passages with the last meeting that says them; Enter shows it there, Esc is back."""
    async with opened() as pilot:
        await pilot.press("j", "D")
        await compared(pilot)
        await opens(pilot, Sources, "enter", "right_curly_bracket", "W")
        assert "会议要求，各地海关要" in here(pilot)
        assert "此前1场：2021-12-13 第四十六次" in rows(pilot)[1]
        await leaves(pilot, "enter")
        assert lit(pilot) == ["会议要求，各地海关要"]
        assert "12-13" in at_cursor(pilot)
        await opens(pilot, Sources, "escape")
        await leaves(pilot, "escape")
        assert "03-15" in at_cursor(pilot)


async def test_w_means_the_paragraph_of_the_new_words_that_are_stood_on() -> None:
    """After n has gone to new words in another paragraph, W tells where the rest of that one was said."""
    async with opened() as pilot:
        await pilot.press("j", "D")
        await compared(pilot)
        await opens(pilot, Sources, "enter", *"nnnnnnn", "W")
        assert "第3段" in head(pilot)


async def test_new_wording_on_a_narrow_terminal_shows_the_text() -> None:
    """Where only the list is seen D goes into the text, and W knows its first paragraph."""
    async with opened(40, 20) as pilot:
        await pilot.press("j", "D")
        await compared(pilot)
        assert text_pane(pilot).display
        await opens(pilot, Sources, "h", "W")
        assert "第1段" in head(pilot)


async def test_where_nothing_is_shown_that_is_said() -> None:
    """A filter without a match leaves nothing to dim, to compare or to look up."""
    async with opened(query="绝无此词") as pilot:
        for key in ("D", "W", "C", "number_sign"):
            await pilot.press("j", key)
            assert status(pilot) == "没有显示哪一篇"


async def test_what_is_found_is_lit_over_the_dimming() -> None:
    """f finds words while the text is dimmed; Esc ends the finding first, then the dimming."""
    async with opened() as pilot:
        await pilot.press("j", "D")
        await compared(pilot)
        await pilot.press("f", *"海关", "enter")
        await until(pilot, lambda: len(lit(pilot)) > 1 and set(lit(pilot)) == {"海关"})
        assert said(pilot)
        await pilot.press("escape")
        assert "新提法" in status(pilot)
        await pilot.press("escape")
        assert not said(pilot)
