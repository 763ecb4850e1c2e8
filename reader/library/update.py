"""Bringing an index up to date with its folders: what is new, changed, moved or gone, and nothing else is touched.

May import `posts`, `tables`, `records`, the model. One process at a time writes (a lock file says which); whoever comes
second follows what the first writes, and takes over where that one ends.
"""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from reader.library.model import Progress
from reader.library.plan import Known, Plan, make_plan
from reader.library.posts.heads import newest_first
from reader.library.posts.ids import short_ids
from reader.library.posts.pool import Outcomes, Pool
from reader.library.posts.scan import Found, PostFile, Seen, find_posts, see_posts
from reader.library.posts.worker import Task
from reader.library.records.record import Outcome
from reader.library.sqlite import transaction
from reader.library.tables.store import Store
from reader.library.tables.writing import Writer
from reader.readout.model import FaultCode

PUBLISH_EVERY = 0.25
"""Seconds between two batches that are made searchable while many posts are read: at first, and at least."""
PUBLISH_SHARE = 0.1
"""The same as a share of the time that has passed: the first posts are awaited, and each batch costs a merge later."""
PUBLISH_LATEST = 1.5
"""The same at most."""
AT_FIRST = 64
"""So many new posts, the newest, are read before the others are even written down: they are what is seen first."""
MANY = 500
"""From so many posts on the full-text index is tuned for loading."""
FOLLOW_EVERY = 0.25
"""Seconds between two looks at what another process has written."""

Report = Callable[[Progress], None]
Stop = Callable[[], bool]


