"""Which posts there are: walks folders and gives every post a short id, without opening any file.

May import this room's model. Nothing here raises for what it meets on the way: a folder that cannot be listed is
a problem to report, and the rest is found.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from pathlib import Path
from typing import NamedTuple

SUFFIXES = frozenset((".md", ".markdown", ".txt", ".html", ".htm"))
"""The suffixes of posts, in lower case."""
SHORTEST_ID = 3
LONGEST_ID = 8
"""Bounds of an id that is the beginning of a file name, in characters."""
HASH_ID = 6
"""Length of an id that is a hash, in hexadecimal digits, before it is lengthened on a clash."""
_MARKS_OF_IDS = frozenset("_-.")


class PostFile(NamedTuple):
    """One post on disk: `path` is relative to the PATH it was found under, with `/`; `file` is what to open.

    `size` is in bytes; `regular` is False for what must never be opened (a pipe, a socket, a device).
    """

    id: str
    path: str
    file: str
    size: int
    regular: bool


class Unlisted(NamedTuple):
    """A folder or file that could not be looked at, and the system's name of the error (`EACCES`)."""

    path: str
    reason: str


class Found(NamedTuple):
    """The posts under some paths, sorted by path; what could not be looked at; the number of files of other kinds."""

    files: tuple[PostFile, ...]
    unlisted: tuple[Unlisted, ...]
    passed_over: int


def find_posts(paths: Iterable[Path]) -> Found:
    """Every post in the folders (at any depth) and among the single files of `paths`, each once."""
    walk = _Walk()
    for path in paths:
        walk.enter(path)
    files = sorted(walk.files, key=lambda file: (file.path, file.file))
    return Found(_with_ids(files), tuple(sorted(walk.unlisted)), walk.passed_over)


def is_post(name: str) -> bool:
    """Whether a file of this name is taken for a post: the suffix says so, and it is not hidden."""
    return not name.startswith(".") and os.path.splitext(name)[1].lower() in SUFFIXES  # noqa: PTH122 -- 20 x as quick


def reason_of(error: OSError) -> str:
    """The system's short name of an error, such as `EACCES`; empty where it has none."""
    return errno.errorcode.get(error.errno or 0, "")


class _Walk:
    """One walk over all paths: remembers folders and files by (device, inode), so that each is met once."""

    def __init__(self) -> None:
        self.files: list[PostFile] = []
        self.unlisted: list[Unlisted] = []
        self.passed_over = 0
        self._met: set[tuple[int, int]] = set()

    def enter(self, path: Path) -> None:
        """Takes one PATH of the command line: a folder with all that is in it, or a file."""
        try:
            status = path.stat()
        except OSError as error:
            self.unlisted.append(Unlisted(str(path), reason_of(error)))
            return
        if stat.S_ISDIR(status.st_mode):
            self._folder(path, status)
        elif path.suffix.lower() in SUFFIXES:
            self._file(path.name, str(path), status)
        else:
            self.passed_over += 1

    def _folder(self, top: Path, status: os.stat_result) -> None:
        """Walks a folder; what is behind symbolic links comes last, so that a real path names a post if one can."""
        if not self._first(status):
            return
        folders = [("", str(top))]
        links: list[os.DirEntry[str]] = []
        while folders or links:
            if not folders:
                link = links.pop(0)
                self._look(link, os.path.relpath(link.path, top), folders)
                continue
            prefix, folder = folders.pop()
            for entry in self._entries(prefix, folder):
                if entry.is_symlink():
                    links.append(entry)
                else:
                    self._look(entry, prefix + entry.name, folders)

    def _entries(self, prefix: str, folder: str) -> Iterator[os.DirEntry[str]]:
        """The entries of one folder in the order of their names, without hidden ones."""
        try:
            with os.scandir(folder) as scan:
                entries = sorted(scan, key=lambda entry: entry.name)
        except OSError as error:
            self.unlisted.append(Unlisted(prefix.rstrip("/") or folder, reason_of(error)))
            return
        yield from (entry for entry in entries if not entry.name.startswith("."))

    def _look(self, entry: os.DirEntry[str], path: str, folders: list[tuple[str, str]]) -> None:
        """Notes a post, puts a folder on the stack, passes over the rest; a broken link counts if named as a post."""
        post = is_post(entry.name)
        try:
            if not (post or entry.is_dir()):
                self.passed_over += 1
                return
            status = entry.stat()
        except OSError as error:
            if post or not entry.is_symlink():
                self.unlisted.append(Unlisted(path, reason_of(error)))
            return
        if not stat.S_ISDIR(status.st_mode):
            self._file(path, entry.path, status)
        elif self._first(status):
            folders.append((f"{path}/", entry.path))

    def _file(self, path: str, file: str, status: os.stat_result) -> None:
        if self._first(status):
            self.files.append(PostFile("", path, file, status.st_size, stat.S_ISREG(status.st_mode)))

    def _first(self, status: os.stat_result) -> bool:
        key = (status.st_dev, status.st_ino)
        if key in self._met:
            return False
        self._met.add(key)
        return True


def _with_ids(files: Sequence[PostFile]) -> tuple[PostFile, ...]:
    """The files with their ids: the shortest unique beginning of the name, else a short hash of the path."""
    stems = [os.path.splitext(os.path.basename(file.path))[0] for file in files]  # noqa: PTH119, PTH122 -- as above
    beginnings = _unique_beginnings(stems)
    taken = {beginnings[stem] for stem in stems if beginnings[stem]}
    named = []
    for file, stem in zip(files, stems, strict=True):
        post_id = beginnings[stem] or _hash_id(file, taken)
        taken.add(post_id)
        named.append(file._replace(id=post_id))
    return tuple(named)


def _unique_beginnings(stems: Sequence[str]) -> dict[str, str]:
    """The shortest beginning of each stem that no other stem has; empty where there is none fit for an id.

    In sorted order the stem that shares the longest beginning with another stands beside it.
    """
    ordered = sorted(stems)
    beginnings: dict[str, str] = {}
    shared = 0
    for stem, following in zip_longest(ordered, ordered[1:]):
        before, shared = shared, 0 if following is None else _shared(stem, following)
        length = max(before, shared) + 1
        fits = length <= min(len(stem), LONGEST_ID)
        beginning = stem[: max(length, SHORTEST_ID)] if fits else ""
        beginnings[stem] = beginning if _can_be_typed(beginning) else ""
    return beginnings


def _shared(one: str, other: str) -> int:
    """How many characters two names begin with in common, as far as it matters for an id."""
    pairs = zip(one[: LONGEST_ID + 1], other[: LONGEST_ID + 1], strict=False)
    return next((index for index, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other), LONGEST_ID + 1))


def _can_be_typed(beginning: str) -> bool:
    """Whether a beginning can stand on a command line as it is: letters, digits, Han, `_`, `-` and `.` within."""
    return beginning[:1].isalnum() and all(char.isalnum() or char in _MARKS_OF_IDS for char in beginning)


def _hash_id(file: PostFile, taken: set[str]) -> str:
    """A hash of the relative path, longer where another id begins like it; of the file where paths are equal."""
    import hashlib  # noqa: PLC0415 -- brings in OpenSSL, and most names need no hash

    for source in (file.path, file.file):
        digest = hashlib.sha1(os.fsencode(source), usedforsecurity=False).hexdigest()
        for length in range(HASH_ID, len(digest) + 1):
            if digest[:length] not in taken:
                return digest[:length]
    raise AssertionError("two files with one name of 160 bits")  # pragma: no cover
