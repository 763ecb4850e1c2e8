"""`python -m tests.fuzz [TARGET ...] [--minutes M] [--seed N]`: random input for as long as you like, on every core.

The targets are the modules in `LIMITS`. A line for each says how many examples were tried and what the worst of them
cost; an example that fails is printed with how to repeat it, and the exit code is 1.
"""

from __future__ import annotations

import argparse
import multiprocessing
import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from random import SystemRandom

from hypothesis import strategies as st

from tests.fuzz.running import STEP, Result, Turn, run_target

LIMITS = {"post": 250, "cleaning": None, "query": None, "library": None, "marks": None, "rows": None, "work": None}
"""The targets, with the limit of one process in MB where there is one."""


def main() -> int:
    """Runs targets one after another; 1 where an example fails or the memory limit is passed."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=f"of {', '.join(LIMITS)}; every one, if none")
    parser.add_argument("--minutes", type=float, default=10.0, help="for each target")
    parser.add_argument("--seed", type=int, default=None)
    parser.add_argument("--processes", type=int, default=multiprocessing.cpu_count())
    chosen = parser.parse_args()
    unknown = set(chosen.targets) - set(LIMITS)
    if unknown:
        parser.error(f"no such target: {', '.join(sorted(unknown))}")
    st.text().validate()  # hypothesis may have to make its table of characters, in 240 MB: before memory is counted
    seed = SystemRandom().randrange(1, 10**6) * STEP if chosen.seed is None else chosen.seed
    failed = [_failed(name, chosen.minutes * 60, seed, chosen.processes) for name in chosen.targets or LIMITS]
    return int(any(failed))


def _failed(target: str, seconds: float, seed: int, processes: int) -> bool:
    """Runs a target on so many processes and prints what came of it; whether anything was wrong."""
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(processes, mp_context=context) as pool:
        futures = [pool.submit(run_target, Turn(target, seconds, seed + number)) for number in range(processes)]
        try:
            results = [future.result() for future in futures]
        except BrokenProcessPool:
            print(f"{target} (seed {seed}): a process died")
            return True
    print(_line(target, seed, results), flush=True)
    for fault in filter(None, (result.fault for result in results)):
        print(fault, flush=True)
    limit = LIMITS[target]
    too_much = limit is not None and max(result.megabytes for result in results) > limit
    if too_much:
        print(f"{target}: more than {limit} MB")
    return too_much or any(result.fault for result in results)


def _line(target: str, seed: int, results: Sequence[Result]) -> str:
    done = sum(result.done for result in results)
    seconds = max(result.seconds for result in results)
    peak = max(result.megabytes for result in results)
    notes = [result.note for result in results if result.note]
    told = f" ({' + '.join(notes)})" if notes else ""
    failed = sum(bool(result.fault) for result in results)
    return f"{target}: {done} examples{told}, {seconds:.0f} s, {peak} MB a process, {failed} failed (seed {seed})"


if __name__ == "__main__":
    sys.exit(main())
