"""The figures as pictures: the table on the samples, and the line of one figure."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from textual.pilot import Pilot

from reader.library.index import open_library
from reader.locale.screen import screen_words
from reader.tui.app import ReaderApp
from reader.tui.opening import Opening
from reader.tui.views.figures import FiguresScreen, ThroughScreen
from tests.tui.reading import read_to_the_end, reader, until
from tests.views.yearly import write_years

Compare = Callable[..., bool]


def _after(kind: type[object], *keys: str) -> Callable[[Pilot[None]], object]:
    async def press(pilot: Pilot[None]) -> None:
        await read_to_the_end(pilot)
        await pilot.press(*keys)
        await until(pilot, lambda: isinstance(pilot.app.screen, kind))
        await pilot.pause(0.2)

    return press


def test_the_figures_of_a_meeting(snap_compare: Compare) -> None:
    """At 110x32 each figure stands beside its sentence; derived ones are marked."""
    keys = ("j", "j", "number_sign", "j")
    assert snap_compare(reader(), terminal_size=(110, 32), run_before=_after(FiguresScreen, *keys))


def test_the_line_of_a_figure(snap_compare: Compare, tmp_path: Path) -> None:
    """At 80x24 a day, a value, a bar and the meeting, with the sentence below."""
    library = open_library([write_years(tmp_path / "posts")])
    app = ReaderApp(Opening(library, screen_words("en"), ""))
    assert snap_compare(app, terminal_size=(80, 24), run_before=_after(ThroughScreen, "number_sign", "t"))
