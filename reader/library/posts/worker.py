"""The child process that reads posts: tasks come on stdin, outcomes go to stdout, framed and pickled.

May import this room and `records`. It ends when its parent does, for then its stdin ends; so no child outlives a killed
reader. It runs with a lower priority than the screen.
"""

from __future__ import annotations

import gc
import os
import pickle
import struct
import sys
from contextlib import suppress
from typing import IO, Any, NamedTuple

from reader.library.posts.scan import PostFile
from reader.library.records.record import Outcome

_FRAME = struct.Struct("<I")
_COLLECT_EVERY = 100_000
"""Objects between two looks for garbage: a post leaves hardly any cycles, and the parsers' own objects are many."""
_NICER = 5
"""How much later than the screen a child gets the processor: what `nice` adds."""


class Task(NamedTuple):
    """A post to be read, with its number in the index."""

    key: int
    file: PostFile


Request = tuple[frozenset[str], list[Task]]
"""What a child is asked: names whose pinyin is known, in addition to those told before, and what to read."""


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


def serve(tasks: IO[bytes], outcomes: IO[bytes]) -> None:
    """Reads posts for as long as there are requests; each is answered with a list of (key, outcome)."""
    from reader.library.posts.reading import read_record  # noqa: PLC0415 -- only in the child: it brings the parsers

    known: frozenset[str] = frozenset()
    while True:
        try:
            names, batch = receive(tasks)
        except EOFError:
            return
        known |= names
        answer: list[tuple[int, Outcome]] = [(task.key, read_record(task.file, known)) for task in batch]
        send(outcomes, answer)


def main() -> None:
    """Serves on stdin and stdout; whatever else writes there is kept out of the stream."""
    gc.set_threshold(_COLLECT_EVERY)
    outcomes = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    with suppress(OSError):
        os.nice(_NICER)
    with suppress(BrokenPipeError, KeyboardInterrupt):
        serve(sys.stdin.buffer, outcomes)


if __name__ == "__main__":
    main()
