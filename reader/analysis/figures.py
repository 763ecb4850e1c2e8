"""Figures of a meeting as lines of a table, and the same figure through the meetings.

May import `readout.figure`, `text` and `where`. Two figures are the same where what they count is printed in the same
words, in the same unit, as a level or as a growth both. A growth, and whatever names its base (比2017年), is *derived*:
somebody worked it out from other figures, which the text need not print.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from reader.analysis.where import Body, Where
from reader.readout.figure import Figure, Measure
from reader.text.numerals import number_of

_SENTENCE = re.compile("[^。！？]*[。！？]*[”’」』）]*")
_PERCENT = ("％", "百分之")


class Same(NamedTuple):
    """What two figures must agree in to be the same; the unit of %, ％ and 百分之 is one."""

    counts: str
    unit: str | None
    measure: Measure


def same(figure: Figure) -> Same | None:
    """What another must agree in with a figure; None where the text does not say clearly what it counts."""
    unit = "%" if figure.unit in _PERCENT else figure.unit
    return Same(figure.counts, unit, figure.measure) if figure.counts else None


def is_derived(figure: Figure) -> bool:
    """Whether a figure was worked out from others."""
    return figure.measure is Measure.GROWTH or figure.against is not None


def size(figure: Figure) -> Decimal | None:
    """How much a figure is, in its unit; None where it does not say exactly."""
    return number_of(figure.value)


def printed(figure: Figure, body: Body) -> str:
    """A figure with its unit as printed; 5万亿 of 5万亿、6万亿美元 has the unit of the other behind it."""
    words = body[figure.paragraph][figure.start : figure.end]
    return words if not figure.unit or figure.unit in words else words + figure.unit


def sentences_of(figures: Sequence[Figure], body: Body) -> list[Where]:
    """The sentences that figures stand in, each with its mark and what closes behind it, in the order of the text; a
    paragraph is gone through once.
    """
    found = []
    paragraph = -1
    matches: Iterator[re.Match[str]] = iter(())
    here: re.Match[str] | None = None
    for figure in figures:
        if figure.paragraph != paragraph:
            paragraph = figure.paragraph
            matches, here = _SENTENCE.finditer(body[paragraph]), None
        while here is None or here.end() <= figure.start:
            here = next(matches)
        start = here.start() + len(here[0]) - len(here[0].lstrip())
        found.append(Where(paragraph, start, here.end()))
    return found
