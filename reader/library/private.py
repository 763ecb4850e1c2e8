"""Folders and files that their owner alone can enter and read, whatever the umask is.

May import the standard library only.
"""

from __future__ import annotations

import fcntl
import os
from contextlib import suppress
from pathlib import Path


def private_folder(folder: Path) -> None:
    """Makes a folder, and those above it that are missing, for their owner alone. Raises OSError.

    `Path.mkdir` gives its mode to the last folder only; one that is there stays as it is.
    """
    for missing in reversed([place for place in (folder, *folder.parents) if not place.exists()]):
        with suppress(FileExistsError):  # another reader was quicker
            missing.mkdir(mode=0o700)
            missing.chmod(0o700)  # a umask may have taken even its owner's rights
    if not folder.is_dir():
        folder.mkdir()  # which raises what is wrong: a file, or a dangling link, stands there


def make_private(file: Path) -> None:
    """Makes an empty file that its owner alone can read, where there is none. Raises OSError.

    One that is there is not even opened: to close it again would drop the locks that SQLite holds on it for every
    connection of this process, and another process would take the file for its own.
    """
    with suppress(FileExistsError):
        os.close(os.open(file, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600))
        file.chmod(0o600)


def write_private(file: Path, data: bytes) -> None:
    """Writes a file that its owner alone can read, in the place of one of that name, in one step. Raises OSError.

    A crash leaves the old file or the new one.
    """
    os.close(write_locked(file, data))


def write_locked(file: Path, data: bytes) -> int:
    """The same; answers with a descriptor that holds a lock on the file as long as it is open. Raises OSError."""
    draft = file.with_name(f"{file.name}.{os.getpid()}")
    try:
        private_folder(file.parent)
        draft.unlink(missing_ok=True)  # a link left there would be followed
        handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
        try:
            _fill(handle, data)
            draft.replace(file)
        except OSError:
            os.close(handle)
            raise
    except OSError:
        with suppress(OSError):
            draft.unlink()
        raise
    return handle


def _fill(handle: int, data: bytes) -> None:
    with suppress(OSError):  # there are file systems without locks
        fcntl.flock(handle, fcntl.LOCK_EX)
    os.fchmod(handle, 0o600)
    with os.fdopen(handle, "wb", closefd=False) as opened:
        opened.write(data)
    os.fsync(handle)
