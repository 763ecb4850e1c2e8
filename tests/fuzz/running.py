"""How a target of `make fuzz` runs: batches of examples, each with a seed of its own, until the time is over.

A target is a module of this room with a function `run(seconds, seed) -> Result`. The batches of a run begin with its
own seed, so that a run with the seed of the batch that failed repeats it at once.
"""

from __future__ import annotations

import time
import traceback
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

from hypothesis import HealthCheck, Phase, Verbosity, given, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, run_state_machine_as_test

STEP = 1_000
"""From the seed of one batch to that of the next; fewer processes than that run side by side."""


class Result(NamedTuple):
    """What one process did: examples, seconds, its greatest memory in MB, and what failed, empty for nothing.

    `note` says in a few words what the examples came to.
    """

    done: int
    seconds: float
    megabytes: int
    note: str = ""
    fault: str = ""


class Turn(NamedTuple):
    """One process's turn at a target: for how long, and the seed of its first batch."""

    target: str
    seconds: float
    seed: int


def run_target(turn: Turn) -> Result:
    """Runs a target in this process."""
    result: Result = import_module(f"tests.fuzz.{turn.target}").run(turn.seconds, turn.seed)
    return result


def examples(turn: Turn, strategy: st.SearchStrategy[Any], check: Callable[[Any], None], batch: int) -> Result:
    """Checks examples of a strategy; what `check` raises fails it."""

    def run(number: int) -> None:
        seed(number)(_settings(batch)(given(strategy)(check)))()

    return batches(turn, run, batch)


def steps(turn: Turn, machine: type[RuleBasedStateMachine], batch: int, length: int) -> Result:
    """Runs a state machine, so many steps an example at most."""

    def run(number: int) -> None:
        wanted = settings(_settings(batch), stateful_step_count=length)
        run_state_machine_as_test(seed(number)(machine), settings=wanted)

    return batches(turn, run, batch)


def batches(turn: Turn, run: Callable[[int], None], size: int) -> Result:
    """Runs at least one batch, and others until the time is over or one of them fails."""
    begun = time.monotonic()
    number, done, fault = turn.seed, 0, ""
    while not done or time.monotonic() - begun < turn.seconds:
        try:
            run(number)
        except Exception as error:  # noqa: BLE001 -- whatever is raised is what was looked for
            again = f"python -m tests.fuzz {turn.target} --seed {number} --minutes 0 --processes 1"
            fault = f"{_told(error)}\nRepeat it with: {again}"
            break
        number += STEP
        done += size
    return Result(done, time.monotonic() - begun, peak(), fault=fault)


def peak() -> int:
    """The greatest memory that this process has had, in MB. Linux only; `getrusage` would tell its parent's as well."""
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM:")) // 1024


def _settings(count: int) -> settings:
    return settings(
        max_examples=count,
        deadline=None,
        database=None,
        phases=[Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck),
        report_multiple_bugs=False,
        verbosity=Verbosity.normal,
    )


def _told(error: Exception) -> str:
    """The error with its place and the example that hypothesis notes with it."""
    return "".join(traceback.format_exception(error)).rstrip()
