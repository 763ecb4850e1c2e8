"""Questions to the index of a collection, whatever becomes of it: one that fails is answered with nothing.

May import `marks`, `keeper`, `tables`, `sqlite`. The screen asks through one connection and counts through another,
in a thread of its own; what takes long is asked through a third. `keeper` makes an index that failed anew; what was
open is then opened again.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, Concatenate, Generic, ParamSpec, TypeVar

from reader.library.keeper import IndexKeeper
from reader.library.marks.keeper import MarkKeeper
from reader.library.marks.mark import MarksSource
from reader.library.sqlite import hurry, is_damage, is_interruption
from reader.library.tables.view import View

if TYPE_CHECKING:
    from reader.analysis.steps import Steps

Given = ParamSpec("Given")
Result = TypeVar("Result")

PATIENCE = 0.25
"""Seconds of work that the screen does for a question: the keys wait for it. What takes longer is answered beside."""
WAIT = 0.004
"""Seconds that a step waits for an answer from beside."""
UNWANTED = 5.0
"""Seconds without a step after which nobody seems to want the answer any more."""
_STEPS = 1_000
"""Steps of SQLite between two looks whether anybody waits still."""


class IndexConnection:
    """Opens the views of an index, with the marks attached, when they are needed.

    An error says that some file is damaged, not which: before the index is blamed, the marks are looked at.
    """

    def __init__(self, keeper: IndexKeeper, marks: MarkKeeper) -> None:
        self._keeper = keeper
        self._marks = marks
        self._source = MarksSource(None, -1)
        self._which = keeper.store.which
        self.here: View | None = None
        """The view of the thread that asks, as far as it has asked."""
        self._aside: View | None = None

    def ask(
        self,
        question: Callable[Concatenate[View, Given], Result],
        otherwise: Result,
        *given: Given.args,
        **named: Given.kwargs,
    ) -> Result:
        """What the index answers; `otherwise` where there is none (yet), or it fails."""
        for is_again in (False, True):
            try:
                view = self._look()
                return otherwise if view is None else question(view, *given, **named)
            except sqlite3.Error as error:
                if not self._blame(error) or is_again:
                    break
        return otherwise

    def of(self, question: Callable[[View, int], Result], key: int) -> Result:
        """What the index knows of a post. Raises KeyError where it knows nothing."""
        answer = self.ask(question, None, key)
        if answer is None:
            raise KeyError(key)
        return answer

    def at_once(self, question: Callable[[View], Result], otherwise: Result, unfinished: Result) -> Result:
        """The same as `ask`; `unfinished` where the answer takes longer than PATIENCE."""

        def hurried(view: View) -> Result:
            try:
                with hurry(view.connection, PATIENCE):
                    return question(view)
            except sqlite3.Error as error:
                if not is_interruption(error):
                    raise
                return unfinished

        return self.ask(hurried, otherwise)

    def in_steps(
        self,
        question: Callable[Concatenate[View, Given], Result],
        otherwise: Result,
        *given: Given.args,
        **named: Given.kwargs,
    ) -> Steps[Result]:
        """The same as `ask` in steps; a question that takes long is asked anew beside, and ended by who leaves off."""

        def listed(view: View) -> list[Result]:
            return [question(view, *given, **named)]

        at_once = self.at_once(listed, [otherwise], [])
        while not at_once:
            asked = _Beside(partial(self._open, lambda: self._source, self._keeper.note), listed)
            yield from asked.steps()
            if asked.gave_up:
                continue
            if isinstance(asked.error, sqlite3.Error):
                self.failed_aside(asked.error)
            elif asked.error is not None:
                raise asked.error
            at_once = asked.answer or [otherwise]
        return at_once[0]

    def aside(self) -> View | None:
        """The view of the thread that counts; None as long as there is no index. May raise sqlite3.Error."""
        if self._aside is None:
            self._aside = self._open(lambda: self._source, self._keeper.note)
        else:
            self._aside.marks.renew()
        return self._aside

    def failed_aside(self, error: sqlite3.Error) -> None:
        """Takes an error that another thread has met; damaged marks are met, and put right, by the one that asks."""
        if not (is_damage(error) and self._marks.are_faulty):
            self._keeper.note(error)

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
        which = self._keeper.store.which
        if self._which != which:
            self.here, self._aside, self._which = None, None, which
        self._source = self._marks.source
        if self.here is None:
            self.here = self._open(lambda: self._marks.source, self._blame)
        else:
            self.here.marks.renew()
        return self.here

    def _blame(self, error: sqlite3.Error) -> bool:
        """Whether it was the marks, which are sound again; else the index takes the error."""
        if is_damage(error) and self._marks.mend():
            return True
        self._keeper.note(error)
        return False

    def _open(self, marks: Callable[[], MarksSource], failed: Callable[[sqlite3.Error], object]) -> View | None:
        connection = self._keeper.store.open()
        return View(connection, marks, failed) if connection is not None else None


class _Beside(threading.Thread, Generic[Result]):
    """A question that is answered beside who asks, in a thread with a view of its own; it ends with the process.

    Where nobody takes a step for long it is ended, and has given up: it is to be asked again.
    """

    def __init__(self, open_view: Callable[[], View | None], question: Callable[[View], list[Result]]) -> None:
        super().__init__(name="beside", daemon=True)
        self._open_view = open_view
        self._question = question
        self._is_left = False
        self._looked_at = monotonic()
        self.gave_up = False
        self.answer: list[Result] = []
        """Empty where there is no index."""
        self.error: BaseException | None = None

    def steps(self) -> Steps[None]:
        """Begins, and waits for the end. Who leaves off before has the question ended."""
        self.start()
        try:
            while self.is_alive():
                self.join(WAIT)
                self._looked_at = monotonic()
                yield 0.0
        finally:
            self._is_left = True

    def run(self) -> None:
        """Asks, and ends where nobody waits for the answer any more."""
        try:
            view = self._open_view()
            if view is None:
                return
            try:
                view.connection.set_progress_handler(self.is_unwanted, _STEPS)
                self.answer = self._question(view)
            finally:
                view.connection.close()
        except BaseException as error:  # noqa: BLE001 -- raised again where the answer is waited for
            self.error = error

    def is_unwanted(self) -> bool:
        """Whether nobody waits for the answer any more."""
        self.gave_up = self.gave_up or (not self._is_left and monotonic() - self._looked_at > UNWANTED)
        return self._is_left or self.gave_up
