"""Clauses: what stands between two marks that end or part a thought.

May import nothing of the project. Comparing readouts needs a unit: sentences of these texts hardly ever repeat,
clauses do. A clause ends at ，。；：！？ and their half-width twins, not at 、, which parts the items of a list, and
not inside a number or a time (39.1, 1,234, 10:30).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_MARK = re.compile(r"[，。；：！？]|(?<!\d)[,.;:!?]|[,.;:!?](?!\d)")


def clauses(text: str) -> Iterator[tuple[int, int]]:
    """The clauses of a paragraph as characters [start, end), without the marks that end them; none is empty."""
    start = 0
    for mark in (*_MARK.finditer(text), None):
        end = mark.start() if mark else len(text)
        words = text[start:end]
        bare = words.strip()
        if bare:
            first = start + words.index(bare)
            yield first, first + len(bare)
        start = mark.end() if mark else end
