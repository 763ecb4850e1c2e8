"""Which posts there are: walks folders without opening any file.

May import the standard library only. Nothing here raises for what it meets on the way: a folder that cannot be listed
is a problem to report, and the rest is found.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterable
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple

SUFFIXES = frozenset((".md", ".markdown", ".txt", ".html", ".htm"))
"""The suffixes of posts, in lower case."""
_KIND = 0o170000
"""The bits of a mode that tell files, folders and pipes apart (stat.S_IFMT would be a call for every file)."""


class PostFile(NamedTuple):
    """One post on disk: `path` is relative to the PATH it was found under, with `/`; `file` is what to open.

    `size` is in bytes, `changed` the moment of the last change in nanoseconds; `inode` tells a moved file again;
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
    files = sorted(walk.files)  # by path, then by file
    return Found(tuple(files), tuple(sorted(walk.unlisted)), walk.passed_over)


def is_post(name: str) -> bool:
    """Whether a file of this name is taken for a post: the suffix says so, and it is not hidden."""
    return name[name.rfind(".") :].lower() in SUFFIXES and not name.startswith(".")


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
            self.unlisted.append(Unlisted(str(path), reason_of(error), str(path)))
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
            self._take(prefix, self._entries(prefix, folder), folders, links)

    def _take(
        self,
        prefix: str,
        entries: Iterable[os.DirEntry[str]],
        folders: list[tuple[str, str]],
        links: list[os.DirEntry[str]],
    ) -> None:
        """Notes the posts of one folder; spelt out, for this is done for every file at every start."""
        met, files = self._met, self.files
        for entry in entries:
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
                self.unlisted.append(Unlisted(prefix + name, reason_of(error), entry.path))
                continue
            mode, inode = status.st_mode, status.st_ino
            if mode & _KIND != stat.S_IFREG:
                self._look(entry, prefix + name, folders)
                continue
            before = len(met)
            met.add((status.st_dev, inode))
            if len(met) > before:
                files.append(PostFile(prefix + name, entry.path, status.st_size, status.st_mtime_ns, inode, True))

    def _entries(self, prefix: str, folder: str) -> list[os.DirEntry[str]]:
        """The entries of one folder in the order of their names, without hidden ones."""
        try:
            with os.scandir(folder) as scan:
                return sorted([entry for entry in scan if entry.name[0] != "."], key=attrgetter("name"))
        except OSError as error:
            self.unlisted.append(Unlisted(prefix.rstrip("/") or folder, reason_of(error), folder))
            return []

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
                self.unlisted.append(Unlisted(path, reason_of(error), entry.path))
            return
        if not stat.S_ISDIR(status.st_mode):
            self._file(path, entry.path, status)
        elif self._first(status):
            folders.append((f"{path}/", entry.path))

    def _file(self, path: str, file: str, status: os.stat_result) -> None:
        if self._first(status):
            regular = stat.S_ISREG(status.st_mode)
            self.files.append(PostFile(path, file, status.st_size, status.st_mtime_ns, status.st_ino, regular))

    def _first(self, status: os.stat_result) -> bool:
        before = len(self._met)
        self._met.add((status.st_dev, status.st_ino))
        return len(self._met) > before
