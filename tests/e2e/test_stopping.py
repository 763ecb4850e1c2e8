"""The terminal is shared: with the shell at Ctrl+Z, with an editor, which may stop itself too."""

from __future__ import annotations

import os
import re
import shlex
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.terminal import COMMAND, ESCAPE, Terminal

CTRL_Z, F4 = "\x1a", "\x1bOS"
STOPPED = re.compile(r"job (\d+) stopped, terminal as before")


@pytest.fixture
def under_a_shell(tmp_path: Path, samples: Path) -> Callable[..., Terminal]:
    """Opens the reader on the samples from a shell."""

    def start(**environment: str) -> Terminal:
        home = {name: os.environ[name] for name in ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME")}
        home |= {"HOME": str(tmp_path), "PYTHONPATH": str(Path(__file__).resolve().parents[2])}
        command = [sys.executable, "-m", "tests.shell", COMMAND, "--lang", "zh", str(samples)]
        return Terminal(command, environment={**home, **environment})

    return start


def stopped(terminal: Terminal) -> int:
    """Waits until the shell has the terminal; the process of the reader."""
    found = STOPPED.search(terminal.wait(lambda text: STOPPED.search(text) is not None))
    assert found is not None
    return int(found[1])


def settled(terminal: Terminal) -> str:
    """The screen once nothing more is written."""
    terminal.take_in(0.15)
    return terminal.text


def brought_back(terminal: Terminal, columns: int = 110, rows: int = 32) -> None:
    """Has the shell bring the reader back, to a screen that is empty as the other screen of a terminal is."""
    terminal.resize(columns, rows)
    terminal.type("fg\r")


PLACES = {"/口岸": "14处", "D": "新提法", "?": "帮助", "m要点": "要点", ":例会": "例会"}
"""Keys that lead into a line of input, a view, the help, a dialog; and what is seen there."""


def test_ctrl_z_gives_the_terminal_to_the_shell_and_fg_brings_all_back(under_a_shell: Callable[..., Terminal]) -> None:
    """Wherever it is typed, the shell has its own screen back, and after fg everything stands as it stood."""
    with under_a_shell() as terminal:
        terminal.wait("5场会议")
        for keys, seen in {"": "5场会议", **PLACES}.items():
            terminal.type(keys)
            terminal.wait(seen)
            before = settled(terminal)
            terminal.type(CTRL_Z)
            stopped(terminal)
            assert terminal.raw.count(b"\x1b[?1049l") == terminal.raw.count(b"\x1b[?1049h")
            brought_back(terminal)
            terminal.wait(before.lstrip("u"))
            terminal.type(ESCAPE)
            settled(terminal)
        terminal.type("q")
        terminal.wait("ended with 0, terminal as before")


def test_whoever_stops_it_from_outside_finds_it_painted_for_the_size_of_the_terminal(
    under_a_shell: Callable[..., Terminal],
) -> None:
    """After fg all is there; so it is when it was sent behind, where it stops again, and the window is another size."""
    with under_a_shell() as terminal:
        terminal.wait("5场会议")
        job = int(Path(f"/proc/{terminal.pid}/task/{terminal.pid}/children").read_text())
        os.kill(job, signal.SIGTSTP)
        assert stopped(terminal) == job
        brought_back(terminal)
        terminal.wait(lambda text: "5场会议" in text and "召开  2022-04-28" in text and "›04-28" in text)
        os.kill(job, signal.SIGTSTP)
        stopped(terminal)
        seen = len(terminal.raw)
        terminal.type("bg\r")
        terminal.wait(lambda _: b"stopped" in terminal.raw[seen:])
        brought_back(terminal, 80, 20)
        terminal.wait(lambda text: "5场会议" in text and "召开  2022-04-28" in text and "›04-28" in text)


def test_without_a_shell_nothing_is_stopped(in_terminal: Callable[..., Terminal], samples: Path) -> None:
    """In a terminal that runs nothing but the reader, Ctrl+Z says so, and the reader goes on."""
    with in_terminal("--lang", "zh", samples) as terminal:
        terminal.wait("5场会议")
        terminal.type(CTRL_Z)
        terminal.wait("不能挂起")
        terminal.type("j")
        terminal.wait("›03-15")


EDITOR = """import os, signal, sys, termios, tty
tty.setraw(0)
os.write(1, b"here it is")
os.kill(os.getpid(), signal.SIGSTOP)
open(sys.argv[-1], 'a').write('\\n又一行')
"""
"""Stops itself and nobody else, and leaves the terminal in a mode of its own."""


@pytest.fixture
def editor(tmp_path: Path) -> str:
    script = tmp_path / "editor.py"
    script.write_text(EDITOR, encoding="utf-8")
    return shlex.join([sys.executable, str(script)])


def test_an_editor_that_stops_itself_takes_the_reader_along(
    under_a_shell: Callable[..., Terminal], editor: str
) -> None:
    """The shell is there at once; after fg the editor goes on, and its note comes back into the reader."""
    with under_a_shell(VISUAL=editor) as terminal:
        terminal.wait("5场会议")
        terminal.type(f"m要点{F4}")
        stopped(terminal)
        terminal.type("fg\r")
        terminal.wait(lambda text: "要点" in text and "又一行" in text and "5场会议" in text)
        terminal.type("q")
        terminal.wait("ended with 0, terminal as before")


def test_an_editor_that_stops_itself_is_continued_where_no_shell_can_do_so(
    in_terminal: Callable[..., Terminal], samples: Path, editor: str
) -> None:
    """It goes on as if nothing had been."""
    with in_terminal("--lang", "zh", samples, VISUAL=editor) as terminal:
        terminal.wait("5场会议")
        terminal.type(f"m要点{F4}")
        terminal.wait(lambda text: "要点" in text and "又一行" in text and "5场会议" in text)
