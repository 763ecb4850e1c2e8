"""The least that a first index and a check of a folder can cost: the yardsticks of the reader's own.

`bare_index` parses every post with BeautifulSoup on lxml and inserts its text once into a full-text table; as many
processes parse as there are cores, one writes. `scan_stat` walks a folder and asks for the state of every file.
"""

from __future__ import annotations

import os
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from multiprocessing import get_context
from pathlib import Path

from bs4 import BeautifulSoup

BATCH = 200
SCANS = 7
_CREATE = "CREATE VIRTUAL TABLE posts USING fts5(t, content='', tokenize='ascii', columnsize=0)"


def bare_index(folder: Path) -> float:
    """Seconds from nothing to a full-text table on disk of every post below a folder, the processes' start included."""
    with tempfile.TemporaryDirectory() as place:
        start = time.perf_counter()
        paths = [path for path, _ in _walk(str(folder))]
        batches = [paths[first : first + BATCH] for first in range(0, len(paths), BATCH)]
        with (
            closing(sqlite3.connect(Path(place) / "index.db")) as database,
            ProcessPoolExecutor(os.cpu_count(), mp_context=get_context("spawn")) as pool,
        ):
            database.execute(_CREATE)
            rows = enumerate(text for batch in pool.map(_parsed, batches) for text in batch)
            database.executemany("INSERT INTO posts (rowid, t) VALUES (?, ?)", rows)
            database.commit()
        return time.perf_counter() - start


def scan_stat(folder: Path, scans: int = SCANS) -> float:
    """Milliseconds, the median of several, to walk a folder and its subfolders with a `stat` of every file."""
    return statistics.median(_scan(str(folder)) for _ in range(scans))


def _scan(folder: str) -> float:
    start = time.perf_counter()
    for _ in _walk(folder):
        pass
    return (time.perf_counter() - start) * 1000


def _walk(folder: str) -> Iterator[tuple[str, os.stat_result]]:
    """The path and state of every file below a folder, in the order of the disk."""
    folders = [folder]
    while folders:
        with os.scandir(folders.pop()) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    folders.append(entry.path)
                else:
                    yield entry.path, entry.stat(follow_symlinks=False)


def _parsed(paths: Sequence[str]) -> list[str]:
    """The text of each post, its characters parted by spaces."""
    return [" ".join(_text(Path(path).read_text(encoding="utf-8"))) for path in paths]


def _text(post: str) -> str:
    html = post.partition("\n---\n")[2].partition("\n---\n")[2]
    return BeautifulSoup(html, "lxml").get_text()
