"""What is typed before a command: a count (5j), or the g of gg and g1 … g9.

May import nothing of the project and no Textual.
"""

from __future__ import annotations

_MOST = 99_999


class Prefix:
    """Collects the keys before a command; `take` gives the count and forgets everything."""

    def __init__(self) -> None:
        self._count = 0
        self._going = False

    def digit(self, value: int) -> int | None:
        """Takes a digit: one more of the count, or, behind a g, the number of the part to go to."""
        if self._going:
            self._going = False
            return value
        self._count = min(_MOST, self._count * 10 + value)
        return None

    def go(self) -> bool:
        """Takes a g; True where it was the second."""
        self._going = not self._going
        return not self._going

    def take(self) -> int:
        """The count, 0 where none was typed."""
        count, self._count, self._going = self._count, 0, False
        return count

    @property
    def shown(self) -> str:
        """What has been typed so far."""
        return "g" if self._going else str(self._count or "")
