"""`python -m tests.robustness.ending [N] [--posts 19000] [SEED]`: ends the reader from outside, at random moments.

The installed command runs in a pseudo-terminal over a folder that it reads for the first time, or has read before; in
each view and dialog in turn it gets SIGHUP or SIGTERM, now and then while nobody reads what it writes, or its terminal
is closed. Then it must be gone within a second, with every child, and leave the modes and the screen of its terminal as
they were.
"""

from __future__ import annotations

import argparse
import os
import shlex
import shutil
import signal
import sys
import tempfile
import termios
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from random import Random
from typing import Any

from tests.benchmarks.folder import make_folder
from tests.robustness.changing import say
from tests.robustness.keyboard import ENTER, ESCAPE, VIEWS, sent
from tests.robustness.kill import PROC, environment
from tests.terminal import COMMAND, Terminal

WITHIN = 1.0
"""Seconds within which the reader must be gone, with every child."""
LATEST = 1.5
"""Seconds after the last key behind which the end comes at the latest."""
REST = 2.0
"""Seconds that it may take to read what is left of what was written."""
PAINTED = b"\x1b[?2004h"
"""What is written when the screen is set up, and at no time before."""
STUCK = "stuck"
WAYS = {"HUP": signal.SIGHUP, "TERM": signal.SIGTERM, "closed": None, STUCK: signal.SIGTERM}
"""How it is ended; where the terminal is stuck, nobody reads what is written to it."""
EDITOR = shlex.join([sys.executable, "-c", "import time; time.sleep(600)"])
PLACES = {
    "the start": None,
    "the list": (),
    "the text": (ENTER, "d"),
    "the filter": ("/", *"海关"),
    "the line of find": ("f", *"口岸"),
    "the export": ("x", ENTER),
    "the line of a note": ("m", *"要点"),
    "the editor": ("m", *"要点", "f4"),
    "the palette": (":", *"例会"),
    "a first letter": ("g",),
    "the notes": ("M",),
    "the choice of forms": ("x",),
    **{f"the view of {key}": (key,) for key in VIEWS},
    "a view over a view": ("O", ENTER),
    "a phrase that is typed": ("P", "/", *"口岸"),
    "back in the list": ("O", ESCAPE, "C"),
    "the end": ("q",),
}
"""Every view and dialog, with the keys that lead there; the start is ended before it has painted."""
_LAST = ((b"\x1b[?1049l", b"\x1b[?1049h"), (b"\x1b[?25h", b"\x1b[?25l"), (b"\x1b[?2004l", b"\x1b[?2004h"))
"""Of each pair the first must come last: the other screen, the cursor, pasting in brackets."""
_MOUSE = b"\x1b[?1000l", b"\x1b[?1000h"


