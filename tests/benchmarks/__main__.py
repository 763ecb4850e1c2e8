"""`make bench`: prints what the reader costs, as ratios of medians taken in one run."""

from __future__ import annotations

import datetime
import os
import platform
from collections.abc import Sequence
from pathlib import Path

from tests.benchmarks import reading
from tests.benchmarks.start import measure
from tests.conftest import SEEDS

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
IMITATIONS = Path(__file__).resolve().parents[1] / "readout" / "imitations"
START_BUDGET = 1.15
CLEANING_BUDGET = 1.3
REST_BUDGET = 1.0


def main() -> None:
    """Runs every benchmark and prints its table."""
    machine = f"Python {platform.python_version()} · {platform.machine()} · {os.cpu_count()} cores"
    print(f"{datetime.date.today()} · {machine}\n")
    print("Start to first paint (median)")
    rows = measure(str(SAMPLES))
    bare = dict(rows)["bare app of two panes"]
    for name, milliseconds in rows:
        print(f"  {name:24} {milliseconds:7.0f} ms  {milliseconds / bare:5.2f} x")
    print(f"  budget: at most {START_BUDGET} x the bare app")
    _print_reading()


def _print_reading() -> None:
    """The cost of reading a post, over the real posts where they are, else over the samples."""
    _print_posts("real posts or samples", sorted((SEEDS if SEEDS.is_dir() else SAMPLES).glob("*.txt")), reading.RUNS)
    _print_posts("imitations of every form", sorted(IMITATIONS.glob("*.txt")), 5)


def _print_posts(what: str, files: Sequence[Path], runs: int) -> None:
    post = reading.measure(files, runs)
    print(f"\nReading a post (medians, {len(files)} {what})")
    print(f"  {'bare bs4 + lxml parse':24} {post.parse:7.2f} ms")
    print(f"  {'cleaning':24} {post.clean:7.2f} ms  {post.ratio:5.2f} x  (budget {CLEANING_BUDGET} x)")
    print(f"  {'everything after it':24} {post.rest:7.2f} ms           (budget {REST_BUDGET} ms)")


if __name__ == "__main__":
    main()
