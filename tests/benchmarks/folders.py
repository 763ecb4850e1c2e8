"""Everything that is measured over a folder of so many posts, against its yardsticks."""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from reader.library.index import Library
from reader.library.places import NAME, index_file
from reader.query import parse
from tests.benchmarks import across, indexing, keys, moving, searching, start
from tests.benchmarks.folder import make_folder
from tests.benchmarks.table import Figure

START, INDEX, SCAN, DISK = 1.15, 1.5, 2.0, 1.5
KEYS = {19_000: 2.0, 100_000: 3.0}
KEY_WORK = 10.0
"""Milliseconds of work that a key may cost."""
MEMORY = 40.0
"""Budgets: ratios, and megabytes over the bare app."""
SCANS = 5
ROUNDS = 3
"""How often bare app and reader are typed into, by turns: a slow moment of the machine is one round's."""


def measure(count: int, say: Callable[[str], None]) -> list[Figure]:
    """The figures for a generated folder; `say` tells what is being done."""
    with tempfile.TemporaryDirectory(prefix="customs-reader-bench-") as place:
        folder, home = Path(place) / "posts", Path(place) / "home"
        say(f"making {count:,} posts")
        make_folder(folder, count)
        index = home / "cache" / NAME / "index" / index_file([folder]).name  # where the program will look for it
        library = Library([folder], index, home / "marks.sqlite3")
        figures = [*_reading(folder, library, index, say)]
        newest = library.first(None).rows[0]
        words = library.readout(newest.key).body[0][:8]
        figures += _searching(folder, library, say)
        say("comparing the meetings")
        figures += across.measure(folder, library, index, home / "marks.sqlite3")
        library.close()
        say("starting and typing")
        figures += _screen(folder, home, words, count)
        return figures


def _reading(folder: Path, library: Library, file: Path, say: Callable[[str], None]) -> Iterator[Figure]:
    say("the first index")
    bare = indexing.bare_index(folder)
    begun = time.perf_counter()
    moments: list[float] = []
    library.update(lambda progress: moments.append(time.perf_counter() - begun) if progress.done else None)
    whole = time.perf_counter() - begun
    yield Figure("first index (x bs4+lxml and one full-text insert)", f"{whole:.1f} s", whole / bare, INDEX)
    yield Figure("… the first posts are listed after", f"{moments[0]:.2f} s")
    scan = indexing.scan_stat(folder)
    check = _median(lambda: library.update(lambda progress: None))
    yield Figure("file check of a later start (x scandir and stat)", f"{check:.0f} ms", check / scan, SCAN)
    posts = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
    index = file.stat().st_size
    yield Figure("index on disk (x the posts)", f"{index / 1e6:.0f} MB", index / posts, DISK)


def _searching(folder: Path, library: Library, say: Callable[[str], None]) -> Iterator[Figure]:
    say("searching")
    words = searching.WORDS
    first = [_median(lambda word=word: [*library.first(parse(word), all_posts=True).rows]) for word in words]  # type: ignore[misc]  # the default
    every = [_median(lambda word=word: library.listed(parse(word), all_posts=True)) for word in words]  # type: ignore[misc]  # the default
    yield Figure("search of all posts, newest 50 with their hits: p50 / p95", _spread(first))
    yield Figure("… every post that matches", _spread(every))
    for name, times in searching.measure(folder).items():
        yield Figure(f"… {name}, to compare", "not installed" if times is None else _spread(times))


def _screen(folder: Path, home: Path, words: str, count: int) -> Iterator[Figure]:
    times = start.measure(folder, home, words)
    yield Figure(
        "start to first full paint (x a bare app of two panes)",
        f"{times['reader']:.0f} ms",
        times["reader"] / times["bare"],
        START,
    )
    rounds = [keys.compare(folder, home) for _ in range(ROUNDS)]
    sitting = rounds[-1].sitting
    budget = next((limit for size, limit in KEYS.items() if count <= size), KEYS[100_000])
    ratio = statistics.median(one.listed[1] / one.bare[1] for one in rounds)
    shown = _middle([one.listed for one in rounds])
    yield Figure("key to painted list, p50 / p95 (x the bare app's p95)", shown, ratio, budget)
    yield Figure("… to the text beside it and the count", _middle([one.answered for one in rounds]))
    for what, move in moving.measure(folder, home).items():
        told = f"{move.work:.1f} ms, {move.frames:.1f} paints"
        yield Figure(f"{what}: processor time a key (in 10 ms)", told, move.work / KEY_WORK, 1.0)
        yield Figure(
            "… held down, last key to last paint (in a 30th of a second)",
            f"{move.lag:.0f} ms",
            move.lag * moving.REPEAT / 1000,
            1.0,
        )
    more = sitting.megabytes_after - keys.bare_megabytes()
    yield Figure("memory over the bare app (in 40 MB)", f"{more:.0f} MB", more / MEMORY, 1.0)


def _median(task: Callable[[], object]) -> float:
    """Milliseconds of a task, the median of a few runs."""
    times = []
    for _ in range(SCANS):
        begun = time.perf_counter()
        task()
        times.append((time.perf_counter() - begun) * 1000)
    return statistics.median(times)


def _middle(rounds: Sequence[tuple[float, ...]]) -> str:
    """The medians of the rounds' medians and of their 95th percentiles."""
    middle, most = (statistics.median(one[at] for one in rounds) for at in (0, 1))
    return f"{middle:.0f} / {most:.0f} ms"


def _spread(times: Sequence[float]) -> str:
    middle, most, _ = keys.percentiles(times)
    return f"{middle:.1f} / {most:.1f} ms"
