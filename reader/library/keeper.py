"""Keeping an index up to date as long as the program runs, whatever happens to its file.

May import `update`, `watch`, `posts`, `repeats_worker`, `tables.store`, the model, `places`, `sqlite`. Where no index
can be kept on disk, one in a temporary folder takes its place; where it turns out damaged, it is made anew. Neither
stops the reader, and `notices` has both. Where the system lets nothing be written, or started, what was read
before is shown.
"""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reader.library.model import Notice, NoticeCode, OnProgress, Progress, Stop
from reader.library.sqlite import is_damage, is_passing
from reader.library.tables.store import Store, StoreError
from reader.own_files import words_of

if TYPE_CHECKING:
    from reader.library.posts.scan import Seen


class IndexKeeper:
    """The index of some roots. Another file may take the place of `store`'s, and views must be opened anew then.

    `trouble` is why what is new cannot be read, or nothing be asked, as long as that is so.
    """

    def __init__(self, roots: Sequence[Path], index: Path) -> None:
        self._roots = roots
        self._names = [str(root) for root in roots]
        self._made: Sequence[Path] = ()
        self._spare: list[Path] | None = None
        self._broken = False
        self._own = self.store = Store(index, self._names)
        self._moved: Notice | None = None
        self._gone: list[str] = []
        self.trouble: Notice | None = None
        self._known: Notice | None = None
        self._notices: list[Notice] = []

    def keep(self, report: OnProgress, stop: Stop) -> None:
        """Brings the index up to date, and again after every change, until `stop`."""
        from reader.library.watch import changes  # noqa: PLC0415 -- not before the first paint

        def unwatched(reason: str) -> None:
            self._notices.append(Notice(NoticeCode.NOT_WATCHED, reason))

        while not stop():
            for number, _ in enumerate(changes(self._roots, lambda: stop() or self._broken, unwatched)):
                self.update(report, stop, expecting=number > 0)
                if not stop() and self.compare(stop):
                    report(Progress(0, 0))
            if self._broken:
                self.update(report, stop)

    def update(self, report: OnProgress, stop: Stop, *, expecting: bool = False) -> Seen | None:
        """Reads what is new, changed or gone; answers with what the walk saw, None where it was stopped.

        None too where the system does not let it: `trouble` says why.
        """
        from reader.library.posts.pool import NoChildError  # noqa: PLC0415 -- not before the first paint
        from reader.library.update import update  # noqa: PLC0415 -- as above

        while not stop():
            try:
                if self._broken:
                    self._replace()
                seen = update(self.store, self._roots, report, stop, expecting=expecting)
            except (NoChildError, MemoryError) as error:
                why = str(error) or os.strerror(errno.ENOMEM)
                self._give_up(Notice(NoticeCode.NO_CHILDREN, why), report)
                return None
            except (StoreError, sqlite3.Error, OSError) as error:
                if _is_broken(error) and not self._broken:
                    self._broken = True
                elif not self._move(self._what(error)):
                    self._give_up(Notice(NoticeCode.NOT_READ, self._what(error)), report)
                    return None
                continue
            if seen is not None:
                self._succeed(seen, report)
            return seen
        return None

    def compare(self, stop: Stop) -> bool:
        """Works out what each meeting's report repeats of those before it; whether there was anything to work out.

        What cannot be worked out now stays unknown until the next pass.
        """
        from reader.library.repeats_worker import work_out  # noqa: PLC0415 -- not before the first paint

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
        elif not is_passing(error):
            self._take_trouble(Notice(NoticeCode.NOT_ANSWERED, self._what(error)))

    def notices(self) -> list[Notice]:
        """What is to be shown and was not yet; nothing of what was in the way for a moment."""
        new, self._notices = self._notices, []
        trouble, known, self._known = self.trouble, self._known, self.trouble
        return [*new, trouble] if trouble and trouble != known else new

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
        """Puts the index where it can be written for this session; False where there is no such place left."""
        from reader.library.places import spare_folders  # noqa: PLC0415 -- hardly ever

        if self._spare is None:
            self._made = spare_folders()
            self._spare = list(self._made)
            self._moved = Notice(NoticeCode.NO_INDEX, reason)
        if not self._spare:
            return False
        self.store = Store(self._spare.pop(0) / "index.sqlite3", self._names)
        self._broken = False
        return True

    def _succeed(self, seen: Seen, report: OnProgress) -> None:
        """After a pass: takes notices of what was the matter with the index, and with the folders."""
        self.trouble = None
        self._note_lost_folders(seen)
        new = [self._moved] if self._moved and self.store is not self._own else []
        if self.store.rebuilt:
            new.append(Notice(self.store.rebuilt))
        self._moved = self.store.rebuilt = None
        if new:
            self._notices += new
            report(Progress(0, 0))

    def _give_up(self, trouble: Notice, report: OnProgress) -> None:
        """Shows what was read before, and says why there is nothing else."""
        self.store = self._own
        self._take_trouble(trouble)
        report(Progress(0, 0))

    def _take_trouble(self, trouble: Notice) -> None:
        if self.trouble is None or self.trouble.code != trouble.code:
            self.trouble = trouble

    def _what(self, error: Exception) -> str:
        """The file that could not be opened or written, and the system's word for why."""
        named = error.filename if isinstance(error, OSError) else None
        file = os.fsdecode(named) if isinstance(named, str | bytes) else str(self._own.file)
        return f"{file}: {words_of(error)}"

    def _note_lost_folders(self, seen: Seen) -> None:
        gone = [(item.path, item.reason) for item in seen.unlisted if Path(item.file) in self._roots]
        for path, reason in gone:
            if path not in self._gone:
                code = getattr(errno, reason, None)
                why = os.strerror(code) if code else reason
                self._notices.append(Notice(NoticeCode.FOLDER_GONE, f"{path} ({why})"))
        self._gone = [path for path, _ in gone]


def _is_broken(error: Exception) -> bool:
    """Whether an error says that the index is damaged, or contradicts itself."""
    return isinstance(error, sqlite3.IntegrityError) or (isinstance(error, sqlite3.Error) and is_damage(error))
