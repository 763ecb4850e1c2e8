"""The thread that finds the rest of an answer and counts it, while the screen shows its beginning.

May import `library.model`; no widget. A newer question makes an older one end at once; what comes late is dropped by
the session, which knows what it asked last.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from reader.library.model import Answer

if TYPE_CHECKING:
    from reader.library.index import Library
    from reader.query.model import Query

Tell = Callable[[int, Answer], None]
"""Takes the number of a question and an answer to it, in the thread of the counter."""


class Question(NamedTuple):
    """What is to be found; `number` as in `Session.asked`."""

    number: int
    query: Query | None
    all_posts: bool


class Counter:
    """One thread, which ends with the process or with `close`."""

    def __init__(self, library: Library, tell: Tell) -> None:
        self._library = library
        self._tell = tell
        self._wanted: Question | None = None
        self._changed = threading.Condition()
        self._closing_down = False
        self._dropped = False
        self._thread: threading.Thread | None = None

    def ask(self, question: Question) -> None:
        """Puts a question in place of the one before."""
        with self._changed:
            self._wanted = question
            self._changed.notify()
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="counter", daemon=True)
            self._thread.start()
        else:
            self._library.interrupt()

    def drop(self) -> None:
        """Ends what is being found: a newer question is about to be asked, and must not wait for this one."""
        with self._changed:
            self._wanted, self._dropped = None, True
        self._library.interrupt()

    def close(self, seconds: float = 1.0) -> None:
        """Ends the thread, and waits for it so long at most."""
        with self._changed:
            self._closing_down = True
            self._changed.notify()
        self._library.interrupt()
        if self._thread is not None:
            self._thread.join(seconds)

    def _run(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._wanted is not None or self._closing_down)
                question, self._wanted = self._wanted, None
                self._dropped = False
            if question is None or self._closing_down:
                return
            for answer in self._library.whole(question.query, all_posts=question.all_posts, stop=self._is_stale):
                self._tell(question.number, answer)

    def _is_stale(self) -> bool:
        return self._dropped or self._wanted is not None or self._closing_down
