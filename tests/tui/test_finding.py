"""Finding in the post, the text alone, and the way back to former filters."""

from __future__ import annotations

from textual.pilot import Pilot

from reader.tui.dialogs.asking import AskScreen
from reader.tui.widgets.meeting_list import MeetingList
from reader.tui.widgets.status_bar import StatusBar
from tests.tui.reading import at_cursor, opened, screen, status, text_pane, until


def place(pilot: Pilot[None]) -> str:
    """What the foot says of the place in the text."""
    return screen(pilot).query_one(StatusBar).place


async def test_words_are_found_in_the_post_alone() -> None:
    """f lights the words of this post as they are typed, n walks them, the list stays, Esc ends it."""
    async with opened() as pilot:
        await pilot.press("f", *"口岸")
        await until(pilot, lambda: place(pilot).startswith("查 口岸 1/"))
        await pilot.press("enter")
        await until(pilot, lambda: not isinstance(pilot.app.screen, AskScreen))
        await pilot.press("n")
        assert place(pilot).startswith("查 口岸 2/")
        assert status(pilot) == "5场会议"
        assert "04-28" in at_cursor(pilot)
        await pilot.press("escape")
        assert not text_pane(pilot).hits
        assert "查" not in place(pilot)


async def test_finding_that_is_left_changes_nothing() -> None:
    """Esc in the line of the finding gives back what was lit before."""
    async with opened(query="同防") as pilot:
        before = list(text_pane(pilot).hits)
        await pilot.press("f", *"海关")
        await until(pilot, lambda: list(text_pane(pilot).hits) != before)
        await pilot.press("escape")
        await until(pilot, lambda: list(text_pane(pilot).hits) == before)


async def test_letters_typed_right_after_f_are_words() -> None:
    """Keys typed at once after f are looked for and command nothing; those after Enter command."""
    async with opened() as pilot:
        await pilot.press("f", *"jq", "enter", "j")
        await until(pilot, lambda: "03-15" in at_cursor(pilot))
        assert pilot.app.is_running


async def test_nothing_but_the_text() -> None:
    """z hides the list, z again or Esc shows it."""
    async with opened(160, 30) as pilot:
        await pilot.press("z")
        await until(pilot, lambda: not screen(pilot).query_one(MeetingList).display)
        await pilot.press("escape")
        await until(pilot, lambda: screen(pilot).query_one(MeetingList).display)
        assert "04-28" in at_cursor(pilot)


async def test_a_former_filter_comes_back() -> None:
    """U undoes one filter after the other, with the cursor where it was; then it says that there is none."""
    async with opened() as pilot:
        await pilot.press("j", "slash", *"同防", "enter")
        await until(pilot, lambda: "4场会议" in status(pilot))
        await pilot.press("slash", "ctrl+u", *"日报告", "enter")
        await until(pilot, lambda: "1场会议" in status(pilot))
        await pilot.press("U")
        await until(pilot, lambda: "同防 · 4场会议" in status(pilot))
        await pilot.press("U")
        await until(pilot, lambda: status(pilot) == "5场会议")
        assert "03-15" in at_cursor(pilot)
        await pilot.press("U")
        assert status(pilot) == "没有更早的筛选"


async def test_a_filter_that_was_cleared_comes_back() -> None:
    """Esc clears the filter, U gives it back, and once more the whole list."""
    async with opened(query="同防") as pilot:
        await pilot.press("escape")
        await until(pilot, lambda: status(pilot) == "5场会议")
        await pilot.press("U")
        await until(pilot, lambda: "同防 · 4场会议" in status(pilot))


async def test_a_pane_that_grows_leaves_nothing_free_below_the_text() -> None:
    """At the end of a text a terminal that gets higher shows more above, not blank lines below."""
    async with opened(110, 20) as pilot:
        await pilot.press("j", "j", "l", "G")
        pane = text_pane(pilot)
        assert pane.top_line == pane.last_top
        await pilot.resize_terminal(110, 26)
        await until(pilot, lambda: pane.pane_height == 25 and pane.top_line == pane.last_top)
