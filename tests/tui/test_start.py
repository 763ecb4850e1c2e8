"""What the start costs: nothing is imported before the first paint that it does not need."""

from __future__ import annotations

import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from textual._compositor import CompositorUpdate
from textual.app import App
from textual.screen import Screen

from reader.tui.widgets.status_bar import StatusBar
from tests.tui.reading import opened, reader, screen, until

SCRIPT = """
import asyncio, sys
from contextlib import closing
from pathlib import Path
from reader.cli import main
from reader.library.index import open_library
from reader.i18n import use
from reader.tui.app import ReaderApp
from reader.tui.opening import Opening
from reader.tui.screen import MainScreen

def begin(self):
    heavy = "bs4 lxml frontmatter yaml pypinyin opencc argparse reader.readout.read watchfiles".split()
    print("imported:", *[name for name in heavy if name in sys.modules])
    self.app.exit()

MainScreen.begin = begin

library = open_library([Path(sys.argv[1])])

async def run():
    use("en")
    async with ReaderApp(Opening(library)).run_test() as pilot:
        await pilot.pause()

asyncio.run(run())
"""


def test_no_parser_is_imported_before_the_first_paint(samples: Path) -> None:
    """When the frame is painted, neither bs4 nor YAML nor pinyin nor a watcher has been imported."""
    run = subprocess.run([sys.executable, "-c", SCRIPT, str(samples)], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "imported:"


def painted(app: App[None]) -> list[str]:
    """What the application writes to the terminal from now on, paint by paint."""
    written: list[str] = []

    def display(_: Screen[None], update: CompositorUpdate | None) -> None:
        if update is not None:
            written.append(update.render_segments(app.console))

    app._display = display  # type: ignore[method-assign,assignment]  # noqa: SLF001  # instead of Textual's
    return written


async def test_what_is_to_be_painted_while_the_terminal_is_asked_is_painted() -> None:
    """A key that is obeyed just when the terminal is asked how wide it paints “ changes the foot at once."""
    async with opened() as pilot:
        written = painted(pilot.app)
        screen(pilot).query_one(StatusBar).state = "26篇"
        pilot.app.ask_terminal()  # type: ignore[attr-defined]  # a ReaderApp
        await until(pilot, lambda: bool(written))
        assert "26篇" in written[0]


async def test_the_first_paint_shows_the_cursor() -> None:
    """The list stands at its beginning from the first paint on."""
    app = reader()
    written = painted(app)
    async with app.run_test(size=(40, 20)) as pilot:
        await until(pilot, lambda: any("2022" in paint for paint in written))
    assert "›" in next(paint for paint in written if "2022" in paint)


async def test_a_fault_of_the_thread_that_follows_the_folders_is_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    """A mistake in the program ends it with its traceback, not with a list that never grows."""

    def keep(*_: object) -> None:
        raise LookupError("a mistake")

    app = reader()
    library = app.main.desk.session.library
    monkeypatch.setattr(library, "keep", keep)
    with closing(library), pytest.raises(LookupError, match="a mistake"):
        async with app.run_test() as pilot:
            await until(pilot, lambda: not app.is_running)
