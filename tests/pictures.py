"""`make pictures`: the pictures of the docs, made from the samples by Textual itself."""

from __future__ import annotations

import asyncio
import re
import sys
from pathlib import Path

from tests.tui.reading import read_to_the_end, reader

PICTURES = {
    "reader.svg": ("zh", (110, 32), ("slash", *"同防", "enter", "j")),
    "officials.svg": ("en", (110, 20), ("o",)),
    "light.svg": ("zh", (110, 32), ("t", "j")),
    "outline.svg": ("zh", (140, 34), ("j", "j", "enter", "g", "2", "f", *"海关", "enter")),
}


async def draw(folder: Path) -> None:
    """Writes every picture into a folder."""
    for name, (lang, size, keys) in PICTURES.items():
        app = reader(lang)
        async with app.run_test(size=size) as pilot:
            await read_to_the_end(pilot)
            await pilot.press(*keys)
            await pilot.pause(0.5)
            drawing = app.export_screenshot(title="customs-reader")
        # The fonts that Textual names are fetched from the network; the viewer's own serve as well.
        (folder / name).write_text(re.sub(r"@font-face \{.*?\}\s*", "", drawing, flags=re.S), encoding="utf-8")


if __name__ == "__main__":
    asyncio.run(draw(Path(sys.argv[1])))
