"""The index's table of files: which there are, what differs from those that were found, which are still to be read.

May import `posts`, `tables.store` and `sqlite`. Stands between the walk, which knows no tables, and the tables, which
know no walk; what a post says is written by `tables.writing`.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Sequence
from typing import NamedTuple

from reader.library.posts.ids import short_ids
from reader.library.posts.scan import Found, PostFile, Seen, newest_first
from reader.library.posts.worker import Task
from reader.library.sqlite import transaction, value_of
from reader.library.tables.store import TO_READ, UNREAD
from reader.readout.faults import FaultCode

Known = list[int]
"""A file as the index knows it: its key, size, moment of change and inode."""


class Plan(NamedTuple):
    """What has to be done: posts to be read (known by their key, or new), files that only moved, keys that are gone."""

    changed: list[tuple[int, PostFile]]
    new: list[PostFile]
    moved: list[tuple[int, PostFile]]
    gone: list[int]

    @property
    def is_empty(self) -> bool:
        """Whether nothing has changed."""
        return not any(self)


def make_plan(found: Found, known: dict[str, Known]) -> Plan:
    """What differs between the files that were found and those that are known, which it uses up.

    A file that is new at its path, but has the size, the moment of change and the inode of one that is gone, has moved;
    not where its suffix is another, by which the same bytes may be read otherwise. Nothing is gone that lies where the
    walk could not look.
    """
    changed, new = [], []
    for file in found.files:
        former = known.pop(file.file, None)
        if former is None:
            new.append(file)
        elif former[1:] != [file.size, file.changed, file.inode]:
            changed.append((former[0], file))
    if not known:
        return Plan(changed, new, [], [])
    hidden = tuple(item.file for item in found.seen.unlisted)
    lost = {(_suffix(name), *same): key for name, (key, *same) in known.items() if not _within(name, hidden)}
    moved = [
        (lost.pop(same), file)
        for file in new
        if (same := (_suffix(file.file), file.size, file.changed, file.inode)) in lost
    ]
    moving = {file.file for _, file in moved}
    return Plan(changed, [file for file in new if file.file not in moving], moved, list(lost.values()))


def _suffix(file: str) -> str:
    return os.path.splitext(file)[1].lower()  # noqa: PTH122 -- a str is at hand


def _within(file: str, folders: Sequence[str]) -> bool:
    return any(file == folder or file.startswith(folder.rstrip("/") + "/") for folder in folders)


AT_FIRST = 64
"""So many new posts, the newest, are read before the others are even written down: they are what is seen first."""
_TO_BE_READ = f"UPDATE file SET state = {TO_READ} WHERE key = ?"
_REFUSED = f"""
SELECT key, file FROM file JOIN fault USING (key)
WHERE state = {UNREAD} AND regular AND code = ? AND detail GLOB 'E[A-Z]*'
"""


class Files:
    """The files that one index knows, for one pass over its folders.

    A method that writes does so in one transaction; each may raise sqlite3.Error.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._later: list[PostFile] = []
        self._renamed = False

    @property
    def later(self) -> int:
        """How many new files `record` has left to `record_later`."""
        return len(self._later)

    def known(self) -> dict[str, Known]:
        """Every file that is written down, by its name in the system."""
        rows = self._connection.execute("SELECT file, key, size, changed, inode FROM file")
        return {os.fsdecode(file): known for file, *known in rows}

    def progress(self) -> tuple[int, int]:
        """How many files are done with, read or not to be read, and how many there are."""
        select = f"SELECT count(nullif(state, {TO_READ})), count(*) FROM file"
        done, total = self._connection.execute(select).fetchone()
        return done, total

    def all_read(self) -> bool:
        """Whether no file that is written down is still to be read."""
        return value_of(self._connection, f"SELECT 1 FROM file WHERE state = {TO_READ} LIMIT 1") is None

    def listing(self) -> bytes | None:
        """The checksum of all files as the last pass that came to its end left them; None where another was begun."""
        found: bytes | None = value_of(self._connection, "SELECT digest FROM listing")
        return found

    def keep_listing(self, checksum: bytes) -> None:
        """Keeps the checksum of all files; nothing is kept as long as one of them is to be written down or read."""
        if not self._later and self.all_read() and self.listing() != checksum:
            with transaction(self._connection):
                self._connection.execute("DELETE FROM listing")
                self._connection.execute("INSERT INTO listing VALUES (?)", (checksum,))

    def keep_unlisted(self, seen: Seen) -> None:
        """Keeps which folders and files the walk could not look at."""
        rows = [(os.fsencode(item.path), item.reason) for item in seen.unlisted]
        if rows != self._connection.execute("SELECT path, reason FROM unlisted").fetchall():
            with transaction(self._connection):
                self._connection.execute("DELETE FROM unlisted")
                self._connection.executemany("INSERT INTO unlisted VALUES (?, ?)", rows)

    def record(self, plan: Plan) -> list[Task]:
        """Writes down which files there are now; answers with those to be read, newest first.

        Of many new ones only the first are: the rest is for `record_later`, once the first have been seen. Files that
        are gone stay until `Writer.remove` takes them out with their posts.
        """
        if plan.is_empty:
            return []
        self._renamed = bool(plan.new or plan.moved or plan.gone)
        fresh = newest_first(plan.new)
        fresh, self._later = fresh[:AT_FIRST], fresh[AT_FIRST:]
        with transaction(self._connection):
            execute, many = self._connection.execute, self._connection.executemany
            execute("DELETE FROM listing")
            many("UPDATE file SET file = ? WHERE key = ?", [(f"moving {key}".encode(), key) for key, _ in plan.moved])
            many(
                "UPDATE file SET file = ?, path = ?, size = ?, changed = ?, inode = ?, regular = ? WHERE key = ?",
                [(*_columns(file), key) for key, file in (*plan.moved, *plan.changed)],
            )
            many(_TO_BE_READ, [(key,) for key, _ in plan.changed])
            many(f"{_TO_BE_READ} AND state = {UNREAD}", [(key,) for key, _ in plan.moved])
            return [*(Task(key, file) for key, file in plan.changed), *self._insert(fresh)]

    def record_later(self) -> list[Task]:
        """Writes down the new files that `record` left; answers with them."""
        fresh, self._later = self._later, []
        if not fresh:
            return []
        with transaction(self._connection):
            return self._insert(fresh)

    def retry_refused(self) -> None:
        """Has what the system would not open read again where it opens now: the file need not have changed for that."""
        refused = self._connection.execute(_REFUSED, (FaultCode.UNREADABLE.value,)).fetchall()
        open_now = [(key,) for key, file in refused if os.access(file, os.R_OK)]
        if open_now:
            with transaction(self._connection):
                self._connection.executemany(_TO_BE_READ, open_now)

    def left_over(self, found: Found, tasks: Sequence[Task]) -> list[Task]:
        """What is to be read beside these tasks, newest first as an earlier pass, which did not come to it, left it."""
        given = {task.key for task in tasks}
        rows = self._connection.execute(f"SELECT key, file FROM file WHERE state = {TO_READ} ORDER BY key").fetchall()
        left = [(key, file) for key, file in rows if key not in given]
        if not left:
            return []
        files = {os.fsencode(file.file): file for file in found.files}
        return [Task(key, files[file]) for key, file in left if file in files]

    def give_ids(self) -> None:
        """Gives every post its short id, which depends on all the others, where files have come or gone."""
        if not self._renamed and not value_of(self._connection, "SELECT 1 FROM file WHERE id = '' LIMIT 1"):
            return
        rows = self._connection.execute("SELECT key, id, path, file FROM file ORDER BY path, file").fetchall()
        ids = short_ids([(os.fsdecode(path), os.fsdecode(file)) for _, _, path, file in rows])
        changed = [(new, row[0]) for new, row in zip(ids, rows, strict=True) if new != row[1]]
        if changed:
            with transaction(self._connection):
                self._connection.executemany("UPDATE file SET id = ? WHERE key = ?", changed)

    def _insert(self, fresh: Sequence[PostFile]) -> list[Task]:
        last = value_of(self._connection, "SELECT max(key) FROM file") or 0
        tasks = [Task(key, file) for key, file in enumerate(fresh, last + 1)]
        self._connection.executemany(
            "INSERT INTO file (key, file, path, size, changed, inode, regular) VALUES (?, ?, ?, ?, ?, ?, ?)",
            [(key, *_columns(file)) for key, file in tasks],
        )
        return tasks


def _columns(file: PostFile) -> tuple[bytes, bytes, int, int, int, bool]:
    return os.fsencode(file.file), os.fsencode(file.path), file.size, file.changed, file.inode, file.regular
