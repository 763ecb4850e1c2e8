"""The measure: how wide the lines of a text may be, as the settings say it and as a key last changed it.

May import `settings`, and `library.marks` for the type checker. No Textual.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.settings import MEASURES

if TYPE_CHECKING:
    from reader.library.marks.keeper import MarkKeeper

_WIDENED = "widened"
"""What a choice by key is kept under: the cells beyond the measure of the settings, so that both go on counting."""


class Measure:
    """A measure in cells; whatever is chosen stays within what the settings may be."""

    def __init__(self, settings: int, marks: MarkKeeper) -> None:
        self._settings = settings
        self._marks = marks

    @property
    def cells(self) -> int:
        """The measure now."""
        kept = self._marks.preference(_WIDENED)
        by = int(kept) if kept.removeprefix("-").isdecimal() and len(kept) <= len(str(-MEASURES.stop)) else 0
        return max(MEASURES.start, min(self._settings + by, MEASURES.stop - 1))

    def choose(self, cells: int) -> None:
        """Keeps another measure."""
        self._marks.prefer(_WIDENED, str(cells - self._settings))
