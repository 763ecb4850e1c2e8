"""The marks as a connection to an index sees them: the database `state`, whose file may be another from now on.

May import `mark` and the standard library.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from reader.library.marks.mark import MarksSource


class Attached:
    """What is attached to a connection. `marks` tells the file of marks that counts now."""

    def __init__(self, connection: sqlite3.Connection, marks: Callable[[], MarksSource]) -> None:
        self._connection = connection
        self._marks = marks
        self._now: MarksSource | None = None
        self.renew()

    def renew(self) -> None:
        """Looks at the file of marks that counts now. Where it cannot be looked at, nothing is marked: that is no fault
        of the index.
        """
        marks = self._marks()
        if marks == self._now:
            return
        try:
            if self._now is not None:
                self._connection.execute("DETACH state")
        except sqlite3.OperationalError:  # in the middle of an answer; the next question comes soon
            return
        try:
            self._connection.execute("ATTACH ? AS state", (marks.uri or ":memory:",))
        except sqlite3.Error:
            marks = marks._replace(uri=None)
            self._connection.execute("ATTACH ':memory:' AS state")
        if marks.uri is None:
            self._connection.execute("CREATE TABLE state.mark (digest, alias, read, starred, note, passages)")
        self._now = marks
