"""Figures of a meeting as lines of a table, and the same figure through the meetings.

May import `readout.figure` and `where`. Two figures are the same where what they count is printed in the same words, in
the same unit, as a level or as a growth both. A growth, and whatever names its base (比2017年), is *derived*: somebody
worked it out from other figures, which the text need not print.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from reader.analysis.where import Body, Where
from reader.readout.figure import Figure, Measure

_SENTENCE = re.compile("[^。！？]*[。！？]?[”’」』）]*")


class Same(NamedTuple):
    """What two figures must agree in to be the same."""

    counts: str
    unit: str | None
    measure: Measure


def same(figure: Figure) -> Same | None:
    """What another must agree in with a figure; None where the text does not say clearly what it counts."""
    return Same(figure.counts, figure.unit, figure.measure) if figure.counts else None


def is_derived(figure: Figure) -> bool:
    """Whether a figure was worked out from others."""
    return figure.measure is Measure.GROWTH or figure.against is not None


def sentence(figure: Figure, body: Body) -> Where:
    """The sentence that a figure stands in."""
    text = body[figure.paragraph]
    for match in _SENTENCE.finditer(text):
        if match.end() > figure.start:
            start = match.start() + len(match[0]) - len(match[0].lstrip())
            return Where(figure.paragraph, start, match.end())
    return Where(figure.paragraph, 0, len(text))


def through(wanted: Same, figures: Iterable[tuple[int, Figure]]) -> list[tuple[int, Figure]]:
    """The figures of (meeting, figure) that are the same as one, in the order given."""
    return [(meeting, figure) for meeting, figure in figures if same(figure) == wanted]
