"""Questions to the index of a collection, whatever becomes of it: one that fails is answered with nothing.

May import every module of this room but `index` and `across`. The screen asks through one connection and counts through
another, in a thread of its own. `upkeep` makes an index that failed anew; what was open is then opened again.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from reader.library.beside import beside
from reader.library.mark import Source
from reader.library.marking import MarkKeeper
from reader.library.sqlite import hurry, is_damage, is_interruption
from reader.library.tables.view import View
from reader.library.upkeep import Upkeep

if TYPE_CHECKING:
    from reader.analysis.steps import Steps

Result = TypeVar("Result")

PATIENCE = 0.25
"""Seconds of work that the screen does for a question: the keys wait for it. What takes longer is answered beside."""


def hurried(question: Callable[[View], Result], seconds: float, otherwise: Result, view: View) -> Result:
    """What a view answers, if it does in so many seconds of work."""
    try:
        with hurry(view.connection, seconds):
            return question(view)
    except sqlite3.Error as error:
        if not is_interruption(error):
            raise
        return otherwise


class Asking:
    """Opens the views of an index, with the marks attached, when they are needed.

    An error says that some file is damaged, not which: before the index is blamed, the marks are looked at.
    """

    def __init__(self, upkeep: Upkeep, marks: MarkKeeper) -> None:
        self._upkeep = upkeep
        self._marks = marks
        self._source = Source(None, -1)
        self._which = upkeep.store.which
        self.here: View | None = None
        """The view of the thread that asks, as far as it has asked."""
        self._aside: View | None = None

    def ask(self, question: Callable[[View], Result], otherwise: Result) -> Result:
        """What the index answers; `otherwise` where there is none (yet), or it fails."""
        for is_again in (False, True):
            try:
                view = self._look()
                return otherwise if view is None else question(view)
            except sqlite3.Error as error:
                if not self._blame(error) or is_again:
                    break
        return otherwise

    def of(self, question: Callable[[View], Result], key: int) -> Result:
        """What the index knows of a post. Raises KeyError where it knows nothing."""
        answer = self.ask(question, None)
        if answer is None:
            raise KeyError(key)
        return answer

    def in_steps(self, question: Callable[[View], Result], otherwise: Result) -> Steps[Result]:
        """The same as `ask` in steps; a question that takes long is asked anew beside, and ended by who leaves off."""

        def listed(view: View) -> list[Result]:
            return [question(view)]

        nothing: list[Result] = []
        at_once = self.ask(partial(hurried, listed, PATIENCE, nothing), [otherwise])
        if at_once:
            return at_once[0]
        try:
            return (yield from beside(lambda: self._open(lambda: self._source, self._upkeep.note), question, otherwise))
        except sqlite3.Error as error:
            self.failed_aside(error)
            return otherwise

    def aside(self) -> View | None:
        """The view of the thread that counts; None as long as there is no index. May raise sqlite3.Error."""
        if self._aside is None:
            self._aside = self._open(lambda: self._source, self._upkeep.note)
        else:
            self._aside.marks.renew()
        return self._aside

    def failed_aside(self, error: sqlite3.Error) -> None:
        """Takes an error that the thread that counts has met; damaged marks are met, and put right, by the other."""
        if not (is_damage(error) and self._marks.are_faulty):
            self._upkeep.note(error)

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
        self._source = self._marks.source
        if self.here is None:
            self.here = self._open(lambda: self._marks.source, self._failed)
        else:
            self.here.marks.renew()
        return self.here

    def _blame(self, error: sqlite3.Error) -> bool:
        """Whether it was the marks, which are sound again; else the index takes the error."""
        if is_damage(error) and self._marks.mend():
            return True
        self._upkeep.note(error)
        return False

    def _failed(self, error: sqlite3.Error) -> None:
        self._blame(error)

    def _open(self, marks: Callable[[], Source], failed: Callable[[sqlite3.Error], None]) -> View | None:
        connection = self._upkeep.store.open()
        return View(connection, marks, failed) if connection is not None else None
