"""The reader in a pseudo-terminal, for whoever types at random: it must answer, and write nothing but its own."""

from __future__ import annotations

import os
import signal
from collections import deque
from pathlib import Path

from tests.benchmarks.keys import environment, memory
from tests.e2e.hostile import assert_written
from tests.robustness.keyboard import ESCAPE, sent
from tests.terminal import COMMAND, Terminal

PAUSE = 0.02
"""Seconds without output after which the next key follows; now and then it follows at once."""
APART = 0.15
"""The same behind an Escape, which would be the beginning of another key."""
PATIENCE = 10.0
"""Seconds within which a key must be answered."""
FIRST_READING = 900.0
"""Seconds that a start may take until all posts are read."""
TRIES = 3
"""How often somebody tries. An Esc and a letter that a busy reader finds at once are Alt and the letter to it."""
_HELP = "/ Search"
"""What the foot says while the help is open, and at no other time."""


def command_line(process: str) -> bytes:
    """How a process was started; empty where it has ended."""
    try:
        return Path(f"/proc/{process}/cmdline").read_bytes()
    except OSError:
        return b""


class SoakError(Exception):
    """What went wrong, in a sentence."""


class Reader(Terminal):
    """The reader in its terminal, and the last keys that it got."""

    def __init__(self, folder: Path, own: Path, last: deque[str]) -> None:
        others = {"BROWSER": "true", "EDITOR": "true", "VISUAL": "true"}
        variables = {**environment(own), **others, "PYTHONFAULTHANDLER": "1"}
        self._last = last
        super().__init__([COMMAND, "--lang", "en", str(folder)], environment=variables)

    @property
    def megabytes(self) -> float:
        """The memory of the program and its children."""
        return memory(self.pid)

    @property
    def children(self) -> bool:
        """Whether any read posts or compare them."""
        files = Path(f"/proc/{self.pid}/task").glob("*/children")
        return any(b"reader.library" in command_line(child) for file in files for child in file.read_text().split())

    def press(self, key: str, quiet: float = PAUSE) -> None:
        """Types a key. Raises SoakError where the program has ended."""
        self._last.append(key)
        try:
            self.type(sent(key))
            alive = self.take_in(APART if key == ESCAPE else quiet)
        except OSError:  # nobody is at the other end of the terminal
            alive = False
        if not alive:
            raise SoakError(f"the program ended by itself, with {self.wait_for_end()}")

    def home(self) -> None:
        """Goes back to the list, from wherever it is."""
        for _ in range(6):
            self.press(ESCAPE)

    def check_answer(self) -> None:
        """Raises SoakError where the help does not open and close within PATIENCE, however often somebody tries."""
        if not any(self._is_answered() for _ in range(TRIES)):
            raise SoakError(f"no key was answered for {PATIENCE:.0f} s\n{self._stand()}")

    def _is_answered(self) -> bool:
        self.home()
        self.press("?")
        try:
            self.wait(_HELP, PATIENCE)
            self.press(ESCAPE)
            self.wait(lambda text: _HELP not in text, PATIENCE)
        except AssertionError:
            return False
        return True

    def _stand(self) -> str:
        """Ends the program; where each of its threads stood, or what it wrote at its end."""
        shown, before = self.text, len(self.raw)
        os.kill(self.pid, signal.SIGABRT)
        self.wait_for_end()
        return f"{shown}\n{bytes(self.raw[before:]).decode(errors='replace')}"

    def is_read(self) -> None:
        """Waits until all posts have been read."""
        self.wait(lambda text: "Filter" in text and "reading" not in text.lower(), FIRST_READING)
        self.take_in(0.5)

    def leave(self) -> None:
        """Quits and looks at everything that was written. Raises SoakError."""
        code = next((code for code in (self._ended() for _ in range(TRIES)) if code is not None), None)
        if code is None:
            raise SoakError(f"q did not end it\n{self._stand()}")
        if code or b"Traceback" in self.raw:
            raise SoakError(f"ended with {code}: {bytes(self.raw[-2000:]).decode(errors='replace')}")
        assert_written(self, any_key=True)

    def _ended(self) -> int | None:
        self.home()
        self._last.append("q")
        self.type("q")
        try:
            return self.wait_for_end(PATIENCE)
        except AssertionError:
            return None
