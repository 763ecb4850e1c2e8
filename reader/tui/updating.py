"""The thread that keeps the library up to date beside the screen.

May import `library`; no widget. A thread of its own, not a worker of Textual's: the event loop waits for its workers at
the end, however long they take.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.library.index import Library
    from reader.library.model import OnProgress


class Updater:
    """One thread, which ends with the process or after `end`."""

    def __init__(self, library: Library, report: OnProgress, fail: Callable[[Exception], None]) -> None:
        """`report` is given progress and `fail` what went wrong, both in the thread."""
        self._library = library
        self._report = report
        self._fail = fail
        self._ending = threading.Event()
        self._thread = threading.Thread(target=self._run, name="updater", daemon=True)

    def start(self) -> None:
        """Begins."""
        self._thread.start()

    def end(self) -> None:
        """Asks it to end."""
        self._ending.set()

    def join(self, seconds: float) -> None:
        """Waits for its end, so long at most."""
        if self._thread.ident is not None:
            self._thread.join(seconds)

    def _run(self) -> None:
        try:
            self._library.keep(self._report, self._ending.is_set)
        except Exception as error:  # noqa: BLE001 -- raised by the screen: nobody would hear of it in this thread
            self._fail(error)
