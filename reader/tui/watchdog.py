"""A second process that ends this one where it was told to end and does not, and gives its terminal back.

May import the standard library. Python obeys a signal in one thread, between two steps of its own; a thread that waits
for a terminal that nobody reads, or a search that holds the interpreter, would keep it from that for ever. The system
itself writes the number of each signal into a pipe (`signal.set_wakeup_fd`), and the watchdog reads it there.
"""

from __future__ import annotations

import os
import select
import signal
import termios
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, NoReturn

ENDS = (signal.SIGHUP, signal.SIGTERM)
"""The signals that the reader must obey."""
GRACE = 0.75
"""Seconds in which it may end in order."""
_DEAF = (signal.SIGHUP, signal.SIGTERM, signal.SIGINT, signal.SIGQUIT)
"""What whoever ends all programs of a name may send to the watchdog too."""
BACK = "".join(
    (
        "\x1b\\",  # ends what was being written
        "\x1b[<u",  # kitty's keys
        *(f"\x1b[?{mode}l" for mode in (1000, 1003, 1015, 1006, 1004, 2004, 2026, 2048)),  # mouse, focus, pasting
        "\x1b[?7h\x1b[0m\x1b[?1049l\x1b[?25h",  # line ends, colours, the former screen, the cursor
    )
)
"""Undoes what Textual asks of a terminal."""


class Watchdog:
    """Begins to watch where it is made: before other threads, and while there is little memory to be shared."""

    def __init__(self, terminal: int) -> None:
        """`terminal` is the descriptor of the terminal. Raises OSError where there can be no other process."""
        modes = _modes(terminal)
        reading, self._writing = os.pipe()
        reader = os.getpid()
        if os.fork() == 0:
            with suppress(BaseException):  # whatever happens here, it must not go on as a second reader
                os.close(self._writing)
                _watch(reader, reading, terminal, modes)
            os._exit(0)
        os.close(reading)
        os.set_blocking(self._writing, False)
        signal.set_wakeup_fd(self._writing, warn_on_full_buffer=False)


def end(code: int) -> NoReturn:
    """Ends this process now, and all that works for it, whatever its threads are doing."""
    for child in list(_children(os.getpid())):
        _kill(child)
    os._exit(code)


def _watch(reader: int, reading: int, terminal: int, modes: list[Any] | None) -> None:
    """Waits until the reader has ended, or should have."""
    os.setsid()  # no key of the terminal concerns it
    for number in _DEAF:
        signal.signal(number, signal.SIG_IGN)
    waiting = select.poll()
    waiting.register(reading, select.POLLIN)
    waiting.register(terminal, 0)  # tells when it has been closed, whether that is told to the reader or not
    told = False
    while not told:
        for descriptor, _ in waiting.poll():
            if descriptor == terminal:
                told = True
                os.kill(reader, signal.SIGHUP)
            else:
                signals = os.read(reading, 512)
                if not signals:
                    return
                told = told or any(number in signals for number in ENDS)
    waiting.unregister(terminal)
    end_at = time.monotonic() + GRACE
    while (left := end_at - time.monotonic()) > 0:
        if waiting.poll(left * 1000) and not os.read(reading, 512):
            return
    _give_back(terminal, modes)
    children = list(_children(reader))
    os.kill(reader, signal.SIGKILL)
    for child in children:
        _kill(child)


def _modes(terminal: int) -> list[Any] | None:
    try:
        return termios.tcgetattr(terminal)
    except termios.error:  # it is none
        return None


def _give_back(terminal: int, modes: list[Any] | None) -> None:
    """Leaves the terminal as it was, as far as it is still there, and without waiting for it."""
    with suppress(OSError, termios.error):
        termios.tcflush(terminal, termios.TCOFLUSH)  # what nobody has read
        if modes is not None:
            termios.tcsetattr(terminal, termios.TCSANOW, modes)
        handle = os.open(os.ttyname(terminal), os.O_WRONLY | os.O_NOCTTY | os.O_NONBLOCK)
        os.write(handle, BACK.encode())


def _children(process: int) -> Iterator[int]:
    """The children of a process that are of its session: a browser is not. Elsewhere than on Linux none are known."""
    session = os.getsid(process)
    for file in Path(f"/proc/{process}/task").glob("*/children"):
        with suppress(OSError):  # the thread has ended, or the child
            for child in map(int, file.read_text().split()):
                if os.getsid(child) == session:
                    yield child


def _kill(child: int) -> None:
    """Ends a child; one that leads a group, as an editor does, with its group."""
    with suppress(OSError):
        if os.getpgid(child) == child:
            os.killpg(child, signal.SIGKILL)
        else:
            os.kill(child, signal.SIGKILL)
