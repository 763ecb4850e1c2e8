"""Keys that close: q closes what Esc closes and quits when nothing is open; a line end is Enter."""

from __future__ import annotations

from contextlib import closing

import pytest
from textual.pilot import Pilot

from reader.i18n import use
from reader.library.index import open_library
from reader.tui.app import ReaderApp
from reader.tui.dialogs.help import HelpScreen
from reader.tui.keymap import rebound
from reader.tui.opening import Opening
from reader.tui.widgets.status_bar import StatusBar
from tests.conftest import SAMPLES
from tests.tui.reading import at_cursor, opened, screen, status, text_pane, until
from tests.tui.views import leaves, lit


def is_left(pilot: Pilot[None]) -> bool:
    """Whether the program was told to end."""
    return pilot.app.return_code is not None


OPEN = {
    "new wording": (["j", "D"], lambda pilot: screen(pilot).part("wording").baseline is not None),
    "evidence": (["e"], lambda pilot: "出处" in status(pilot)),
    "words that are found": (["f", *"海关", "enter"], lambda pilot: set(lit(pilot)) == {"海关"}),
    "a selection": (["l", "V"], lambda pilot: bool(text_pane(pilot).selected.text)),
    "the text alone": (["z"], lambda pilot: screen(pilot).has_class("-zen")),
}
"""What may be open over the text, the keys that open it, and how it is seen."""


@pytest.mark.parametrize("close", ["q", "escape"])
@pytest.mark.parametrize("what", OPEN)
async def test_q_closes_what_is_open_as_esc_does(what: str, close: str) -> None:
    """One press closes it and the reader goes on; q quits then."""
    keys, is_open = OPEN[what]
    async with opened() as pilot:
        await pilot.press(*keys)
        await until(pilot, lambda: is_open(pilot))
        await pilot.press(close)
        assert not is_open(pilot)
        assert not is_left(pilot)
        await pilot.press("q")
        assert is_left(pilot)


@pytest.mark.parametrize("what", OPEN)
async def test_ctrl_q_always_leaves(what: str) -> None:
    """Ctrl+Q leaves whatever is open."""
    keys, is_open = OPEN[what]
    async with opened() as pilot:
        await pilot.press(*keys)
        await until(pilot, lambda: is_open(pilot))
        await pilot.press("ctrl+q")
        assert is_left(pilot)


async def go_to_a_passage(pilot: Pilot[None]) -> None:
    """Leaves the view of a word in its contexts for the first of its hits."""
    await pilot.press("slash", *"六稳", "enter", "K")
    await until(pilot, lambda: pilot.app.screen is not screen(pilot))
    await leaves(pilot, "enter")


async def test_q_goes_back_from_a_passage_to_its_view() -> None:
    """From a passage that a view was left for, q is back in the view, then out of it, then out of the reader."""
    async with opened() as pilot:
        await go_to_a_passage(pilot)
        assert lit(pilot) == ["六稳"]
        await pilot.press("q")
        await until(pilot, lambda: pilot.app.screen is not screen(pilot))
        await leaves(pilot, "q")
        assert not is_left(pilot)
        await pilot.press("q")
        assert is_left(pilot)


async def test_what_is_looked_for_in_a_passage_is_lit() -> None:
    """Words and evidence that are asked for after a view was left are lit over its passage; closed, it is lit again."""
    async with opened() as pilot:
        await go_to_a_passage(pilot)
        await pilot.press("f", *"海关", "enter")
        await until(pilot, lambda: set(lit(pilot)) == {"海关"})
        assert "查 海关 " in screen(pilot).query_one(StatusBar).place
        await pilot.press("q")
        assert lit(pilot) == ["六稳"]
        await pilot.press("e")
        assert len(lit(pilot)) > 1
        await pilot.press("q")
        assert lit(pilot) == ["六稳"]


@pytest.mark.parametrize("keys", [["slash", *"六稳"], ["f", *"海关"], ["question_mark", "slash", "a"]])
async def test_a_line_end_is_enter(keys: list[str]) -> None:
    """In the filter, the palette, a line and the help Ctrl+J does what Enter does."""
    shown = []
    for enter in ("enter", "ctrl+j"):
        async with opened() as pilot:
            await pilot.press(*keys, enter)
            await pilot.pause()
            shown.append((status(pilot), at_cursor(pilot), isinstance(pilot.app.screen, HelpScreen)))
    assert shown[0] == shown[1]


async def test_ctrl_j_is_a_command_where_the_reader_says_so() -> None:
    """A reader who has given Ctrl+J to a command keeps it."""
    commands, wrong = rebound({"down": ["ctrl+j"]})
    assert not wrong
    with closing(open_library([SAMPLES])) as library:
        use("zh")
        opening = Opening(library, commands=commands)
        async with ReaderApp(opening).run_test(size=(110, 32)) as pilot:
            await until(pilot, lambda: bool(at_cursor(pilot)))
            await pilot.press("ctrl+j")
            assert "03-15" in at_cursor(pilot)
