"""Taking away what one reads."""

from __future__ import annotations

import pytest

from tests.tui.reading import opened, screen, status


async def test_the_paragraph_that_is_read_is_copied() -> None:
    """y sends the words of the paragraph, without ends of lines, to the terminal's clipboard, and the foot says so."""
    async with opened() as pilot:
        await pilot.press("g", "2", "y")
        readout = screen(pilot)._readout
        assert readout is not None
        assert pilot.app.clipboard in readout.body
        assert "\n" not in pilot.app.clipboard
        assert "已送往终端剪贴板" in status(pilot)


async def test_a_quotation_carries_its_citation() -> None:
    """Y copies the paragraph in quotation marks, and below it meeting, day, title, publication and paragraph."""
    async with opened() as pilot:
        await pilot.press("g", "2", "Y")
        words, where = pilot.app.clipboard.split("\n")
        assert words.startswith("“")
        assert words.endswith("”")
        for part in ("党委扩大会议", "2022-04-28", "《", "第"):
            assert part in where


async def test_a_link_is_copied_or_opened_only_when_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """c copies the address; w alone opens it; a post without one says so."""
    asked: list[str] = []
    monkeypatch.setattr("webbrowser.open", lambda link: not asked.append(link))
    async with opened() as pilot:
        readout = screen(pilot)._readout
        assert readout is not None
        screen(pilot)._readout = readout._replace(link="https://example.org/a")
        await pilot.press("c")
        assert (pilot.app.clipboard, asked) == ("https://example.org/a", [])
        await pilot.press("w")
        assert asked == ["https://example.org/a"]
        screen(pilot)._readout = readout._replace(link="file:///etc/passwd")
        await pilot.press("w")
        assert len(asked) == 1
        assert status(pilot) == "这篇没有可打开的链接"
