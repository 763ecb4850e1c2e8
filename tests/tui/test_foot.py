"""How far the reading of the folder is: every foot tells it until it ends, whatever else it has to say."""

from __future__ import annotations

from textual.pilot import Pilot

from reader.library.model import Progress
from reader.text.cells import cells
from reader.tui.widgets.status_bar import StatusBar
from tests.tui.reading import opened, screen, until

HALF = Progress(1234, 19000, 10.0)
SHOWN: dict[str, list[str]] = {
    "the list": [],
    "the text": ["enter"],
    "new wording": ["D"],
    "evidence": ["e"],
    "words that are found": ["f", *"海关", "enter"],
    "a warning": ["U"],
    "the series": ["S"],
    "the phrases": ["P"],
    "the table": ["O"],
    "the officials": ["o"],
    "the help": ["question_mark"],
    "the palette": ["colon"],
    "a note": ["m"],
}
"""What may be shown, and the keys that show it."""


def foot(pilot: Pilot[None]) -> str:
    """The foot of the screen that is on top."""
    return pilot.app.screen.query_one(StatusBar).render_line(0).text


def half_read(pilot: Pilot[None], told: str) -> bool:
    """Tells that half of the folder has been read, whatever the library has told since; whether the foot has it."""
    screen(pilot).part("following").fill(HALF)
    return told in foot(pilot)


async def test_the_progress_of_the_reading_is_never_left_out() -> None:
    """At 40 columns, in every pane, light, view and dialog, the foot tells it, and no more than there is room for; at
    its end it goes.
    """
    async with opened(40, 20, lang="en", query="海关") as pilot:
        for keys in SHOWN.values():
            await pilot.press(*keys)
            await until(pilot, lambda: half_read(pilot, "reading 1234/19000"))
            assert cells(foot(pilot)) == 40
            while pilot.app.screen is not screen(pilot) or screen(pilot).close():
                await pilot.press("escape")
                await pilot.pause()
        await pilot.press("S")
        await until(pilot, lambda: pilot.app.screen is not screen(pilot))
        assert "19000" in foot(pilot)
        screen(pilot).part("following").fill(Progress(19000, 19000))
        await until(pilot, lambda: "19000" not in foot(pilot))


async def test_where_there_is_room_the_pace_is_told_too() -> None:
    """On a wide terminal the foot says how many posts a second are read, and how long it will take."""
    async with opened(160, 20, lang="en") as pilot:
        await until(pilot, lambda: half_read(pilot, "5 meetings · reading 1234/19000 · 123 a second"))
