"""The list over many years, and lists that are open while the terminal changes."""

from __future__ import annotations

from pathlib import Path

from reader.tui.dialogs.choosing import ChoiceList
from reader.tui.dialogs.officials import OfficialsScreen
from tests.conftest import write_post
from tests.tui.reading import at_cursor, listed, opened, screen, status, until


async def test_the_year_of_what_is_seen_is_always_told(tmp_path: Path) -> None:
    """However far one scrolls, the first line tells the year, no row below it is cut in two, the cursor is seen."""
    for number in range(60):
        day = f"20{10 + number // 20}-{number % 12 + 1:02}-{number % 20 + 1:02}"
        body = f"<p>海关总署召开第{number}次例会。海关总署署长倪岳峰主持会议。</p>"
        write_post(tmp_path, f"{number:03}.md", f"第{number}次例会", body, f"{day}T10:00:00+08:00")
    async with opened(100, 20, folder=tmp_path) as pilot:
        assert status(pilot) == "60场会议"
        for key in ("j",) * 45 + ("k",) * 30:
            await pilot.press(key)
            shown = listed(pilot).split("\n")
            year = screen(pilot).desk.session.row.day.year  # type: ignore[union-attr]  # there is one
            headings = [line.strip() for line in shown if line.strip().isdigit()]
            assert shown[0].strip().isdigit()
            assert str(year) in headings
            assert "次例会" in shown[1] or not shown[1].strip() or shown[1].strip().isdigit()
            assert "次例会" in at_cursor(pilot)


async def test_a_list_stays_whole_when_the_terminal_gets_wider() -> None:
    """Officials that are open while the terminal is made wider are all still there."""
    async with opened(80, 24) as pilot:
        await pilot.press("o")
        await until(pilot, lambda: isinstance(pilot.app.screen, OfficialsScreen))
        await pilot.resize_terminal(120, 30)
        shown = pilot.app.screen.query_one(ChoiceList)
        await until(pilot, lambda: shown.size.width == 120)
        assert all(item.name[0] in shown.render_line(y).text for y, item in enumerate(shown.items[:20]))
