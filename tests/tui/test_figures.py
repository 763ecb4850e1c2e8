"""The figures of a post and their lines through the meetings, on the screen."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from textual.pilot import Pilot

from reader.library.index import open_library
from reader.locale.screen import screen_words
from reader.tui.app import ReaderApp
from reader.tui.opening import Opening
from reader.tui.views.figures import FiguresScreen, ThroughScreen
from reader.tui.views.rows import RowsView
from reader.tui.views.view import Head
from reader.tui.widgets.status_bar import StatusBar
from tests.tui.reading import read_to_the_end, screen, status, text_pane, until
from tests.views.yearly import write_years


@asynccontextmanager
async def opened(tmp_path: Path, columns: int = 110, query: str = "", lang: str = "zh") -> AsyncIterator[Pilot[None]]:
    """The reader over six yearly meetings, the newest shown."""
    library = open_library([write_years(tmp_path / "posts")])
    async with ReaderApp(Opening(library, screen_words(lang), query)).run_test(size=(columns, 24)) as pilot:
        await read_to_the_end(pilot)
        yield pilot


def shown(pilot: Pilot[None]) -> list[str]:
    """What the view shows: its head, then its rows."""
    view = pilot.app.screen
    parts = (view.query_one(Head), view.query_one(RowsView))
    return [part.render_line(y).text.rstrip() for part in parts for y in range(part.size.height)]


async def over(pilot: Pilot[None], kind: type[object]) -> None:
    """Waits until a view of a kind lies over everything."""
    await until(pilot, lambda: isinstance(pilot.app.screen, kind) and bool(pilot.app.screen.query(RowsView)))
    await until(pilot, lambda: bool(pilot.app.screen.query_one(RowsView).rows))
    await pilot.pause()


async def test_a_key_opens_the_figures(tmp_path: Path) -> None:
    """# shows how many there are, and each with its kind, what it counts and its sentence."""
    async with opened(tmp_path) as pilot:
        await pilot.press("number_sign")
        await over(pilot, FiguresScreen)
        name, counts, *rows = shown(pilot)
        assert "2023-01-20  2023年全国海关工作会议" in name
        assert "3个数据  其中派生1个" in counts
        assert [row.split()[:3] for row in rows[:3]] == [
            ["›", "42.1万亿元", "水平"],
            ["7.7%", "派生", "同比增长"],
            ["4498起", "水平", "走私案件"],
        ]


async def test_a_figure_is_opened_in_the_text_and_left_again(tmp_path: Path) -> None:
    """Enter shows the text with the figure lit; Esc comes back to the same row."""
    async with opened(tmp_path) as pilot:
        await pilot.press("number_sign", "j", "enter")
        await until(pilot, lambda: pilot.app.screen is screen(pilot))
        await pilot.pause()
        (hit,) = screen(pilot)._lit(screen(pilot)._readout)  # type: ignore[arg-type]
        assert text_pane(pilot).display
        assert screen(pilot)._readout.body[hit.paragraph][hit.start : hit.end] == "7.7%"  # type: ignore[union-attr, index]
        await pilot.press("escape")
        await over(pilot, FiguresScreen)
        assert pilot.app.screen.query_one(RowsView).cursor == 1


async def test_a_figure_is_followed_through_the_meetings(tmp_path: Path) -> None:
    """t shows its line, oldest first, with the cursor on the figure; Esc goes back to the table."""
    async with opened(tmp_path) as pilot:
        await pilot.press("number_sign", "t")
        await over(pilot, ThroughScreen)
        name, counts, *rows = shown(pilot)
        assert "外贸总值  元  水平" in name
        assert "见于6场会议中的6场" in counts
        assert [row.strip("› ").split()[0] for row in rows[:6]] == [f"{year}-01-20" for year in range(2018, 2024)]
        assert [row.count("=") for row in rows[:6]] == [11, 12, 12, 12, 15, 16]
        assert rows[5].startswith("›")
        await pilot.press("escape")
        await over(pilot, FiguresScreen)


async def test_another_meeting_is_opened_from_the_line(tmp_path: Path) -> None:
    """Enter on an older meeting shows its text; Esc brings back the line at that row, Esc again the table."""
    async with opened(tmp_path) as pilot:
        await pilot.press("number_sign", "t", "g", "enter")
        await until(pilot, lambda: pilot.app.screen is screen(pilot))
        await until(pilot, lambda: "27.8万亿元" in "".join(screen(pilot)._readout.body))  # type: ignore[union-attr]
        await pilot.press("escape")
        await over(pilot, ThroughScreen)
        assert pilot.app.screen.query_one(RowsView).cursor == 0
        await pilot.press("escape")
        await over(pilot, FiguresScreen)


async def test_the_line_follows_the_filter_and_says_so(tmp_path: Path) -> None:
    """With since:2021 in the filter there are three meetings, and the head says by what they are filtered."""
    async with opened(tmp_path, query="since:2021", lang="en") as pilot:
        await pilot.press("number_sign", "t")
        await over(pilot, ThroughScreen)
        assert "in 3 of 3 meetings  filtered by: since:2021" in shown(pilot)[1]


async def test_a_text_without_figures_says_so(tmp_path: Path) -> None:
    """No empty view is opened: the foot says that the text holds none."""
    async with opened(tmp_path, query="is:article") as pilot:
        await pilot.press("a")
        await until(pilot, lambda: screen(pilot)._readout is not None)
        await pilot.press("number_sign")
        await until(pilot, lambda: "这篇没有数据" in status(pilot))
        assert pilot.app.screen is screen(pilot)


async def test_what_counts_nothing_has_no_line(tmp_path: Path) -> None:
    """Where the text does not say what a figure counts, t says so and stays."""
    posts = write_years(tmp_path / "posts")
    file = posts / "2022.md"
    text = file.read_text(encoding="utf-8").replace("查获走私案件4498起", "占49.6%")
    file.write_text(text, encoding="utf-8")
    library = open_library([posts])
    async with ReaderApp(Opening(library, screen_words("en"), "")).run_test(size=(80, 24)) as pilot:
        await read_to_the_end(pilot)
        await pilot.press("number_sign", "G", "t")
        await over(pilot, FiguresScreen)
        await until(pilot, lambda: "does not say" in pilot.app.screen.query_one(StatusBar).warning)


async def test_narrow_terminals_have_the_sentence_below(tmp_path: Path) -> None:
    """At 40 columns a figure has two lines, and one of a line three: figure, meeting, sentence."""
    async with opened(tmp_path, columns=40) as pilot:
        await pilot.press("number_sign")
        await over(pilot, FiguresScreen)
        rows = shown(pilot)[2:]
        assert rows[0].split() == ["›", "42.1万亿元", "外贸总值"]
        assert "外贸总值42.1万亿元" in rows[1]
        assert rows[3].strip().startswith("派生 同比增长") and "7.7%" in rows[3]
        await pilot.press("t", "g")
        await over(pilot, ThroughScreen)
        rows = shown(pilot)[2:]
        assert rows[0].split()[:3] == ["›", "2018-01-20", "27.8万亿元"]
        assert rows[1].strip() == "2018年全国海关工作会议"
        assert "外贸总值27.8万亿元" in rows[2]
