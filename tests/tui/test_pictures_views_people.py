"""The table of people and meetings, a person's page, the series and the months as pictures."""

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


@pytest.mark.parametrize(("lang", "size"), [("zh", (110, 32)), ("en", (80, 24)), ("zh", (40, 20))])
def test_the_table(snap_compare: Compare, lang: str, size: tuple[int, int]) -> None:
    """People x meetings: the newest meeting under the cursor, what is told of it at the foot."""
    assert snap_compare(reader(lang), terminal_size=size, run_before=_after("O"))


def test_a_person(snap_compare: Compare) -> None:
    """A person's page: roles, meetings, no mentions."""
    assert snap_compare(reader("en"), terminal_size=(80, 24), run_before=_after("O", "j", "p"))


@pytest.mark.parametrize(("lang", "size"), [("zh", (80, 24)), ("en", (40, 20))])
def test_the_series(snap_compare: Compare, lang: str, size: tuple[int, int]) -> None:
    """The series with 47 and 48 missing."""
    assert snap_compare(reader(lang), terminal_size=size, run_before=_after("S"))


def test_the_months(snap_compare: Compare) -> None:
    """August to April with a bar a month."""
    assert snap_compare(reader("zh"), terminal_size=(80, 24), run_before=_after("S", "m"))
