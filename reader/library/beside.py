"""A question that is answered beside whoever asks, in a thread with a connection of its own.

May import `tables.view` and `analysis.steps`, for the type checker only.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING, Generic, TypeAlias, TypeVar

if TYPE_CHECKING:
    from reader.analysis.steps import Steps
    from reader.library.tables.view import View

Result = TypeVar("Result")

WAIT = 0.004
"""Seconds that are waited in a step."""
UNWANTED = 5.0
"""Seconds without a step after which nobody seems to want the answer any more."""
_STEPS = 1_000
"""Steps of SQLite between two looks whether anybody waits still."""


Opening: TypeAlias = "Callable[[], View | None]"
"""Opens a view for one thread; None where there is no index."""


def beside(open_view: Opening, question: Callable[[View], Result], otherwise: Result) -> Steps[Result]:
    """The answer in steps; `otherwise` where there is no index. Raises what the question raises.

    Who leaves off before the end has the question ended; so has who takes no step for long: it is then asked again.
    """
    while True:
        asked = _Asked(open_view, question)
        asked.start()
        try:
            while asked.is_alive():
                asked.join(WAIT)
                asked.looked_at = monotonic()
                yield 0.0
        finally:
            asked.is_left = True
        if not asked.gave_up:
            break
    if asked.error is not None:
        raise asked.error
    return asked.answer[0] if asked.answer else otherwise


class _Asked(threading.Thread, Generic[Result]):
    """The thread; ends with the process."""

    def __init__(self, open_view: Opening, question: Callable[[View], Result]) -> None:
        super().__init__(name="beside", daemon=True)
        self._open_view = open_view
        self._question = question
        self.is_left = self.gave_up = False
        self.looked_at = monotonic()
        self.answer: list[Result] = []
        self.error: BaseException | None = None

    def is_unwanted(self) -> bool:
        """Whether nobody waits for the answer any more."""
        self.gave_up = self.gave_up or (not self.is_left and monotonic() - self.looked_at > UNWANTED)
        return self.is_left or self.gave_up

    def run(self) -> None:
        """Asks, and ends where nobody waits for the answer any more."""
        try:
            view = self._open_view()
            if view is None:
                return
            try:
                view.connection.set_progress_handler(self.is_unwanted, _STEPS)
                self.answer.append(self._question(view))
            finally:
                view.connection.close()
        except BaseException as error:  # noqa: BLE001 -- raised again where the answer is waited for
            self.error = error
