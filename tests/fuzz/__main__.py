"""`make fuzz`: reads random posts until the number is reached, and prints what the worst of it cost.

The process must stay within the memory limit; what may be raised says `reading`.
"""

from __future__ import annotations

import argparse
import multiprocessing
import sys
import time

from tests.fuzz.reading import run

MEMORY = 250
"""Limit of one process in MB."""


def main() -> int:
    """Runs the examples on every core; 1 where the memory limit is passed."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("--examples", type=int, default=200_000)
    count = parser.parse_args().examples
    cores = multiprocessing.cpu_count()
    begun = time.monotonic()
    with multiprocessing.get_context("spawn").Pool(cores) as pool:
        results = pool.map(run, [count // cores] * cores)
    peak = max(megabytes for _, _, megabytes in results)
    done, read = (sum(column) for column in list(zip(*results, strict=True))[:2])
    print(f"{done} examples, {read} of them read, {time.monotonic() - begun:.0f} s, peak {peak} MB a process")
    return int(peak > MEMORY)


if __name__ == "__main__":
    sys.exit(main())
