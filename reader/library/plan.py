"""What differs between the files that were found and those that the index knows.

May import `posts.scan` and the standard library. Pure: the update does what the plan says.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import NamedTuple

from reader.library.posts.scan import Found, PostFile

Known = list[int]
"""A file as the index knows it: its key, size, moment of change and inode."""


class Plan(NamedTuple):
    """What has to be done: posts to be read (known by their key, or new), files that only moved, keys that are gone."""

    changed: list[tuple[int, PostFile]]
    new: list[PostFile]
    moved: list[tuple[int, PostFile]]
    gone: list[int]

    @property
    def is_empty(self) -> bool:
        """Whether nothing has changed."""
        return not any(self)


def make_plan(found: Found, known: dict[str, Known]) -> Plan:
    """What differs between the files that were found and those that are known, which it uses up.

    A file that is new at its path, but has the size, the moment of change and the inode of one that is gone, has moved;
    not where its suffix is another, by which the same bytes may be read otherwise. Nothing is gone that lies where the
    walk could not look.
    """
    changed, new = [], []
    for file in found.files:
        former = known.pop(file.file, None)
        if former is None:
            new.append(file)
        elif former[1:] != [file.size, file.changed, file.inode]:
            changed.append((former[0], file))
    if not known:
        return Plan(changed, new, [], [])
    hidden = tuple(item.file for item in found.seen.unlisted)
    lost = {(_suffix(name), *same): key for name, (key, *same) in known.items() if not _within(name, hidden)}
    moved = [
        (lost.pop(same), file)
        for file in new
        if (same := (_suffix(file.file), file.size, file.changed, file.inode)) in lost
    ]
    moving = {file.file for _, file in moved}
    return Plan(changed, [file for file in new if file.file not in moving], moved, list(lost.values()))


def _suffix(file: str) -> str:
    return os.path.splitext(file)[1].lower()  # noqa: PTH122 -- a str is at hand


def _within(file: str, folders: Sequence[str]) -> bool:
    return any(file == folder or file.startswith(folder.rstrip("/") + "/") for folder in folders)
