"""A short run of ending.py, and what would keep a program from obeying."""

from __future__ import annotations

import signal
import sys
from pathlib import Path

import pytest

from tests.robustness.ending import PLACES, WAYS, Ended, Ending, processes
from tests.tui.reading import SAMPLES

ROUNDS = [
    ("the editor", "HUP"),
    ("the view of O", "closed"),
    ("the list", "stuck"),
]


PATIENCE = 20.0
"""Seconds within which it must be gone here: other tests run beside."""


@pytest.fixture(scope="module")
def ending(tmp_path_factory: pytest.TempPathFactory) -> Ending:
    return Ending(tmp_path_factory.mktemp("ending"), posts=200, seed=3, within=PATIENCE)


@pytest.mark.parametrize(("place", "way"), ROUNDS)
def test_whoever_ends_it_from_outside_is_obeyed(ending: Ending, place: str, way: str) -> None:
    """By a signal or with its terminal, wherever one is: it is gone with its children, its terminal as it was."""
    assert ending.end_in(place, way, 0.0) == []


def test_the_rounds_are_those_of_the_long_run() -> None:
    """Each place and each way of the short run is one of the long one."""
    assert {place for place, _ in ROUNDS} <= set(PLACES)
    assert {way for _, way in ROUNDS} <= set(WAYS)


SEARCH = """
def search(self):
    def forever():
        begun.touch()
        re.match("(a+)+b", "a" * 60)
    threading.Thread(target=forever, daemon=True).start()

Looks.do_theme = search
"""
"""A key begins a search that never ends and never lets the interpreter go."""
READING = """
def keep(self, report, stop):
    begun.touch()
    threading.Event().wait()

Library.keep = keep
"""
"""The thread that reads posts waits for ever, as for a child that does not answer."""
PROGRAM = """
import re, sys, threading
from pathlib import Path
from reader.cli import main
from reader.library.index import Library
from reader.tui.parts.looks import Looks
begun = Path({begun!r})
{change}
sys.exit(main())
"""


@pytest.mark.parametrize(
    ("change", "code"), [(SEARCH, -signal.SIGKILL), (READING, 128 + signal.SIGTERM)], ids=["search", "reading"]
)
def test_what_holds_the_program_cannot_keep_it_from_ending(tmp_path: Path, change: str, code: int) -> None:
    """SIGTERM ends it, even while Python can run no line of it, and the terminal is as it was."""
    begun = tmp_path / "begun"
    script = tmp_path / "held.py"
    script.write_text(PROGRAM.format(begun=str(begun), change=change), encoding="utf-8")
    with Ended(SAMPLES, tmp_path / "own", (sys.executable, str(script))) as terminal:
        terminal.reach(("t",))
        terminal.wait(lambda _: begun.exists())
        terminal.end(signal.SIGTERM, PATIENCE)
        assert terminal.status == code
        assert terminal.left_behind() == []
    assert list(processes(tmp_path / "own")) == []
