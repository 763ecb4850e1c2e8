"""A place in the body of a readout. May import nothing of the project."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

Body = Sequence[str]
"""The paragraphs of a readout's body as printed."""


class Where(NamedTuple):
    """The characters [start, end) of a body paragraph."""

    paragraph: int
    start: int
    end: int

    def words(self, body: Body) -> str:
        """What stands there."""
        return body[self.paragraph][self.start : self.end]
