"""Posts that are far too long for a screen: the keys are obeyed while something is worked out, what is cut is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.analysis import rewording
from reader.tui import slices, working
from reader.tui.widgets import text_pane as pane
from reader.tui.working import WorkingScreen
from reader.views import figures, kwic, phrases, report
from reader.views.compare import Compare
from reader.views.figures import Figures
from reader.views.kwic import Kwic
from reader.views.phrases import Phrases
from tests.conftest import write_post
from tests.tui import views
from tests.tui.reading import opened, screen, text_pane, until

HELD = "<p>{month}月15日，海关总署召开署务会议。署长甘乙丙主持会议。</p>"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two meetings with some sixty clauses, figures and quoted phrases each, all like each other."""
    posts = tmp_path / "posts"
    posts.mkdir()
    for month, name in ((3, "a"), (4, "b")):
        clauses = [f"第{at}项工作要继续推进落实“第{at}项{name}工程”，进口{at}万吨" for at in range(60)]
        body = HELD.format(month=month) + f"<p>{'。'.join(clauses)}。</p>"
        date = f"Tue, 16 {'Mar' if month == 3 else 'Apr'} 2022 10:56:54 GMT"
        write_post(posts, f"{name}.md", "海关总署召开署务会议", body, date)
    return posts


@pytest.fixture
def slowly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything is done in steps, and keys are looked at after each."""
    monkeypatch.setattr(working, "AT_ONCE", 1)
    monkeypatch.setattr(slices, "SLICE", -1.0)
    monkeypatch.setattr(rewording, "_STEP", 0)


@pytest.mark.parametrize("key", ["q", "escape"])
async def test_a_comparison_that_goes_on_is_left(folder: Path, slowly: None, key: str) -> None:
    """C tells how far it is; q and Esc leave off before it is done, and are back in the list."""
    async with opened(folder=folder) as pilot:
        await pilot.press("C")
        await until(pilot, lambda: isinstance(pilot.app.screen, WorkingScreen))
        working_screen = pilot.app.screen
        assert isinstance(working_screen, WorkingScreen)
        await pilot.press(key)
        await until(pilot, lambda: pilot.app.screen is screen(pilot))
        assert not working_screen.job.result
        assert next(iter(working_screen.job.steps), "done") is None
        await pilot.press("j")
        assert screen(pilot).desk.session.index == 1


async def test_a_comparison_that_is_done_opens(folder: Path, slowly: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who waits sees the comparison, and comes back from it to the list."""
    monkeypatch.setattr(rewording, "_STEP", 10_000)
    async with opened(folder=folder) as pilot:
        await views.opens(pilot, Compare, "C")
        assert "保留" in views.head(pilot)
        await views.leaves(pilot, "q")


async def test_of_more_rows_than_are_shown_the_first_are(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A comparison of many rows ends after the first, and says how many there are and where all are told."""
    monkeypatch.setattr(report, "MOST", 20)
    async with opened(folder=folder) as pilot:
        view = await views.opens(pilot, Compare, "C")
        assert "这里只列前20行" in views.head(pilot)
        assert "customs-reader compare" in views.head(pilot)
        assert len(view.rows()) < 30


async def test_what_was_not_compared_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Above the rows stands among how many clauses reworded ones were looked for."""
    monkeypatch.setattr(rewording, "_SMALL", 8)
    monkeypatch.setattr(rewording, "PAIRS", 100)
    async with opened(folder=folder) as pilot:
        await views.opens(pilot, Compare, "C")
        assert "改写只在两篇各自未保留的前8个分句里找" in views.head(pilot).replace("\n ", "")


async def test_figures_and_phrases_that_are_too_many_are_cut(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first are there, and a sentence says so."""
    monkeypatch.setattr(figures, "MOST", 5)
    monkeypatch.setattr(phrases, "MOST", 5)
    async with opened(folder=folder) as pilot:
        figures_view = await views.opens(pilot, Figures, "#")
        assert len(figures_view.rows()) == 5
        assert "只列最前面的" in views.head(pilot)
        await views.leaves(pilot, "q")
        phrases_view = await views.opens(pilot, Phrases, "P")
        assert len(phrases_view.rows()) == 5
        assert "共120行，这里只列前5行" in views.head(pilot)


async def test_hits_that_are_too_many_are_cut(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A word in its contexts is not looked for any more after so many hits, which is told."""
    monkeypatch.setattr(kwic, "MOST", 30)
    monkeypatch.setattr("reader.views.kwic.AT_ONCE", 10)
    async with opened(folder=folder, query="工作") as pilot:
        view = await views.opens(pilot, Kwic, "K")
        await until(pilot, lambda: "只列最前面的" in views.head(pilot))
        assert len(view.found.lines) < 60


async def test_the_end_of_a_very_long_post_is_come_to(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """G goes as far as is set at once, and to the end as soon as all is."""
    monkeypatch.setattr(pane, "AT_ONCE", 0.0)
    monkeypatch.setattr(pane, "SLICE", -1.0)
    monkeypatch.setattr(pane, "EAGER", -1.0)
    write_post(folder, "c.md", "海关总署召开署务会议", HELD.format(month=5) + "<p>海关要守住国门。</p>" * 200)
    async with opened(folder=folder, query="守住") as pilot:
        await pilot.press("l", "G")
        assert not text_pane(pilot).at_end
        monkeypatch.setattr(pane, "EAGER", 0.1)
        await until(pilot, lambda: text_pane(pilot).at_end)
