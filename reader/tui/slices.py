"""Long work on the screen's own thread, in slices between which keys are obeyed.

May import the standard library.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable
from time import monotonic
from typing import TypeVar

T = TypeVar("T")

SLICE, PAUSE = 0.008, 0.001
"""Seconds that are worked at once, and between two such moments."""


async def in_slices(items: Iterable[T]) -> AsyncIterator[list[T]]:
    """The items, as many at a time as are worked out in a slice; who leaves off loses none of what is still to come."""
    begun, done = monotonic(), list[T]()
    for item in items:
        done.append(item)
        if monotonic() - begun > SLICE:
            yield done
            await asyncio.sleep(PAUSE)
            begun, done = monotonic(), []
    yield done
