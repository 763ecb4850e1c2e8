"""From spawn to the first full paint, in a pseudo-terminal: the reader against a bare app of two panes."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Callable

from tests.terminal import COMMAND, Terminal

RUNS = 21
"""How often each is started, by turns; the table shows medians."""


def nothing() -> float:
    """Milliseconds of `python -c pass`."""
    start = time.monotonic()
    subprocess.run([sys.executable, "-c", "pass"], check=True)
    return (time.monotonic() - start) * 1000


def painted(argv: list[str], marker: bytes) -> float:
    """Milliseconds until a program has written what only its full frame holds."""
    start = time.monotonic()
    with Terminal(argv) as terminal:
        return (terminal.wait_for_bytes(marker) - start) * 1000


def measure(folder: str) -> list[tuple[str, float]]:
    """(what, median milliseconds) for nothing, the bare app and the reader on a folder, taken by turns."""
    candidates: dict[str, Callable[[], float]] = {
        "python -c pass": nothing,
        "bare app of two panes": lambda: painted([sys.executable, "-m", "tests.benchmarks.bare"], b"bare"),
        "customs-reader": lambda: painted([COMMAND, "--lang", "en", folder], b"Officials"),
    }
    times: dict[str, list[float]] = {name: [] for name in candidates}
    for candidate in candidates.values():  # once unmeasured: byte code, caches
        candidate()
    for _ in range(RUNS):
        for name, candidate in candidates.items():
            times[name].append(candidate())
    return [(name, statistics.median(values)) for name, values in times.items()]
