"""What a person sees of a view that lies over the reader."""

from __future__ import annotations

from typing import Any

from textual.pilot import Pilot

from reader.tui.views.rows import RowsView
from reader.tui.views.view import Head, ViewScreen
from reader.tui.widgets.status_bar import StatusBar
from tests.tui.reading import screen, text_pane, until


def view(pilot: Pilot[None]) -> ViewScreen[Any]:
    """The view."""
    assert isinstance(pilot.app.screen, ViewScreen)
    return pilot.app.screen


async def view_opened(pilot: Pilot[None]) -> None:
    """Waits until a view lies over the reader and shows its rows."""
    await until(pilot, lambda: isinstance(pilot.app.screen, ViewScreen) and bool(shown(pilot)))


async def view_left(pilot: Pilot[None]) -> None:
    """Waits until the reader is alone again."""
    await until(pilot, lambda: len(pilot.app.screen_stack) == 1)


def shown(pilot: Pilot[None]) -> list[str]:
    """The rows that are seen, line by line."""
    rows: RowsView[Any] = view(pilot).query_one(RowsView)
    return [rows.render_line(y).text.rstrip() for y in range(rows.size.height)]


def head(pilot: Pilot[None]) -> str:
    """What stands above the rows."""
    widget = view(pilot).query_one(Head)
    return "\n".join(widget.render_line(y).text.rstrip() for y in range(widget.size.height))


def foot(pilot: Pilot[None]) -> str:
    """The warning in the foot, else its state."""
    bar = view(pilot).query_one(StatusBar)
    return bar.warning or bar.state


def here(pilot: Pilot[None]) -> str:
    """The first line of the row with the cursor."""
    return next((line for line in shown(pilot) if line.startswith("›")), "")


def lit(pilot: Pilot[None]) -> list[str]:
    """The words that are lit in the body of the post behind the view, or where one is alone."""
    readout = screen(pilot)._readout
    assert readout is not None
    hits = text_pane(pilot).hits
    return [readout.body[hit.paragraph][hit.start : hit.end] for hit in hits if hit.paragraph is not None]
