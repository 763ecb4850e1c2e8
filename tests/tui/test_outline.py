"""Where am I, and back to where I was: counts, parts, the rail, the way through what was read."""

from __future__ import annotations

from pathlib import Path

from textual.pilot import Pilot

from reader.tui.dialogs.choosing import ChoiceList
from reader.tui.dialogs.outline import OutlineScreen
from reader.tui.widgets.outline_rail import OutlineRail
from reader.tui.widgets.status_bar import StatusBar
from tests.conftest import write_post
from tests.tui.reading import at_cursor, lines, opened, screen, status, text_pane, title, until


def rail(pilot: Pilot[None]) -> OutlineRail | None:
    """The outline beside the text, if there is one."""
    return next(iter(screen(pilot).query(OutlineRail)), None)


def place(pilot: Pilot[None]) -> str:
    """What the foot says of the place in the text."""
    return screen(pilot).query_one(StatusBar).place


def top(pilot: Pilot[None]) -> str:
    """The first line of text that the pane shows."""
    return next(line.strip() for line in lines(pilot, text_pane(pilot)) if line.strip())


async def test_a_number_before_a_key_repeats_it() -> None:
    """3j goes three meetings down, 2k two up, 2G to the second; the foot shows the number while it is typed."""
    async with opened() as pilot:
        await pilot.press("3")
        assert place(pilot).startswith("3")
        await pilot.press("j")
        assert "12-13" in at_cursor(pilot)
        await pilot.press("2", "k")
        assert "03-15" in at_cursor(pilot)
        await pilot.press("4", "G")
        assert "12-13" in at_cursor(pilot)


async def test_g_and_a_number_go_to_a_part() -> None:
    """g2 shows the second part of the outline, gg the beginning again, g9 says that there is none."""
    async with opened(80, 14) as pilot:
        beginning = title(pilot)
        await pilot.press("g", "2")
        assert screen(pilot).part("outline").parts[1].label in top(pilot)
        await pilot.press("g", "9")
        assert status(pilot) == "提纲没有这一部分"
        await pilot.press("l", "g", "g")
        assert title(pilot) == beginning


async def test_a_wide_terminal_shows_the_outline_beside_the_text() -> None:
    """At 160 columns a rail lists the parts, the one that is read is lit, a click goes to one, i hides it."""
    async with opened(160, 14) as pilot:
        shown = rail(pilot)
        assert shown is not None
        parts = [line.strip() for line in lines(pilot, shown) if line.strip()]
        assert [part.split()[0] for part in parts if part[0].isdigit()][:2] == ["1", "2"]
        await pilot.click(OutlineRail, offset=(5, 2))
        await until(pilot, lambda: screen(pilot).part("outline").parts[1].label in top(pilot))
        await pilot.press("i")
        await until(pilot, lambda: rail(pilot) is None)


async def test_the_outline_is_a_list_where_there_is_no_room_beside() -> None:
    """At 80 columns i opens the parts as a list, with the cursor where one reads; Enter goes to another."""
    async with opened(80, 14) as pilot:
        await pilot.press("i")
        await until(pilot, lambda: isinstance(pilot.app.screen, OutlineScreen))
        await pilot.press("down", "enter")
        await until(pilot, lambda: pilot.app.screen is screen(pilot))
        assert screen(pilot).part("outline").parts[1].label in top(pilot)


async def test_the_list_of_parts_begins_where_one_reads() -> None:
    """In the third part, i opens the list with the cursor on that part."""
    async with opened(80, 14) as pilot:
        await pilot.press("g", "3", "i")
        await until(pilot, lambda: isinstance(pilot.app.screen, OutlineScreen))
        await until(pilot, lambda: pilot.app.screen.query_one(ChoiceList).cursor == 2)


async def test_the_rail_comes_and_goes_with_the_room_for_it() -> None:
    """A terminal that is made wider shows the rail, one that is made narrower hides it."""
    async with opened() as pilot:
        assert rail(pilot) is None
        await pilot.resize_terminal(150, 30)
        await until(pilot, lambda: rail(pilot) is not None)
        await pilot.resize_terminal(100, 30)
        await until(pilot, lambda: rail(pilot) is None)


async def test_the_way_back_leads_through_what_was_read() -> None:
    """[ goes back to the post read before, ] forward again, also where the filter has left it out."""
    async with opened() as pilot:
        first = title(pilot)
        await pilot.press("enter", "h", "j", "j", "enter")
        second = title(pilot)
        await pilot.press("[")
        assert title(pilot) == first
        await pilot.press("]")
        assert title(pilot) == second
        await pilot.press("slash", *"四十六", "enter")
        await until(pilot, lambda: "1场会议" in status(pilot))
        await pilot.press("[", "l", "g", "g")
        assert title(pilot) == second


async def test_the_foot_tells_how_far_one_has_read() -> None:
    """Characters, percent and minutes stand in the foot and follow the reading; at the end it is 100%."""
    async with opened(120, 14) as pilot:
        await pilot.press("enter")
        assert "字" in place(pilot) and "还要" in place(pilot)
        await pilot.press("G")
        await until(pilot, lambda: "100%" in place(pilot))
        assert "还要" not in place(pilot)


async def test_a_post_of_ten_thousand_paragraphs(tmp_path: Path) -> None:
    """It opens at its beginning, G shows its last paragraph, and a hit far down is shown."""
    text = "".join(f"<p>　　第{number}段，海关总署的工作。</p>" for number in range(9_999)) + "<p>　　此处为末段。</p>"
    write_post(tmp_path, "long.md", "海关总署召开会议", text)
    async with opened(80, 24, folder=tmp_path) as pilot:
        await pilot.press("a")
        await until(pilot, lambda: "1篇" in status(pilot))
        await pilot.press("enter", "G")
        await until(pilot, lambda: any("此处为末段" in line for line in lines(pilot, text_pane(pilot))))
        await pilot.press("slash", *"第7777段", "enter")
        await until(pilot, lambda: any("第7777段" in line for line in lines(pilot, text_pane(pilot))))
