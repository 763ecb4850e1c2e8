"""Work that is done in steps, so that its caller may look at other things between two, or leave off.

May import nothing of the project. A step takes about a millisecond.
"""

from __future__ import annotations

from collections.abc import Generator
from typing import TypeAlias, TypeVar

T = TypeVar("T")
Steps: TypeAlias = Generator[float, None, T]
"""Yields after each step which share of the work is done, from 0 to 1, as far as is known; returns the result."""


def finished(work: Steps[T]) -> T:
    """Does all of a work; its result."""
    while True:
        try:
            next(work)
        except StopIteration as end:
            result: T = end.value
            return result
