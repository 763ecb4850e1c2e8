"""Works out what each meeting's report repeats of those before it, in a child process, and keeps it in the index.

May import `analysis`, `tables`, `records` and `update` for its lock. The child reads the index and answers on its
stdout; it ends when its parent does, for then its stdin ends. The parent alone writes. So the screen never waits, and
the memory that the comparing takes is given back.
"""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
import threading
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, suppress
from itertools import accumulate
from pathlib import Path
from selectors import EVENT_READ, DefaultSelector

from reader.analysis.novelty import said_before_each
from reader.analysis.where import Body
from reader.library.model import Repeats, Stop
from reader.library.records.codec import unpack_texts
from reader.library.sqlite import data_version, transaction
from reader.library.tables import repeats
from reader.library.tables.repeats import StoredRepeats, Text
from reader.library.tables.store import Store
from reader.library.update import writing_lock

AT_ONCE = 1_000_000
"""Runs of wording that the child holds in memory at once: about 60 MB."""
STOP_EVERY = 0.1
"""Seconds between two looks at whether to end early."""
_NICER = 10
"""How much later than the screen the child gets the processor."""


def work_out(store: Store, stop: Stop) -> bool:
    """Works out whatever is not known yet; whether there was anything. Another process that writes is left to do it.

    Raises StoreError or sqlite3.Error as writing does, OSError where no child can be started.
    """
    with writing_lock(store.file) as mine:
        if not mine:
            return False
        with closing(store.prepare()) as connection:
            before = data_version(connection)
            if not repeats.unknown(connection):
                return False
            found = asked(store.file, stop)
            if not found:
                return False
            with transaction(connection):
                if data_version(connection) == before:
                    repeats.keep(connection, found)
            return True


def asked(index: Path, stop: Stop) -> list[StoredRepeats]:
    """What a child answers; nothing where `stop` said so before it was done."""
    answer = bytearray()
    with spawn(index) as child, DefaultSelector() as waiting:
        assert child.stdout is not None
        waiting.register(child.stdout, EVENT_READ)
        try:
            while not stop():
                if waiting.select(STOP_EVERY):
                    piece = os.read(child.stdout.fileno(), 1 << 20)
                    if not piece:
                        return [] if child.wait() else rows(answer.splitlines())
                    answer += piece
        finally:
            child.kill()
    return []


def spawn(index: Path) -> subprocess.Popen[bytes]:
    """Starts the child. Raises OSError."""
    command = [sys.executable, "-P", "-m", "reader.library.repeats_worker", os.fspath(index)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)


def main() -> None:
    """The child: looks at an index and answers with a line of JSON for each report whose row is not there."""
    threading.Thread(target=_end_with_parent, daemon=True).start()
    with suppress(OSError):
        os.nice(_NICER)
    lines = answers(Path(sys.argv[1]))
    with suppress(BrokenPipeError, KeyboardInterrupt):
        sys.stdout.writelines(lines)
        sys.stdout.flush()


def answers(index: Path) -> Iterator[str]:
    """A line of JSON for each report of an index whose row is not there; all is worked out before the first comes."""
    with closing(sqlite3.connect(f"{index.as_uri()}?mode=ro", uri=True)) as connection:
        texts = repeats.texts(connection)
    bodies = [unpack_texts(text.readout)[1] for text in texts]
    of_all = _repeats(range(len(texts)), texts, bodies)
    series: defaultdict[tuple[str | None, str], list[int]] = defaultdict(list)
    for number, text in enumerate(texts):
        if text.series is not None:
            series[text.convener, text.series].append(number)
    of_series = {key: value for some in series.values() for key, value in _repeats(some, texts, bodies).items()}
    return (
        json.dumps(repeats.stored(texts[number].key, found, of_series.get(number))) + "\n"
        for number, found in of_all.items()
    )


def rows(lines: Iterable[str | bytes | bytearray]) -> list[StoredRepeats]:
    """The rows that these lines hold."""
    return [StoredRepeats(*json.loads(line)) for line in lines]


def _end_with_parent() -> None:
    """Waits for the end of stdin, to which nobody writes."""
    os.read(0, 1)
    os._exit(1)


def _repeats(numbers: Sequence[int], texts: Sequence[Text], bodies: Sequence[Body]) -> dict[int, Repeats]:
    """What each of these texts whose row is not there repeats of those of them before it, by its number."""
    wanted = {at for at, number in enumerate(numbers) if not texts[number].is_known}
    unlisted = {at for at, number in enumerate(numbers) if not texts[number].is_listed}
    earlier = list(accumulate((at not in unlisted for at in range(len(numbers))), initial=0))
    found = said_before_each([bodies[number] for number in numbers], wanted, AT_ONCE, unlisted)
    return {numbers[at]: Repeats(passages, earlier[at]) for at, passages in found}


if __name__ == "__main__":
    main()
