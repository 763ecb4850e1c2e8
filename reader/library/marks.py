"""The marks in a file, or in memory: asked and written, without a thought for what may go wrong with them.

May import `mark`, `marks_changes`, `marks_file`, `marks_rows`, `sqlite`, the model. With what the reader did with
posts are kept the filters that the reader gave names, and what was last chosen by a key. Marks are kept by the hash of
the post's bytes and found again, should the text have been edited, by publication and title; never by the path.
Whatever the reader made (a star, a note, a filter's name) is on the disk when `write` returns; two readers that are
open at once write into the same file, each its own posts' rows.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.library.mark import FIND, Identity, Mark, mark_of
from reader.library.marks_file import LOGS, PATIENCE, empty_marks, open_marks
from reader.library.marks_rows import LONGEST, Row, readable, set_odd_aside
from reader.library.model import Notice
from reader.library.sqlite import reading, transaction

if TYPE_CHECKING:
    from reader.library.marks_changes import Change

Look = tuple[tuple[int, int], tuple[int, int]]
"""What a file looks like: its device and inode, and what changes when somebody writes into it."""
_SYNCHRONOUS = {True: "PRAGMA synchronous = FULL", False: "PRAGMA synchronous = NORMAL"}
"""By whether a write is to outlast even a power failure, for a wait for the disk."""


class MarksError(Exception):
    """Marks that cannot be kept; `reason` is the system's word for it, `cause` what was raised."""

    def __init__(self, cause: sqlite3.Error | OSError) -> None:
        self.reason = getattr(cause, "strerror", None) or str(cause)
        self.cause = cause
        super().__init__(self.reason)


class State(Enum):
    """What became of a file that is open: it is as it was, somebody has written into it, its name means another."""

    SAME = auto()
    CHANGED = auto()
    OTHER = auto()


class Marks:
    """The marks in a file, which is opened when somebody asks; without a file, in memory. One thread at a time.

    Every method that asks or writes may raise MarksError.
    """

    def __init__(self, file: Path | None) -> None:
        self.file = file
        self._opened: sqlite3.Connection | None = None
        self._others = 0
        self._seen: Look | None = None
        self._logs: dict[Path, int] = {}
        self._patience = PATIENCE

    @property
    def is_open(self) -> bool:
        """Whether the file has been opened."""
        return self._opened is not None

    def of(self, post: Identity) -> Mark:
        """The marks of a post; nothing is marked where none are kept."""
        row = self._ask(FIND.format("read, starred, note, paragraph, character, passages"), post)
        return Mark() if row is None else mark_of(row)

    def last_query(self, collection: str) -> str:
        """What was last looked for in a collection; empty for nothing."""
        return _text(self._ask("SELECT query FROM last_query WHERE collection = ?", (collection,)))

    def saved_filters(self) -> list[tuple[str, str]]:
        """The names that the reader gave to filters, and what is looked for under each; by name."""
        with self._connected() as connection:
            found = connection.execute("SELECT name, query FROM saved_filter ORDER BY name").fetchall()
        return [(name, query) for name, query in found if isinstance(name, str) and isinstance(query, str)]

    def preference(self, name: str) -> str:
        """What was last chosen by a key; empty for nothing."""
        return _text(self._ask("SELECT value FROM preference WHERE name = ?", (name,)))[:LONGEST]

    def write(self, *changes: Change) -> list[Notice]:
        """Writes changes, all or none; answers with what is to be told of them."""
        from reader.library.marks_changes import LASTING  # noqa: PLC0415 -- not at the start

        with self._connected() as connection:
            connection.execute(_SYNCHRONOUS[any(isinstance(change, LASTING) for change in changes)])
            with transaction(connection):
                told = [notice for change in changes for notice in change.write(connection)]
        self._seen = self._look()
        return told

    def merge(self, rows: dict[str, list[Row]]) -> list[Notice]:
        """Writes rows of other marks among these; answers with what is to be told."""
        from reader.library.marks_changes import merge  # noqa: PLC0415 -- hardly ever

        with self._connected() as connection, transaction(connection):
            return merge(connection, rows)

    def rows(self) -> dict[str, list[Row]]:
        """Every row that can be read."""
        with self._connected() as connection:
            return readable(connection)

    def set_odd_aside(self) -> int:
        """Puts aside what no version of the program wrote; answers with how many rows these are."""
        with self._connected() as connection:
            return set_odd_aside(connection)

    def copy_to(self, other: Marks) -> None:
        """Makes other marks the same as these."""
        with self._connected() as source, other._connected() as target:
            with reading(source):  # else `backup` would wait for a lock without end
                source.backup(target)
            self._others = self._version(source)

    def were_changed(self) -> bool:
        """Whether somebody else has written since the last copy was made."""
        with self._connected() as connection:
            return self._version(connection) != self._others

    def wait(self, seconds: float) -> None:
        """How long to wait from now on while somebody else writes."""
        self._patience = seconds
        if self._opened is not None:
            self._opened.execute(f"PRAGMA busy_timeout = {round(seconds * 1000)}")

    def open(self) -> None:
        """Opens the file, or makes it."""
        with self._connected():
            pass

    def close(self) -> None:
        """Closes the file."""
        if self._opened is not None:
            self._opened.close()
            self._opened = None

    def state(self) -> State:
        """What has become of the file since this was last asked, or we last wrote."""
        before, now = self._seen, self._look()
        if now is None or before is None or now[0] != before[0]:
            return State.OTHER
        self._seen = now
        return State.SAME if now == before else State.CHANGED

    def own_logs(self) -> list[Path]:
        """What lies beside the file and belongs to what is open, which may have lost its name."""
        return [file for file, inode in self._log_inodes().items() if self._logs.get(file) == inode]

    def _log_inodes(self) -> dict[Path, int]:
        beside = [Path(f"{self.file}{suffix}") for suffix in LOGS]
        return {file: file.stat().st_ino for file in beside if file.exists()}

    def _look(self) -> Look | None:
        try:
            status = (self.file or Path()).stat()
        except OSError:
            return None
        return (status.st_dev, status.st_ino), (status.st_size, status.st_mtime_ns)

    @staticmethod
    def _version(connection: sqlite3.Connection) -> int:
        return int(connection.execute("PRAGMA data_version").fetchone()[0])

    def _ask(self, statement: str, parameters: tuple[object, ...]) -> tuple[Any, ...] | None:
        with self._connected() as connection:
            row: tuple[Any, ...] | None = connection.execute(statement, parameters).fetchone()
        return row

    @contextmanager
    def _connected(self) -> Iterator[sqlite3.Connection]:
        try:
            if self._opened is None:
                self._opened = open_marks(self.file, self._patience) if self.file else empty_marks()
                self._seen = self._look()
                self._logs = self._log_inodes()
            yield self._opened
        except (sqlite3.Error, OSError) as error:
            raise MarksError(error) from error


def _text(row: tuple[Any, ...] | None) -> str:
    """The text of a row; nothing for none, and for what is no text."""
    return row[0] if row and isinstance(row[0], str) else ""
