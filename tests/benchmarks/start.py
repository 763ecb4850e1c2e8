"""From spawn to the first full paint, in a pseudo-terminal: the reader against a bare app of two panes."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from tests.benchmarks.keys import environment
from tests.terminal import COMMAND, Terminal

RUNS = 21
"""How often each is started, by turns; the table shows medians."""


def nothing() -> float:
    """Milliseconds of `python -c pass`."""
    start = time.monotonic()
    subprocess.run([sys.executable, "-c", "pass"], check=True)
    return (time.monotonic() - start) * 1000


def painted(argv: list[str], marker: bytes, variables: Mapping[str, str]) -> float:
    """Milliseconds until a program has written what only its full frame holds."""
    start = time.monotonic()
    with Terminal(argv, environment=variables) as terminal:
        return (terminal.wait_for_bytes(marker) - start) * 1000


def measure(folder: Path, home: Path, words: str) -> Mapping[str, float]:
    """Median milliseconds of nothing, of the bare app and of the reader, taken by turns.

    The reader opens a folder whose index is in `home`; `words` stand in the text that it shows first.
    """
    variables = environment(home)
    candidates: dict[str, Callable[[], float]] = {
        "nothing": nothing,
        "bare": lambda: painted([sys.executable, "-m", "tests.benchmarks.bare"], b"bare", variables),
        "reader": lambda: painted([COMMAND, str(folder)], words.encode(), variables),
    }
    times: dict[str, list[float]] = {name: [] for name in candidates}
    for candidate in candidates.values():  # once unmeasured: byte code, caches
        candidate()
    for _ in range(RUNS):
        for name, candidate in candidates.items():
            times[name].append(candidate())
    return {name: statistics.median(values) for name, values in times.items()}
