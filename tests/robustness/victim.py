"""The process that is killed: `python -m tests.robustness.victim work|check FOLDER`; HOME holds its files.

`work` keeps the index up to date in a thread and changes stars, saying "starring DIGEST ALIAS 1" before and
"starred DIGEST ALIAS 1" after each. `check` opens the library anew, brings it up to date, and says what is wrong.
"""

from __future__ import annotations

import sys
import threading
import time
from pathlib import Path

from reader.library.index import Library, open_library
from reader.library.model import Progress
from reader.library.places import index_file
from reader.query import parse
from tests.robustness.changing import say
from tests.robustness.checking import index_faults

PAUSE = 0.01
"""Seconds between two stars, so that the reading of posts gets on too."""


def work(folder: Path) -> None:
    """Indexes and marks until killed."""
    library = open_library([folder])
    more = threading.Event()

    def report(progress: Progress) -> None:
        more.set()

    threading.Thread(target=library.keep, args=(report, lambda: False), daemon=True).start()
    while True:
        more.wait(0.2)
        more.clear()
        for row in library.listed(None, all_posts=True).rows[:40]:
            star(library, row.key)
            time.sleep(PAUSE)


def star(library: Library, key: int) -> None:
    """Gives a post a star or takes it, and says so before and after."""
    try:
        identity = library.identity(key)
        name = f"{identity.digest.hex()} {(identity.alias or b'').hex() or '-'}"
        starred = not library.marks.of(key).starred
        say(f"starring {name} {starred:d}")
        library.marks.set_starred(key, starred)
    except KeyError:  # gone in the meantime
        return
    say(f"starred {name} {starred:d}")


def check(folder: Path) -> int:
    """Says what is wrong with the index after an update; 1 where something is."""
    library = open_library([folder])
    seen = library.update(lambda progress: None)
    wrong = [f"notice: {notice}" for notice in library.notices()]
    if seen is None:
        wrong.append("the update did not end")
    wrong += index_faults(folder, index_file([folder]))
    answer = library.search(parse(""), all_posts=True)
    if not answer.complete or any(row.key < 0 for row in answer.rows):
        wrong.append("the list has gaps")
    library.close()
    for line in wrong:
        say(line)
    return int(bool(wrong))


if __name__ == "__main__":
    if sys.argv[1] == "check":
        sys.exit(check(Path(sys.argv[2])))
    work(Path(sys.argv[2]))
