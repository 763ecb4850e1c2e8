"""Terminals that paint “ two cells wide: they are asked, or the settings say so."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from unicodedata import east_asian_width

import pyte.screens
import pytest

from tests.terminal import COMMAND, Terminal

QUESTION = b"\x1b[6n"
COLUMNS = 60


@pytest.fixture
def wide(monkeypatch: pytest.MonkeyPatch) -> None:
    """Makes the terminal paint marks of ambiguous width two cells wide."""
    usual = pyte.screens.wcwidth
    for module in ("pyte.screens", "tests.emulation"):
        monkeypatch.setattr(f"{module}.wcwidth", lambda char: 2 if east_asian_width(char) == "A" else usual(char))


def reading(terminal: Terminal) -> Terminal:
    """The terminal with a text full of quotation marks, once everything is read."""
    terminal.wait("5场会议")
    terminal.type("\r")
    terminal.wait("俞建华主持召开")
    return terminal


def same_in(one: Terminal, other: Terminal) -> str:
    """Waits until both show the same whole page; answers with it."""

    def same(text: str) -> bool:
        other.take_in()
        return "责任编辑" in text and "100%" in text and text == other.text

    return one.wait(same)


@pytest.mark.usefixtures("wide")
def test_a_terminal_that_paints_marks_wide_is_asked_and_obeyed(
    opened: Callable[..., Terminal], samples: Path, tmp_path: Path
) -> None:
    """The terminal answers, and the page is the same as where the settings say so: no line runs over the edge."""
    folder = tmp_path / "config" / "customs-reader"
    folder.mkdir(parents=True)
    (folder / "settings.toml").write_text('marks = "wide"\n', encoding="utf-8")
    with (
        opened(samples, "--lang", "zh", columns=COLUMNS, rows=40, XDG_CONFIG_HOME=str(tmp_path / "config")) as told,
        opened(samples, "--lang", "zh", columns=COLUMNS, rows=40) as asked,
    ):
        reading(told)
        wanted = same_in(reading(asked), told)
        assert QUESTION not in told.raw
    widths = [sum(2 if east_asian_width(char) in "WFA" else 1 for char in line) for line in wanted.split("\n")]
    assert COLUMNS - 8 < max(widths) < COLUMNS


def test_a_terminal_that_never_answers_is_left_as_it_is(samples: Path, tmp_path: Path) -> None:
    """Where there is no answer the page is the same as where marks are one cell wide."""
    argv = [COMMAND, "--lang", "zh", str(samples)]
    homes = [{"HOME": str(tmp_path / name)} for name in ("one", "other")]
    with (
        Terminal(argv, columns=COLUMNS, rows=40, environment=homes[0]) as answering,
        Terminal(argv, columns=COLUMNS, rows=40, environment=homes[1], answers=False) as silent,
    ):
        for terminal in (answering, silent):
            terminal.wait_for_bytes(QUESTION)
            reading(terminal)
        same_in(answering, silent)


def test_shift_f3_is_no_answer(opened: Callable[..., Terminal], samples: Path) -> None:
    """Shift+F3, which looks like an answer, goes to the hit before."""
    with opened("--lang", "zh", samples) as terminal:
        terminal.wait("5场会议")
        terminal.type("/同防\r")
        terminal.wait("1/1")
        terminal.type("\x1b[1;2R")
        terminal.wait("这个方向上没有更多命中")
