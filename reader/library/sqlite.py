"""What every SQLite file of ours needs: one way to write, one way to tell damage from a passing trouble.

May import the standard library only.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress

_DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
"""Result codes (their lowest byte) that say that a file itself is not what it should be."""


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All that is written in it, or nothing."""
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
    if not isinstance(error, sqlite3.DatabaseError):
        return False
    code = getattr(error, "sqlite_errorcode", None)
    return code is None or code & 0xFF in _DAMAGE or str(error).startswith("no such table")


def run_script(connection: sqlite3.Connection, script: str) -> None:
    """Runs a script of statements that end with `;` and a newline, inside the transaction that is open."""
    for statement in script.split(";\n"):
        connection.execute(statement)
