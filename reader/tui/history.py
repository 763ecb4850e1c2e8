"""Which posts were read one after the other, to go back and forward among them, as a browser does.

May import nothing of the project and no Textual.
"""

from __future__ import annotations

_KEPT = 200


class History:
    """Keys of posts, the one that is shown among them."""

    def __init__(self) -> None:
        self._keys: list[int] = []
        self._at = -1

    def visit(self, key: int) -> None:
        """A post was read; what lay ahead is forgotten."""
        if self._keys[self._at : self._at + 1] != [key]:
            self._keys[self._at + 1 :] = [key]
            del self._keys[:-_KEPT]
            self._at = len(self._keys) - 1

    def step(self, by: int, here: int | None) -> int | None:
        """The post read before (-1) or after (1) the one that is shown here; None where there is none."""
        if by < 0 <= self._at and self._keys[self._at] != here:
            return self._keys[self._at]
        if not 0 <= self._at + by < len(self._keys):
            return None
        self._at += by
        return self._keys[self._at]
