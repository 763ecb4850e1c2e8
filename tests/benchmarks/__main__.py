"""`make bench`: prints what the reader costs, as ratios of medians taken in one run."""

from __future__ import annotations

import datetime
import os
import platform
from pathlib import Path

from tests.benchmarks.start import measure

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
START_BUDGET = 1.15


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


if __name__ == "__main__":
    main()
