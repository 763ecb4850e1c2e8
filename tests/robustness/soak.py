"""`python -m tests.robustness.soak [--minutes 30] [--posts 19000] [--seed N]`: somebody reads for a long time.

The installed command runs in a pseudo-terminal over a generated folder whose posts change, and gets random keys of
every command, typed words, and other sizes of its terminal; now and then it is quit and started again. It must go on
answering, write nothing but its own sequences and clean text, keep every star, and not grow.
"""

from __future__ import annotations

import argparse
import os
import sqlite3
import sys
import tempfile
import time
from collections import deque
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from random import Random
from statistics import median

from reader.library.marks.changes import SetFlag
from reader.library.marks.file import Marks
from reader.library.marks.mark import Identity
from tests.robustness.changing import Changing, say
from tests.robustness.keyboard import CLEAR, ENTER, ESCAPE, KEYS, VIEWS, stretch
from tests.robustness.sitting import PATIENCE, PAUSE, Reader, SoakError

SIZES = ((110, 32), (80, 24), (40, 20))
LONGEST_READING = 120.0
"""Seconds that the children may work after a few posts have changed."""
SITTING = 300.0
"""Seconds after which it is quit and started again, on the average."""
GROWTH = 1.15
"""What memory may be at the end, of what it was at the beginning."""
WARM = 5
"""Weighings of a sitting that do not count: what the reader keeps at hand fills in its first minute or two."""
FOREIGN = 200
"""Stars of posts that are not in the folder: no key can take them away."""
LAST_KEYS = 60


class Soak:
    """One folder and one home, for as many sittings as there is time for."""

    def __init__(self, home: Path, posts: int, seed: int) -> None:
        self._random = Random(seed)
        self._own = home / "own"
        self._changing = Changing(home, posts, seed)
        self._marks = self._own / "state" / "customs-reader" / "marks.sqlite3"
        self._foreign = self._give_foreign_stars()
        self._kept = self._foreign
        self.last: deque[str] = deque(maxlen=LAST_KEYS)
        self.screen = ""
        self.megabytes: list[list[float]] = []
        self.keys = self.changes = self.stars = 0
        self._told = time.monotonic()
        self._begun = self._told

    def _give_foreign_stars(self) -> set[bytes]:
        with closing(Marks(self._marks)) as marks:
            names = [self._random.randbytes(16) for _ in range(FOREIGN)]
            for name in names:
                marks.write(SetFlag(Identity(name, None), "starred", True))
        return set(names)

    def run(self, seconds: float, sitting: float = SITTING) -> None:
        """Sits down again and again. Raises SoakError or AssertionError; then `last` and `screen` tell where."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            self._sit(min(left, sitting * (0.5 + self._random.random())))
        self._check_memory()

    def _sit(self, seconds: float) -> None:
        """One sitting: each view once, then whatever comes."""
        self.megabytes.append([])
        with Reader(self._changing.folder, self._own, self.last) as reader:
            try:
                reader.is_read()
                if self._starred() != self._kept:
                    raise SoakError("the stars are not those that were there before")
                for view in VIEWS:
                    self._press(reader, view, ESCAPE, ESCAPE)
                end = time.monotonic() + seconds
                turn = 0
                while time.monotonic() < end or not turn:
                    turn += 1
                    self._turn(reader, turn)
                reader.leave()
                self._kept = self._starred()
                if not self._kept >= self._foreign:
                    raise SoakError(f"{len(self._foreign - self._kept)} stars of other posts are lost")
            except (SoakError, AssertionError):
                self.screen = reader.text
                raise

    def _turn(self, reader: Reader, turn: int) -> None:
        """One thing that somebody does; every tenth time the folder has changed, and all is looked at."""
        fast = self._random.random() < 0.3
        for key in stretch(self._random):
            self.keys += 1
            reader.press(key, 0 if fast else PAUSE)
        if self._random.random() < 0.1:
            reader.resize(*self._random.choice(SIZES))
        if turn % 10 == 1:
            reader.check_answer()
            self._star(reader)
            self._weigh(reader)
            self._changing.change(times := self._random.choice((1, 2, 5)))
            self.changes += times

    def _press(self, reader: Reader, *keys: str) -> None:
        for key in keys:
            self.keys += 1
            reader.press(key)

    def _star(self, reader: Reader) -> None:
        """Gives a star to a post of the whole list, or takes it: it is on the disk at once, and no other is touched."""
        self._press(reader, "/", CLEAR, ENTER, *"jjj"[: self._random.randrange(4)])
        before, end = self._starred(), time.monotonic() + PATIENCE
        self._press(reader, "s")
        while len(before ^ (after := self._starred())) != 1:
            if time.monotonic() > end or len(before ^ after) > 2:
                raise SoakError(f"a key for a star changed {len(before ^ after)} of {len(before)} stars")
            reader.take_in()
        self.stars += 1

    def _starred(self) -> set[bytes]:
        with closing(sqlite3.connect(self._marks)) as connection:
            found = connection.execute("SELECT coalesce(alias, digest) FROM mark WHERE starred").fetchall()
        return {name for (name,) in found}

    def _weigh(self, reader: Reader) -> None:
        """Takes down the memory, when no child reads posts or compares them."""
        end = time.monotonic() + LONGEST_READING
        while reader.children:
            if time.monotonic() > end:
                raise SoakError(f"the children have not ended for {LONGEST_READING:.0f} s")
            reader.take_in(0.1)
        self.megabytes[-1].append(reader.megabytes)
        if time.monotonic() - self._told > 60:
            self._told = time.monotonic()
            say(self.told())

    def _check_memory(self) -> None:
        settled = [sitting[WARM:] for sitting in self.megabytes]
        for values in ([value for sitting in settled for value in sitting], *(one for one in settled if len(one) > 12)):
            first, last = thirds(values)
            if last > first * GROWTH:
                raise SoakError(
                    f"memory grew from {first:.0f} to {last:.0f} MB: {' '.join(f'{one:.0f}' for one in values)}"
                )

    def told(self) -> str:
        """Where it stands."""
        weighed = [value for sitting in self.megabytes for value in sitting]
        first, last = thirds(weighed)
        return (
            f"{(time.monotonic() - self._begun) / 60:.0f} min: {self.keys} keys, {len(self.megabytes) - 1} restarts, "
            f"{self.changes} changes, {self.stars} stars, memory {first:.0f} and {last:.0f} MB"
        )


def thirds(values: Sequence[float]) -> tuple[float, float]:
    """The medians of the first and of the last third."""
    third = max(1, len(values) // 3)
    return (median(values[:third]), median(values[-third:])) if values else (0.0, 0.0)


def main() -> int:
    """Reads for so long; 1 where anything went wrong."""
    parser = argparse.ArgumentParser(prog="python -m tests.robustness.soak")
    parser.add_argument("--minutes", type=float, default=30.0)
    parser.add_argument("--posts", type=int, default=19_000)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="soak-") as home:
        os.chdir(home)  # what is exported goes where the reader was started
        soak = Soak(Path(home), chosen.posts, chosen.seed)
        fault = ""
        try:
            soak.run(chosen.minutes * 60)
        except (SoakError, AssertionError) as error:
            fault = f"{error}\nthe last keys: {' '.join(map(repr, soak.last))}\n{soak.screen}"
        say(f"{fault}\n" if fault else "nothing went wrong")
        say(f"{soak.told()} (seed {chosen.seed}, {len(KEYS)} different keys)")
        os.chdir("/")
    return int(bool(fault))


if __name__ == "__main__":
    sys.exit(main())
