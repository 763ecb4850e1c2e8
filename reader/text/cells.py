"""How many cells of a terminal a text fills; cutting and filling it to a width.

May import rich's cell table, so that we agree with what Textual paints, and nothing of the project. A character is one
cell or two, a combining mark none. Marks of ambiguous width (“ ” … — ·; East Asian Width "A", UAX #11) are one cell
wide in most terminals and two in some: `set_wide_marks` says that this one is such. It is a fact of the terminal, and
a process has one terminal: therefore it is the only thing that is kept here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from unicodedata import east_asian_width

from rich.cells import cell_len

MARKS = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f\U0001f3fb-\U0001f3ff"
"""What stands on the character before it, as a part of a pattern: combining marks, variations, shades of skin."""
CLUSTER = f"(?:[^{MARKS}](?:[{MARKS}]|\u200d.)*|.)"
"""The pattern of a grapheme cluster, roughly: a character with its marks, or with what a joiner ties to it."""


_WIDEST = 8
"""No cluster of a cleaned text has as many characters: `safety` leaves four marks on one."""


class _Terminal:
    """What is known of the terminal."""

    wide_marks = False


def set_wide_marks(wide: bool) -> None:
    """Says whether the terminal paints marks of ambiguous width two cells wide."""
    _Terminal.wide_marks = wide


def marks_are_wide() -> bool:
    """Whether it does."""
    return _Terminal.wide_marks


def cells(text: str) -> int:
    """The cells that a text fills in the terminal."""
    return cell_len(text) + (len(_ambiguous().findall(text)) if _Terminal.wide_marks else 0)


@cache
def _ambiguous() -> re.Pattern[str]:
    """One mark of ambiguous width that has a cell of its own; compiled on first use."""
    codes = (*range(0xA1, 0xD800), *range(0xE000, 0xFFFE), *range(0x1F100, 0x1F1AD))
    found = [chr(code) for code in codes if east_asian_width(chr(code)) == "A"]
    return re.compile(f"[{re.escape(''.join(char for char in found if cell_len(char) == 1))}]")


def crop(text: str, width: int, ellipsis: str = "…") -> str:
    """Text cut to at most `width` cells; where something was cut off, it ends in the ellipsis."""
    if cells(text) <= width:
        return text
    room = width - cells(ellipsis)
    if room < 0:
        return ""
    end, used = 0, 0
    for cluster in clusters().finditer(text):
        used += cells(cluster[0])
        if used > room:
            break
        end = cluster.end()
    return text[:end] + ellipsis


def crop_start(text: str, width: int, ellipsis: str = "…") -> str:
    """The end of a text, of at most `width` cells; an ellipsis stands for what was cut off, where there is room."""
    if cells(text) <= width:
        return text
    room = width - cells(ellipsis)
    if room < 0:
        return ""
    start = len(text)
    for cluster in reversed(list(clusters().finditer(text, max(0, start - _WIDEST * width)))):
        room -= cells(cluster[0])
        if room < 0:
            break
        start = cluster.start()
    return ellipsis + text[start:]


def pad(text: str, width: int) -> str:
    """Text with spaces after it up to `width` cells; longer text as it is."""
    return text + " " * (width - cells(text))


def fitted(text: str, width: int) -> str:
    """Text that fills `width` cells, cut or padded."""
    return pad(crop(text, width), width)


def right(text: str, width: int) -> str:
    """The same, at the right of them."""
    shown = crop(text, width)
    return " " * (width - cells(shown)) + shown


def aligned(rows: Iterable[Sequence[str]], indent: str = "") -> Iterator[str]:
    """Lines of columns parted by two spaces, each column as wide as its widest cell."""
    lines = list(rows)
    widths = [max(map(cells, column)) for column in zip(*lines, strict=True)]
    for line in lines:
        padded = (pad(cell, width) for cell, width in zip(line, widths, strict=True))
        yield (indent + "  ".join(padded)).rstrip()


@cache
def clusters() -> re.Pattern[str]:
    """The pattern of one cluster, compiled on first use."""
    return re.compile(CLUSTER, re.DOTALL)
