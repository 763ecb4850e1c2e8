"""One child that reads posts, from the parent's side: whether it has begun, what it answers, its end.

May import `worker` and `records`. Nothing here waits for a child that cannot end.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import suppress

from reader.library.posts.worker import Request, receive, send
from reader.library.records.record import Outcome

GOODBYE = 1.0
"""Seconds to wait for the end of a child that was killed: one that waits for a disk cannot end."""


def begins(process: subprocess.Popen[bytes]) -> bool:
    """Whether a child says that it is there; False where it dies instead."""
    assert process.stdout is not None
    try:
        receive(process.stdout)
    except EOFError:
        return False
    return True


def ask(process: subprocess.Popen[bytes], request: Request) -> Iterator[tuple[int, Outcome]]:
    """What a child makes of a batch, post by post; fewer than there are where it dies."""
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        send(process.stdin, request)
        for _ in request[1]:
            yield receive(process.stdout)
    except (EOFError, BrokenPipeError):
        return


def end(process: subprocess.Popen[bytes]) -> int | None:
    """Ends a child and what leads to it; answers with its exit code, None where it does not end even so."""
    process.kill()
    with suppress(subprocess.TimeoutExpired):
        process.wait(GOODBYE)
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            with suppress(OSError):  # what was still to be written has no reader
                pipe.close()
    return process.returncode
