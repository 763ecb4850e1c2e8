"""The file of an index: where it is opened, checked, made anew.

May import the model, `private`, `rules`, `sqlite`. A `Store` gives every thread a connection of its own. An index of
another schema or collection, of posts that were read by other rules, or one that is damaged, is thrown away: it holds
nothing that the posts do not.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from reader.library import rules
from reader.library.model import NoticeCode
from reader.library.private import make_private, private_folder
from reader.library.sqlite import NotOurs, is_damage, is_passing, run_script, transaction, value_of
from reader.own_files import words_of

SCHEMA = 6
"""The version of schema.sql and of what is written into it."""
TO_READ, READ, UNREAD = 0, 1, 2
"""States of a file: to be read, read, could not be read; schema.sql has indexes for them by these numbers."""
_APPLICATION = 0x63726478
"""Marks our files: SQLite's application_id."""
_BUSY = 5.0
"""Seconds to wait for another connection's write."""
_WORDS = "CREATE VIRTUAL TABLE words USING fts5(titles, body, content='', tokenize='ascii', columnsize=0)"
_TABLES = (
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'words_%' "
    "ORDER BY name = 'words' DESC"
)


class StoreError(Exception):
    """An index that can be neither used nor made anew; `reason` is the system's own word for it."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Store:
    """The index over some roots in a file. `rebuilt` says why it was made anew, if it was."""

    def __init__(self, file: Path, roots: Sequence[str]) -> None:
        self.file = file
        self.rebuilt: NoticeCode | None = None
        self._roots = "\n".join(map(ascii, roots))

    def open(self) -> sqlite3.Connection | None:
        """A connection for reading; None where there is no index that fits (yet).

        Raises sqlite3.Error where there is one that the system does not let us read.
        """
        if self.file.is_symlink() or not self.file.exists():
            return None
        connection = self.connect()
        try:
            if self._fits(connection):
                return connection
        except sqlite3.Error as error:
            if not (is_damage(error) or is_passing(error)):  # else the writer will find out
                connection.close()
                raise
        connection.close()
        return None

    @property
    def which(self) -> tuple[Path, int, int]:
        """Which file the index is: another may have taken its place, by this process or by another."""
        try:
            status = self.file.stat()
        except OSError:
            return self.file, 0, 0
        return self.file, status.st_dev, status.st_ino

    def prepare(self) -> sqlite3.Connection:
        """A connection for writing, to an index that fits; it is made anew where it does not. Raises StoreError."""
        try:
            try:
                return self._ready()
            except sqlite3.Error as error:
                if not is_damage(error):
                    raise
            self.discard(NoticeCode.DAMAGED)
            return self._ready()
        except (sqlite3.Error, OSError) as error:
            raise StoreError(words_of(error)) from error

    def discard(self, why: NoticeCode) -> None:
        """Throws the index away. Raises StoreError where its file cannot be removed."""
        self.rebuilt = why
        try:
            for suffix in ("", "-wal", "-shm"):
                self.file.with_name(self.file.name + suffix).unlink(missing_ok=True)
        except OSError as error:
            raise StoreError(words_of(error)) from error

    def connect(self) -> sqlite3.Connection:
        """A connection to whatever is there. May raise sqlite3.Error."""
        uri = self.file.as_uri()
        connection = sqlite3.connect(uri, uri=True, timeout=_BUSY, isolation_level=None, check_same_thread=False)
        try:
            connection.execute("PRAGMA cache_size = -4000")
        except UnicodeDecodeError as error:  # what SQLite quotes of a damaged schema in its message
            connection.close()
            raise NotOurs(str(error)) from error
        return connection

    def _ready(self) -> sqlite3.Connection:
        private_folder(self.file.parent)
        if self.file.is_symlink():  # SQLite would write into whatever it leads to
            self.file.unlink()
        make_private(self.file)
        connection = self.connect()
        try:
            connection.execute("PRAGMA auto_vacuum = INCREMENTAL")  # only of use before there is anything
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")
            if self._fits(connection):
                _keep_stamp(connection)
            else:
                if self._is_foreign(connection):
                    raise NotOurs("not an index of ours")
                self._make(connection)
        except BaseException:
            connection.close()
            raise
        return connection

    def _fits(self, connection: sqlite3.Connection) -> bool:
        if value_of(connection, "PRAGMA user_version") != SCHEMA:
            return False
        if value_of(connection, "PRAGMA application_id") != _APPLICATION:
            return False
        try:
            kept = dict(connection.execute("SELECT key, value FROM meta"))
        except sqlite3.OperationalError as error:  # no such table
            raise NotOurs(str(error)) from error
        if kept.get("roots") != self._roots:
            return False
        try:
            stamp = rules.stamp()
            return kept.get("stamp") == stamp or kept.get("rules") == rules.checksum(stamp)
        except OSError:  # no more files can be opened, or the program is being replaced: nothing says that it differs
            return True

    def _is_foreign(self, connection: sqlite3.Connection) -> bool:
        """Whether the file holds something, but not an index of ours."""
        is_ours = value_of(connection, "PRAGMA application_id") == _APPLICATION
        return not is_ours and bool(value_of(connection, "SELECT count(*) FROM sqlite_master"))

    def _make(self, connection: sqlite3.Connection) -> None:
        """Makes the tables, in one transaction, in place of whatever index was there."""
        with transaction(connection):
            if self._fits(connection):  # another process was quicker
                return
            for (name,) in connection.execute(_TABLES).fetchall():
                self.rebuilt = NoticeCode.OUTDATED
                connection.execute(f'DROP TABLE "{name}"')
            run_script(connection, Path(__file__).with_name("schema.sql").read_text("utf-8"))
            with suppress(sqlite3.OperationalError):  # an SQLite without FTS5: texts are scanned
                connection.execute(_WORDS)
            stamp = rules.stamp()
            meta = {"roots": self._roots, "stamp": stamp, "rules": rules.checksum(stamp)}
            connection.executemany("INSERT INTO meta VALUES (?, ?)", meta.items())
            connection.execute(f"PRAGMA application_id = {_APPLICATION}")
            connection.execute(f"PRAGMA user_version = {SCHEMA}")


def _keep_stamp(connection: sqlite3.Connection) -> None:
    """Has the files of the rules, which were touched or installed again, not be read at the next start."""
    with suppress(OSError, sqlite3.OperationalError):  # no room on the disk: the files are read at the next start too
        stamp = rules.stamp()
        if value_of(connection, "SELECT value FROM meta WHERE key = 'stamp'") != stamp:
            connection.execute("UPDATE meta SET value = ? WHERE key = 'stamp'", (stamp,))


def has_full_text(connection: sqlite3.Connection) -> bool:
    """Whether this index was made by an SQLite with FTS5."""
    return connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'words'").fetchone() is not None
