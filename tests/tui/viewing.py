"""A view over the reader, for pilot tests: what it shows, line by line."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from reader.library.index import open_library
from reader.locale.screen import screen_words
from reader.tui.app import ReaderApp
from reader.tui.opening import Opening
from reader.tui.views.view import Head, ViewScreen
from reader.tui.widgets.lines import LineView
from reader.tui.widgets.status_bar import StatusBar
from tests.tui.reading import read_to_the_end, until


@asynccontextmanager
async def opened_over(
    folder: Path, columns: int = 80, rows: int = 24, lang: str = "en", query: str = ""
) -> AsyncIterator[Pilot[None]]:
    """The reader over a folder, with everything read."""
    app = ReaderApp(Opening(open_library([folder]), screen_words(lang), query))
    async with app.run_test(size=(columns, rows)) as pilot:
        await read_to_the_end(pilot)
        yield pilot


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Presses keys, and lets what they open be shown."""
    await pilot.press(*keys)
    await pilot.pause()


def view(pilot: Pilot[None]) -> ViewScreen[Any]:
    """The view that lies over everything."""
    top = pilot.app.screen
    assert isinstance(top, ViewScreen)
    return top


async def until_view(pilot: Pilot[None], kind: type[ViewScreen[Any]]) -> None:
    """Waits until a view of this kind is on top, with what it shows."""
    await until(pilot, lambda: isinstance(pilot.app.screen, kind) and bool(rows(pilot)))


async def until_text(pilot: Pilot[None]) -> None:
    """Waits until no view is on top."""
    await until(pilot, lambda: not isinstance(pilot.app.screen, ViewScreen))


def _lines(pane: LineView) -> list[str]:
    return [pane.render_line(y).text.rstrip() for y in range(pane.size.height)]


def head(pilot: Pilot[None]) -> list[str]:
    """The lines above the rows."""
    return _lines(view(pilot).query(Head).first())


def about(pilot: Pilot[None]) -> str:
    """What is told below the rows."""
    return "\n".join(_lines(view(pilot).query(Head).last()))


def rows(pilot: Pilot[None]) -> list[str]:
    """The rows that are seen."""
    return [line for line in _lines(view(pilot)._rows) if line]


def at_cursor(pilot: Pilot[None]) -> str:
    """The row with the cursor."""
    return next((line for line in rows(pilot) if line.startswith("›")), "")


def foot(pilot: Pilot[None]) -> str:
    """What the foot warns of."""
    return view(pilot).query_one(StatusBar).warning
