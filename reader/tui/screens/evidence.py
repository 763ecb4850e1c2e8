"""Where the facts of a post were read: its words are lit instead of the filter's, and walked through.

May import Textual and this room.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.tui.screens.noting import NotingScreen
from reader.tui.status import evidence_text

if TYPE_CHECKING:
    from reader.query.model import Hit
    from reader.readout.model import Readout
    from reader.tui.evidence import Fact


class EvidenceScreen(NotingScreen):
    """Everything below, with the evidence. `do_…` methods are commands of the table."""

    _shows_evidence = False
    _facts: tuple[Readout, list[Fact]] | None = None
    """The facts of the post that was last asked for: to find its figures takes a while."""

    def do_evidence(self) -> None:
        """Lights where the facts of the post were read, or the filter's words again."""
        self._shows_evidence = not self._shows_evidence and self._readout is not None
        self._show_text()

    def _go_back(self) -> bool:
        """Ends it."""
        if super()._go_back():
            return True
        if self._shows_evidence:
            self.do_evidence()
            return True
        return False

    def _facts_of(self, readout: Readout) -> list[Fact]:
        if self._facts is None or self._facts[0] is not readout:
            from reader.tui.evidence import facts  # noqa: PLC0415  # off the start: the whole model

            self._facts = readout, facts(readout)
        return self._facts[1]

    def _lit(self, readout: Readout) -> list[Hit]:
        return [fact.hit for fact in self._facts_of(readout)] if self._shows_evidence else super()._lit(readout)

    @property
    def _stays_here(self) -> bool:
        return self._shows_evidence or super()._stays_here

    def _state(self) -> str:
        if not self._shows_evidence or self._is_covered or self._readout is None:
            return super()._state()
        return evidence_text(self._facts_of(self._readout), self._text.current)
