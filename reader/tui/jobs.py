"""The terminal is shared as shells share it: it is given to an editor, and to the shell where Ctrl+Z is typed.

May import the standard library. A group of processes has the terminal; only that group gets Ctrl+C and
Ctrl+Z of its keyboard. Imported when somebody asks for it.
"""

from __future__ import annotations

import os
import signal
import subprocess
import termios
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from threading import Timer
from types import FrameType
from typing import Any

PATIENCE = 0.3
"""Seconds that an editor has to end when the reader was asked to end."""
_ENDS = (signal.SIGHUP, signal.SIGTERM)
_WAITING = (signal.SIGTTIN, signal.SIGTTOU)
"""By what a program is stopped that asks for the terminal before it has been given to it."""
_AFTER_CRASH = b"\x1b[?1049l\x1b7\x1b[r\x1b8\x1b[m\x1b(B\x1b[?1l\x1b>\x1b[4l\x1b[?25h"
"""Undoes what an editor that was killed may have left: its screen, margins, colours, signs, keys, a hidden cursor."""

_Handler = Callable[[int, FrameType | None], Any] | int | None


@contextmanager
def _handled(handlers: Mapping[signal.Signals, _Handler]) -> Iterator[None]:
    """Signals are obeyed so, for a while."""
    before = {number: signal.signal(number, handler) for number, handler in handlers.items()}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def stop(terminal: int) -> bool:
    """Stops this process, and those started with it, until a shell brings them back to the front of the terminal.

    False where there is no shell that could: then nothing is stopped.
    """
    continued: list[int] = []
    handlers: Mapping[signal.Signals, _Handler] = {
        signal.SIGTSTP: signal.SIG_DFL,
        signal.SIGCONT: lambda number, frame: continued.append(number),
    }
    with _handled(handlers):
        os.killpg(0, signal.SIGTSTP)
        while continued and not _has(terminal):
            continued.clear()
            os.killpg(0, signal.SIGTSTP)
    return bool(continued)


def run(command: Sequence[str], terminal: int) -> int:
    """Runs a program that has the terminal until it ends; its exit code, negative for a signal. Raises OSError.

    If it stops itself the reader stops too, and both come back together; where no shell could bring them back, it is
    continued at once. Whatever it did to the modes of the terminal is undone.
    """
    modes = _modes(terminal)
    with subprocess.Popen(command, process_group=0) as process:
        try:
            with _handled(_passed_on_to(process.pid)):
                process.returncode = _code(process.pid, terminal, modes)
        finally:
            _give(terminal, os.getpgrp())
            _set_modes(terminal, modes)
    if process.returncode < 0:
        with suppress(OSError):
            os.write(terminal, _AFTER_CRASH)
    return process.returncode


def _code(group: int, terminal: int, modes: list[Any] | None) -> int:
    """Waits for the end of a program that leads a group; its exit code."""
    own = modes
    while True:
        _give(terminal, group)
        _, status = os.waitpid(group, os.WUNTRACED)
        if not os.WIFSTOPPED(status):
            return os.waitstatus_to_exitcode(status)
        if os.WSTOPSIG(status) not in _WAITING:
            own = _modes(terminal)
            _give(terminal, os.getpgrp())
            _set_modes(terminal, modes)
            stop(terminal)
            _set_modes(terminal, own)
            _give(terminal, group)
        _send(group, signal.SIGCONT)


def _passed_on_to(group: int) -> Mapping[signal.Signals, _Handler]:
    """Handlers that send the program what the reader is sent, and see to its end; the reader's own come after it."""
    before = {number: signal.getsignal(number) for number in _ENDS}

    def end(number: int, frame: FrameType | None) -> None:
        _send(group, signal.Signals(number))
        _send(group, signal.SIGCONT)  # it may be stopped
        timer = Timer(PATIENCE, _send, (group, signal.SIGKILL))
        timer.daemon = True
        timer.start()
        own = before[signal.Signals(number)]
        if callable(own):
            own(number, frame)

    return {
        **dict.fromkeys(_ENDS, end),
        signal.SIGTSTP: lambda number, frame: _send(group, signal.Signals(number)),
        signal.SIGCONT: lambda number, frame: None,
        signal.SIGINT: lambda number, frame: None,  # Ctrl+C, where the terminal knows no groups
    }


def _send(group: int, number: signal.Signals) -> None:
    with suppress(OSError):  # it has ended
        os.killpg(group, number)


def _has(terminal: int) -> bool:
    """Whether this process is at the front of the terminal; so it is of one that it cannot ask."""
    try:
        return os.tcgetpgrp(terminal) == os.getpgrp()
    except OSError:
        return True


def _give(terminal: int, group: int) -> None:
    """Puts a group at the front of the terminal, if it can be."""
    with _handled({signal.SIGTTOU: signal.SIG_IGN}), suppress(OSError):  # who is behind may not, else
        os.tcsetpgrp(terminal, group)


def _modes(terminal: int) -> list[Any] | None:
    try:
        return termios.tcgetattr(terminal)
    except termios.error:
        return None


def _set_modes(terminal: int, modes: list[Any] | None) -> None:
    if modes is not None:
        with _handled({signal.SIGTTOU: signal.SIG_IGN}), suppress(termios.error):
            termios.tcsetattr(terminal, termios.TCSANOW, modes)
