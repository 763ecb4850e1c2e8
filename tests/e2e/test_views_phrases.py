"""A word in its contexts and phrases by meeting, with the installed command in a real pseudo-terminal."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.library.places import watch_file
from tests.terminal import ENTER, ESCAPE, Terminal


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (40, 20)])
def test_a_word_in_its_contexts(opened: Callable[..., Terminal], samples: Path, columns: int, rows: int) -> None:
    """K asks for a word; typed in one burst with what follows it, its second hit is opened, and Esc leads back."""
    with opened("--lang", "zh", samples, columns=columns, rows=rows) as terminal:
        terminal.wait("5场会议")
        terminal.type(f"K六稳{ENTER}j")
        terminal.wait(lambda text: "5场会议中的4场" in text and "22-01-24" in _at_cursor(text))
        lines = [line for line in _by_cells(terminal) if re.match("[› ] (20)?2[12]-", line)]
        assert len(lines) == 4
        assert len({line.index(" 六 稳 ") for line in lines}) == 1
        terminal.type(ENTER)
        terminal.wait(lambda text: "5场会议中的4场" not in text and "六稳" in text)
        terminal.type(ESCAPE)
        terminal.wait(lambda text: "5场会议中的4场" in text and "22-01-24" in _at_cursor(text))
        terminal.type(ESCAPE)
        terminal.wait(lambda text: "5场会议中的4场" not in text and "5场会议" in text)


def _at_cursor(text: str) -> str:
    return next((line for line in text.split("\n") if line.startswith("›")), "")


def _by_cells(terminal: Terminal) -> list[str]:
    """The screen's lines with a blank after every wide character, so that an index is a cell."""
    size = terminal.screen
    return ["".join(size.buffer[row][at].data or " " for at in range(size.columns)) for row in range(size.lines)]


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (40, 20)])
def test_phrases_down_to_the_passage(opened: Callable[..., Terminal], samples: Path, columns: int, rows: int) -> None:
    """P, the second phrase, its contexts, the passage; Esc leads back step by step to where one was."""
    with opened("--lang", "en", samples, columns=columns, rows=rows) as terminal:
        terminal.wait("5 meetings")
        terminal.type("Pj")
        terminal.wait(lambda text: "30 quoted phrases" in text and "›   六保" in text)
        terminal.type(ENTER)
        terminal.wait("4 hits in 4 of 5 meetings")
        terminal.type(f"G{ENTER}")
        terminal.wait(lambda text: "quoted phrases" not in text and "4 hits" not in text)
        terminal.type(ESCAPE)
        terminal.wait(lambda text: "4 hits in 4 of 5 meetings" in text and "22-04-28" in text)
        terminal.type(ESCAPE)
        terminal.wait(lambda text: "30 quoted phrases" in text and "›   六保" in text)
        terminal.type(f"s{ESCAPE}")
        terminal.wait(lambda text: "quoted phrases" not in text)


def test_a_watch_list_is_read(opened: Callable[..., Terminal], samples: Path) -> None:
    """A watched item with escape sequences stands first, cleaned, with its sign and its count."""
    watch_file().parent.mkdir(parents=True)
    watch_file().write_bytes("# mine\n人\x1b]0;x\x07*同防\n".encode())
    with opened("--lang", "en", samples, columns=80, rows=24) as terminal:
        terminal.wait("5 meetings")
        terminal.type("P")
        terminal.wait(lambda text: any(line.startswith("› * 人*同防") and "4/5" in line for line in text.split("\n")))
        assert b"\x1b]0;x" not in terminal.raw
