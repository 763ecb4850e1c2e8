"""What was marked and could not be written, in files beside the marks: it outlasts the sitting, however that ends.

May import `marks_changes`, `private`. Imported when it is needed.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.library.marks_changes import Change


class Waiting:
    """The files that hold changes of one file of marks. Its owner has all of them in memory that were taken."""

    def __init__(self, marks: Path) -> None:
        self._marks = marks
        self._own: Path | None = None
        self._taken: set[Path] = set()

    def __bool__(self) -> bool:
        return bool(self._taken)

    def put_down(self, changes: Sequence[Change]) -> Path | None:
        """Writes changes in the place of those put down and taken before, which they must hold; None where it fails."""
        from reader.library.marks_changes import dump  # noqa: PLC0415 -- hardly ever
        from reader.library.private import write_private  # noqa: PLC0415 -- as above

        if self._own is None:
            names = (self._marks.with_name(f"{self._marks.name}.waiting-{os.getpid()}-{one}.json") for one in count(1))
            self._own = next(name for name in names if not name.exists())
        try:
            write_private(self._own, dump(changes))
            self.clear(but=self._own)
        except OSError:  # it is told that nothing is kept
            return None
        return self._own

    def take(self) -> list[Change]:
        """The changes of files that were not taken yet."""
        changes: list[Change] = []
        for file in sorted({*self._marks.parent.glob(f"{self._marks.name}.waiting-*.json")} - self._taken):
            from reader.library.marks_changes import load  # noqa: PLC0415 -- hardly ever

            with suppress(OSError, ValueError):  # of another version: it stays
                changes += load(file.read_bytes())
                self._taken.add(file)
        return changes

    def clear(self, but: Path | None = None) -> None:
        """Removes what was taken or put down, for it is written elsewhere. Raises OSError."""
        for file in self._taken - {but}:
            file.unlink(missing_ok=True)
        self._taken = {but} if but else set()
