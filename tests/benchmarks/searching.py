"""Searching without an index, the yardstick of the filter: Python's `in`, SQLite's LIKE and ripgrep over a folder."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from tests.benchmarks.vocabulary import sections

WORDS = tuple(" ".join(sections("typed")["typed"]).split())
"""Words and beginnings of words as they are typed, from frequent to rare; the last is nowhere."""


def texts(folder: Path) -> list[str]:
    """The decoded text of every file of a folder and its subfolders, by path."""
    return [path.read_text(encoding="utf-8") for path in _files(folder)]


def plain(folder: Path, words: Sequence[str]) -> list[float]:
    """Milliseconds a word: which of all texts, held in memory, contain it."""
    held = texts(folder)
    return [_milliseconds(partial(_matching, held, word)) for word in words]


def like(folder: Path, words: Sequence[str]) -> list[float]:
    """Milliseconds a word: which rows of a table of texts, in an SQLite database in memory, are LIKE it."""
    database = sqlite3.connect(":memory:")
    database.execute("CREATE TABLE posts (id INTEGER PRIMARY KEY, text TEXT)")
    database.executemany("INSERT INTO posts (text) VALUES (?)", ((text,) for text in texts(folder)))
    query = "SELECT id FROM posts WHERE text LIKE '%' || ? || '%'"
    try:
        return [_milliseconds(partial(_selected, database, query, word)) for word in words]
    finally:
        database.close()


def ripgrep(folder: Path, words: Sequence[str]) -> list[float] | None:
    """Milliseconds a word: the files that ripgrep names, its start included; None where it is not installed."""
    program = shutil.which("rg")
    if program is None:
        return None
    argv = [program, "--no-config", "-l", "-F", "-e"]

    def search(word: str) -> None:
        subprocess.run([*argv, word, str(folder)], stdout=subprocess.DEVNULL, check=False)

    search(words[0])  # once unmeasured: the files come into the cache
    return [_milliseconds(partial(search, word)) for word in words]


def measure(folder: Path, words: Sequence[str] = WORDS) -> Mapping[str, list[float] | None]:
    """Milliseconds of every word, by the name of the way to search."""
    return {
        "in, over all texts": plain(folder, words),
        "SQLite LIKE": like(folder, words),
        "ripgrep": ripgrep(folder, words),
    }


def _matching(held: Sequence[str], word: str) -> list[int]:
    return [place for place, text in enumerate(held) if word in text]


def _selected(database: sqlite3.Connection, query: str, word: str) -> list[tuple[int]]:
    return database.execute(query, (word,)).fetchall()


def _files(folder: Path) -> Iterator[Path]:
    return iter(sorted(path for path in folder.rglob("*") if path.is_file()))


def _milliseconds(task: Callable[[], object]) -> float:
    start = time.perf_counter()
    task()
    return (time.perf_counter() - start) * 1000
