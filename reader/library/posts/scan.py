"""Which posts there are, and which seem to be the newest, before any is read.

May import `own_files`. The walk opens no file, and nothing here raises for what it meets on the way: a folder that
cannot be listed is a problem to report, and the rest is found. The newest are guessed from the date in the first bytes
of each file, which decides the order of reading and nothing else.
"""

from __future__ import annotations

import os
import re
import stat
import time
from array import array
from collections.abc import Iterable, Sequence
from hashlib import blake2b
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple

from reader.own_files import reason_of

SUFFIXES = frozenset((".md", ".markdown", ".txt", ".html", ".htm"))
"""The suffixes of posts, in lower case."""
_KIND = 0o170000
"""The bits of a mode by which files, folders and pipes differ (stat.S_IFMT would be a call for every file)."""


class PostFile(NamedTuple):
    """One post on disk: `path` is relative to the PATH it was found under, with `/`; `file` is what to open.

    `size` is in bytes, `changed` the moment of the last change in nanoseconds; by `inode` a moved file is known again;
    `regular` is False for what must never be opened (a pipe, a socket, a device).
    """

    path: str
    file: str
    size: int
    changed: int
    inode: int
    regular: bool


class Unlisted(NamedTuple):
    """A folder or file that could not be looked at, by its relative path and as the system knows it; why (`EACCES`)."""

    path: str
    reason: str
    file: str


class _Folder(NamedTuple):
    """A folder to be walked: what its posts' paths begin with, what to open, the device that it lies on."""

    prefix: str
    file: str
    device: int


class Seen(NamedTuple):
    """What a walk saw: how many posts, how many other files, what it could not look at (sorted by path).

    `checksum` is that of all posts with their sizes, moments of change and inodes.
    """

    posts: int
    passed_over: int
    unlisted: tuple[Unlisted, ...]
    checksum: bytes


def see_posts(paths: Iterable[Path]) -> Seen:
    """What is under some paths, nothing of it kept: a hundred thousand files are forty megabytes."""
    return _walk(paths, keep=False).seen()


class Found(NamedTuple):
    """The posts under some paths, sorted by path, and what else the walk saw."""

    files: list[PostFile]
    seen: Seen


def find_posts(paths: Iterable[Path]) -> Found:
    """Every post in the folders (at any depth) and among the single files of `paths`, each once."""
    walk = _walk(paths, keep=True)
    return Found(sorted(walk.files), walk.seen())  # by path, then by file


def is_post(name: str) -> bool:
    """Whether a file of this name is taken for a post: the suffix says so, and it is not hidden."""
    return name[name.rfind(".") :].lower() in SUFFIXES and not name.startswith(".")


def _walk(paths: Iterable[Path], *, keep: bool) -> _Walk:
    walk = _Walk(keep=keep)
    named = list(paths)
    for path in named:
        walk.enter(path, alone=len(named) == 1)
    return walk


