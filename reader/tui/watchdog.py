"""A second process that ends this one where it should end and does not, and gives its terminal back.

May import the standard library, as little of it as can be: the second process is this very file, run by a bare Python,
and 3 MB. Python obeys a signal in one thread, between two steps of its own; a thread that waits for a terminal that
nobody reads, or a search that holds the interpreter, would keep it from that for ever. The system itself writes the
number of each signal into a pipe (`signal.set_wakeup_fd`), and the watchdog reads it there.
"""

from __future__ import annotations

import os
import select
import sys
import termios
import time

TYPE_CHECKING = False  # `typing` and `contextlib` are a fifth of the process
if TYPE_CHECKING:
    from typing import Any, NoReturn

HUP, KILL, TERM = 1, 9, 15
"""Signals; the module `signal` brings enumerations."""
GRACE = 0.65
"""Seconds in which the reader may end in order."""
PIPE, TERMINAL = 0, 1
"""Descriptors of the watchdog."""
BACK = "".join(
    (
        "\x1b\\",  # ends what was being written
        "\x1b[<u",  # kitty's keys
        *(f"\x1b[?{mode}l" for mode in (1000, 1003, 1015, 1006, 1004, 2004, 2026, 2048)),  # mouse, focus, pasting
        "\x1b[?7h\x1b[0m\x1b[?1049l\x1b[?25h",  # line ends, colours, the screen before, the cursor
    )
)
"""Undoes what Textual asks of a terminal."""


class Watchdog:
    """Watches this process from when it is made on."""

    def __init__(self, terminal: int, modes: list[Any] | None) -> None:
        """`modes` are what the terminal is to be given back with. Raises OSError where no process can be started."""
        import marshal  # noqa: PLC0415 -- not for the second process
        import signal  # noqa: PLC0415 -- as above
        import subprocess  # noqa: PLC0415 -- as above

        reading, self._writing = os.pipe()
        try:
            self._process = subprocess.Popen(
                [sys.executable, "-I", "-S", __file__, str(os.getpid()), marshal.dumps(modes).hex()],
                stdin=reading,
                stdout=terminal,
                stderr=subprocess.DEVNULL,
                start_new_session=True,  # no key of the terminal concerns it
            )
        finally:
            os.close(reading)
        os.set_blocking(self._writing, False)
        signal.set_wakeup_fd(self._writing, warn_on_full_buffer=False)


def end(code: int) -> NoReturn:
    """Ends this process now, and all that works for it, whatever its threads are doing."""
    for child in _children(os.getpid()):
        _kill(child)
    os._exit(code)


def watch(reader: int, modes: list[Any] | None) -> None:
    """Waits until the reader has ended, or should have."""
    waiting = select.poll()
    waiting.register(PIPE, select.POLLIN)
    waiting.register(TERMINAL, 0)  # says when it has been closed, whether the reader hears of it or not
    ending = False
    while not ending:
        for descriptor, _ in waiting.poll():
            if descriptor == TERMINAL:
                ending = True
                os.kill(reader, HUP)
            else:
                signals = os.read(PIPE, 512)
                if not signals:
                    return
                ending = ending or HUP in signals or TERM in signals
    waiting.unregister(TERMINAL)
    until = time.monotonic() + GRACE
    while (left := until - time.monotonic()) > 0:
        if waiting.poll(left * 1000) and not os.read(PIPE, 512):
            return
    is_back = _give_back(modes)
    children = _children(reader)
    os.kill(reader, KILL)
    for child in children:
        _kill(child)
    if not is_back:  # what the reader still wrote took the room
        while waiting.poll(GRACE * 1000) and os.read(PIPE, 512):
            continue
        _give_back(modes)


def _give_back(modes: list[Any] | None) -> bool:
    """Leaves the terminal as it was, as far as it is still there, and without waiting for it; whether it took all."""
    try:
        termios.tcflush(TERMINAL, termios.TCOFLUSH)  # what nobody has read
        if modes is not None:
            termios.tcsetattr(TERMINAL, termios.TCSANOW, modes)
        handle = os.open(os.ttyname(TERMINAL), os.O_WRONLY | os.O_NOCTTY | os.O_NONBLOCK)
        return os.write(handle, BACK.encode()) == len(BACK)
    except (OSError, termios.error):  # it has gone, or is full
        return False


def _children(process: int) -> list[int]:
    """The children of a process that are of its session: a browser is not. Elsewhere than on Linux none are known."""
    found: list[int] = []
    try:
        session = os.getsid(process)
        tasks = os.listdir(f"/proc/{process}/task")  # noqa: PTH208 -- pathlib is as large as all else here
    except OSError:
        return found
    for task in tasks:
        try:
            with open(f"/proc/{process}/task/{task}/children", "rb") as file:  # noqa: PTH123 -- as above
                children = file.read().split()
        except OSError:  # the thread has ended
            continue
        found += [child for child in map(int, children) if _session(child) == session]
    return found


def _session(process: int) -> int | None:
    """The session of a process; None where it has ended."""
    try:
        return os.getsid(process)
    except OSError:
        return None


def _kill(child: int) -> None:
    """Ends a child; one that leads a group, as an editor does, with its group."""
    try:
        if os.getpgid(child) == child:
            os.killpg(child, KILL)
        else:
            os.kill(child, KILL)
    except OSError:  # it has ended
        return


if __name__ == "__main__":
    import marshal

    watch(int(sys.argv[1]), marshal.loads(bytes.fromhex(sys.argv[2])))
