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


def beginning(body: Body, characters: int) -> Body:
    """A body up to so many characters; the last paragraph may be cut."""
    found: list[str] = []
    for paragraph in body:
        if characters <= 0:
            break
        found.append(paragraph[:characters])
        characters -= len(paragraph)
    return found
