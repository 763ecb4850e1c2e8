"""The child process that reads posts: tasks come on stdin, outcomes go to stdout, framed and pickled.

May import this room and `records`. It ends when its parent does, for then its stdin ends; so no child outlives a killed
reader. It runs with a lower priority than the screen. A post that takes too long ends it too. Both are signals that the
system obeys by itself: a regular expression that runs for minutes lets no handler of Python's in.
"""

from __future__ import annotations

import errno
import fcntl
import gc
import os
import pickle
import select
import signal
import struct
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import IO, Any, NamedTuple

from reader.library.posts.scan import PostFile
from reader.library.records.record import Outcome

_FRAME = struct.Struct("<I")
_COLLECT_EVERY = 100_000
"""Objects between two looks for garbage: a post leaves hardly any cycles, and the parsers' own objects are many."""
_NICER = 5
"""How much later than the screen a child gets the processor: what `nice` adds."""

LONGEST = 10.0
"""Seconds that one post may take: of the child's own processor time, which neither a busy machine nor a closed laptop
uses up.
"""
TOO_SLOW = signal.SIGPROF
"""What ends a child whose post takes longer."""


class Task(NamedTuple):
    """A post to be read, with its number in the index."""

    key: int
    file: PostFile


Request = tuple[frozenset[str], list[Task]]
"""What a child is asked: names whose pinyin is known, in addition to those sent before, and what to read."""


def send(pipe: IO[bytes], value: Any) -> None:
    """Writes one value. Raises BrokenPipeError where nobody reads any more."""
    data = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
    pipe.write(_FRAME.pack(len(data)) + data)
    pipe.flush()


def receive(pipe: IO[bytes]) -> Any:
    """Reads one value from our own child or parent. Raises EOFError where the other side has ended."""
    (size,) = _FRAME.unpack(_exactly(pipe, _FRAME.size))
    return pickle.loads(_exactly(pipe, size))


def _exactly(pipe: IO[bytes], size: int) -> bytes:
    """So many bytes. Raises EOFError where fewer come: the other side may end in the middle of a value."""
    data = pipe.read(size)
    if len(data) < size:
        raise EOFError
    return data


def serve(tasks: IO[bytes], outcomes: IO[bytes], read: Callable[[PostFile, frozenset[str]], Outcome]) -> None:
    """Says with a None that it is there, then reads posts for as long as there are requests.

    Each post is answered with its (key, outcome) as soon as it is read: one that takes long holds no other back.
    """
    known: frozenset[str] = frozenset()
    hung_up = _signal_at_the_end(tasks)
    send(outcomes, None)
    while True:
        try:
            names, batch = receive(tasks)
        except EOFError:
            return
        known |= names
        signal.signal(signal.SIGIO, signal.SIG_DFL)  # nothing comes before the last answer, but the end
        if hung_up():
            return
        for number, task in enumerate(batch, 1):
            signal.setitimer(signal.ITIMER_PROF, LONGEST)
            outcome = read(task.file, known)
            signal.setitimer(signal.ITIMER_PROF, 0)
            if number == len(batch):
                signal.signal(signal.SIGIO, signal.SIG_IGN)
            send(outcomes, (task.key, outcome))


def _signal_at_the_end(pipe: IO[bytes]) -> Callable[[], bool]:
    """Has the system send SIGIO when a pipe has something to be read, and be it its end; answers whether it has ended.

    By itself SIGIO ends a process on Linux; elsewhere a child ends with the post that it reads.
    """
    signal.signal(signal.SIGIO, signal.SIG_IGN)
    signal.signal(TOO_SLOW, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, (signal.SIGIO, TOO_SLOW))
    fcntl.fcntl(pipe, fcntl.F_SETOWN, os.getpid())
    fcntl.fcntl(pipe, fcntl.F_SETFL, fcntl.fcntl(pipe, fcntl.F_GETFL) | os.O_ASYNC)
    poll = select.poll()
    poll.register(pipe, 0)  # that it has ended is reported whether asked or not
    return lambda: bool(poll.poll(0))


def main() -> None:
    """Serves on stdin and stdout; whatever else writes there is kept out of the stream.

    Where the parsers cannot be loaded, the exit code is the system's number of the reason.
    """
    gc.set_threshold(_COLLECT_EVERY)
    outcomes = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    with suppress(OSError):
        os.nice(_NICER)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C, in an editor too, is for the parent, which ends its children
    with suppress(BrokenPipeError):
        try:
            from reader.library.posts.reading import read_record  # noqa: PLC0415 -- only in the child: brings the parsers
        except MemoryError:
            sys.exit(errno.ENOMEM)
        except OSError as error:
            sys.exit(error.errno)
        serve(sys.stdin.buffer, outcomes, read_record)


if __name__ == "__main__":
    main()