@contextmanager
def writing_lock(file: Path) -> Iterator[bool]:
    """Whether this process may write the index now. The lock goes with the process, however it ends."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle = os.open(file.with_suffix(".lock"), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield True
    finally:
        os.close(handle)


def update(store: Store, roots: Sequence[Path], report: Report, stop: Stop, *, expecting: bool = False) -> Seen | None:
    """Brings the index up to date; None where `stop` said so before it was certain what there is.

    Where changes are `expecting` to be found, the children that read start while the folders are walked.

    `report` is called with the work ahead, after each batch, and at the end. Raises StoreError, sqlite3.Error and
    OSError where the index cannot be written.
    """
    while not stop():
        with writing_lock(store.file) as mine:
            if mine:
                return _Update(store, report, stop).run(roots, expecting=expecting)
        _follow(store, report, stop)
    return None


def _follow(store: Store, report: Report, stop: Stop) -> None:
    """Tells what another process writes, for a moment, until its lock may be free."""
    time.sleep(FOLLOW_EVERY)
    connection = None if stop() else store.open()
    if connection is not None:
        try:
            done, total = connection.execute("SELECT count(nullif(state, 0)), count(*) FROM file").fetchone()
            report(Progress(done, total + 1))
        finally:
            connection.close()


class _Update:
    """One pass, by the process that holds the lock."""

    def __init__(self, store: Store, report: Report, stop: Stop) -> None:
        self._connection = store.prepare()
        self._writer = Writer(self._connection)
        self._report = report
        self._stop = stop
        self._renamed = False
        self._later: list[PostFile] = []

    def run(self, roots: Sequence[Path], *, expecting: bool) -> Seen:
        """Walks, compares, reads."""
        try:
            with Pool() as pool:
                listing = self._listing()
                if expecting or listing is None:
                    pool.start()
                elif self._is_as_listed(listing, seen := see_posts(roots)):
                    self._report(Progress(0, 0))
                    return seen
                found = find_posts(roots)
                seen, tasks = found.seen, self._apply(found, pool)
                del found  # a hundred thousand files are forty megabytes
                self._read(tasks, pool)
            self._name()
            if not self._later:
                self._remember(seen)
            return seen
        finally:
            self._connection.close()

    def _apply(self, found: Found, pool: Pool) -> list[Task]:
        """What is to be read, after everything else is written down."""
        self._note_unlisted(found.seen)
        plan = make_plan(found, self._known())
        if plan.new or plan.changed:
            pool.start(len(plan.new) + len(plan.changed))
        tasks = self._record(plan) if not plan.is_empty else []
        self._renamed = bool(plan.new or plan.moved or plan.gone)
        self._writer.remove(plan.gone)
        self._try_again()
        return tasks + self._left_over(self._waiting() - {task.key for task in tasks}, found)

    def _waiting(self) -> set[int]:
        """The posts that are still to be read."""
        return {key for (key,) in self._connection.execute("SELECT key FROM file WHERE state = 0")}

    def _listing(self) -> bytes | None:
        """The checksum of the files of the last pass that came to its end."""
        row = self._connection.execute("SELECT digest FROM listing").fetchone()
        return row[0] if row else None

    def _is_as_listed(self, listing: bytes, seen: Seen) -> bool:
        """Whether there is nothing to be done: no file has changed, none is still to be read."""
        self._note_unlisted(seen)
        self._try_again()
        return listing == seen.checksum and not self._waiting()

    def _remember(self, seen: Seen) -> None:
        """Keeps the checksum of all files once all are in the index."""
        if not self._waiting() and self._listing() != seen.checksum:
            with transaction(self._connection):
                self._connection.execute("DELETE FROM listing")
                self._connection.execute("INSERT INTO listing VALUES (?)", (seen.checksum,))

    def _known(self) -> dict[str, Known]:
        rows = self._connection.execute("SELECT file, key, size, changed, inode FROM file")
        return {os.fsdecode(file): known for file, *known in rows}

    def _record(self, plan: Plan) -> list[Task]:
        """Writes down which files there are now; answers with those to be read, newest first.

        Of many new ones only the first are: the rest is for `_record_later`, once the first have been seen.
        """
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
            many("UPDATE file SET state = 0 WHERE key = ?", [(key,) for key, _ in plan.changed])
            many("UPDATE file SET state = 0 WHERE key = ? AND state = 2", [(key,) for key, _ in plan.moved])
            return [*(Task(key, file) for key, file in plan.changed), *self._record_new(fresh)]

    def _record_later(self) -> list[Task]:
        """Writes down the new files that `_record` left; answers with them."""
        fresh, self._later = self._later, []
        if not fresh:
            return []
        with transaction(self._connection):
            return self._record_new(fresh)

    def _record_new(self, fresh: Sequence[PostFile]) -> list[Task]:
        (last,) = self._connection.execute("SELECT coalesce(max(key), 0) FROM file").fetchone()
        tasks = [Task(key, file) for key, file in enumerate(fresh, last + 1)]
        self._connection.executemany(
            "INSERT INTO file (key, file, path, size, changed, inode, regular) VALUES (?, ?, ?, ?, ?, ?, ?)",
            [(key, *_columns(file)) for key, file in tasks],
        )
        return tasks

    def _name(self) -> None:
        """Gives every post its short id, which depends on all the others, where files have come or gone."""
        if not self._renamed and not self._connection.execute("SELECT 1 FROM file WHERE id = '' LIMIT 1").fetchone():
            return
        rows = self._connection.execute("SELECT key, id, path, file FROM file ORDER BY path, file").fetchall()
        ids = short_ids([(os.fsdecode(path), os.fsdecode(file)) for _, _, path, file in rows])
        changed = [(new, row[0]) for new, row in zip(ids, rows, strict=True) if new != row[1]]
        if changed:
            with transaction(self._connection):
                self._connection.executemany("UPDATE file SET id = ? WHERE key = ?", changed)

    def _try_again(self) -> None:
        """What the system would not open may open now: its file need not have changed for that."""
        refused = self._connection.execute(
            "SELECT key, file FROM file JOIN fault USING (key) "
            "WHERE state = 2 AND regular AND code = ? AND detail GLOB 'E[A-Z]*'",
            (FaultCode.UNREADABLE.value,),
        ).fetchall()
        open_now = [(key,) for key, file in refused if os.access(file, os.R_OK)]
        if open_now:
            with transaction(self._connection):
                self._connection.executemany("UPDATE file SET state = 0 WHERE key = ?", open_now)

    def _left_over(self, keys: set[int], found: Found) -> list[Task]:
        """The posts that an earlier pass did not come to, newest first as it had written them down."""
        if not keys:
            return []
        files = {os.fsencode(file.file): file for file in found.files}
        rows = self._connection.execute("SELECT key, file FROM file WHERE state = 0 ORDER BY key").fetchall()
        return [Task(key, files[file]) for key, file in rows if key in keys and file in files]

    def _note_unlisted(self, seen: Seen) -> None:
        rows = [(os.fsencode(item.path), item.reason) for item in seen.unlisted]
        if rows != self._connection.execute("SELECT path, reason FROM unlisted").fetchall():
            with transaction(self._connection):
                self._connection.execute("DELETE FROM unlisted")
                self._connection.executemany("INSERT INTO unlisted VALUES (?, ?)", rows)

    def _read(self, tasks: Sequence[Task], pool: Pool) -> None:
        """Reads posts, and those for later, and makes them searchable in batches."""
        total = len(tasks) + len(self._later)
        self._report(Progress(0, total))
        if not tasks:
            return
        many = total >= MANY
        if many:
            self._writer.begin_loading()
        try:
            self._read_all(pool.read(tasks, self._record_later, self._writer.names()), total)
        finally:
            if many:
                self._writer.end_loading()
        if many:
            self._writer.merge(self._stop)
            self._writer.tidy()

    def _read_all(self, answers: Iterable[Outcomes], total: int) -> None:
        batch: list[tuple[int, Outcome]] = []
        begun = time.monotonic()
        done, due = 0, begun
        for outcomes in answers:
            batch += outcomes
            done += len(outcomes)
            if done < total and time.monotonic() < due:
                continue
            self._writer.put(batch)
            batch.clear()
            now = time.monotonic()
            self._report(Progress(done, total, now - begun))
            due = now + min(PUBLISH_LATEST, max(PUBLISH_EVERY, PUBLISH_SHARE * (now - begun)))
            if self._stop():
                return


def _columns(file: PostFile) -> tuple[bytes, bytes, int, int, int, bool]:
    return os.fsencode(file.file), os.fsencode(file.path), file.size, file.changed, file.inode, file.regular
