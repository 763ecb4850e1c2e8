"""A real pseudo-terminal with a program in it: type, wait for a state, read the screen and every byte."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType

from tests.emulation import Emulation, Stream

COMMAND = str(Path(sys.executable).with_name("customs-reader"))
"""The installed command of the environment that runs the tests."""
ENTER, ESCAPE, TAB, CTRL_Q, CTRL_U = "\r", "\x1b", "\t", "\x11", "\x15"
DOWN, LEFT, PAGE_DOWN = "\x1b[B", "\x1b[D", "\x1b[6~"
"""What a terminal sends for keys."""


class Terminal:
    """Runs a program in a pseudo-terminal; `raw` holds all bytes it has written."""

    def __init__(
        self,
        argv: Sequence[str],
        *,
        columns: int = 110,
        rows: int = 32,
        environment: Mapping[str, str] | None = None,
        answers: bool = True,
    ) -> None:
        self.answers = answers
        self.raw = bytearray()
        variables = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8", **(environment or {})}
        keep = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
        self.pid, self._fd = pty.fork()
        if self.pid == 0:  # pragma: no cover  (the child)
            os.execvpe(argv[0], list(argv), {**keep, **variables})
        self.resize(columns, rows)
        self.status: int | None = None

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def resize(self, columns: int, rows: int) -> None:
        """Gives the terminal another size, as a window manager would; the program is expected to paint all anew."""
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.screen = Emulation(columns, rows)
        self.screen.write_process_input = self._answer
        self._stream = Stream(self.screen)
        self._shown: list[str] = []

    def _answer(self, text: str) -> None:
        """Answers where the cursor is, as terminals do, and nothing else."""
        if self.answers and text.endswith("R"):
            self.type(text)

    def type(self, text: str) -> None:
        """Sends text or escape sequences as typed keys."""
        self.send(text.encode())

    def send(self, data: bytes) -> None:
        """Sends bytes, of whatever encoding and length, and reads what the program writes meanwhile."""
        while data:
            _, ready, _ = select.select([], [self._fd], [], 0.05)
            if ready:
                data = data[os.write(self._fd, data[:1024]) :]
            else:
                self._read(0)

    def paste(self, text: str) -> None:
        """Pastes a text, in brackets, as a terminal does that was asked to."""
        self.send(b"\x1b[200~" + text.encode("utf-8", "surrogatepass") + b"\x1b[201~")

    @property
    def lines(self) -> list[str]:
        """The screen's lines, without the blank cells that follow a wide character."""
        if not self._shown:
            self._shown = self.part(0, self.screen.lines)
        return list(self._shown)

    def part(self, column: int, rows: int) -> list[str]:
        """The first lines of the screen from a column on."""
        lines = (self.screen.buffer[row] for row in range(rows))
        return ["".join(cells[at].data for at in range(column, self.screen.columns)).rstrip() for cells in lines]

    @property
    def text(self) -> str:
        """The whole screen."""
        return "\n".join(self.lines)

    def wait(self, state: str | Callable[[str], bool], seconds: float = 20.0) -> str:
        """Reads until the screen holds a text or satisfies a test; else AssertionError, with the screen."""
        met = state if callable(state) else lambda text: state in text
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if met(self.text):
                return self.text
            if not self._read(0.05):
                break
        if met(self.text):
            return self.text
        raise AssertionError(f"never saw {state!r} on:\n{self.text}")

    def wait_for_bytes(self, marker: bytes, seconds: float = 20.0) -> float:
        """Reads until the program has written these bytes; returns the moment (monotonic seconds)."""
        end = time.monotonic() + seconds
        while marker not in self.raw:
            if time.monotonic() > end or not self._read(0.05, draw=False):
                raise AssertionError(f"never wrote {marker!r}: {bytes(self.raw[-400:])!r}")
        return time.monotonic()

    def wait_for_end(self, seconds: float = 20.0) -> int:
        """Reads until the program has ended; returns its exit code."""
        end = time.monotonic() + seconds
        while self._read(0.05):
            if time.monotonic() > end:
                raise AssertionError(f"still running:\n{self.text}")
        if self.status is None:
            _, status = os.waitpid(self.pid, 0)
            self.status = os.waitstatus_to_exitcode(status)
        return self.status

    def take_in(self, seconds: float = 0.02) -> bool:
        """Reads what the program writes until it has been silent for so long; False when it has ended."""
        length = -1
        while length != len(self.raw):
            length = len(self.raw)
            if not self._read(seconds):
                return False
        return True

    def close(self) -> None:
        """Ends the program if it still runs."""
        if self.status is None:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
            self.status = -signal.SIGKILL
        os.close(self._fd)

    def _read(self, seconds: float, *, draw: bool = True) -> bool:
        ready, _, _ = select.select([self._fd], [], [], seconds)
        if not ready:
            return True
        try:
            data = os.read(self._fd, 65536)
        except OSError:  # Linux's word for the end of a pseudo-terminal
            return False
        self.raw += data
        if draw:
            self._stream.feed(data)
            self._shown = []
        return bool(data)
