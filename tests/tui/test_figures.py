"""The figures of a post and their lines through the meetings, on the screen."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.views.figures import Figures, Through
from tests.tui.reading import opened, screen, status, text_pane, until
from tests.tui.views import foot, head_lines, here, leaves, lit, opens, rows
from tests.views.yearly import write_years


@pytest.fixture
def posts(tmp_path: Path) -> Path:
    """Six yearly meetings; the newest is shown first."""
    return write_years(tmp_path / "posts")


async def test_a_key_opens_the_figures(posts: Path) -> None:
    """# shows how many there are, and each with its kind, what it counts and its sentence."""
    async with opened(110, 24, folder=posts) as pilot:
        await opens(pilot, Figures, "number_sign")
        name, counts = head_lines(pilot)
        assert "2023-01-20  2023年全国海关工作会议" in name
        assert "3个数据  其中派生1个" in counts
        assert [row.split()[:3] for row in rows(pilot)[:3]] == [
            ["›", "42.1万亿元", "水平"],
            ["7.7%", "派生", "同比增长"],
            ["4498起", "水平", "走私案件"],
        ]


async def test_a_figure_is_opened_in_the_text_and_left_again(posts: Path) -> None:
    """Enter shows the text with the figure lit; Esc comes back to the same row."""
    async with opened(110, 24, folder=posts) as pilot:
        await leaves(pilot, "number_sign", "j", "enter")
        assert text_pane(pilot).display
        assert lit(pilot) == ["7.7%"]
        await opens(pilot, Figures, "escape")
        assert "7.7%" in here(pilot)


async def test_a_figure_is_followed_through_the_meetings(posts: Path) -> None:
    """t shows its line, oldest first, with the cursor on the figure; Esc goes back to the table."""
    async with opened(110, 24, folder=posts) as pilot:
        await opens(pilot, Through, "number_sign", "t")
        name, counts = head_lines(pilot)
        assert "外贸总值  元  水平" in name
        assert "见于6场会议中的6场" in counts
        assert [row.strip("› ").split()[0] for row in rows(pilot)[:6]] == [
            f"{year}-01-20" for year in range(2018, 2024)
        ]
        assert [row.count("=") for row in rows(pilot)[:6]] == [11, 12, 12, 12, 15, 16]
        assert rows(pilot)[5].startswith("›")
        await opens(pilot, Figures, "escape")


async def test_another_meeting_is_opened_from_the_line(posts: Path) -> None:
    """Enter on an older meeting shows its text; Esc brings back the line at that row, Esc again the table."""
    async with opened(110, 24, folder=posts) as pilot:
        await leaves(pilot, "number_sign", "t", "g", "enter")
        assert lit(pilot) == ["27.8万亿元"]
        await opens(pilot, Through, "escape")
        assert "27.8万亿元" in here(pilot)
        await opens(pilot, Figures, "escape")


async def test_the_line_follows_the_filter_and_says_so(posts: Path) -> None:
    """With since:2021 in the filter there are three meetings, and the head says by what they are filtered."""
    async with opened(110, 24, "en", "since:2021", posts) as pilot:
        await opens(pilot, Through, "number_sign", "t")
        assert "in 3 of 3 meetings  filtered by: since:2021" in head_lines(pilot)[1]


async def test_a_text_without_figures_says_so(posts: Path) -> None:
    """No empty view is opened: the foot says that the text holds none."""
    async with opened(110, 24, query="is:article", folder=posts) as pilot:
        await pilot.press("a")
        await until(pilot, lambda: screen(pilot).desk.post.readout is not None)
        await pilot.press("number_sign")
        await until(pilot, lambda: "这篇没有数据" in status(pilot))
        assert pilot.app.screen is screen(pilot)


async def test_what_counts_nothing_has_no_line(posts: Path) -> None:
    """Where the text does not say what a figure counts, t says so and stays."""
    file = posts / "2022.md"
    text = file.read_text(encoding="utf-8").replace("查获走私案件4498起", "占49.6%")
    file.write_text(text, encoding="utf-8")
    async with opened(80, 24, "en", folder=posts) as pilot:
        await opens(pilot, Figures, "number_sign", "G", "t")
        assert "does not say" in foot(pilot)


async def test_narrow_terminals_have_the_sentence_below(posts: Path) -> None:
    """At 40 columns a figure has two lines, and one of a line three: figure, meeting, sentence."""
    async with opened(40, 24, folder=posts) as pilot:
        await opens(pilot, Figures, "number_sign")
        shown = rows(pilot)
        assert shown[0].split() == ["›", "42.1万亿元", "外贸总值"]
        assert "外贸总值42.1万亿元" in shown[1]
        assert shown[3].strip().startswith("派生 同比增长") and "7.7%" in shown[3]
        await opens(pilot, Through, "t", "g")
        shown = rows(pilot)
        assert shown[0].split()[:3] == ["›", "2018-01-20", "27.8万亿元"]
        assert shown[1].strip() == "2018年全国海关工作会议"
        assert "外贸总值27.8万亿元" in shown[2]
