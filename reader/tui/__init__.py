"""The screen: Textual and nothing but what is painted and which key does what.

May import every room below. `run` is all that the command line knows of it.
"""

from __future__ import annotations

import gc
import os
import sys
from codecs import getincrementaldecoder
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from reader.locale import detect

if TYPE_CHECKING:
    from reader.tui.opening import Opening

__all__ = ["run"]


FRAMES = "250"
"""Paints a second at most: with Textual's 60, a count that comes just after a key keeps the next key waiting."""


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


def _take_any_bytes() -> None:
    """Has typed or pasted bytes that are no UTF-8 arrive as �: Textual decodes strictly, and one key of a terminal that
    sends Latin-1, or one C1 byte in a paste, would end the reader with a traceback.
    """
    with suppress(ImportError):  # on Windows keys come as characters
        from textual.drivers import linux_driver  # noqa: PLC0415  # Textual would import it a moment later

        linux_driver.getincrementaldecoder = (  # type: ignore[attr-defined]  # the name that the driver looks up
            lambda name: partial(getincrementaldecoder(name), "replace")
        )


def run(paths: Sequence[Path], lang: str, query: str = "", *, named: bool = False) -> int:
    """Opens the reader over these paths; returns the exit code when it is left.

    `lang` is empty where none was asked for: then the settings say it, or the environment. Paths that were `named` on
    the command line are what the next start without any opens.

    The garbage collector rests until the first paint: it would walk a hundred thousand new objects of the imports
    again and again, which is a tenth of the start.
    """
    gc.disable()
    os.environ.setdefault("TEXTUAL_FPS", FRAMES)
    with _without_ssl():
        import asyncio  # noqa: F401, PLC0415  # for Textual
    from reader.tui.app import ReaderApp  # noqa: PLC0415 -- the command line must not pay for the screen

    opening = _opening(paths, lang, query)
    _take_any_bytes()
    app = ReaderApp(opening)
    app.run()
    opening.library.close()
    _tell_at_the_end(opening)
    if named:
        from reader.library.places import remember  # noqa: PLC0415 -- not at the start

        remember(paths)
    return app.return_code or 0


def _tell_at_the_end(opening: Opening) -> None:
    """Says on the shell's terminal what has become of marks that could not be written."""
    for notice in opening.library.marks.notices:
        with suppress(OSError, ValueError):  # it has gone
            sys.stderr.write(f"{opening.words.notices.sentence(*notice)}\n")


def _opening(paths: Sequence[Path], lang: str, query: str) -> Opening:
    from reader.library.index import open_library  # noqa: PLC0415 -- only with the screen
    from reader.library.places import settings_file  # noqa: PLC0415 -- as above
    from reader.locale.screen import screen_words  # noqa: PLC0415 -- as above
    from reader.settings import load  # noqa: PLC0415 -- as above
    from reader.tui.commands import COMMANDS  # noqa: PLC0415 -- as above
    from reader.tui.opening import Opening  # noqa: PLC0415 -- as above

    settings, wrong = load(settings_file())
    words = screen_words(lang or settings.language or detect(os.environ))
    commands = COMMANDS
    if settings.keys:
        from reader.tui.keymap import rebound  # noqa: PLC0415 -- few readers have keys of their own

        commands, faults = rebound(settings.keys)
        wrong += faults
    told = " · ".join(words.settings.sentence(item.code, item.detail) for item in wrong)
    return Opening(open_library(paths), words, query, settings, told, commands)
