"""Exit codes, failures, and the two streams: data on stdout, talk on stderr.

May import `text.safety`. Whatever comes from a post, a path or a query is cleaned before it is written.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterable
from enum import IntEnum

from reader.text.safety import clean

PROBE = "海—�"
"""What an encoding must be able to hold for Chinese to be written in it."""

ERASE_LINE = "\r\x1b[K"
"""Goes to the beginning of a terminal's line and wipes it."""
_TO_SPACES = str.maketrans("\n\t", "  ")


class ExitCode(IntEnum):
    """How a command ended."""

    DONE = 0
    NOTHING = 1
    """Nothing matched, or nothing was readable."""
    USAGE = 2
    """Wrong usage, a bad query, no such path."""
    INTERRUPTED = 130


class CommandError(Exception):
    """Ends a command with an exit code and what is said of it on stderr, one line an item."""

    def __init__(self, code: ExitCode, *lines: str) -> None:
        super().__init__("\n".join(lines))
        self.code = code
        self.lines = lines


def prepare_streams() -> None:
    """Makes both streams able to hold Chinese: UTF-8 where the encoding cannot, and � instead of an error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=None if holds_chinese(stream.encoding) else "utf-8", errors="replace")


def put(text: str) -> None:
    """Writes data to stdout as it is; the caller has cleaned it and ends its lines."""
    sys.stdout.write(text)


def put_lines(lines: Iterable[str]) -> None:
    """Writes lines of data to stdout, cleaned, each with an end."""
    for line in lines:
        put(f"{clean(line)}\n")


def say(line: str) -> None:
    """Writes one line of talk to stderr. Spaces are kept, for they may align a mark with what stands above it."""
    sys.stderr.write(clean(line).translate(_TO_SPACES) + "\n")


def wipe_line(line: str = "") -> None:
    """Writes a line over the last one on a terminal's stderr, without an end, for what changes as it goes."""
    if sys.stderr.isatty():
        sys.stderr.write(ERASE_LINE + line)
        sys.stderr.flush()


def abandon_stdout() -> None:
    """Lets nobody notice that the reader of a pipe has gone: what is still to be flushed goes nowhere."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def holds_chinese(encoding: str) -> bool:
    """Whether Chinese can be written in an encoding."""
    try:
        PROBE.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True
