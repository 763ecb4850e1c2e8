"""Bars for values, in braille: the blocks made for it are of ambiguous width.

May import nothing of the project. One cell has two halves, so that a bar ends at either.
"""

from __future__ import annotations

from fractions import Fraction

_WHOLE, _HALF = "⣿", "⡇"


def bar(share: Fraction, width: int) -> str:
    """A bar of at most `width` cells for a share of the longest, from 0 to 1; whatever is above 0 is seen."""
    halves = round(share * 2 * width)
    if share > 0:
        halves = max(1, halves)
    return _WHOLE * (halves // 2) + _HALF * (halves % 2)
