"""The file of marks: opened, made, brought up to the schema of this program; a damaged one is set aside.

May import this room's `sqlite`. Marks cannot be made anew from the posts, so that nothing here ever deletes any: before
a schema changes the file is copied, and a damaged file is moved out of the way.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import closing, suppress
from pathlib import Path

from reader.library.sqlite import make_private, run_script, transaction

SCHEMA = 2
"""The version of marks.sql."""
STEPS: Mapping[int, str] = {
    1: """ALTER TABLE mark ADD COLUMN passages TEXT NOT NULL DEFAULT '';
CREATE TABLE saved_filter (name TEXT PRIMARY KEY, query TEXT NOT NULL);
CREATE TABLE preference (name TEXT PRIMARY KEY, value TEXT NOT NULL)""",
}
"""From each earlier schema to the next."""
_BUSY = 10.0
"""Seconds to wait for another reader's write."""


class LaterSchema(sqlite3.Error):
    """Marks that a later version of the program has written."""


def open_marks(file: Path) -> sqlite3.Connection:
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
            raise LaterSchema("written by a later version of customs-reader")
        if schema == 0:
            run_script(connection, Path(__file__).with_name("marks.sql").read_text("utf-8"))
        elif schema < SCHEMA:
            _back_up(file, file.with_name(f"{file.name}.schema-{schema}"))
            for step in range(schema, SCHEMA):
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


def set_aside(file: Path) -> Path:
    """Moves damaged marks out of the way, never over others; answers with where they are now."""
    number = 1
    while (aside := file.with_name(f"{file.name}.damaged-{number}")).exists():
        number += 1
    file.rename(aside)
    for suffix in ("-wal", "-shm"):
        with suppress(FileNotFoundError):
            file.with_name(file.name + suffix).rename(aside.with_name(aside.name + suffix))
    return aside
