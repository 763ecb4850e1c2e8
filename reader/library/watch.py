"""Hearing of changes in the folders.

May import `posts.scan` for what a post is, and watchfiles (through its documented Rust interface: the generator over it
cannot say that it has begun). Where the system cannot watch, the folders are looked at again from time to time.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from reader.library.posts.scan import is_post

SETTLE = 50
"""Milliseconds without a further change before changes are told; also between two questions whether to stop."""
LONGEST = 400
"""Milliseconds after which changes are told although more are coming."""
ROOTS_EVERY = 2000
"""Milliseconds between two looks at whether a folder of the collection is back, or gone."""
LOOK_EVERY = 10.0
"""Seconds between two looks at folders that cannot be watched."""


class _Ended(NamedTuple):
    """What watchfiles asks whether to stop."""

    is_set: Callable[[], bool]


def changes(roots: Sequence[Path], stop: Callable[[], bool]) -> Iterator[None]:
    """Yields at once, and whenever posts may have changed since, until `stop`.

    What changes while the caller is busy is told by the next turn.
    """
    while not stop():
        there = [root for root in roots if root.exists()]
        try:
            yield from _watched(there, roots, stop)
        except (OSError, RuntimeError):  # no more watches to be had, a file system without them
            yield
            _pause(stop)


def _watched(there: Sequence[Path], roots: Sequence[Path], stop: Callable[[], bool]) -> Iterator[None]:
    """The changes under the roots that exist; ends when one comes or goes."""
    from watchfiles._rust_notify import RustNotify  # noqa: PLC0415 -- 34 ms; the Rust interface is documented

    with RustNotify([str(root) for root in there], False, False, 300, True, True) as watcher:
        yield
        while True:
            found = watcher.watch(LONGEST, SETTLE, ROOTS_EVERY, _Ended(stop))
            if found in ("stop", "signal"):
                return
            if isinstance(found, set) and any(_matters(path) for _, path in found):
                yield
            if [root for root in roots if root.exists()] != there:
                return


def _pause(stop: Callable[[], bool]) -> None:
    end = time.monotonic() + LOOK_EVERY
    while time.monotonic() < end and not stop():
        time.sleep(SETTLE / 1000)


def _matters(path: str) -> bool:
    """Whether a change may concern posts: a post itself, or a folder, which has no suffix as a rule."""
    name = path.rpartition("/")[2]
    return is_post(name) or "." not in name[1:]
