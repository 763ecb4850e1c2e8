"""The views as pictures: few, and looked at whenever they change."""

from __future__ import annotations

from collections.abc import Callable

from textual.pilot import Pilot

from tests.tui.reading import read_to_the_end, reader, screen, until
from tests.tui.views import view_opened

Compare = Callable[..., bool]


def _view(*keys: str) -> Callable[[Pilot[None]], object]:
    """Presses keys that open a view, waits for it, and presses the rest after `then`."""
    before, _, after = " ".join(keys).partition(" then ")

    async def press(pilot: Pilot[None]) -> None:
        await read_to_the_end(pilot)
        await _said(pilot)
        await pilot.press(*before.split())
        await view_opened(pilot)
        await pilot.press(*after.split())
        await pilot.pause(0.2)

    return press


async def _said(pilot: Pilot[None]) -> None:
    """Waits until what was said before has been worked out."""
    library = screen(pilot)._session.library
    await until(pilot, lambda: all(library.said_before(held.key) for held in library.meetings()))


def test_two_meetings_side_by_side(snap_compare: Compare) -> None:
    """At 110x32 the former text stands left, the latter right, with what differs marked."""
    assert snap_compare(reader("zh"), terminal_size=(110, 32), run_before=_view("j", "C", "then", "n", "n"))


def test_two_meetings_on_a_narrow_terminal(snap_compare: Compare) -> None:
    """At 40x20 the former stands above the latter."""
    assert snap_compare(reader("en"), terminal_size=(40, 20), run_before=_view("j", "C", "then", "n", "n"))


def test_where_it_was_said_before(snap_compare: Compare) -> None:
    """At 80x24 the passages of a paragraph with the meeting that said each."""
    assert snap_compare(reader("en"), terminal_size=(80, 24), run_before=_view("j", "W"))


def test_new_wording(snap_compare: Compare) -> None:
    """At 80x24 new words are bright, the rest is dim, the passage that n went to is lit, the foot tells the share."""

    async def press(pilot: Pilot[None]) -> None:
        await read_to_the_end(pilot)
        await _said(pilot)
        await pilot.press("j", "l", "D", "n", "n", "n")
        await pilot.pause(0.2)

    assert snap_compare(reader("zh"), terminal_size=(80, 24), run_before=press)
