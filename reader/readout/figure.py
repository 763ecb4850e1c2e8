"""A number of a post with what it says. No part of a `Readout`: figures are found when somebody asks for them.

May import nothing of the project.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Measure(StrEnum):
    """Whether a figure says how much there is, or by how much it rose or fell."""

    LEVEL = "level"
    GROWTH = "growth"


class Figure(NamedTuple):
    """A number of the body with its unit, at the characters [start, end) of a paragraph; `value` keeps its scale.

    `counts` is the noun phrase that the number counts or measures, as printed, and `counts_at` its characters in the
    same paragraph; both are None where the text does not say clearly. `against` is the printed base of a growth (同比,
    比2017年), `change` the word that tells it (增长, 压缩); None where none is printed.
    """

    paragraph: int
    start: int
    end: int
    value: str
    unit: str | None
    measure: Measure = Measure.LEVEL
    counts: str | None = None
    counts_at: tuple[int, int] | None = None
    against: str | None = None
    change: str | None = None
