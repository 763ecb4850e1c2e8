"""The marks in a file, or in memory: opened, brought up to the schema of this program, asked and written.

May import `mark`, `changes`, `rows`, `private`, `sqlite`, the model. With what the reader did with posts are kept the
filters that the reader gave names, and what was last chosen by a key. Marks are kept by the hash of the post's bytes
and found again, should the text have been edited, by publication and title; never by the path. They cannot be made
anew from the posts, so that nothing here ever deletes any: before a schema changes the file is copied, and a damaged
file is moved out of the way.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING

from reader.library.marks.mark import FIND, Identity, Mark, mark_of
from reader.library.marks.rows import LONGEST, StoredRow, have_our_shape, readable, set_odd_aside
from reader.library.model import Notice
from reader.library.private import make_private, private_folder
from reader.library.sqlite import NotOurs, data_version, is_damage, reading, run_script, transaction, value_of
from reader.own_files import words_of

if TYPE_CHECKING:
    from reader.library.marks.changes import Change

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
Look = tuple[tuple[int, int], tuple[int, int]]
"""What a file looks like: its device and inode, and what changes when somebody writes into it."""
_MARK = FIND.format("read, starred, note, paragraph, character, passages")
_SYNCHRONOUS = {True: "PRAGMA synchronous = FULL", False: "PRAGMA synchronous = NORMAL"}
"""By whether a write is to outlast even a power failure, for a wait for the disk."""


class ForeignSchema(sqlite3.Error):
    """Marks that another version of the program has written."""


class MarksError(Exception):
    """Marks that cannot be kept; `reason` is the system's word for it, `cause` what was raised."""

    def __init__(self, cause: sqlite3.Error | OSError) -> None:
        self.reason = words_of(cause)
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
        with self._connected() as connection:
            row = connection.execute(_MARK, post).fetchone()
        return Mark() if row is None else mark_of(row)

    def last_query(self, collection: str) -> str:
        """What was last looked for in a collection; empty for nothing."""
        return self._text("SELECT query FROM last_query WHERE collection = ?", collection)

    def saved_filters(self) -> list[tuple[str, str]]:
        """The names that the reader gave to filters, and what is looked for under each; by name."""
        with self._connected() as connection:
            found = connection.execute("SELECT name, query FROM saved_filter ORDER BY name").fetchall()
        return [(name, query) for name, query in found if isinstance(name, str) and isinstance(query, str)]

    def preference(self, name: str) -> str:
        """What was last chosen by a key; empty for nothing."""
        return self._text("SELECT value FROM preference WHERE name = ?", name)[:LONGEST]

    def write(self, *changes: Change) -> list[Notice]:
        """Writes changes, all or none; answers with the notices that this gives."""
        from reader.library.marks.changes import LASTING, write  # noqa: PLC0415 -- not at the start

        with self._connected() as connection:
            connection.execute(_SYNCHRONOUS[any(isinstance(change, LASTING) for change in changes)])
            with transaction(connection):
                notices = [notice for change in changes for notice in write(connection, change)]
        self._seen = self._look()
        return notices

    def merge(self, rows: dict[str, list[StoredRow]]) -> list[Notice]:
        """Writes rows of other marks among these; answers with the notices that this gives."""
        from reader.library.marks.changes import merge  # noqa: PLC0415 -- hardly ever

        with self._connected() as connection, transaction(connection):
            return merge(connection, rows)

    def rows(self) -> dict[str, list[StoredRow]]:
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
            self._others = data_version(source)

    def were_changed(self) -> bool:
        """Whether somebody else has written since the last copy was made."""
        with self._connected() as connection:
            return data_version(connection) != self._others

    def wait(self, seconds: float | None = None) -> None:
        """How long to wait from now on while somebody else writes; as long as at first for None."""
        self._patience = PATIENCE if seconds is None else seconds
        if self._opened is not None:
            self._opened.execute(f"PRAGMA busy_timeout = {round(self._patience * 1000)}")

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

    def _text(self, statement: str, parameter: str) -> str:
        """A text; nothing where there is none, and for what is no text."""
        with self._connected() as connection:
            found = value_of(connection, statement, parameter)
        return found if isinstance(found, str) else ""

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


def open_marks(file: Path, patience: float) -> sqlite3.Connection:
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


def rows_of(file: Path) -> dict[str, list[StoredRow]]:
    """Every row that can be read of a file that cannot be written, or is damaged; it stays as it is."""
    for how in ("mode=ro", "immutable=1"):
        with suppress(sqlite3.Error), closing(sqlite3.connect(f"{file.as_uri()}?{how}", uri=True)) as connection:
            connection.text_factory = _decoded
            if 0 <= _schema(connection) <= SCHEMA:
                found = readable(connection)
                if any(found.values()):
                    return found
    return {}


def rows_of_copy(file: Path) -> dict[str, list[StoredRow]]:
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
    return int(value_of(connection, "PRAGMA user_version"))


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
