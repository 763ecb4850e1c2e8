"""What the start costs: nothing is imported before the first paint that it does not need."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

SCRIPT = """
import asyncio, sys
from pathlib import Path
from reader.cli import main
from reader.library.index import open_library
from reader.locale.screen import screen_words
from reader.tui.app import ReaderApp
from reader.tui.opening import Opening
from reader.tui.screens.reading import ReadingScreen

def begin(self):
    heavy = "bs4 lxml frontmatter yaml pypinyin opencc argparse reader.readout.read watchfiles".split()
    print("imported:", *[name for name in heavy if name in sys.modules])
    self.app.exit()

ReadingScreen._begin = begin

library = open_library([Path(sys.argv[1])])

async def run():
    async with ReaderApp(Opening(library, screen_words("en"))).run_test() as pilot:
        await pilot.pause()

asyncio.run(run())
"""


def test_no_parser_is_imported_before_the_first_paint(samples: Path) -> None:
    """When the frame is painted, neither bs4 nor YAML nor pinyin nor a watcher has been imported."""
    run = subprocess.run([sys.executable, "-c", SCRIPT, str(samples)], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "imported:"
