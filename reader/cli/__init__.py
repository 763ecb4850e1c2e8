"""The command `customs-reader`. This module is all that runs before the screen; `program` is everything else.

May import every room, but the way to the screen imports only what the screen needs: no argument parser, no command.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from reader.library.places import default_paths, is_there
from reader.views import VIEWS

__all__ = ["COMMANDS", "main"]

COMMANDS = (
    *("list", "show", "search", *VIEWS),
    *("export", "check", "doctor", "completions", "config", "directories"),
)
"""First words that name a command; a folder of such a name is opened as `./list`."""


def main(argv: Sequence[str] | None = None) -> int:
    """Runs the command line (without the program's name; the process's own by default) and returns the exit code."""
    if None in (sys.stdin, sys.stdout, sys.stderr):
        from reader.cli.output import hold_streams  # noqa: PLC0415 -- hardly ever

        hold_streams()
    args = list(sys.argv[1:] if argv is None else argv)
    has_screen = on_terminal()
    paths = _paths_to_read(args) if has_screen else []
    if paths:
        from reader.tui import run  # noqa: PLC0415 -- Textual, only for the screen

        return run(paths, "", named=bool(args))
    try:
        from reader.cli.program import execute  # noqa: PLC0415 -- the argument parser and all commands

        return execute(args, has_screen=has_screen)
    except KeyboardInterrupt:  # so early that there are no words yet
        return 130


def on_terminal() -> bool:
    """Whether there is a screen to paint on and a keyboard to read from."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))


def _paths_to_read(args: Sequence[str]) -> list[Path]:
    """The paths of the plainest command line, without options and with nothing amiss; else none.

    Anything else is for the argument parser, which has the words for what is amiss.
    """
    if any(arg.startswith("-") for arg in args) or (args and args[0] in COMMANDS):
        return []
    paths = [Path(arg) for arg in args] or default_paths(os.environ)
    return paths if all(is_there(path) and os.path.exists(path) for path in paths) else []  # noqa: PTH110 -- Path.exists raises for a name that is too long
