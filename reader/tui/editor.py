"""A text in the reader's own editor ($VISUAL, $EDITOR), over the suspended screen.

May import Textual, `text.safety` and `jobs`. Imported when somebody asks for it.
"""

from __future__ import annotations

import os
import shlex
import sys
from pathlib import Path

from textual.app import App, SuspendNotSupported

from reader.text.safety import clean
from reader.tui import jobs

FALLBACK = "vi"


class EditorError(Exception):
    """An editor that could not be run, or ended with an error; its text is the command."""


def edited(app: App[object], file: Path) -> str:
    """What the reader made of the text in a file. Raises EditorError."""
    command = os.environ.get("VISUAL") or os.environ.get("EDITOR") or FALLBACK
    try:
        run = [*shlex.split(command), str(file)]
        with app.suspend():  # which does not come back from an exception
            failed = _failure(run)
        if failed:
            raise failed
        return clean(file.read_text("utf-8", "replace")).strip()
    except (OSError, ValueError, SuspendNotSupported) as error:
        raise EditorError(command) from error


def _failure(command: list[str]) -> Exception | None:
    """Runs a command; answers with what went wrong."""
    try:
        code = jobs.run(command, sys.stdin.fileno())
    except OSError as error:
        return error
    return OSError(f"ended with {code}") if code else None
