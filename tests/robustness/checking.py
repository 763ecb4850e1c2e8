"""Whether an index is what its folder is: asked of the tables and of the files, past the program's own walk."""

from __future__ import annotations

import os
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from hashlib import blake2b
from pathlib import Path

from reader.library.records.tokens import EVERY

SUFFIXES = (".md", ".html", ".txt")
_VERSIONS = 2 << 60
"""The first place of posts that stand behind another (tables/order.py)."""
_STAR = "SELECT starred FROM mark WHERE digest = ?1 OR alias = ?2 ORDER BY digest != ?1 LIMIT 1"


def index_faults(folder: Path, index: Path) -> Iterator[str]:
    """What is wrong with an index that has just been brought up to date; nothing, if all is well."""
    with closing(sqlite3.connect(index, isolation_level=None)) as connection:
        execute = connection.execute
        for (line,) in execute("PRAGMA integrity_check").fetchall():
            if line != "ok":
                yield f"integrity: {line}"
        yield from _full_text_faults(connection)
        yield from _file_faults(connection, folder)
        for table in ("content", "person", "phrase"):
            stray = execute(f"SELECT count(*) FROM {table} WHERE key NOT IN (SELECT key FROM post)").fetchone()[0]
            if stray:
                yield f"{stray} rows of {table} belong to no post"
        (without,) = execute("SELECT count(*) FROM post WHERE key NOT IN (SELECT key FROM content)").fetchone()
        if without:
            yield f"{without} posts without content"
        (lost,) = execute(
            "SELECT count(*) FROM post AS p LEFT JOIN post AS l ON l.key = p.leader "
            "WHERE l.key IS NULL OR l.leader != l.key OR (p.place >= ?1) != (p.leader != p.key) OR p.place < 0",
            (_VERSIONS,),
        ).fetchone()
        if lost:
            yield f"{lost} posts with a wrong leader or place"


def _full_text_faults(connection: sqlite3.Connection) -> Iterator[str]:
    try:
        connection.execute("INSERT INTO words (words) VALUES ('integrity-check')")
        found = {place for (place,) in connection.execute("SELECT rowid FROM words WHERE words MATCH ?", (EVERY,))}
    except sqlite3.Error as error:
        yield f"full text: {error}"
        return
    listed = {place for (place,) in connection.execute("SELECT place FROM post WHERE place < ?", (_VERSIONS,))}
    if found != listed:
        yield f"full text: {len(listed - found)} posts cannot be found, {len(found - listed)} are found and not listed"


def _file_faults(connection: sqlite3.Connection, folder: Path) -> Iterator[str]:
    there = {os.fsencode(path): path for path in folder.rglob("*") if path.suffix in SUFFIXES and path.is_file()}
    known = connection.execute("SELECT file, path, key, state FROM file").fetchall()
    posts = dict(connection.execute("SELECT key, digest FROM post").fetchall())
    for file, times in Counter(row[0] for row in known).items():
        if times > 1:
            yield f"{file!r} is in the index {times} times"
    for file in there.keys() ^ {row[0] for row in known}:
        yield f"{file!r} is {'not in the index' if file in there else 'in the index and not on disk'}"
    for file, path, key, state in known:
        if file not in there:
            continue
        data = there[file].read_bytes()
        if state != (1 if data else 2):
            yield f"{file!r} of {len(data)} bytes has the state {state}"
        if posts.get(key) != (blake2b(data, digest_size=16).digest() if data else None):
            yield f"{file!r} is kept with other bytes than it has"
        if os.fsdecode(path) != str(there[file].relative_to(folder)):
            yield f"{file!r} is kept under the path {path!r}"
    for key in posts.keys() - {row[2] for row in known}:
        yield f"post {key} has no file"


class Stars:
    """The stars that were kept, as the lines of a log tell."""

    def __init__(self) -> None:
        self.number = 0
        self._kept: dict[str, tuple[str, bool]] = {}

    def hear(self, log: str) -> None:
        """Takes down what was kept; of a star that was under way, or changed through another post, nothing is known."""
        for line in log.splitlines():
            word, *rest = line.split(" ")
            if word not in ("starring", "starred"):
                continue
            digest, alias, starred = rest
            for former, (other, _) in list(self._kept.items()):
                if former == digest or (other == alias and alias != "-"):
                    del self._kept[former]
            if word == "starred":
                self._kept[digest] = alias, starred == "1"
                self.number += 1

    def faults(self, marks: Path) -> Iterator[str]:
        """The stars that are not as they were kept."""
        if not self._kept:
            return
        with closing(sqlite3.connect(marks)) as connection:
            for (line,) in connection.execute("PRAGMA integrity_check").fetchall():
                if line != "ok":
                    yield f"integrity of the marks: {line}"
            for digest, (alias, starred) in self._kept.items():
                post = bytes.fromhex(digest), None if alias == "-" else bytes.fromhex(alias)
                row = connection.execute(_STAR, post).fetchone()
                if row is None or bool(row[0]) != starred:
                    yield f"the star of {digest} ({alias}) is {row} and was {starred}"