class Ended(Terminal):
    """The reader in a terminal that can be looked at when it has gone."""

    def __init__(self, folder: Path, own: Path, command: Sequence[str] = (COMMAND,)) -> None:
        variables = {**environment(own), "EDITOR": EDITOR, "VISUAL": "", "BROWSER": "true"}
        super().__init__([*command, "--lang", "en", str(folder)], environment=variables)
        self._stuck = False
        self.modes = self._modes()

    def reach(self, keys: tuple[str, ...]) -> None:
        """Types these keys once the screen has been painted."""
        self.wait_for_bytes(PAINTED)
        for key in keys:
            self.type(sent(key))
            self.take_in()

    def linger(self, seconds: float) -> None:
        """Reads what is written for so long."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0 and self._read(min(left, 0.05), draw=False):
            continue

    def get_stuck(self) -> None:
        """Reads no more until it has ended, and has it write more than the terminal holds."""
        self._stuck = True
        os.write(self._fd, b"tj" * 200)

    def end(self, number: signal.Signals | None, within: float) -> float:
        """Ends it by a signal, or by closing its terminal; the seconds until it is gone, or `within` and a little."""
        begun = time.monotonic()
        if number is None:
            os.close(self._fd)
            self._fd = os.open(os.devnull, os.O_RDONLY)
        else:
            os.kill(self.pid, number)
        while (passed := time.monotonic() - begun) < within:
            if number is None or self._stuck:
                time.sleep(0.01)
            else:
                self._read(0.01, draw=False)
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.status = os.waitstatus_to_exitcode(status)
                break
        return passed

    def left_behind(self) -> list[str]:
        """What of the terminal is not as it was before."""
        end = time.monotonic() + REST
        while self._read(0.1, draw=False) and time.monotonic() < end:
            continue
        wrong = [] if self._modes() == self.modes else ["the modes of the terminal are others"]
        raw = bytes(self.raw)
        for last, before in (*_LAST, _MOUSE):
            if raw.rfind(last) < raw.rfind(before):
                wrong.append(f"{last!r} was not written")
        return wrong

    def _modes(self) -> list[Any]:
        return termios.tcgetattr(self._fd)


class Ending:
    """One home, one folder of posts; `strike` is one round."""

    def __init__(self, home: Path, posts: int, seed: int, latest: float = LATEST, within: float = WITHIN) -> None:
        self._random = Random(seed)
        self._latest = latest
        self._within = within
        self._folder = home / "posts"
        self._own = home / "own"
        self._own.mkdir()
        make_folder(self._folder, posts, seed)
        self._places = list(PLACES)
        self._random.shuffle(self._places)
        self._number = 0
        self.met: Counter[str] = Counter()
        self.longest = 0.0

    def strike(self) -> list[str]:
        """Opens, types, ends, looks; answers with what is wrong."""
        place = self._places[self._number % len(self._places)]
        way = self._random.choice(list(WAYS))
        first = self._random.random() < 0.5
        self._number += 1
        self.met[way] += 1
        self.met["while the folder was read for the first time"] += first
        if first:
            shutil.rmtree(self._own / "cache", ignore_errors=True)
        wrong = self.end_in(place, way, self._random.random() * self._latest)
        return [f"{place}, {way}{', first reading' if first else ''}: {line}" for line in wrong]

    def end_in(self, place: str, way: str, seconds: float) -> list[str]:
        """One round at this place, so many seconds after the last key."""
        keys, number = PLACES[place], WAYS[way]
        with Ended(self._folder, self._own) as terminal:
            if keys is not None:
                terminal.reach(keys)
            terminal.linger(seconds)
            if way == STUCK:
                terminal.get_stuck()
            passed = terminal.end(number, self._within)
            gone = terminal.status is not None
            self.longest = max(self.longest, passed)
            wrong = [] if gone else [f"still there after {passed:.2f} s"]
            wrong += self._children(max(0.0, self._within - passed))
            if gone and number is not None:
                wrong += terminal.left_behind()
            if terminal.status == -signal.SIGKILL:
                self.met[f"{way} by force"] += 1
        for process in processes(self._own):
            with suppress(OSError):
                os.kill(process, signal.SIGKILL)
        return wrong

    def _children(self, seconds: float) -> list[str]:
        """The processes with this home that are left after so long."""
        end = time.monotonic() + seconds
        while (found := list(processes(self._own))) and time.monotonic() < end:
            time.sleep(0.02)
        return [f"left: {command(process)}" for process in found]


def processes(own: Path) -> Iterator[int]:
    """All processes with this home."""
    home = b"HOME=" + os.fsencode(own)
    for process in PROC.iterdir():
        if process.name.isdigit():
            with suppress(OSError):  # it has ended, or is somebody else's
                if home in (process / "environ").read_bytes().split(b"\0"):
                    yield int(process.name)


def command(process: int) -> str:
    """The command line of a process."""
    try:
        return (PROC / str(process) / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
    except OSError:
        return f"{process}"


def main() -> int:
    """Ends it so often; 1 where anything went wrong."""
    parser = argparse.ArgumentParser(prog="python -m tests.robustness.ending")
    parser.add_argument("times", type=int, nargs="?", default=40)
    parser.add_argument("seed", type=int, nargs="?", default=1)
    parser.add_argument("--posts", type=int, default=19_000)
    chosen = parser.parse_args()
    failed = 0
    with tempfile.TemporaryDirectory(prefix="ending-") as home:
        ending = Ending(Path(home), chosen.posts, chosen.seed)
        for _ in range(chosen.times):
            wrong = ending.strike()
            failed += bool(wrong)
            for line in wrong:
                say(line)
        met = ", ".join(f"{count} {what}" for what, count in ending.met.most_common() if count)
        say(f"{chosen.times} ends (seed {chosen.seed}): {met}")
        say(f"the longest took {ending.longest:.2f} s; {failed} failed")
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main())
