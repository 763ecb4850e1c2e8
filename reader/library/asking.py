"""Questions to the index of a collection, whatever becomes of it: one that fails is answered with nothing.

May import every module of this room but `index` and `across`. The screen asks through one connection and counts through
another, in a thread of its own. `upkeep` makes an index that failed anew; what was open is then opened again.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import TypeVar

from reader.library.tables.view import View
from reader.library.upkeep import Upkeep

Result = TypeVar("Result")


class Asking:
    """Opens the views of an index when they are needed; `marks` tells the URI of the marks, None for none."""

    def __init__(self, upkeep: Upkeep, marks: Callable[[], str | None]) -> None:
        self._upkeep = upkeep
        self._marks = marks
        self._which = upkeep.store.which
        self.here: View | None = None
        """The view of the thread that asks, as far as it has asked."""
        self._aside: View | None = None

    def ask(self, question: Callable[[View], Result], otherwise: Result) -> Result:
        """What the index answers; `otherwise` where there is none (yet), or it fails."""
        try:
            view = self._look()
            return otherwise if view is None else question(view)
        except sqlite3.Error as error:
            self._upkeep.note(error)
            return otherwise

    def of(self, question: Callable[[View], Result], key: int) -> Result:
        """What the index knows of a post. Raises KeyError where it knows nothing."""
        answer = self.ask(question, None)
        if answer is None:
            raise KeyError(key)
        return answer

    def aside(self) -> View | None:
        """The view of the thread that counts; None as long as there is no index. May raise sqlite3.Error."""
        self._aside = self._aside or self._open()
        return self._aside

    def interrupt(self) -> None:
        """Ends what the thread that counts is asking."""
        if self._aside is not None:
            self._aside.connection.interrupt()

    def close(self) -> None:
        """Closes both views."""
        for view in (self.here, self._aside):
            if view is not None:
                view.connection.close()

    def _look(self) -> View | None:
        which = self._upkeep.store.which
        if self._which != which:
            self.here, self._aside, self._which = None, None, which
        if self.here is None:
            self.here = self._open()
        return self.here

    def _open(self) -> View | None:
        connection = self._upkeep.store.open()
        return View(connection, self._marks(), self._upkeep.note) if connection is not None else None
