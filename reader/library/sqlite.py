"""What every SQLite file of ours needs: one way to write, one way to tell damage from a passing trouble.

May import the standard library only.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
"""Result codes (their lowest byte) that say that a file itself is not what it should be."""
_PASSING = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_INTERRUPT)
"""The same of what goes by itself: another connection writes, or a question is not wanted any more."""


class NotOurs(sqlite3.DatabaseError):
    """A file that is a database, but not one of ours, or that holds what we never wrote."""


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All that is written in it, or nothing; within another one it is a part of that."""
    if connection.in_transaction:
        yield
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        with suppress(sqlite3.Error):  # what brought us here is told, not that SQLite has rolled back by itself
            connection.execute("ROLLBACK")
        raise


def is_damage(error: sqlite3.Error) -> bool:
    """Whether an error says that a file is damaged or not ours, rather than locked, interrupted or out of room."""
    if str(error).startswith("no such table"):
        return True
    return isinstance(error, NotOurs) or _code(error) in _DAMAGE


def is_passing(error: sqlite3.Error) -> bool:
    """Whether an error goes by itself, rather than for want of files, memory or room."""
    return _code(error) in _PASSING


def _code(error: sqlite3.Error) -> int | None:
    code = getattr(error, "sqlite_errorcode", None)
    return None if code is None else code & 0xFF


def is_interruption(error: sqlite3.Error) -> bool:
    """Whether an error says no more than that a question was ended before it was answered."""
    return getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_INTERRUPT


def make_private(file: Path) -> None:
    """Makes an empty file that its owner alone can read, where there is none. Raises OSError.

    One that is there is not even opened: to close it again would drop the locks that SQLite holds on it for every
    connection of this process, and another process would take the file for its own.
    """
    with suppress(FileExistsError):
        os.close(os.open(file, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600))


def run_script(connection: sqlite3.Connection, script: str) -> None:
    """Runs a script of statements that end with `;` and a newline, inside the transaction that is open."""
    for statement in script.split(";\n"):
        connection.execute(statement)
