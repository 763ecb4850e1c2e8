"""Bringing an index up to date with its folders: what is new, changed, moved or gone, and nothing else is touched.

May import `files`, `posts`, `private`, `tables`, `records`, the model. One process at a time writes (a lock
file says which); who comes second follows what the first writes, and takes over where that one ends.
"""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from reader.library.files import Files, make_plan
from reader.library.model import OnProgress, Progress, Stop
from reader.library.posts.pool import Outcomes, Pool
from reader.library.posts.scan import Found, Seen, find_posts, see_posts
from reader.library.posts.worker import Task
from reader.library.private import private_folder
from reader.library.records.record import Outcome
from reader.library.sqlite import transaction
from reader.library.tables.store import Store
from reader.library.tables.writing import Writer

PUBLISH_EVERY = 0.25
"""Seconds between two batches that are made searchable while many posts are read: at first, and at least."""
PUBLISH_SHARE = 0.1
"""The same as a share of the time that has passed: the first posts are awaited, and each batch costs a merge later."""
PUBLISH_LATEST = 1.5
"""The same at most."""
MANY = 500
"""From so many posts on the full-text index is tuned for loading."""
FOLLOW_EVERY = 0.25
"""Seconds between two looks at what another process has written."""


@contextmanager
def writing_lock(file: Path) -> Iterator[bool]:
    """Whether this process may write the index now. The lock goes with the process, however it ends."""
    private_folder(file.parent)
    flags = os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW | os.O_NONBLOCK
    handle = os.open(file.with_suffix(".lock"), flags, 0o600)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield True
    finally:
        os.close(handle)


def update(
    store: Store, roots: Sequence[Path], report: OnProgress, stop: Stop, *, expecting: bool = False
) -> Seen | None:
    """Brings the index up to date with what is under `roots`; as long as another process writes it, follows that one.

    Answers with what the walk saw; None where `stop` said so before a pass began. A pass that `stop` ends while it
    reads leaves the rest to the next. `report` is called with the work ahead and after each batch that is read, and
    with how far the other process is. Where changes are `expecting` to be found, the children that read start while
    the folders are walked.

    Raises StoreError where there is no index and none can be made, sqlite3.Error where it cannot be written, OSError
    where its lock cannot be made, NoChildError where nothing can be started that reads.
    """
    while not stop():
        with writing_lock(store.file) as mine:
            if mine:
                return _Update(store, report, stop).run(roots, expecting=expecting)
        _follow(store, report, stop)
    return None


def _follow(store: Store, report: OnProgress, stop: Stop) -> None:
    """Tells what another process writes, for a moment, until its lock may be free."""
    time.sleep(FOLLOW_EVERY)  # nothing can wake it: the other process sends no word, `stop` can only be asked
    connection = None if stop() else store.open()
    if connection is not None:
        try:
            done, total = Files(connection).progress()
            report(Progress(done, total + 1))
        finally:
            connection.close()


class _Update:
    """One pass, by the process that holds the lock."""

    def __init__(self, store: Store, report: OnProgress, stop: Stop) -> None:
        self._connection = store.prepare()
        self._files = Files(self._connection)
        self._writer = Writer(self._connection)
        self._report = report
        self._stop = stop

    def run(self, roots: Sequence[Path], *, expecting: bool) -> Seen:
        """Walks, compares, reads."""
        try:
            with Pool() as pool:
                listing = self._files.listing()
                if expecting or listing is None:
                    pool.start()
                elif self._is_as_listed(listing, seen := see_posts(roots)):
                    self._report(Progress(0, 0))
                    return seen
                found = find_posts(roots)
                seen, tasks = found.seen, self._apply(found, pool)
                del found  # a hundred thousand files are forty megabytes
                self._read(tasks, pool)
            self._files.give_ids()
            self._files.keep_listing(seen.checksum)
            return seen
        finally:
            self._connection.close()

    def _apply(self, found: Found, pool: Pool) -> list[Task]:
        """What is to be read, after everything else is written down."""
        self._files.keep_unlisted(found.seen)
        plan = make_plan(found, self._files.known())
        if plan.new or plan.changed:
            pool.start(len(plan.new) + len(plan.changed))
        with transaction(self._connection):
            tasks = self._files.record(plan)
            self._writer.remove(plan.gone)
            self._writer.rename([key for key, _ in plan.moved])
        self._files.retry_refused()
        return tasks + self._files.left_over(found, tasks)

    def _is_as_listed(self, listing: bytes, seen: Seen) -> bool:
        """Whether there is nothing to be done: no file has changed, none is still to be read."""
        self._files.keep_unlisted(seen)
        self._files.retry_refused()
        return listing == seen.checksum and self._files.all_read()

    def _read(self, tasks: Sequence[Task], pool: Pool) -> None:
        """Reads posts, and those for later, and makes them searchable in batches."""
        total = len(tasks) + self._files.later
        self._report(Progress(0, total))
        if not tasks:
            return
        many = total >= MANY
        if many:
            self._writer.begin_loading()
        try:
            self._read_all(pool.read(tasks, self._files.record_later, self._writer.names()), total)
        finally:
            if many:
                self._writer.end_loading()
        if many and not self._stop():
            self._writer.merge(self._stop)
            self._writer.tidy()

    def _read_all(self, answers: Iterable[Outcomes], total: int) -> None:
        batch: list[tuple[int, Outcome]] = []
        begun = time.monotonic()
        done, due = 0, begun
        for outcomes in answers:
            if self._stop():
                return
            batch += outcomes
            done += len(outcomes)
            if not batch or (done < total and time.monotonic() < due):
                continue
            self._writer.put(batch)
            batch.clear()
            now = time.monotonic()
            self._report(Progress(done, total, now - begun))
            due = now + min(PUBLISH_LATEST, max(PUBLISH_EVERY, PUBLISH_SHARE * (now - begun)))
