"""Exit codes, failures, and the two streams: data on stdout, talk on stderr.

May import `text.safety` and `text.encoding`. What comes from a post, a path or a query is cleaned
before it is written.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterable
from enum import IntEnum
from typing import TextIO

from reader.text.encoding import holding_chinese
from reader.text.safety import clean

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


def hold_streams() -> None:
    """Opens those of the three standard streams that are closed: a file that is opened must not get their numbers.

    Such a stdin is empty, to write to such a stdout fails as it should, and such a stderr is silent.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            handle = os.open(os.devnull, os.O_WRONLY if name == "stderr" else os.O_RDONLY)
            setattr(sys, name, open(handle, mode, encoding="utf-8", errors="replace"))  # noqa: PTH123, SIM115 -- no path


def prepare_streams() -> None:
    """Makes both streams able to hold Chinese: UTF-8 where the encoding cannot, and ? or \ufffd instead of an error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=holding_chinese(stream.encoding), errors="replace")


def put_utf_8() -> None:
    """Has data written as UTF-8, whatever the locale: that of programs."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="replace")


def put(text: str) -> None:
    """Writes data to stdout as it is; the caller has cleaned it and ends its lines."""
    sys.stdout.write(text)


def put_lines(lines: Iterable[str]) -> None:
    """Writes lines of data to stdout, cleaned, each with an end."""
    for line in lines:
        put(f"{clean(line)}\n")


def say(line: str) -> None:
    """Writes one line of talk to stderr. Spaces are kept, for they may align a mark with what stands above it."""
    try:
        sys.stderr.write(clean(line).translate(_TO_SPACES) + "\n")
        sys.stderr.flush()
    except OSError:  # a full disk: there is nobody to tell
        abandon(sys.stderr)


def wipe_line(line: str = "") -> None:
    """Writes a line over the last one on a terminal's stderr, without an end, for what changes as it goes."""
    if sys.stderr.isatty():
        sys.stderr.write(ERASE_LINE + line)
        sys.stderr.flush()


def abandon(stream: TextIO) -> None:
    """Lets nobody notice that the reader of a pipe has gone: what is still to be flushed goes nowhere."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
