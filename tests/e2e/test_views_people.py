"""The views of people and of series in a real pseudo-terminal."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.terminal import ENTER, ESCAPE, LEFT, Terminal


@pytest.mark.parametrize(("columns", "rows"), [(110, 32), (80, 24), (40, 20)])
def test_who_is_newly_named(opened: Callable[..., Terminal], samples: Path, columns: int, rows: int) -> None:
    """O shows the newest meeting's chair as new here; Enter opens the name in its report; Esc comes back, and out."""
    with opened("--lang", "zh", samples, columns=columns, rows=rows) as terminal:
        terminal.wait("08-06")  # the oldest is read last
        terminal.type("O")
        terminal.wait("列名表")
        terminal.wait("首见于本集 2022-04-28")
        terminal.type(ENTER)
        terminal.wait(lambda text: "列名表" not in text and "召开" in text)
        terminal.type(ESCAPE)
        terminal.wait("列名表")
        terminal.type(LEFT)
        terminal.wait("未列名")
        terminal.type("p")
        terminal.wait("原文职务 1种")
        terminal.type(ESCAPE)
        terminal.wait("列名表")
        terminal.type(ESCAPE)
        terminal.wait(lambda text: "列名表" not in text)
        assert not terminal.screen.beyond


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (40, 20)])
def test_which_meetings_are_missing(opened: Callable[..., Terminal], samples: Path, columns: int, rows: int) -> None:
    """S tells that 47 and 48 are not here; Enter on the 46th opens its text; Esc comes back; m shows the months."""
    with opened("--lang", "en", samples, columns=columns, rows=rows) as terminal:
        terminal.wait("08-06")  # the oldest is read last
        terminal.type("S")
        terminal.wait("47-48")
        terminal.type("j" + ENTER)
        terminal.wait(lambda text: "47-48" not in text and "2021-12-13" in text)
        terminal.type(ESCAPE)
        terminal.wait("47-48")
        terminal.type("m")
        terminal.wait("2021-09")
        terminal.type(ESCAPE)
        terminal.wait(lambda text: "By month" not in text)
        assert not terminal.screen.beyond
