"""The reader over a folder, for pilot tests: opened, read to the end, and asked for what a person would see."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, closing
from pathlib import Path

from textual.pilot import Pilot

from reader.i18n import use
from reader.library.index import open_library
from reader.tui.app import ReaderApp
from reader.tui.opening import Opening
from reader.tui.screen import MainScreen
from reader.tui.widgets.meeting_list import MeetingList
from reader.tui.widgets.status_bar import StatusBar
from reader.tui.widgets.text_pane import TextPane
from tests.conftest import SAMPLES

READING = ("正在读", "reading")
"""What the foot says while posts are being read."""
PATIENCE = 400
"""How many turns of the event loop a state may take to come."""


def reader(lang: str = "zh", query: str = "", folder: Path = SAMPLES) -> ReaderApp:
    """The reader over a folder, not started yet."""
    use(lang)
    return ReaderApp(Opening(open_library([folder]), query))


async def until(pilot: Pilot[None], state: Callable[[], bool]) -> None:
    """Lets the reader work until a state has come."""
    for _ in range(PATIENCE):
        if state():
            return
        await pilot.pause(0.01)
    raise AssertionError(f"it never came: {status(pilot)}")


async def read_to_the_end(pilot: Pilot[None]) -> None:
    """Waits until every post has been read."""
    await until(pilot, lambda: bool(status(pilot)) and not any(sign in status(pilot).lower() for sign in READING))
    await pilot.pause()


@asynccontextmanager
async def opened(
    columns: int = 110, rows: int = 32, lang: str = "zh", query: str = "", folder: Path = SAMPLES
) -> AsyncIterator[Pilot[None]]:
    """The reader, opened and with everything read."""
    with closing(open_library([folder])) as library:
        use(lang)
        async with ReaderApp(Opening(library, query)).run_test(size=(columns, rows)) as pilot:
            await read_to_the_end(pilot)
            yield pilot


def screen(pilot: Pilot[None]) -> MainScreen:
    """The reading screen, whatever lies over it."""
    base = pilot.app.screen_stack[0]
    assert isinstance(base, MainScreen)
    return base


def status(pilot: Pilot[None]) -> str:
    """The right end of the foot: its warning, if there is one, else its state."""
    bar = screen(pilot).query_one(StatusBar)
    return bar.warning or " · ".join(filter(None, (bar.state, bar.reading[0])))


def text_pane(pilot: Pilot[None]) -> TextPane:
    """The reading pane."""
    return screen(pilot).query_one(TextPane)


def lines(pilot: Pilot[None], pane: TextPane | MeetingList) -> list[str]:
    """What a pane shows, line by line."""
    return [pane.render_line(y).text.rstrip() for y in range(pane.size.height)]


def title(pilot: Pilot[None]) -> str:
    """The first line that the reading pane shows."""
    return next((line.strip() for line in lines(pilot, text_pane(pilot)) if line.strip()), "")


def listed(pilot: Pilot[None]) -> str:
    """What the list shows."""
    return "\n".join(lines(pilot, screen(pilot).query_one(MeetingList)))


def at_cursor(pilot: Pilot[None]) -> str:
    """The list's line with the cursor."""
    return next((line for line in listed(pilot).split("\n") if line.startswith("›")), "")
