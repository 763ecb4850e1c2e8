"""What a piece of work costs, counted and not timed: calls of functions and steps of SQLite, against a bound.

A call that is stuck in itself (a pattern that tries all ways) has no steps: after `STUCK` it fails.
"""

from __future__ import annotations

import signal
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any, NamedTuple

from hypothesis import strategies as st

STUCK = 5.0
"""Seconds of the processor after which an example is given up."""
_OFTEN = 100
"""Steps of SQLite that are counted at once."""


class Work(NamedTuple):
    """The steps that an example took, and how many it may."""

    steps: int
    bound: int


class Part(NamedTuple):
    """A part of the target `work`: its name, its examples, and what one of them costs."""

    name: str
    strategy: st.SearchStrategy[Any]
    work: Callable[[Any], Work]


class Stuck(BaseException):
    """An example took so long that it is taken for one without end. No Exception: nothing shall catch it."""


def steps_of(task: Callable[[], object], connection: sqlite3.Connection | None = None) -> int:
    """The calls of functions of a task, of Python and of C, and the steps of SQLite on a connection. Raises Stuck."""
    count, stuck = 0, False

    def called(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    def stepped() -> bool:
        nonlocal count
        count += _OFTEN
        return stuck

    def give_up(number: int, frame: FrameType | None) -> None:
        nonlocal stuck
        stuck = True
        raise Stuck

    with _alarm(give_up):
        if connection is not None:
            connection.set_progress_handler(stepped, _OFTEN)
        sys.setprofile(called)
        try:
            task()
        except sqlite3.OperationalError:
            if not stuck:  # SQLite says only that a function of ours has failed
                raise
        finally:
            sys.setprofile(None)
            if connection is not None:
                connection.set_progress_handler(None, 0)
    if stuck:
        raise Stuck
    return count


@contextmanager
def _alarm(give_up: Callable[[int, FrameType | None], None]) -> Iterator[None]:
    before = signal.signal(signal.SIGVTALRM, give_up)
    signal.setitimer(signal.ITIMER_VIRTUAL, STUCK)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
