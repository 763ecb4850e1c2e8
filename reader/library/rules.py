"""By which rules posts are read: a checksum of the code and the data that decide what an index keeps of a post.

May import the standard library only. Every start looks at the stamp, which takes a third of a millisecond; the files
are read only where an index keeps another.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from zlib import adler32, crc32

PACKAGE = Path(__file__).resolve().parent.parent
DECIDING = ("readout", "text", "library/records", "library/posts/reading.py", "analysis/novelty.py")
"""The folders and files of the package that decide what is read of a post, and what is worked out of it."""


def stamp() -> str:
    """Changes when one of these files may have: it is made of their places, sizes, moments of change and inodes.

    Raises OSError where these cannot be looked at.
    """
    data = os.fsencode("\n".join(sorted(map(_sign, _files()))))
    return f"{crc32(data):08x}{adler32(data):08x}"


@lru_cache(maxsize=2)
def checksum(stamp: str) -> str:
    """The checksum of the names and contents of these files, worked out once for a stamp. Raises OSError."""
    from hashlib import blake2b  # noqa: PLC0415 -- only after an installation: brings in OpenSSL

    found = blake2b(digest_size=16)
    for file in sorted(_files()):
        data = Path(file).read_bytes()
        found.update(os.fsencode(f"{os.path.relpath(file, PACKAGE)}\0{len(data)}\0") + data)
    return found.hexdigest()


def _sign(file: str) -> str:
    status = os.stat(file)  # noqa: PTH116 -- eighty of them at every start
    return f"{file} {status.st_size} {status.st_mtime_ns} {status.st_ino}"


def _files() -> Iterator[str]:
    """Raises OSError for a folder that cannot be listed: without its files the rules would seem to be others."""
    for place in DECIDING:
        at = f"{PACKAGE}/{place}"
        if place.endswith(".py"):
            yield at
            continue
        for folder, folders, names in os.walk(at, onerror=_refuse):
            folders[:] = [name for name in folders if name != "__pycache__"]
            yield from (f"{folder}/{name}" for name in names)


def _refuse(error: OSError) -> None:
    raise error
