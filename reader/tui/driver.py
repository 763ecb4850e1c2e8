"""Textual's driver of a terminal, which survives that the terminal goes, and leaves stopping and ending to the reader.

May import Textual and `watchdog`. The one place that replaces a part of its driver; a test in a pseudo-terminal fails
should Textual change it.
"""

from __future__ import annotations

import signal
import sys
from codecs import IncrementalDecoder, getincrementaldecoder
from contextlib import suppress
from functools import partial
from types import FrameType
from typing import TYPE_CHECKING, Any, TextIO

from textual.drivers import linux_driver
from textual.drivers.linux_driver import LinuxDriver

if TYPE_CHECKING:
    from textual.app import App

    from reader.tui.watchdog import Watchdog


def _decoder(name: str) -> partial[IncrementalDecoder]:
    """Has typed or pasted bytes that are none of the terminal's encoding arrive as �: Textual decodes UTF-8, strictly,
    and one key of a terminal that sends Latin-1, or one C1 byte in a paste, would end the reader with a traceback.
    """
    encoding: str = getattr(sys.__stderr__, "encoding", name)
    return partial(getincrementaldecoder(encoding), "replace")


linux_driver.getincrementaldecoder = _decoder  # type: ignore[attr-defined, assignment]  # the name that the driver looks up


class Lasting:
    """What is written to a terminal that has gone is lost. An error would end the thread that writes, and with nobody
    to take what is to be written, the next to write would wait for ever.
    """

    def __init__(self, file: TextIO) -> None:
        self._file = file
        self.fileno = file.fileno
        self._gone = False

    def write(self, text: str) -> int:
        """Takes a text; its length."""
        self._do(self._file.write, text)
        return len(text)

    def flush(self) -> None:
        """Sends what was taken."""
        self._do(self._file.flush)

    def _do(self, action: Any, *arguments: str) -> None:
        if not self._gone:
            try:
                action(*arguments)
            except OSError:
                self._gone = True


class ReaderDriver(LinuxDriver):
    """The driver, and what is done at a stop and at its end: see `app`."""

    def __init__(self, app: App[object], **others: Any) -> None:
        super().__init__(app, **others)
        self._file = Lasting(sys.__stderr__)  # type: ignore[assignment, arg-type]  # all that the writing thread asks of it
        self._watchdog: Watchdog | None = None
        for number, action in ((signal.SIGTSTP, "stop"), (signal.SIGCONT, "paint_anew")):
            signal.signal(number, partial(self._in_turn, getattr(app, action)))

    def start_application_mode(self) -> None:
        """Takes the terminal; for the first time, has itself watched from then on."""
        super().start_application_mode()  # type: ignore[no-untyped-call]  # it returns nothing
        if self._watchdog is None:
            from reader.tui.watchdog import Watchdog  # noqa: PLC0415 -- once

            with suppress(OSError):  # no more processes are to be had
                self._watchdog = Watchdog(self.fileno, self.attrs_before)

    def _in_turn(self, action: Any, number: int, frame: FrameType | None) -> None:
        """Has something done in its turn: a signal may come while the driver itself is at work."""
        self._loop.call_soon_threadsafe(self._app.call_later, action)
