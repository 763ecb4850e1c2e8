"""How many cells of a terminal a text fills; cutting and filling it to a width.

May import rich's cell table, so that we agree with what Textual paints, and nothing of the project. A character is one
cell or two, a combining mark none; marks of ambiguous width (“ ” … — ·) count one.
"""

from __future__ import annotations

import re
from functools import cache

from rich.cells import cell_len

MARKS = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f\U0001f3fb-\U0001f3ff"
"""What stands on the character before it, as a part of a pattern: combining marks, variations, shades of skin."""
CLUSTER = f"(?:[^{MARKS}](?:[{MARKS}]|\u200d.)*|.)"
"""The pattern of a grapheme cluster, roughly: a character with its marks, or with what a joiner ties to it."""


def cells(text: str) -> int:
    """The cells that a text fills in a terminal."""
    return cell_len(text)


def crop(text: str, width: int, ellipsis: str = "…") -> str:
    """Text cut to at most `width` cells; where something was cut off, it ends in the ellipsis."""
    if cell_len(text) <= width:
        return text
    room = width - cell_len(ellipsis)
    if room < 0:
        return ""
    end, used = 0, 0
    for cluster in clusters().finditer(text):
        used += cell_len(cluster[0])
        if used > room:
            break
        end = cluster.end()
    return text[:end] + ellipsis


def pad(text: str, width: int) -> str:
    """Text with spaces after it up to `width` cells; longer text as it is."""
    return text + " " * (width - cell_len(text))


@cache
def clusters() -> re.Pattern[str]:
    """The pattern of one cluster, compiled on first use."""
    return re.compile(CLUSTER, re.DOTALL)
