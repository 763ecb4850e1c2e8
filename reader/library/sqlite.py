"""What every SQLite file of ours needs: one way to write, one way to know damage from a passing trouble.

May import the standard library only.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

_DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
"""Result codes (their lowest byte) that say that a file itself is not what it should be."""
_PASSING = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_INTERRUPT)
"""The same of what goes by itself: another connection writes, or a question is not wanted any more."""
_STEPS = 200
"""Steps of SQLite between two looks at the clock: a few posts."""
_OTHER_TABLES = ("no such table", "no such column", "has no column named", "because it is a view")
"""What SQLite says of tables that are not those that we made."""


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
        with suppress(sqlite3.Error):  # what brought us here is raised, not that SQLite has rolled back by itself
            connection.execute("ROLLBACK")
        raise


@contextmanager
def reading(connection: sqlite3.Connection) -> Iterator[None]:
    """All that is read in it is of one moment; no writer keeps it waiting once it has begun."""
    connection.execute("BEGIN")
    try:
        connection.execute("SELECT 1 FROM sqlite_master").fetchone()
        yield
    finally:
        connection.execute("ROLLBACK")


@contextmanager
def hurry(connection: sqlite3.Connection, seconds: float) -> Iterator[None]:
    """What is asked in it ends with an error that `is_interruption` knows after so many seconds of work."""
    end = time.thread_time() + seconds
    connection.set_progress_handler(lambda: time.thread_time() > end, _STEPS)
    try:
        yield
    finally:
        connection.set_progress_handler(None, 0)


def is_damage(error: sqlite3.Error) -> bool:
    """Whether an error says that a file is damaged or not ours, rather than locked, interrupted or out of room."""
    if any(sign in str(error) for sign in _OTHER_TABLES):
        return True
    return isinstance(error, NotOurs) or result_code(error) in _DAMAGE


def is_passing(error: sqlite3.Error) -> bool:
    """Whether an error goes by itself, rather than for want of files, memory or room."""
    return result_code(error) in _PASSING


def is_interruption(error: sqlite3.Error) -> bool:
    """Whether an error says no more than that a question was ended before it was answered."""
    return result_code(error) == sqlite3.SQLITE_INTERRUPT


def result_code(error: Exception) -> int | None:
    """The lowest byte of SQLite's result code, which names the kind of an error; None where the error has none."""
    code: int | None = getattr(error, "sqlite_errorcode", None)
    return None if code is None else code & 0xFF


def value_of(connection: sqlite3.Connection, statement: str, *parameters: object) -> Any:
    """What stands first in the first row of an answer; None where there is no row."""
    row = connection.execute(statement, parameters).fetchone()
    return row[0] if row else None


def data_version(connection: sqlite3.Connection) -> int:
    """Changes whenever another connection has written."""
    return int(value_of(connection, "PRAGMA main.data_version"))


def run_script(connection: sqlite3.Connection, script: str) -> None:
    """Runs a script of statements that end with `;` and a newline, inside the transaction that is open."""
    for statement in script.split(";\n"):
        connection.execute(statement)
