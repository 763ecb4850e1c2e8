"""The main screens as pictures: few, and looked at whenever they change."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual.pilot import Pilot

from tests.tui.reading import read_to_the_end, reader

Compare = Callable[..., bool]


def _after(*keys: str) -> Callable[[Pilot[None]], object]:
    async def press(pilot: Pilot[None]) -> None:
        await read_to_the_end(pilot)
        await pilot.press(*keys)
        await pilot.pause(0.2)

    return press


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_list_and_text(snap_compare: Compare, lang: str) -> None:
    """At 110x32 the meetings stand at the left and the newest one's text at the right."""
    assert snap_compare(reader(lang), terminal_size=(110, 32), run_before=_after())


def test_the_filter_with_its_hits(snap_compare: Compare) -> None:
    """At 80x24 the filter bar stands over the foot, the hits are lit and counted."""
    assert snap_compare(reader(), terminal_size=(80, 24), run_before=_after("slash", *"同防"))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_officials(snap_compare: Compare, lang: str) -> None:
    """The officials with pinyin, count, first and last meeting and latest role."""
    assert snap_compare(reader(lang), terminal_size=(110, 32), run_before=_after("o"))


def test_the_text_on_a_narrow_terminal(snap_compare: Compare) -> None:
    """At 40x20 the text fills the terminal."""
    assert snap_compare(reader(), terminal_size=(40, 20), run_before=_after("enter"))


def test_light(snap_compare: Compare) -> None:
    """The light theme, with the day's delay and the 原标题 of the second meeting."""
    assert snap_compare(reader(), terminal_size=(110, 32), run_before=_after("t", "j"))
