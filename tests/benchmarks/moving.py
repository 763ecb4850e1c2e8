"""Moving in list and text over an indexed folder: the work of one key, its paints, and keys that are held down."""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks.keys import Clocked, ends, environment, percentiles
from tests.terminal import COMMAND

KEYS = 60
REPEAT = 30.0
"""Keys a second of a key that is held down."""
HELD = 4.0
"""Seconds that it is held."""
_TICKS = os.sysconf("SC_CLK_TCK")


class Move(NamedTuple):
    """A key: milliseconds of processor time each, until painted (p95), paints a key; held down, milliseconds from the
    last key to the last paint.
    """

    work: float
    painted: float
    frames: float
    lag: float


def measure(folder: Path, home: Path, patience: float = 900.0) -> dict[str, Move]:
    """Each way to move, in list and text, over a folder whose index may lie in `home` already."""
    argv = [COMMAND, "--lang", "en", str(folder)]
    found = {}
    with Clocked(argv, environment=environment(home)) as terminal:
        terminal.wait(lambda text: "Filter" in text and "reading" not in text.lower(), patience)
        terminal.take_in(1.0)
        terminal.drawing = False
        found["j in the list"] = _move(terminal, "j")
        found["space in the list"] = _move(terminal, " ")
        terminal.type("l")
        terminal.take_in(0.5)
        found["j in the text"] = _move(terminal, "jjjkkk")
        found["space in the text"] = _move(terminal, " b")
    return found


def _move(terminal: Clocked, keys: Sequence[str]) -> Move:
    """The keys by turns, one by one and held down."""
    painted, frames = [], []
    before = _processor_time(terminal.pid)
    for number in range(KEYS):
        start = terminal.press(keys[number % len(keys)])
        terminal.take_in(0.05)
        if terminal.arrivals:
            painted.append((terminal.arrivals[-1][0] - start) * 1000)
            frames.append(len(list(ends([moment for moment, _ in terminal.arrivals]))))
    work = (_processor_time(terminal.pid) - before) / KEYS
    return Move(work, percentiles(painted)[1], statistics.mean(frames), _held(terminal, keys))


def _held(terminal: Clocked, keys: Sequence[str]) -> float:
    """Milliseconds from the last of many keys to the last paint."""
    begun = time.monotonic()
    start = begun
    for number in range(int(HELD * REPEAT)):
        start = terminal.press(keys[number % len(keys)])
        while (left := begun + (number + 1) / REPEAT - time.monotonic()) > 0:
            terminal.take_in(min(left, 0.01))
    terminal.take_in(0.3)
    return (terminal.arrivals[-1][0] - start) * 1000 if terminal.arrivals else 0.0


def _processor_time(pid: int) -> float:
    """Milliseconds of processor time that a process has taken."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) * 1000 / _TICKS
