"""Reading the small files that the program keeps for a person: settings, the watch list, what was opened last; and what
the system says of any file that cannot be read.

May import nothing of the project. Whatever lies at such a place is looked at before it is opened: a pipe would wait for
somebody who writes, a device never ends.
"""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path


def read_small(file: Path, most: int) -> bytes:
    """The bytes of a regular file, one more than `most` where it has more.

    Raises OSError: as the system does, EISDIR for a folder, ESPIPE for a pipe or a device.
    """
    _demand_regular(file.stat())
    handle = os.open(file, os.O_RDONLY | os.O_CLOEXEC | getattr(os, "O_NONBLOCK", 0))
    with os.fdopen(handle, "rb") as opened:
        _demand_regular(os.fstat(handle))  # it may have been replaced meanwhile
        return opened.read(most + 1)


def is_absent(file: Path, error: OSError) -> bool:
    """Whether a failure says that there is no such file, which is no fault; a link that leads nowhere is one."""
    return isinstance(error, FileNotFoundError | NotADirectoryError) and not file.is_symlink()


def reason_of(error: OSError) -> str:
    """The system's short name of an error, such as `EACCES`; its own words where it has none."""
    return errno.errorcode.get(error.errno or 0, error.strerror or str(error))


def words_of(error: Exception) -> str:
    """The system's own words for what went wrong, such as `No space left on device`."""
    return getattr(error, "strerror", None) or str(error)


def _demand_regular(status: os.stat_result) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise OSError(errno.EISDIR if stat.S_ISDIR(status.st_mode) else errno.ESPIPE, "")
