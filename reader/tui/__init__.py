"""The screen: Textual and nothing but what is painted and which key does what.

May import every room below. `run` is all that the command line knows of it.
"""

from __future__ import annotations

import gc
import os
import resource
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from reader import i18n
from reader.i18n import N_, _
from reader.locale import detect
from reader.text.encoding import holding_chinese

if TYPE_CHECKING:
    from reader.tui.opening import Opening

__all__ = ["run"]


FRAMES = "250"
"""Paints a second at most: with Textual's 60, a count that comes just after a key keeps the next key waiting."""


FILES, AMPLE = 24, 256
"""So many files are open at once while posts are read and folders are watched; to so many more the limit is raised."""

_TOO_FEW = N_(
    "Only {detail} files may be open at once, too few for the screen. Raise the limit (ulimit -n 256), and start again"
)


@contextmanager
def _without_ssl() -> Iterator[None]:
    """Keeps asyncio from importing ssl, which it does without where there is none: a reader without a network needs no
    OpenSSL, and it is a thirtieth of the start.
    """
    had = "ssl" in sys.modules
    sys.modules.setdefault("ssl", None)  # type: ignore[arg-type]  # documented: None makes the import fail
    try:
        yield
    finally:
        if not had:
            del sys.modules["ssl"]


def too_few_files() -> str:
    """Raises the limit of open files where it is too low for the screen; a sentence where that is not allowed.

    Without it anything may fail at any time, the import of a module too.
    """
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft == resource.RLIM_INFINITY or soft >= FILES:
        return ""
    allowed = AMPLE if hard == resource.RLIM_INFINITY else min(hard, AMPLE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (allowed, hard))
    return "" if allowed >= FILES else _(_TOO_FEW).format(detail=allowed)


def _paint_on_terminal() -> None:
    """Has Textual, which paints on stderr, paint on stdout where stderr is closed or leads elsewhere (`2>log`).

    What the terminal's encoding cannot hold is a ?, not an escape of six letters.
    """
    if sys.__stderr__ is None or not sys.__stderr__.isatty():
        sys.__stderr__ = sys.__stdout__  # type: ignore[misc]  # where its driver looks
    if isinstance(sys.__stderr__, TextIOWrapper):
        sys.__stderr__.reconfigure(encoding=holding_chinese(sys.__stderr__.encoding), errors="replace")


def run(paths: Sequence[Path], lang: str, query: str = "", *, named: bool = False) -> NoReturn:
    """Opens the reader over these paths, and ends the process with an exit code when it is left.

    `lang` is empty where none was asked for: then the settings say it, or the environment. Paths that were `named` on
    the command line are what the next start without any opens.

    The garbage collector rests until the first paint: it would walk a hundred thousand new objects of the imports
    again and again, which is a tenth of the start. The process ends without waiting for threads: what they have not
    written of the index is written by the next session, and one that is held up by a post would hold up the end.
    """
    gc.disable()
    os.environ.setdefault("TEXTUAL_FPS", FRAMES)
    with _without_ssl():
        import asyncio  # noqa: F401, PLC0415  # for Textual
    from reader.tui.app import ReaderApp  # noqa: PLC0415 -- the command line must not pay for the screen

    opening = _opening(paths, lang, query)
    if too_few := too_few_files():
        opening.library.close()
        sys.stderr.write(too_few + "\n")
        sys.exit(1)
    _paint_on_terminal()
    app = ReaderApp(opening)
    app.run()
    opening.library.close()
    _tell_at_the_end(opening)
    if named:
        from reader.library.places import remember  # noqa: PLC0415 -- not at the start

        remember(paths)
    from reader.tui.watchdog import end  # noqa: PLC0415 -- as above

    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError):  # the terminal has gone
            stream.flush()
    end(app.return_code or 0)


def _tell_at_the_end(opening: Opening) -> None:
    """Says on the shell's terminal what has become of marks that could not be written."""
    for notice in opening.library.marks.notices:
        with suppress(OSError, ValueError):  # it has gone
            sys.stderr.write(f"{notice.sentence}\n")


def _opening(paths: Sequence[Path], lang: str, query: str) -> Opening:
    from reader.library.index import open_library  # noqa: PLC0415 -- only with the screen
    from reader.library.places import settings_file  # noqa: PLC0415 -- as above
    from reader.settings import load  # noqa: PLC0415 -- as above
    from reader.tui.commands import COMMANDS  # noqa: PLC0415 -- as above
    from reader.tui.opening import Opening  # noqa: PLC0415 -- as above

    settings, wrong = load(settings_file())
    i18n.use(lang or settings.language or detect(os.environ))
    commands = COMMANDS
    if settings.keys:
        from reader.tui.keymap import rebound  # noqa: PLC0415 -- few readers have keys of their own

        commands, faults = rebound(settings.keys)
        wrong += faults
    told = " · ".join(item.sentence for item in wrong)
    return Opening(open_library(paths), query, settings, told, commands)
