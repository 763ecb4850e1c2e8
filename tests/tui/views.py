"""What a person sees of a view that lies over the reader."""

from __future__ import annotations

from typing import TypeVar

from textual.pilot import Pilot

from reader.tui.report import ReportScreen
from reader.tui.widgets.lines import LineView
from reader.tui.widgets.report_rows import Head
from reader.tui.widgets.status_bar import StatusBar
from tests.tui.reading import screen, text_pane, until

View = TypeVar("View")


async def opens(pilot: Pilot[None], kind: type[View], *keys: str) -> View:
    """Presses keys, and waits until a view of a kind is on top with what it shows."""
    await pilot.press(*keys)
    await until(pilot, lambda: shows(pilot, kind) and bool(rows(pilot)))
    await pilot.pause()
    view = on_top(pilot)
    assert isinstance(view, kind)
    return view


def on_top(pilot: Pilot[None]) -> object:
    """The report that is shown; None where there is none."""
    top = pilot.app.screen
    return top.report if isinstance(top, ReportScreen) else None


def shows(pilot: Pilot[None], kind: type) -> bool:
    """Whether a view of a kind is on top."""
    return on_top(pilot) is not None and isinstance(on_top(pilot), kind)


async def leaves(pilot: Pilot[None], *keys: str) -> None:
    """Presses keys, and waits until no view lies over the reader."""
    await pilot.press(*keys)
    await until(pilot, lambda: pilot.app.screen is screen(pilot))
    await pilot.pause()


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Presses keys, and lets what they do be shown."""
    await pilot.press(*keys)
    await pilot.pause()


def _view(pilot: Pilot[None]) -> ReportScreen:
    assert isinstance(pilot.app.screen, ReportScreen)
    return pilot.app.screen


def _lines(pane: LineView) -> list[str]:
    return [pane.render_line(y).text.rstrip() for y in range(pane.size.height)]


def head_lines(pilot: Pilot[None]) -> list[str]:
    """The lines above the rows."""
    return _lines(_view(pilot).query(Head).first())


def head(pilot: Pilot[None]) -> str:
    """What stands above the rows."""
    return "\n".join(head_lines(pilot))


def about(pilot: Pilot[None]) -> str:
    """What is told below the rows."""
    return "\n".join(_lines(_view(pilot).query(Head).last()))


def rows(pilot: Pilot[None]) -> list[str]:
    """The lines of the rows that are seen, without blank ones."""
    return [line for line in _lines(pane(pilot)) if line]


def pane(pilot: Pilot[None]) -> LineView:
    """The rows."""
    return _view(pilot).pane


def here(pilot: Pilot[None]) -> str:
    """The first line of the row with the cursor."""
    return next((line for line in rows(pilot) if line.startswith("›")), "")


def foot(pilot: Pilot[None]) -> str:
    """The warning in the foot, else its state."""
    bar = _view(pilot).query_one(StatusBar)
    return bar.warning or bar.state


def lit(pilot: Pilot[None]) -> list[str]:
    """The words that are lit in the body of the post behind the view, or where one is alone."""
    readout = screen(pilot).desk.post.readout
    assert readout is not None
    hits = text_pane(pilot).hits
    return [readout.body[hit.paragraph][hit.start : hit.end] for hit in hits if hit.paragraph is not None]
