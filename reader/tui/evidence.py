"""Where the facts of a readout stand in its text, as hits that the pane can light and walk through.

May import `readout`, `query` and `i18n`, no Textual. The day that only the publication tells stands in no text that
the pane sets, so that it is not walked to.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from reader.i18n import N_, _
from reader.query.model import Hit
from reader.readout.evidence import Source, Span
from reader.readout.grammar.figures import figures_of
from reader.readout.model import Readout
from reader.readout.people import ACT_LABELS, Act

_FACTS: Mapping[str, str] = {
    "name": N_("Name"),
    "convener": N_("Convener"),
    "date": N_("Day"),
    "series": N_("Series"),
    "number": N_("Number"),
    "year": N_("Year"),
    "place": N_("Place"),
    "form": N_("Form"),
    "collective": N_("Took part"),
    "role": N_("Role"),
    "mention": N_("Mentioned"),
    "figure": N_("Figure"),
}
"""What the facts of a readout are called, but for acts."""


class Fact(NamedTuple):
    """A fact in words (主持：某某) and where it was read."""

    label: str
    hit: Hit


def facts(readout: Readout) -> list[Fact]:
    """Every fact of a readout that stands in its titles or body, in the order of the page."""
    found = [Fact(label, _hit(span)) for label, span in _labelled(readout) if span.source is not Source.PUBLISHED]
    return sorted(found, key=lambda fact: (_place(fact.hit), fact.hit.end))


def _labelled(readout: Readout) -> Iterator[tuple[str, Span]]:
    colon = _(": ")
    meeting = readout.meeting
    for fact, span in meeting.evidence if meeting else ():
        yield _(_FACTS[fact]), span
    for person in readout.everyone:
        for fact, span in person.spans:
            label = _FACTS[fact] if fact in _FACTS else ACT_LABELS[Act(fact)]
            yield f"{_(label)}{colon}{person.name}", span
    for mention in readout.mentions:
        yield f"{_('Mentioned')}{colon}{mention.name}", mention.span
    for figure in figures_of(readout):
        label = f"{_('Figure')}{colon}{figure.value}{figure.unit or ''}"
        yield (
            (f"{label} · {figure.counts}" if figure.counts else label),
            Span(Source.BODY, figure.paragraph, figure.start, figure.end),
        )


def _hit(span: Span) -> Hit:
    return Hit(span.paragraph, span.start, span.end, span.source is Source.ORIGINAL_TITLE)


def _place(hit: Hit) -> tuple[int, int]:
    """Titles first, then the body."""
    return (hit.paragraph if hit.paragraph is not None else -1 - (not hit.original), hit.start)
