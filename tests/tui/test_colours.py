"""Few colours, or none: what is told by a shade elsewhere is told by weight."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from rich.console import COLOR_SYSTEMS
from rich.style import Style
from textual.pilot import Pilot
from textual.strip import Strip

from reader.i18n import use
from reader.library.index import open_library
from reader.settings import Settings
from reader.tui.app import ReaderApp
from reader.tui.opening import Opening
from reader.tui.terminal import colours
from reader.tui.widgets.inks import Ink, Means, style_of
from tests.conftest import SAMPLES
from tests.terminal import Terminal
from tests.tui.reading import read_to_the_end, status, text_pane, until

SAID, NEW = "口岸防疫一刻也不能松", "办好代表委员的建议"
"""Words of the second meeting that were said before, and that are new."""


@pytest.mark.parametrize(
    ("environ", "count"),
    [
        ({"TERM": "xterm"}, "16"),
        ({"TERM": "screen"}, "16"),
        ({"TERM": "linux"}, "16"),
        ({"TERM": "xterm-16color"}, "16"),
        ({"TERM": "dumb"}, "none"),
        ({}, "16"),
        ({"TERM": "screen-256color"}, "256"),
        ({"TERM": "xterm", "COLORTERM": "truecolor"}, "16M"),
        ({"TERM": "xterm", "COLORTERM": "truecolor", "NO_COLOR": ""}, "none"),
    ],
)
def test_the_environment_says_how_many_colours_there_are(environ: dict[str, str], count: str) -> None:
    """TERM and COLORTERM tell it, as for other programs, and NO_COLOR forbids them all."""
    assert colours(environ) == count


def codes(pilot: Pilot[None], words: str) -> str:
    """What a terminal is sent before some words of the text."""
    system = COLOR_SYSTEMS[pilot.app.console.color_system or "truecolor"]
    pane = text_pane(pilot)
    for y in range(pane.size.height):
        strip = pane.render_line(y).apply_style(Style())
        for one in pane.get_line_filters():
            strip = strip.apply_filter(one, pane.background_colors[1])
        for text, style, _ in strip:
            if words[:4] in text and style:
                return Strip.render_ansi(style, system)
    raise AssertionError(words)


@pytest.mark.parametrize(
    ("environ", "theme", "shown", "new"),
    [
        ({"TERM": "xterm", "COLORTERM": ""}, "auto", "terminal", "1;39;49"),
        ({"TERM": "linux", "COLORTERM": ""}, "dark", "dark", "1;97;40"),
        ({"NO_COLOR": "1"}, "auto", "terminal", "1;39;49"),
        ({"TERM": "xterm-256color", "COLORTERM": ""}, "auto", "dark", "38;5;188;48;5;233"),
    ],
)
async def test_what_is_new_stands_out(
    monkeypatch: pytest.MonkeyPatch, environ: dict[str, str], theme: str, shown: str, new: str
) -> None:
    """In sixteen colours the terminal's own are taken, unless others are set; what is new is bold, the rest dim."""
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    with closing(open_library([SAMPLES])) as library:
        use("zh")
        app = ReaderApp(Opening(library, "", Settings(theme=theme)))
        async with app.run_test(size=(110, 40)) as pilot:
            await read_to_the_end(pilot)
            await pilot.press("j", "D")
            await until(pilot, lambda: "56.6%" in status(pilot))
            assert app.theme == f"customs-{shown}"
            assert codes(pilot, NEW) == new
            assert codes(pilot, SAID) != new
            if app.native_ansi_color:
                assert codes(pilot, SAID) == "2;39;49"


def test_papers_are_told_without_colour() -> None:
    """Where there is no colour, a hit is underlined, a selection and a bar are reversed, the cursor has its sign."""
    variables = {"foreground": "ansi_default", "a": "ansi_red", "block-cursor-background": "ansi_default"}
    none, few = Means(True, True, True), Means(True, False, True)
    assert style_of(Ink(paper="a"), variables, none).reverse
    assert style_of(Ink(paper="a", bold=True), variables, none).underline
    assert not style_of(Ink(paper="block-cursor-background"), variables, none).reverse
    assert not style_of(Ink(paper="a"), variables, few).reverse


def test_a_terminal_of_sixteen_colours_is_sent_the_difference(
    in_terminal: Callable[..., Terminal], samples: Path
) -> None:
    """With TERM=screen the bytes before new and former words differ, and no colour is sent but the terminal's own."""
    with in_terminal(samples, "--lang", "en", TERM="screen", COLORTERM="") as terminal:
        terminal.wait("5 meetings")
        terminal.type("jD")
        terminal.wait("56.6%")
        terminal.wait_for_bytes(f"\x1b[2;39;49m{SAID}".encode())
        terminal.wait_for_bytes(b"\x1b[1;39;49m")
        assert b";38;" not in terminal.raw
        assert b"[38;" not in terminal.raw
