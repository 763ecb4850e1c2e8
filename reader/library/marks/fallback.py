"""What takes the place of a file of marks that cannot be written: changes that wait, and a copy that the lists see.

May import `file`, `changes`, `places`, `private`. What waits lies in files beside the marks: it outlasts the program,
however that ends. As long as its owner lives, a lock on the file keeps every other reader, in this process or another,
from taking it: done twice, a change may undo what was done between.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Sequence
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from reader.library.marks.file import Marks, MarksError
from reader.library.places import remove_folders, spare_folders

if TYPE_CHECKING:
    from reader.library.marks.changes import Change

_NUMBERS = count(1)
"""No two owners in a process have the same, even where both look for a free name at once."""


class Waiting:
    """The files that hold changes of one file of marks. Its owner has all of them in memory that were taken."""

    def __init__(self, marks: Path) -> None:
        self._marks = marks
        self._own: Path | None = None
        self._held: dict[Path, int] = {}

    def __bool__(self) -> bool:
        return bool(self._held)

    def put_down(self, changes: Sequence[Change]) -> Path | None:
        """Writes changes in the place of those put down and taken before, which they must hold; None where it fails."""
        from reader.library.marks.changes import dump  # noqa: PLC0415 -- hardly ever
        from reader.library.private import write_locked  # noqa: PLC0415 -- as above

        if self._own is None:
            stem = f"{self._marks.name}.waiting-{os.getpid()}"
            names = (self._marks.with_name(f"{stem}-{number}.json") for number in _NUMBERS)
            self._own = next(name for name in names if not name.exists())
        try:
            lock = write_locked(self._own, dump(changes))
            former = self._held.pop(self._own, None)
            self._held[self._own] = lock
            if former is not None:
                os.close(former)
            self.clear(but=self._own)
        except OSError:  # a notice says that nothing is kept
            return None
        return self._own

    def take(self) -> list[Change]:
        """The changes of files whose owner has ended, that were not taken yet."""
        changes: list[Change] = []
        for file in sorted({*self._marks.parent.glob(f"{self._marks.name}.waiting-*.json")} - self._held.keys()):
            changes += self._taken(file)
        return changes

    def _taken(self, file: Path) -> list[Change]:
        """The changes of one file, which is held from now on; none of one that is another's."""
        from reader.library.marks.changes import load  # noqa: PLC0415 -- hardly ever

        with suppress(OSError):
            lock = os.open(file, os.O_RDWR | os.O_CLOEXEC)
            with suppress(OSError, ValueError):  # ValueError: it is of another version, and stays
                if _is_left(lock):
                    with os.fdopen(lock, "rb", closefd=False) as opened:
                        changes = load(opened.read())
                    self._held[file] = lock
                    return changes
            os.close(lock)
        return []

    def clear(self, but: Path | None = None) -> None:
        """Removes what was taken or put down, for it is written elsewhere. Raises OSError."""
        for file in self._held.keys() - {but}:
            file.unlink(missing_ok=True)
            os.close(self._held.pop(file))

    def leave(self) -> None:
        """Lets what waits lie, to be taken by the next reader."""
        while self._held:
            os.close(self._held.popitem()[1])


def _is_left(lock: int) -> bool:
    """Whether an open file has lost its owner, and nobody has taken it and removed it meanwhile; it is locked then."""
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:  # a file system without locks: nothing says that its owner lives
        pass
    return os.fstat(lock).st_nlink > 0


class StandIn:
    """A copy of marks in a temporary folder, for this reader alone. `file` is None where there is no room for one."""

    def __init__(self, marks: Marks) -> None:
        self._folders = spare_folders()
        self._copy: Marks | None = None
        self.file: Path | None = None
        for folder in self._folders:
            copy = Marks(folder / "marks.sqlite3")
            try:
                marks.copy_to(copy)
            except MarksError:
                copy.close()
                continue
            self._copy, self.file = copy, copy.file
            break

    def write(self, change: Change) -> None:
        """Does to the copy what is done to the marks, as long as there is room."""
        if self._copy is not None:
            with suppress(MarksError):
                self._copy.write(change)

    def close(self) -> None:
        """Removes it."""
        if self._copy is not None:
            self._copy.close()
        remove_folders(self._folders)
