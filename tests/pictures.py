"""`make pictures`: the pictures of the docs, made from the samples by Textual itself."""

from __future__ import annotations

import asyncio
import os
import re
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.tui.reading import read_to_the_end, reader, screen, until

PICTURES = {
    "reader.svg": ((110, 32), ("slash", *"同防", "enter", "j")),
    "officials.svg": ((110, 20), ("o",)),
    "light.svg": ((110, 32), ("t", "j")),
    "narrow.svg": ((40, 20), ("enter", "space")),
    "wide.svg": ((160, 45), ("t", "j", "enter", "slash", *"口岸", "enter")),
    "notes.svg": ((110, 32), ("enter", "right_curly_bracket", "p", *"第一次这样说", "enter")),
    "terminal.svg": ((80, 24), ("t", "t", "slash", *"口岸", "enter")),
    "palette.svg": ((110, 20), ("colon", *"xs")),
    "wording.svg": ((110, 32), ("j", "enter", "D", "n", "n", "n")),
    "compare.svg": ((110, 32), ("j", "C", "n", "n")),
    "named.svg": ((110, 24), ("O", "left")),
    "outline.svg": ((140, 34), ("j", "j", "enter", "g", "2", "f", *"海关", "enter")),
}
"""How large each is, in cells, and what is typed into the reader before it is drawn."""
FOLDERS = {"en": "", "zh": "zh"}
"""Where those of each language lie."""


async def draw(folder: Path) -> None:
    """Writes every picture in every language into a folder."""
    for lang, below in FOLDERS.items():
        (folder / below).mkdir(exist_ok=True)
        for name, (size, keys) in PICTURES.items():
            with tempfile.TemporaryDirectory() as home:  # in every picture the reader is opened for the first time
                os.environ.update({f"XDG_{what}_HOME": home for what in ("CONFIG", "STATE", "CACHE")})
                drawing = await _drawn(lang, size, keys)
            # The fonts that Textual names are fetched from the network; the viewer's own serve as well.
            drawing = re.sub(r"@font-face \{.*?\}\s*", "", drawing, flags=re.S)
            (folder / below / name).write_text(drawing, encoding="utf-8")


async def _drawn(lang: str, size: tuple[int, int], keys: Sequence[str]) -> str:
    app = reader(lang)
    async with app.run_test(size=size) as pilot:
        await read_to_the_end(pilot)
        library = screen(pilot).desk.session.library
        await until(pilot, lambda: all(library.across.said_before(held.key) for held in library.across.meetings()))
        await pilot.press(*keys)
        await pilot.pause(0.5)
        return app.export_screenshot(title="customs-reader")


if __name__ == "__main__":
    asyncio.run(draw(Path(sys.argv[1])))
