"""Asking a terminal something without a screen.

May import `output`. POSIX only, as the screen is.
"""

from __future__ import annotations

import os
import re
import select
import sys

from reader.cli.output import wipe_line

_POSITION = re.compile(rb"\x1b\[\d+;(\d+)R")
_PATIENCE = 0.5
"""Seconds to wait for an answer; terminals that do not know the question never give one."""


def mark_cells() -> int | None:
    """How many cells the terminal gives to “: one is written on stderr and the terminal asked where its cursor is.

    None where it does not answer, or there is none.
    """
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return None
    import termios  # noqa: PLC0415 -- there is none on other systems
    import tty  # noqa: PLC0415 -- as above

    keyboard = sys.stdin.fileno()
    kept = termios.tcgetattr(keyboard)
    try:
        tty.setcbreak(keyboard, termios.TCSANOW)
        os.write(sys.stderr.fileno(), "\r“\x1b[6n".encode())
        return _column(keyboard)
    finally:
        termios.tcsetattr(keyboard, termios.TCSANOW, kept)
        wipe_line()


def _column(keyboard: int) -> int | None:
    """The cells left of the cursor, as the terminal answers."""
    answer = b""
    while select.select([keyboard], [], [], _PATIENCE)[0]:
        answer += os.read(keyboard, 64)
        found = _POSITION.search(answer)
        if found:
            return int(found[1]) - 1
    return None
