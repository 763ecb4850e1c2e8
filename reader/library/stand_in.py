"""A file that the lists see while the marks themselves cannot be written; of this sitting, and of this reader alone.

May import `marks`, `marks_changes`, `places`. Imported when it is needed.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from reader.library.marks import Marks, MarksError
from reader.library.places import remove_folders, spare_folders

if TYPE_CHECKING:
    from reader.library.marks_changes import Change


class StandIn:
    """A copy of marks in a temporary folder. `file` is None where there is no room for one."""

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
