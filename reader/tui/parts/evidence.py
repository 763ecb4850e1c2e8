"""Where the facts of a post were read: its words are highlighted instead of the filter's, and walked through.

May import this room.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.tui.desk import Desk
from reader.tui.evidence import Fact, facts
from reader.tui.part import Light, Part
from reader.tui.status import evidence_text

if TYPE_CHECKING:
    from reader.query.model import Hit
    from reader.readout.model import Readout


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
        readout = self.desk.post.readout
        if readout is None:
            return super().state()
        return evidence_text(self._facts_of(readout), self.desk.text.current)

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
