"""Two meetings side by side on the screen."""

from __future__ import annotations

import pytest

from reader.tui.dialogs.help import HelpScreen
from reader.tui.widgets.text_pane import TextPane
from reader.views.compare import Compare
from tests.tui.reading import at_cursor, lines, listed, opened, status, text_pane, until
from tests.tui.views import foot, head, here, leaves, lit, opens, rows


async def test_the_former_meeting_of_the_series_stands_beside() -> None:
    """C sets the 49th meeting beside the 46th: both names above, counts, who is newly named and who is not."""
    async with opened() as pilot:
        await opens(pilot, Compare, "j", "C")
        assert "- 2021-12-13  第四十六次" in head(pilot)
        assert "+ 2022-03-15  第四十九次" in head(pilot)
        assert "改写 7" in head(pilot)
        assert "新列名 许大纯" in "\n".join(rows(pilot))
        assert "未列名 胡伟" in "\n".join(rows(pilot))
        await leaves(pilot, "escape")
        assert "03-15" in at_cursor(pilot)


@pytest.mark.parametrize(("columns", "beside"), [(110, True), (80, True), (40, False)])
async def test_wide_terminals_show_both_texts_beside_each_other(columns: int, beside: bool) -> None:
    """A reworded pair shares its lines where there is room, else the former stands above the latter."""
    async with opened(columns, 24) as pilot:
        await opens(pilot, Compare, "j", "C")
        pair = [line for line in rows(pilot) if "四十六" in line or "四十九" in line]
        assert len(pair) == (1 if beside else 2)


async def test_the_keys_walk_the_reworded_pairs() -> None:
    """n goes to the next reworded pair, N back; behind the last it says that there is no other."""
    async with opened() as pilot:
        await opens(pilot, Compare, "j", "C")
        await pilot.press("n")
        assert "~ 海关总署召开第四十六次" in here(pilot)
        await pilot.press("n")
        assert "胡伟" in here(pilot)
        await pilot.press("N")
        assert "四十六" in here(pilot)
        await pilot.press("N")
        assert foot(pilot) == "这个方向没有了"
        await pilot.press(*"nnnnnnn")
        await pilot.press("j")
        assert foot(pilot) == ""


async def test_what_was_kept_can_be_left_out() -> None:
    """c leaves the changes only, with the cursor on the same row, and shows the rest again."""
    async with opened() as pilot:
        await opens(pilot, Compare, "j", "C")
        await pilot.press("n", "n")
        row = here(pilot)
        assert any("海关总署署长、党委书记" in line for line in rows(pilot))
        await pilot.press("c")
        assert here(pilot) == row
        assert not any("海关总署署长、党委书记" in line for line in rows(pilot))
        await pilot.press("c")
        assert here(pilot) == row
        assert any("海关总署署长、党委书记" in line for line in rows(pilot))


async def test_a_row_opens_its_clause_and_esc_comes_back_to_it() -> None:
    """Enter shows the clause lit in its meeting; Esc is back on the same row, another Esc in the list."""
    async with opened() as pilot:
        await opens(pilot, Compare, "j", "C")
        await pilot.press("n", "j")
        row = here(pilot)
        assert row.startswith("› -")
        await leaves(pilot, "enter")
        assert lit(pilot) == ["听取重点工作情况"]
        assert "12-13" in at_cursor(pilot)
        await opens(pilot, Compare, "escape")
        assert here(pilot) == row
        await leaves(pilot, "escape")
        assert not text_pane(pilot).hits
        assert "03-15" in at_cursor(pilot)


async def test_any_two_meetings_can_be_compared() -> None:
    """A full stop remembers a meeting, which gets a = in the list; C on another compares the two, the earlier first."""
    async with opened() as pilot:
        await pilot.press("full_stop")
        assert status(pilot).startswith("已记下")
        assert listed(pilot).split("\n")[2].startswith("=周四")
        await opens(pilot, Compare, "j", "j", "j", "j", "C")
        assert "- 2021-08-06" in head(pilot)
        assert "+ 2022-04-28" in head(pilot)
        await leaves(pilot, "escape")
        await pilot.press("g", "g", "full_stop")
        assert status(pilot) == "不再记着"
        assert "=" not in listed(pilot)


async def test_what_cannot_be_compared_is_said() -> None:
    """The first meeting of all has none before it; a meeting without a series says with what it is compared."""
    async with opened() as pilot:
        await pilot.press("G", "C")
        assert "最早" in status(pilot)
        await opens(pilot, Compare, "g", "g", "C")
        assert foot(pilot).startswith("此前没有同系列会议")
        await pilot.press("j")
        assert foot(pilot) == ""


async def test_a_view_survives_another_size() -> None:
    """A terminal that gets narrow and wide again shows the same row."""
    async with opened() as pilot:
        await opens(pilot, Compare, "j", "C")
        await pilot.press("n", "n", "n")
        await pilot.resize_terminal(40, 20)
        await until(pilot, lambda: "办法要精准得当" in here(pilot))
        await pilot.resize_terminal(110, 32)
        await until(pilot, lambda: here(pilot).count("办法要") == 2)


async def test_the_keys_walk_what_was_dropped_and_what_is_new() -> None:
    """- goes to the next clause that was dropped, + to the next that is new; the sign stands before each."""
    async with opened() as pilot:
        await opens(pilot, Compare, "j", "C")
        await pilot.press("minus", "minus")
        assert here(pilot).startswith("› - 听取重点工作情况")
        await pilot.press("plus")
        assert here(pilot).startswith("› +")
        assert "学习全国两会精神" in here(pilot)


async def test_the_help_opens_over_a_view() -> None:
    """? opens the help, which names the keys of every view; Esc is back in the view."""
    async with opened(110, 100) as pilot:
        await opens(pilot, Compare, "j", "C")
        await pilot.press("question_mark")
        await until(pilot, lambda: isinstance(pilot.app.screen, HelpScreen))
        await until(pilot, lambda: "各视图里的按键" in "\n".join(lines(pilot, pilot.app.screen.query_one(TextPane))))
        await opens(pilot, Compare, "escape")
        assert here(pilot)
