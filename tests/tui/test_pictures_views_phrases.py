"""A word in its contexts and phrases by meeting as pictures: looked at whenever they change."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual.pilot import Pilot

from reader.tui.views.view import ViewScreen
from tests.tui.reading import read_to_the_end, reader, until

Compare = Callable[..., bool]


def _after(*keys: str) -> Callable[[Pilot[None]], object]:
    async def press(pilot: Pilot[None]) -> None:
        await read_to_the_end(pilot)
        await pilot.press(*keys)
        await until(pilot, lambda: isinstance(pilot.app.screen, ViewScreen))
        await pilot.pause(0.2)

    return press


@pytest.mark.parametrize(("lang", "size"), [("zh", (110, 20)), ("en", (40, 20))])
def test_in_context(snap_compare: Compare, lang: str, size: tuple[int, int]) -> None:
    """The word of the filter in one column, its contexts beside it; days, and names where there is room."""
    keys = ("slash", *"人物同防", "enter", "K")
    assert snap_compare(reader(lang), terminal_size=size, run_before=_after(*keys))


@pytest.mark.parametrize(("lang", "size"), [("zh", (80, 24)), ("en", (40, 20))])
def test_phrases(snap_compare: Compare, lang: str, size: tuple[int, int]) -> None:
    """The phrases with n of N, days and bar; what is known of the second above them."""
    assert snap_compare(reader(lang), terminal_size=size, run_before=_after("P", "j"))
