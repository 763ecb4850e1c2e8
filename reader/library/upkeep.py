"""Keeping an index up to date for a sitting, whatever happens to its file.

May import `update`, `watch`, `tables.store`, the model, `places`. Where no index can be kept on disk, one in a
temporary folder takes its place; where it turns out damaged, it is made anew. Neither stops the reader, and `notices`
tells of both.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reader.library.model import Notice, NoticeCode, Progress, Report, Stop
from reader.library.sqlite import is_damage
from reader.library.tables.store import Store, StoreError

if TYPE_CHECKING:
    from reader.library.posts.scan import Seen


class Upkeep:
    """The index of some roots. Another file may take the place of `store`'s, and views must be opened anew then."""

    def __init__(self, roots: Sequence[Path], index: Path) -> None:
        self._roots = roots
        self._names = [str(root) for root in roots]
        self._made: Sequence[Path] = ()
        self._spare: list[Path] | None = None
        self._broken = False
        self.store = Store(index, self._names)
        self._gave_up = False
        self._gone: list[str] = []
        self.notices: list[Notice] = []

    def keep(self, report: Report, stop: Stop) -> None:
        """Brings the index up to date, and again after every change, until `stop`."""
        from reader.library.watch import changes  # noqa: PLC0415 -- not before the first paint

        while not stop():
            for number, _ in enumerate(changes(self._roots, lambda: stop() or self._broken)):
                self.update(report, stop, expecting=number > 0)
                if not stop() and self.compare(stop):
                    report(Progress(0, 0))
            if self._broken:
                self.update(report, stop)

    def update(self, report: Report, stop: Stop, *, expecting: bool = False) -> Seen | None:
        """Reads what is new, changed or gone; answers with what the walk saw, None where it was stopped."""
        from reader.library.update import update  # noqa: PLC0415 -- not before the first paint

        while not stop():
            try:
                if self._broken:
                    self._replace()
                seen = update(self.store, self._roots, report, stop, expecting=expecting)
            except (StoreError, sqlite3.Error, OSError) as error:
                if isinstance(error, sqlite3.Error) and is_damage(error) and not self._broken:
                    self._broken = True
                elif not self._move(str(error)):
                    report(Progress(0, 0))
                    return None
                continue
            if seen is not None:
                self._tell_of_folders(seen)
            if self.store.rebuilt:
                self.notices.append(Notice(self.store.rebuilt))
                self.store.rebuilt = None
                report(Progress(0, 0))
            return seen
        return None

    def compare(self, stop: Stop) -> bool:
        """Works out what each meeting's report repeats of those before it; whether there was anything to work out.

        What cannot be worked out now stays unknown until the next pass.
        """
        from reader.library.sayings import work_out  # noqa: PLC0415 -- not before the first paint

        try:
            return work_out(self.store, stop)
        except sqlite3.Error as error:
            self.note(error)
        except (StoreError, OSError):
            pass
        return False

    def note(self, error: sqlite3.Error) -> None:
        """Takes what a view met: an index that is damaged is made anew by the next turn of `keep`."""
        if is_damage(error):
            self._broken = True

    def close(self) -> None:
        """Leaves nothing of a spare index behind."""
        if self._made:
            from reader.library.places import remove_folders  # noqa: PLC0415 -- hardly ever

            remove_folders(self._made)

    def _replace(self) -> None:
        """Throws a damaged index away. Raises StoreError where that is not possible."""
        self._broken = False
        self.store.discard(NoticeCode.DAMAGED)

    def _move(self, reason: str) -> bool:
        """Puts the index where it can be written for this sitting; False where there is no such place left."""
        from reader.library.places import spare_folders  # noqa: PLC0415 -- hardly ever

        if self._spare is None:
            self._made = spare_folders()
            self._spare = list(self._made)
            self.notices.append(Notice(NoticeCode.NO_INDEX, reason))
        if not self._spare:
            if not self._gave_up:
                self._gave_up = True
                self.notices.append(Notice(NoticeCode.NOT_READ, reason))
            return False
        self.store = Store(self._spare.pop(0) / "index.sqlite3", self._names)
        self._broken = False
        return True

    def _tell_of_folders(self, seen: Seen) -> None:
        gone = [item.path for item in seen.unlisted if Path(item.file) in self._roots]
        self.notices += [Notice(NoticeCode.FOLDER_GONE, path) for path in gone if path not in self._gone]
        self._gone = gone
