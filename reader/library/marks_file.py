"""The file of marks: opened, made, brought up to the schema of this program; a damaged one is set aside.

May import `marks_rows`, `private`, `sqlite`. Marks cannot be made anew from the posts, so that nothing here ever
deletes any: before a schema changes the file is copied, and a damaged file is moved out of the way.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing, suppress
from pathlib import Path

from reader.library.marks_rows import Row, have_our_shape, readable
from reader.library.private import make_private, private_folder
from reader.library.sqlite import NotOurs, is_damage, run_script, transaction

SCHEMA = 2
"""The version of marks.sql."""
STEPS: Mapping[int, str] = {
    1: """ALTER TABLE mark ADD COLUMN passages TEXT NOT NULL DEFAULT '';
CREATE TABLE saved_filter (name TEXT PRIMARY KEY, query TEXT NOT NULL);
CREATE TABLE preference (name TEXT PRIMARY KEY, value TEXT NOT NULL)""",
}
"""From each earlier schema to the next."""
PATIENCE = 0.25
"""Seconds to wait for another reader's write: it takes some milliseconds, and keys wait meanwhile."""
LOGS = ("-wal", "-shm")
"""What SQLite keeps beside the file while it is open."""


class ForeignSchema(sqlite3.Error):
    """Marks that another version of the program has written."""


def open_marks(file: Path, patience: float = PATIENCE) -> sqlite3.Connection:
    """A connection to marks of this schema. Raises sqlite3.Error and OSError."""
    private_folder(file.parent)
    make_private(file)
    if file.stat().st_mode & 0o077:
        file.chmod(0o600)
    connection = sqlite3.connect(file, timeout=patience, isolation_level=None, check_same_thread=False)
    try:
        _bring_up(connection, file)
    except sqlite3.Error:
        connection.close()
        raise
    connection.text_factory = _decoded
    return connection


def empty_marks() -> sqlite3.Connection:
    """Marks in memory, of nothing."""
    connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    run_script(connection, _whole())
    connection.text_factory = _decoded
    return connection


def is_faulty(file: Path, *, may_be_new: bool = False) -> bool:
    """Whether a file that held marks is damaged, or holds something else; one that cannot be looked at now is not.

    An empty one is faulty, unless it `may_be_new`: another reader may be making it.
    """
    try:
        with closing(sqlite3.connect(f"{file.as_uri()}?mode=rw", uri=True, timeout=0)) as connection:
            schema = _schema(connection)
            if not schema:
                return not may_be_new or bool(connection.execute("SELECT 1 FROM sqlite_master").fetchone())
            sound = connection.execute("PRAGMA integrity_check(1)").fetchone() == ("ok",)
            return not sound or (schema == SCHEMA and not have_our_shape(connection))
    except sqlite3.Error as error:
        return is_damage(error)


def rows_of(file: Path) -> dict[str, list[Row]]:
    """Every row that can be read of a file that cannot be written, or is damaged; it stays as it is."""
    for how in ("mode=ro", "immutable=1"):
        with suppress(sqlite3.Error), closing(sqlite3.connect(f"{file.as_uri()}?{how}", uri=True)) as connection:
            connection.text_factory = _decoded
            if 0 <= _schema(connection) <= SCHEMA:
                found = readable(connection)
                if any(found.values()):
                    return found
    return {}


def rows_of_copy(file: Path) -> dict[str, list[Row]]:
    """The same by way of a copy: to open a damaged file with its log would change both."""
    import shutil  # noqa: PLC0415 -- hardly ever
    import tempfile  # noqa: PLC0415 -- as above

    try:
        with tempfile.TemporaryDirectory(prefix="customs-reader-") as folder:
            copy = Path(folder) / "marks"
            for suffix in ("", "-wal"):
                if file.with_name(file.name + suffix).exists():
                    shutil.copyfile(file.with_name(file.name + suffix), f"{copy}{suffix}")
            return rows_of(copy)
    except OSError:
        return rows_of(file)


def _bring_up(connection: sqlite3.Connection, file: Path) -> None:
    """Makes the tables, or takes the steps from an earlier schema, with a copy of the file kept beside it."""
    schema = _schema(connection)
    if schema == SCHEMA:
        return
    if not 0 <= schema <= SCHEMA:
        raise ForeignSchema(f"user_version {schema}")
    connection.execute("PRAGMA journal_mode = WAL")
    with transaction(connection):
        schema = _schema(connection)  # another reader may have been quicker
        if not 0 <= schema <= SCHEMA:
            raise ForeignSchema(f"user_version {schema}")
        if schema == 0:
            if connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone():
                raise NotOurs("no marks of ours")
            run_script(connection, _whole())
        elif schema < SCHEMA:
            _back_up(file, file.with_name(f"{file.name}.schema-{schema}"))
            _take_steps(connection, schema)
        connection.execute(f"PRAGMA user_version = {SCHEMA}")


def _take_steps(connection: sqlite3.Connection, schema: int) -> None:
    try:
        for step in range(schema, SCHEMA):
            run_script(connection, STEPS[step])
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_ERROR:  # tables that are not those of the schema that is named
            raise NotOurs(str(error)) from error
        raise


def _whole() -> str:
    return Path(__file__).with_name("marks.sql").read_text("utf-8")


def _schema(connection: sqlite3.Connection) -> int:
    schema: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return schema


def _decoded(data: bytes) -> str:
    """Text as SQLite holds it, which need not be UTF-8."""
    return data.decode("utf-8", "replace")


def _back_up(file: Path, copy: Path) -> None:
    """A copy of the marks as they are, readable by their owner only."""
    make_private(copy)
    source, target = sqlite3.connect(file), sqlite3.connect(copy)
    with closing(source), closing(target):
        source.backup(target)


def set_aside(file: Path, only: Sequence[Path] = ()) -> Path:
    """Moves damaged marks and what SQLite keeps beside them, or some of these `only`, out of the way, never over
    others; answers with where they are now. Raises OSError.
    """
    beside = [file.with_name(file.name + suffix) for suffix in ("", *LOGS)]
    number = 1
    while any(_renamed(one, file, number).exists() for one in beside):
        number += 1
    for one in only or beside:
        with suppress(FileNotFoundError):
            one.rename(_renamed(one, file, number))
    return _renamed(file, file, number)


def _renamed(one: Path, file: Path, number: int) -> Path:
    return file.with_name(f"{file.name}.damaged-{number}{one.name.removeprefix(file.name)}")
