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
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, suppress
from itertools import accumulate
from pathlib import Path
from selectors import EVENT_READ, DefaultSelector
from typing import Any

from reader.analysis.novelty import said_before_each
from reader.analysis.where import Body, Where
from reader.library.model import Said, Stop
from reader.library.records.codec import unpack_texts
from reader.library.sqlite import transaction
from reader.library.tables import said
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
            before = _edition(connection)
            if not said.unknown(connection):
                return False
            found = asked(store.file, stop)
            if not found:
                return False
            with transaction(connection):
                if _edition(connection) == before:
                    said.keep(connection, found)
            return True


def _edition(connection: sqlite3.Connection) -> int:
    """Changes whenever another connection writes."""
    return int(connection.execute("PRAGMA data_version").fetchone()[0])


def asked(index: Path, stop: Stop) -> list[said.Finding]:
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
                        return [] if child.wait() else findings(answer.splitlines())
                    answer += piece
        finally:
            child.kill()
    return []


def spawn(index: Path) -> subprocess.Popen[bytes]:
    """Starts the child. Raises OSError."""
    command = [sys.executable, "-P", "-m", "reader.library.sayings", os.fspath(index)]
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
        reports = said.reports(connection)
    bodies = [unpack_texts(report.readout)[1] for report in reports]
    of_all = _said(range(len(reports)), reports, bodies)
    series: dict[tuple[str | None, str], list[int]] = {}
    for number, report in enumerate(reports):
        if report.series is not None:
            series.setdefault((report.convener, report.series), []).append(number)
    of_series = {key: value for numbers in series.values() for key, value in _said(numbers, reports, bodies).items()}
    return (
        json.dumps((reports[number].key, repeated, of_series.get(number))) + "\n" for number, repeated in of_all.items()
    )


def _end_with_parent() -> None:
    """Waits for the end of stdin, to which nobody writes."""
    os.read(0, 1)
    os._exit(1)


def _said(numbers: Sequence[int], reports: Sequence[said.Report], bodies: Sequence[Body]) -> dict[int, Said]:
    """What each of these reports whose row is not there repeats of those of them before it, by its number."""
    wanted = {at for at, number in enumerate(numbers) if not reports[number].known}
    unheard = {at for at, number in enumerate(numbers) if not reports[number].listed}
    heard = list(accumulate((at not in unheard for at in range(len(numbers))), initial=0))
    found = said_before_each([bodies[number] for number in numbers], wanted, AT_ONCE, unheard)
    return {numbers[at]: Said(passages, heard[at]) for at, passages in found}


def findings(lines: Iterable[str | bytes | bytearray]) -> list[said.Finding]:
    """The rows that these lines tell."""
    return [_finding(*json.loads(line)) for line in lines]


def _finding(key: int, of_all: Sequence[Any], of_series: Sequence[Any] | None) -> said.Finding:
    return said.Finding(key, _from_json(*of_all), _from_json(*of_series) if of_series else None)


def _from_json(passages: Sequence[Sequence[int]], earlier: int) -> Said:
    return Said([Where(*passage) for passage in passages], earlier)


if __name__ == "__main__":
    main()
