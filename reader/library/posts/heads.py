"""Which posts are the newest, before any is read: from the date in the first bytes of each file.

May import the standard library only. A guess that decides the order of reading and nothing else.
"""

from __future__ import annotations

import os
import re
import time
from collections.abc import Sequence

from reader.library.posts.scan import PostFile

HEAD = 1024
"""How much of a file is looked at, in bytes."""
PATIENCE = 0.5
"""Seconds after which the files that were not looked at are put behind the others."""
_DATE = re.compile(
    rb"^date: *['\"]?(?:[A-Z][a-z]{2}, *)?(?:(\d{4})-(\d\d)-(\d\d)|(\d{1,2}) ([A-Z][a-z]{2}) (\d{4}))", re.MULTILINE
)
_MONTHS = {name: number for number, name in enumerate(b"Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(), 1)}


def newest_first(files: Sequence[PostFile]) -> list[PostFile]:
    """The files by the day they seem to have been published, latest first; those that do not tell come last.

    They are looked at from the last: where names hold the date, or a running number, the newest stand there, and with
    many files there is not the time to look at all.
    """
    end = time.monotonic() + PATIENCE
    days = [0] * len(files)
    for number in reversed(range(len(files))):
        if not number % 256 and time.monotonic() > end:
            break
        days[number] = _day(files[number]) if files[number].regular else 0
    order = sorted(range(len(files)), key=lambda index: (-days[index], index))
    return [files[index] for index in order]


def _day(file: PostFile) -> int:
    """A number that grows with the day in the head of a file, 0 where none is found or the file cannot be read."""
    try:
        handle = os.open(file.file, os.O_RDONLY | os.O_CLOEXEC | getattr(os, "O_NONBLOCK", 0))
        try:
            found = _DATE.search(os.read(handle, HEAD))
        finally:
            os.close(handle)
    except OSError:
        return 0
    if not found:
        return 0
    if found[1]:
        year, month, day = int(found[1]), int(found[2]), int(found[3])
    else:
        year, month, day = int(found[6]), _MONTHS.get(found[5], 0), int(found[4])
    return (year * 13 + month) * 32 + day
