"""Where the facts of a post were read: its words are highlighted instead of the filter's, and walked through.

May import `readout`, `query`, `i18n` and this room. The day that only the publication tells stands in no text that the
pane sets, so that it is not walked to.
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
from reader.tui.desk import Desk
from reader.tui.part import Light, Part

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


class Evidence(Part, Light):
    """The evidence."""

    name = "evidence"
    is_on = False

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._known: tuple[Readout, list[Fact]] | None = None
        """The facts of the post that was last asked for: to find its figures takes a while."""

    def do_evidence(self) -> None:
        """Highlights where the facts of the post were read, or what was highlighted before again."""
        is_seen = self.is_on and self.desk.light is self
        self.is_on = not is_seen and self.desk.post.readout is not None
        self.uncover()
        self.desk.show_text()

    def hits(self, readout: Readout) -> list[Hit]:
        """Where the facts stand."""
        return [fact.hit for fact in self._facts_of(readout)]

    def state(self) -> str:
        """The fact that is stood on."""
        readout, current = self.desk.post.readout, self.desk.text.current
        if readout is None:
            return super().state()
        if current is None:
            return _("This post has no evidence to show.")
        found = self._facts_of(readout)
        return _("Evidence {index}/{count} {fact}").format(
            index=current + 1, count=len(found), fact=found[current].label
        )

    def give_way(self) -> None:
        """Words that are looked for now end it."""
        self.is_on = False

    def end(self) -> bool:
        """Ends it; where it was covered, shows it again."""
        if self.is_on:
            self.do_evidence()
            return True
        return False

    def _facts_of(self, readout: Readout) -> list[Fact]:
        if self._known is None or self._known[0] is not readout:
            self._known = readout, facts(readout)
        return self._known[1]
