"""What the reader did with posts: read, starred, noted, how far; in one SQLite file of the user's state folder.

May import `places` and the standard library. Marks are kept by the hash of the post's bytes and found again, should
the text have been edited, by publication and title; never by the path. Every mark is on the disk when the method
returns, and two readers that are open at once write into the same file, each its own posts' rows.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import closing, suppress
from pathlib import Path
from typing import Any, NamedTuple

from reader.library.sqlite import is_damage, make_private, run_script, transaction

SCHEMA = 1
"""The version of marks.sql."""
STEPS: Mapping[int, str] = {}
"""From each earlier schema to the next."""
_BUSY = 10.0
"""Seconds to wait for another reader's write."""
_FIND = "SELECT {} FROM mark WHERE digest = ?1 OR alias = ?2 ORDER BY digest != ?1 LIMIT 1"
"""Of a post, by its identity: the row of its bytes, else that of an earlier text."""


class MarksError(Exception):
    """Marks that cannot be kept; `reason` is the system's word for it."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Identity(NamedTuple):
    """What a post's marks are kept by: the hash of its bytes, and of its publication and title."""

    digest: bytes
    alias: bytes | None


class Mark(NamedTuple):
    """What was done with one post. `place` is (body paragraph, character) of where the reading stopped."""

    read: bool = False
    starred: bool = False
    note: str = ""
    place: tuple[int, int] | None = None


class Marks:
    """The marks in a file. One thread at a time.

    `aside` is where a damaged file was put; then the marks begin anew.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._opened: sqlite3.Connection | None = None
        self.aside: Path | None = None

    @property
    def source(self) -> str:
        """What another connection attaches (as a URI) to see the marks. Raises MarksError."""
        self._connection()
        return self._file.as_uri()

    def of(self, post: Identity) -> Mark:
        """The marks of a post; nothing is marked where none are kept. Raises MarksError."""
        row = self._ask(_FIND.format("read, starred, note, paragraph, character"), post)
        if row is None:
            return Mark()
        read, starred, note, paragraph, character = row
        return Mark(bool(read), bool(starred), note, None if paragraph is None else (paragraph, character))

    def set_read(self, post: Identity, read: bool) -> None:
        """Keeps whether a post was read. Raises MarksError, as all that keep something."""
        self._keep(post, "read = ?", read)

    def set_starred(self, post: Identity, starred: bool) -> None:
        """Keeps whether a post has a star."""
        self._keep(post, "starred = ?", starred)

    def set_note(self, post: Identity, note: str) -> None:
        """Keeps a note on a post; an empty one is none."""
        self._keep(post, "note = ?", note)

    def set_place(self, post: Identity, place: tuple[int, int] | None) -> None:
        """Keeps where the reading of a post stopped."""
        self._keep(post, "paragraph = ?, character = ?", *(place or (None, None)), durable=False)

    def last_query(self, collection: str) -> str:
        """What was last looked for in a collection; empty for nothing."""
        row = self._ask("SELECT query FROM last_query WHERE collection = ?", (collection,))
        return str(row[0]) if row else ""

    def keep_query(self, collection: str, query: str) -> None:
        """Keeps what was looked for in a collection."""
        self._do("INSERT OR REPLACE INTO last_query VALUES (?, ?)", (collection, query))

    def close(self) -> None:
        """Closes the file."""
        if self._opened is not None:
            self._opened.close()
            self._opened = None

    def _keep(self, post: Identity, assignment: str, *values: object, durable: bool = True) -> None:
        """Writes into a post's row. What is `durable` outlasts even a power failure, for a wait for the disk."""
        connection = self._connection()
        try:
            connection.execute(f"PRAGMA synchronous = {'FULL' if durable else 'NORMAL'}")
            with transaction(connection):
                found = connection.execute(_FIND.format("digest"), post).fetchone()
                if found is None:
                    connection.execute("INSERT INTO mark (digest, alias) VALUES (?, ?)", post)
                elif found[0] != post.digest:  # the text was edited since
                    connection.execute("UPDATE mark SET digest = ? WHERE digest = ?", (post.digest, found[0]))
                connection.execute(f"UPDATE mark SET {assignment} WHERE digest = ?", (*values, post.digest))
        except sqlite3.Error as error:
            raise MarksError(str(error)) from error

    def _ask(self, statement: str, parameters: tuple[object, ...]) -> tuple[Any, ...] | None:
        try:
            row: tuple[Any, ...] | None = self._connection().execute(statement, parameters).fetchone()
        except sqlite3.Error as error:
            raise MarksError(str(error)) from error
        return row

    def _do(self, statement: str, parameters: tuple[object, ...]) -> None:
        try:
            self._connection().execute(statement, parameters)
        except sqlite3.Error as error:
            raise MarksError(str(error)) from error

    def _connection(self) -> sqlite3.Connection:
        if self._opened is None:
            try:
                self._opened = self._open()
            except (sqlite3.Error, OSError) as error:
                raise MarksError(str(error)) from error
        return self._opened

    def _open(self) -> sqlite3.Connection:
        try:
            return _open(self._file)
        except sqlite3.Error as error:
            if not is_damage(error):
                raise
            self.aside = _set_aside(self._file)
            return _open(self._file)


def _open(file: Path) -> sqlite3.Connection:
    """A connection to marks of this schema. Raises sqlite3.Error and OSError."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    make_private(file)
    file.chmod(0o600)
    connection = sqlite3.connect(file, timeout=_BUSY, isolation_level=None, check_same_thread=False)
    try:
        _bring_up(connection, file)
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _bring_up(connection: sqlite3.Connection, file: Path) -> None:
    """Makes the tables, or takes the steps from an earlier schema, with a copy of the file kept beside it."""
    if _schema(connection) == SCHEMA:
        return
    connection.execute("PRAGMA journal_mode = WAL")
    with transaction(connection):
        schema = _schema(connection)  # another reader may have been quicker
        if schema > SCHEMA:
            raise MarksError("written by a later version of customs-reader")
        if schema == 0:
            run_script(connection, Path(__file__).with_name("marks.sql").read_text("utf-8"))
        elif schema < SCHEMA:
            _back_up(file, file.with_name(f"{file.name}.schema-{schema}"))
        for step in range(max(schema, 1), SCHEMA):
            run_script(connection, STEPS[step])
        connection.execute(f"PRAGMA user_version = {SCHEMA}")


def _schema(connection: sqlite3.Connection) -> int:
    schema: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return schema


def _back_up(file: Path, copy: Path) -> None:
    """A copy of the marks as they are, readable by their owner only."""
    make_private(copy)
    source, target = sqlite3.connect(file), sqlite3.connect(copy)
    with closing(source), closing(target):
        source.backup(target)


def _set_aside(file: Path) -> Path:
    """Moves damaged marks out of the way, never over others; answers with where they are now."""
    number = 1
    while (aside := file.with_name(f"{file.name}.damaged-{number}")).exists():
        number += 1
    file.rename(aside)
    for suffix in ("-wal", "-shm"):
        with suppress(FileNotFoundError):
            file.with_name(file.name + suffix).rename(aside.with_name(aside.name + suffix))
    return aside
