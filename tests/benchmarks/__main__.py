"""`make bench`: measures the reader against its yardsticks and budgets, and writes the table of `docs/benchmarks.md`.

Numbers of posts may be given (`make bench SIZES="19000"`); the table is written unless a smaller folder was measured.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from tests.benchmarks import folders, reading, setting, table
from tests.benchmarks.table import Figure
from tests.conftest import PROJECT, SAMPLES, SEEDS

SIZES = (19_000, 100_000)
IMITATIONS = Path(__file__).resolve().parents[1] / "readout" / "imitations"
CLEANING_BUDGET = 1.3
REST_BUDGET = 1.0
SETTING_BUDGET = 1.5


def main() -> None:
    """Runs every benchmark and prints its table."""
    sizes = tuple(map(int, sys.argv[1:])) or SIZES
    print(f"{table.machine()}\n")
    for what, figures in _reading():
        print(f"{what}\n{table.as_lines(figures)}")
    post = setting.measure(_posts())
    shown = f"{post.ours:.0f} characters a ms"
    print(table.as_lines([Figure("typesetting (x rich's own wrapping)", shown, post.ratio, SETTING_BUDGET)]))
    columns = []
    for count in sizes:
        print(f"{count:,} posts")
        figures = folders.measure(count, lambda what: print(f"  … {what}", file=sys.stderr))
        print(table.as_lines(figures))
        columns.append((count, figures))
    if min(sizes) >= SIZES[0]:
        table.write(PROJECT / "docs" / "benchmarks.md", table.as_markdown(columns))


def _reading() -> list[tuple[str, list[Figure]]]:
    """The cost of reading a post, over the real posts where they are, else over the samples; and over every form."""
    return [
        ("Reading a post: real posts or samples", _post(_posts(), reading.RUNS)),
        ("Reading a post: imitations of every form", _post(sorted(IMITATIONS.glob("*.txt")), 5)),
    ]


def _posts() -> list[Path]:
    """The real posts where they are, else the samples."""
    return sorted((SEEDS if SEEDS.is_dir() else SAMPLES).glob("*.txt"))


def _post(files: Sequence[Path], runs: int) -> list[Figure]:
    post = reading.measure(files, runs)
    return [
        Figure("a bare parse by bs4 and lxml", f"{post.parse:.2f} ms"),
        Figure("cleaning (x the bare parse)", f"{post.clean:.2f} ms", post.ratio, CLEANING_BUDGET),
        Figure("everything after it (x a millisecond)", f"{post.rest:.2f} ms", post.rest, REST_BUDGET),
    ]


if __name__ == "__main__":
    main()
