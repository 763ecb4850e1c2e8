"""Hearing of changes in the folders.

May import `posts.scan` for what a post is, and watchfiles (through its documented Rust interface: the generator over it
cannot say that it has begun). Where the system cannot watch, the folders are looked at again from time to time.
"""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from reader.library.posts.scan import is_post
from reader.own_files import words_of

SETTLE = 50
"""Milliseconds without a further change before changes are reported; also between two questions whether to stop."""
LONGEST = 400
"""Milliseconds after which changes are reported although more are coming."""
ROOTS_EVERY = 2000
"""Milliseconds between two looks at whether a folder of the collection is back, or gone."""
LOOK_EVERY = 10.0
"""Seconds between two looks at folders that cannot be watched."""

ENOUGH = 2 * 1024**3
"""Bytes of address space with which the threads of watchfiles always find room."""


class _Ended(NamedTuple):
    """What watchfiles asks whether to stop."""

    is_set: Callable[[], bool]


def changes(
    roots: Sequence[Path], stop: Callable[[], bool], unwatched: Callable[[str], None] = lambda reason: None
) -> Iterator[None]:
    """Yields at once, and whenever posts may have changed since, until `stop`.

    What changes while the caller is busy is reported by the next turn. Where the system cannot watch, `unwatched` is
    called with why, once.
    """
    is_reported = False
    while not stop():
        try:
            yield from _watched(roots, stop)
        except (OSError, RuntimeError) as error:  # no more watches to be had, a file system without them
            if not (
                is_reported or isinstance(error, FileNotFoundError)
            ):  # a folder that has just gone is looked at anew
                is_reported = True
                unwatched(words_of(error))
            yield
            _pause(stop)


def _watched(roots: Sequence[Path], stop: Callable[[], bool]) -> Iterator[None]:
    """The changes under the roots that exist; ends when one comes or goes, or another takes its place."""
    _need_memory()
    from watchfiles._rust_notify import RustNotify  # noqa: PLC0415 -- 34 ms; the Rust interface is documented

    there = _identities(roots)
    debug, polling, poll_delay, recursive, pass_over_denied = False, False, 300, True, True
    paths = [str(root) for root in there]
    with RustNotify(paths, debug, polling, poll_delay, recursive, pass_over_denied) as watcher:
        yield
        while True:
            found = watcher.watch(LONGEST, SETTLE, ROOTS_EVERY, _Ended(stop))
            if found in ("stop", "signal"):
                return
            if isinstance(found, set) and any(_matters(path) for _, path in found):
                yield
            if _identities(roots) != there:
                return


def _need_memory() -> None:
    """Raises OSError where the memory of this process is limited: watchfiles then ends it without a word."""
    import resource  # noqa: PLC0415 -- not before the first paint

    limit = resource.getrlimit(resource.RLIMIT_AS)[0]
    if 0 <= limit < ENOUGH:
        raise OSError(errno.ENOMEM, os.strerror(errno.ENOMEM))


def _identities(roots: Sequence[Path]) -> dict[Path, tuple[int, int]]:
    """Which folder or file each of the roots is that exist."""
    found = {}
    for root in roots:
        with suppress(OSError):
            status = root.stat()
            found[root] = status.st_dev, status.st_ino
    return found


def _pause(stop: Callable[[], bool]) -> None:
    end = time.monotonic() + LOOK_EVERY  # nothing can wake it: `stop` can only be asked, as watchfiles asks it
    while time.monotonic() < end and not stop():
        time.sleep(SETTLE / 1000)


def _matters(path: str) -> bool:
    """Whether a change may concern posts: a post itself, or a folder; one that is gone has no suffix, as a rule."""
    name = path.rpartition("/")[2]
    return is_post(name) or "." not in name[1:] or os.path.isdir(path)  # noqa: PTH112 -- a str is at hand
