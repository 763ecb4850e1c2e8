"""The reader's own list of phrases to watch: a text file in the config folder, one item a line.

May import `text` and `own_files`. Blank lines and lines that begin with # are left out, and so is what is there
already, as searching sees it. A list that is too long is read as far as its bounds.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from reader.own_files import is_absent, read_small, reason_of
from reader.text.folding import blind
from reader.text.safety import one_line

LONGEST_FILE = 65_536
"""Most bytes that are read of the file."""
MOST_ITEMS = 200
LONGEST_ITEM = 100
"""Most characters of an item."""


class WatchList(NamedTuple):
    """The items in the order of the file; `is_cut` where it holds more than is read. Where there is no file,
    `is_there` is False; `fault` is the system's name of why one that is there cannot be read (`EACCES`).
    """

    file: Path
    items: tuple[str, ...] = ()
    is_cut: bool = False
    is_there: bool = True
    fault: str = ""


def load(file: Path) -> WatchList:
    """The list in a file. Raises nothing."""
    try:
        data = read_small(file, LONGEST_FILE)
    except OSError as error:
        return WatchList(file, is_there=False, fault="" if is_absent(file, error) else reason_of(error))
    lines = data[:LONGEST_FILE].decode("utf-8-sig", "replace").split("\n")
    is_cut = len(data) > LONGEST_FILE
    wanted: dict[tuple[str, ...], str] = {}
    for line in map(one_line, lines[:-1] if is_cut else lines):
        if blind(line) and not line.startswith("#"):
            wanted.setdefault(tuple(map(blind, line.replace("＊", "*").split("*"))), line)
    fitting = [line for line in wanted.values() if len(line) <= LONGEST_ITEM]
    is_cut |= len(wanted) > len(fitting[:MOST_ITEMS])
    return WatchList(file, tuple(fitting[:MOST_ITEMS]), is_cut)
