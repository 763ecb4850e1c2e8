"""From a key to the painted answer, in a pseudo-terminal: the bare app, and the reader's filter on a folder.

Before every key the program has been silent for a while, so that a paint belongs to the key before it. Nothing is drawn
while a key is measured: the arrival of every chunk of bytes is noted, and what it holds is looked at afterwards.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks.searching import WORDS
from tests.terminal import COMMAND, Terminal

KEYS = 200
QUIET = 0.04
"""Seconds of silence after which a paint is over."""
_PATIENCE = 5.0
_CLEAR = "\x15"
_ANSWER = "{} · "
"""What the foot shows before the count, when the word has been answered."""
_BURST = 0.003
"""Seconds without a chunk that part two frames."""
_LATE = 0.5
"""Seconds to wait for an answer that does not come with the frame that shows the key."""


class Stroke(NamedTuple):
    """One key of the filter, in milliseconds after it was sent.

    `word` is what had been typed. `first` is the chunk that shows the character in the filter's line and, in the same
    frame, the list of the newest posts that match; `answered` the one that shows the foot's count for this word (None
    where none came), `whole` the last before silence: list, pane, count. `frames` are the ends of all bursts of chunks;
    the last of them is `whole`.
    """

    word: str
    first: float
    answered: float | None
    whole: float
    frames: tuple[float, ...]


class Sitting(NamedTuple):
    """A sitting of the reader: seconds until the folder was read, every key, megabytes before and after the keys."""

    ready: float
    strokes: list[Stroke]
    megabytes: float
    megabytes_after: float


class Round(NamedTuple):
    """Median, 95th percentile and greatest, in milliseconds: the bare app's keys, the reader's to list and to count."""

    bare: tuple[float, float, float]
    listed: tuple[float, float, float]
    answered: tuple[float, float, float]
    sitting: Sitting


class Clocked(Terminal):
    """A terminal that notes when bytes arrive; while `drawing` is false it keeps no screen."""

    def __init__(self, argv: Sequence[str], *, environment: Mapping[str, str] | None = None) -> None:
        self.drawing = True
        self.arrivals: list[tuple[float, int]] = []
        super().__init__(argv, environment=environment)

    def __enter__(self) -> Clocked:
        return self

    def _read(self, seconds: float, *, draw: bool = True) -> bool:
        before = len(self.raw)
        going_on = super()._read(seconds, draw=draw and self.drawing)
        if len(self.raw) > before:
            self.arrivals.append((time.monotonic(), len(self.raw)))
        return going_on

    def press(self, key: str) -> float:
        """Sends a key and forgets earlier arrivals; returns the moment before."""
        self.arrivals.clear()
        self.raw.clear()
        start = time.monotonic()
        self.type(key)
        return start

    def arrival(self, marker: bytes) -> float | None:
        """The moment when the bytes since the last key first held this; None where they do not."""
        found = self.raw.find(marker)
        end = found + len(marker)
        return next((moment for moment, length in self.arrivals if length >= end), None) if found >= 0 else None

    def settle(self, quiet: float = QUIET) -> None:
        """Waits for bytes since the last key, then reads until none have come for so many seconds."""
        end = time.monotonic() + _PATIENCE
        while not self.raw:
            if not self._read(QUIET) or time.monotonic() > end:
                raise AssertionError("nothing was painted")
        self.take_in(quiet)


def bare(keys: int = KEYS) -> list[float]:
    """Milliseconds from each of so many keys until the bare app has written both panes with the new count."""
    with _bare_app() as terminal:
        return [_counted(terminal, count) for count in range(1, keys + 1)]


def bare_megabytes() -> float:
    """The memory of the bare app after a key."""
    with _bare_app() as terminal:
        _counted(terminal, 1)
        return memory(terminal.pid)


@contextmanager
def _bare_app() -> Iterator[Clocked]:
    with (
        tempfile.TemporaryDirectory() as home,
        _run([sys.executable, "-m", "tests.benchmarks.bare_keys"], Path(home)) as terminal,
    ):
        terminal.wait("r0.")
        terminal.drawing = False
        yield terminal


def _counted(terminal: Clocked, count: int) -> float:
    terminal.take_in(0.03)
    start = terminal.press("x")
    terminal.settle()
    left, right = (terminal.arrival(f"{mark}{count}.".encode()) for mark in "lr")
    if left is None or right is None:
        raise AssertionError(f"key {count} was not painted")
    last = terminal.raw.rfind(f"r{count}.".encode())
    return (next(moment for moment, length in terminal.arrivals if length > last) - start) * 1000


def compare(folder: Path, home: Path) -> Round:
    """Types into the bare app, then into the reader over a folder whose index may be in `home`."""
    simple, sitting = percentiles(bare()), filtering(folder, home)
    answered = [stroke.answered for stroke in sitting.strokes if stroke.answered is not None]
    return Round(simple, percentiles([stroke.first for stroke in sitting.strokes]), percentiles(answered), sitting)


def filtering(folder: Path, home: Path, words: Sequence[str] = WORDS, patience: float = 900.0) -> Sitting:
    """Opens the reader on a folder, waits until all is read, and types each word into the filter, key by key.

    `home` may hold an index of the folder already.
    """
    start = time.monotonic()
    with _run([COMMAND, "--lang", "en", str(folder)], home) as terminal:
        terminal.wait(_is_read, patience)
        terminal.take_in(0.5)
        terminal.wait(_is_read, patience)
        ready, megabytes = time.monotonic() - start, memory(terminal.pid)
        terminal.type("/")
        terminal.take_in(0.5)
        terminal.drawing = False
        strokes = [stroke for word in words for stroke in _typed(terminal, word)]
        return Sitting(ready, strokes, megabytes, memory(terminal.pid))


def _typed(terminal: Clocked, word: str) -> list[Stroke]:
    """The strokes of one word, typed into an empty filter and cleared again."""
    strokes = [_stroke(terminal, word[:length]) for length in range(1, len(word) + 1)]
    terminal.press(_CLEAR)
    terminal.settle(4 * QUIET)
    return strokes


def _stroke(terminal: Clocked, typed: str) -> Stroke:
    marker = _ANSWER.format(typed).encode()
    start = terminal.press(typed[-1])
    terminal.settle()
    late = time.monotonic() + _LATE
    while terminal.arrival(marker) is None and time.monotonic() < late:
        terminal.take_in(QUIET)
    first, answered = terminal.arrival(typed.encode()), terminal.arrival(marker)
    moments = [moment for moment, _ in terminal.arrivals]
    frames = tuple((moment - start) * 1000 for moment in ends(moments))
    return Stroke(
        typed,
        ((moments[0] if first is None else first) - start) * 1000,
        None if answered is None else (answered - start) * 1000,
        frames[-1],
        frames,
    )


def ends(moments: Sequence[float]) -> Iterator[float]:
    """The last moment of every burst."""
    for moment, following in pairwise([*moments, float("inf")]):
        if following - moment > _BURST:
            yield moment


def _is_read(screen: str) -> bool:
    return "Filter" in screen and "reading" not in screen.lower()


@contextmanager
def _run(argv: Sequence[str], home: Path) -> Iterator[Clocked]:
    """A program in a home of its own."""
    with Clocked(argv, environment=environment(home)) as terminal:
        yield terminal


def environment(home: Path) -> dict[str, str]:
    """The variables that put all of a program's own files below a folder."""
    folders = {f"XDG_{name}_HOME": str(home / name.lower()) for name in ("CONFIG", "STATE", "CACHE", "DATA")}
    return {"HOME": str(home), **folders}


def memory(pid: int) -> float:
    """Megabytes of a process and all below it: the sum of their proportional shares (Pss). Linux only."""
    processes, kilobytes = [pid], 0
    while processes:
        place = Path(f"/proc/{processes.pop()}")
        try:
            shares = (place / "smaps_rollup").read_text()
            kilobytes += next(int(line.split()[1]) for line in shares.splitlines() if line.startswith("Pss:"))
            for children in place.glob("task/*/children"):
                processes.extend(map(int, children.read_text().split()))
        except (FileNotFoundError, ProcessLookupError):  # it has ended meanwhile
            continue
    return kilobytes / 1024


def percentiles(values: Sequence[float]) -> tuple[float, float, float]:
    """Median, 95th percentile and greatest."""
    ordered = sorted(values)
    return statistics.median(ordered), ordered[int(len(ordered) * 0.95)], ordered[-1]