class _Walk:
    """One walk over all paths, which meets each folder and file once; with `keep` it remembers the files.

    A file can only be met twice where it has several links, is behind a symbolic one or a PATH of its own: these are
    remembered by (device, inode), of all others the inode alone, in an array.
    """

    def __init__(self, *, keep: bool) -> None:
        self.files: list[PostFile] = []
        self._keep = keep
        self._posts = 0
        self._passed_over = 0
        self._unlisted: list[Unlisted] = []
        self._checksum = blake2b(digest_size=16)
        self._met: set[tuple[int, int]] = set()
        self._linked: set[tuple[int, int]] = set()
        self._plain: dict[int, array[int]] = {}

    def seen(self) -> Seen:
        """What there was."""
        return Seen(self._posts, self._passed_over, tuple(sorted(self._unlisted)), self._checksum.digest())

    def enter(self, path: Path, *, alone: bool) -> None:
        """Takes one PATH of the command line: a folder with all that is in it, or a file; one that is named alone is
        meant, whatever its suffix.
        """
        try:
            status = path.stat()
        except OSError as error:
            self._unlisted.append(Unlisted(str(path), reason_of(error), str(path)))
            return
        if stat.S_ISDIR(status.st_mode):
            self._folder(path, status)
        elif alone or path.suffix.lower() in SUFFIXES:
            self._file(path.name, str(path), status)
        else:
            self._passed_over += 1

    def _folder(self, top: Path, status: os.stat_result) -> None:
        """Walks a folder; what is behind symbolic links comes last, so that a real path names a post if one can."""
        if not self._first(status):
            return
        folders = [_Folder("", str(top), status.st_dev)]
        links: list[os.DirEntry[str]] = []
        while folders or links:
            if not folders:
                link = links.pop(0)
                self._look(link, os.path.relpath(link.path, top), folders)
                continue
            self._take(folders.pop(), folders, links)

    def _take(self, folder: _Folder, folders: list[_Folder], links: list[os.DirEntry[str]]) -> None:
        """Notes the posts of one folder; spelt out, for this is done for every file at every start."""
        prefix, _, device = folder
        plain = self._plain.setdefault(device, array("Q"))
        lines: list[str] = []
        entries = self._entries(folder)
        while entries:
            entry = entries.pop()
            name = entry.name
            if entry.is_symlink():
                links.append(entry)
                continue
            if name[name.rfind(".") :] not in SUFFIXES:
                self._look(entry, prefix + name, folders)
                continue
            try:
                status = entry.stat()
            except OSError as error:
                self._unlisted.append(Unlisted(prefix + name, reason_of(error), entry.path))
                continue
            mode, inode, at, links_to_it, _, _, size, *_ = status
            if mode & _KIND != stat.S_IFREG or links_to_it != 1 or at != device or (device, inode) in self._linked:
                self._look(entry, prefix + name, folders)
                continue
            plain.append(inode)
            changed = status.st_mtime_ns
            lines.append(f"{entry.path}\0{size}\0{changed}\0{inode}\n")
            if self._keep:
                self.files.append(PostFile(prefix + name, entry.path, size, changed, inode, True))
        self._posts += len(lines)
        self._checksum.update(os.fsencode("".join(lines)))

    def _entries(self, folder: _Folder) -> list[os.DirEntry[str]]:
        """The entries of one folder without hidden ones, the last by name first: they are taken from the end."""
        try:
            with os.scandir(folder.file) as scan:
                entries = [entry for entry in scan if entry.name[0] != "."]
        except OSError as error:
            self._unlisted.append(Unlisted(folder.prefix.rstrip("/") or folder.file, reason_of(error), folder.file))
            return []
        entries.sort(key=attrgetter("name"), reverse=True)
        return entries

    def _look(self, entry: os.DirEntry[str], path: str, folders: list[_Folder]) -> None:
        """Notes a post, puts a folder on the stack, passes over the rest; a broken link counts if named as a post."""
        post = is_post(entry.name)
        try:
            if not (post or entry.is_dir()):
                self._passed_over += 1
                return
            status = entry.stat()
        except OSError as error:
            if post or not entry.is_symlink():
                self._unlisted.append(Unlisted(path, reason_of(error), entry.path))
            return
        if not stat.S_ISDIR(status.st_mode):
            self._file(path, entry.path, status)
        elif self._first(status):
            folders.append(_Folder(f"{path}/", entry.path, status.st_dev))

    def _file(self, path: str, file: str, status: os.stat_result) -> None:
        if not self._first(status) or status.st_ino in self._plain.get(status.st_dev, ()):
            return
        self._linked.add((status.st_dev, status.st_ino))
        self._posts += 1
        size, changed, inode = status.st_size, status.st_mtime_ns, status.st_ino
        self._checksum.update(os.fsencode(f"{file}\0{size}\0{changed}\0{inode}\n"))
        if self._keep:
            self.files.append(PostFile(path, file, size, changed, inode, stat.S_ISREG(status.st_mode)))

    def _first(self, status: os.stat_result) -> bool:
        before = len(self._met)
        self._met.add((status.st_dev, status.st_ino))
        return len(self._met) > before


HEAD = 1024
"""How much of a file is looked at, in bytes."""
PATIENCE = 0.5
"""Seconds after which the files that were not looked at are put behind the others."""
_DATE = re.compile(
    rb"^date: *['\"]?(?:[A-Z][a-z]{2}, *)?(?:(\d{4})-(\d\d)-(\d\d)|(\d{1,2}) ([A-Z][a-z]{2}) (\d{4}))", re.MULTILINE
)
_MONTHS = {name: number for number, name in enumerate(b"Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(), 1)}


def newest_first(files: Sequence[PostFile]) -> list[PostFile]:
    """The files by the day they seem to have been published, latest first; those without one come last.

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
