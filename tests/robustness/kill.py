"""`python -m tests.robustness.kill [KILLS] [SEED]`: kills the library at random moments and looks at what is left.

A child indexes a folder of posts and changes stars, the folder changes meanwhile, SIGKILL comes within some seconds;
then a fresh library must bring the index up to date without a notice, every post be in it once and be found, every star
be there, and no child that reads posts be left. The index is thrown away now and then, so that its making is hit too.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path
from random import Random

from tests.robustness.changing import Changing, say
from tests.robustness.checking import Stars

POSTS = 600
LATEST = 2.5
"""Seconds after which a child is killed at the latest."""
ANEW = 0.15
"""How often the index is thrown away first."""
LINGER = 6.0
"""Seconds that the children of a killed process may take to end: they load the parsers first, and are nice."""
MANY = 50
"""More waiting posts than an update has."""
WORKER = b"reader.library.posts.worker"
PROC = Path("/proc")
PROJECT = Path(__file__).resolve().parents[2]


class Killing:
    """One home, one folder of posts; `strike` is one round."""

    def __init__(self, home: Path, seed: int, posts: int = POSTS, latest: float = LATEST) -> None:
        self._random = Random(seed)
        self._latest = latest
        self._changing = Changing(home, posts, seed)
        self._home = home
        self._own = home / "own"
        self._own.mkdir()
        self._environment = environment(self._own)
        self.stars = Stars()
        self.hit: Counter[str] = Counter()

    def strike(self) -> list[str]:
        """Works, kills, looks; answers with what is wrong."""
        if self._random.random() < ANEW:
            for file in (self._own / "cache").rglob("*.sqlite3*"):
                file.unlink()
        log = self._home / "log"
        with log.open("wb") as output:
            child = subprocess.Popen(
                self._command("work"), env=self._environment, stdout=output, stderr=output, cwd=PROJECT
            )
            self._disturb(child)
        wrong = [f"the child ended by itself: {log.read_text()[-1000:]}"] if child.returncode != -9 else []
        self.stars.hear(log.read_text(encoding="utf-8"))
        wrong += _left(self._own)
        self.hit[self._stage()] += 1
        checked = subprocess.run(
            self._command("check"), env=self._environment, capture_output=True, text=True, cwd=PROJECT, check=False
        )
        if checked.returncode:
            wrong += [*checked.stdout.splitlines()[:20], *checked.stderr.splitlines()[-20:]]
        return [*wrong, *self.stars.faults(self._own / "state" / "customs-reader" / "marks.sqlite3")]

    def _disturb(self, child: subprocess.Popen[bytes]) -> None:
        """Changes the folder until it is time to kill."""
        end = time.monotonic() + self._random.random() * self._latest
        self._changing.change(self._random.choice((0, 1, 5, 30)))
        while (left := end - time.monotonic()) > 0 and child.poll() is None:
            time.sleep(min(left, self._random.random() * 0.3))
            self._changing.change(self._random.choice((0, 1, 3)))
        if child.poll() is None:
            child.kill()
        child.wait()

    def _stage(self) -> str:
        """What the kill met, judged by a copy of what it left."""
        index = next(iter((self._own / "cache").rglob("*.sqlite3")), None)
        if index is None:
            return "before there was an index"
        with tempfile.TemporaryDirectory() as copy:
            for suffix in ("", "-wal"):
                file = index.with_name(index.name + suffix)
                if file.exists():
                    shutil.copy(file, copy)
            with closing(sqlite3.connect(Path(copy) / index.name)) as connection:
                try:
                    total, waiting = connection.execute("SELECT count(*), sum(state = 0) FROM file").fetchone()
                except sqlite3.OperationalError:
                    return "before there were tables"
        if not total:
            return "before the posts were listed"
        if waiting == total:
            return "before the first posts were read"
        return "at the first reading" if waiting > MANY else "at an update" if waiting else "with nothing to be read"

    def _command(self, mode: str) -> list[str]:
        return [sys.executable, "-m", "tests.robustness.victim", mode, str(self._changing.folder)]


def environment(own: Path) -> Mapping[str, str]:
    """The variables of a process with a home of its own."""
    homes = {f"XDG_{name}_HOME": str(own / name.lower()) for name in ("CACHE", "STATE", "CONFIG", "DATA")}
    return {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "HOME": str(own), **homes}


def _left(own: Path) -> list[str]:
    """The children with this home that still read posts after LINGER."""
    end = time.monotonic() + LINGER
    while (found := list(_workers(own))) and time.monotonic() < end:
        time.sleep(0.02)
    return [f"child {process} is left after {LINGER} s" for process in found]


def _workers(own: Path) -> Iterator[int]:
    home = b"HOME=" + os.fsencode(own)
    for process in PROC.iterdir():
        if not process.name.isdigit():
            continue
        try:
            if WORKER in (process / "cmdline").read_bytes() and home in (process / "environ").read_bytes().split(b"\0"):
                yield int(process.name)
        except OSError:  # it has ended
            continue


def main(kills: int = 200, seed: int = 1) -> int:
    """Kills so often; 1 where anything went wrong. A fault that stays is told, and counted, once."""
    begun = time.monotonic()
    failed, told = 0, set[str]()
    with tempfile.TemporaryDirectory(prefix="kill-") as home:
        killing = Killing(Path(home), seed)
        for number in range(1, kills + 1):
            wrong = [line for line in killing.strike() if line not in told]
            told.update(wrong)
            failed += bool(wrong)
            for line in wrong:
                say(f"kill {number}: {line}")
            if number % 20 == 0:
                passed = time.monotonic() - begun
                say(f"{number} kills, {killing.stars.number} stars, {failed} failed, {passed:.0f} s")
        hit = ", ".join(f"{count} {stage}" for stage, count in killing.hit.most_common())
        say(f"{kills} kills (seed {seed}): {hit}; {killing.stars.number} stars kept; {failed} failed")
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
