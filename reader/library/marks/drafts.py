"""What is being written, in an editor or in a line, until it is a note: a folder each in the state folder.

May import `changes`, `places`, `private`. A draft outlives the reader that it was begun in; as long as that one
lives, a lock says so.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from reader.library.marks.changes import SetNote, SetPassage, dump, load
from reader.library.places import drafts_folder
from reader.library.private import private_folder, write_private

NoteChange = SetNote | SetPassage

_ABOUT, _TEXT = "about.json", "note.md"


def with_note(change: NoteChange, note: str) -> NoteChange:
    """The change with another note."""
    if isinstance(change, SetNote):
        return change._replace(note=note)
    return change._replace(passage=change.passage._replace(note=note))


class Draft:
    """A text that is to be a note. `change` is what makes it one; its own note is the text as it was begun."""

    def __init__(self, folder: Path, change: NoteChange, lock: int) -> None:
        """`lock` is a descriptor, which is the draft's from now on."""
        self._folder = folder
        self._lock: int | None = lock
        self.change = change
        self.file = folder / _TEXT

    @property
    def text(self) -> str:
        """The text as it is now; empty where it cannot be read."""
        try:
            return self.file.read_text("utf-8", "replace")
        except OSError:
            return ""

    def leave(self) -> None:
        """Lets the draft lie, to be found again."""
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None

    def end(self) -> None:
        """Removes the draft."""
        shutil.rmtree(self._folder, ignore_errors=True)
        self.leave()


def begin(change: NoteChange, text: str) -> Draft:
    """A new draft with this text. Raises OSError.

    Where there is no state folder it lies among temporary files, readable by nobody else, and is not found again.
    """
    try:
        private_folder(drafts_folder())
        folder = Path(tempfile.mkdtemp(dir=drafts_folder()))
    except OSError:
        folder = Path(tempfile.mkdtemp(prefix="customs-reader-"))
    write_private(folder / _TEXT, text.encode("utf-8", "replace"))
    lock = os.open(folder / f"{_ABOUT}.new", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    fcntl.flock(lock, fcntl.LOCK_EX)
    os.write(lock, dump([change]))
    (folder / f"{_ABOUT}.new").rename(folder / _ABOUT)
    return Draft(folder, change, lock)


def left_behind() -> list[Draft]:
    """The drafts of readers that have ended; who asks lets them lie, or ends them."""
    return list(_found())


def _found() -> Iterator[Draft]:
    for about in sorted(drafts_folder().glob(f"*/{_ABOUT}")):
        draft = _taken_over(about)
        if draft is None:
            continue
        change = draft.change
        begun = change.note if isinstance(change, SetNote) else change.passage.note
        if draft.text.strip() in ("", begun.strip()):
            draft.end()
        else:
            yield draft


def _taken_over(about: Path) -> Draft | None:
    """A draft that nobody is writing; None for what is still being written, cannot be read, or is another version's."""
    try:
        lock = os.open(about, os.O_RDONLY | os.O_CLOEXEC)
    except OSError:
        return None
    with suppress(OSError, ValueError):
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        (change,) = load(about.read_bytes())
        if isinstance(change, NoteChange):
            return Draft(about.parent, change, lock)
    os.close(lock)
    return None
