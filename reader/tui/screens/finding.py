"""Finding words in the post that is shown, which leaves the list alone; and nothing but the text.

May import Textual and this room.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.tui.screens.evidence import EvidenceScreen

if TYPE_CHECKING:
    from reader.query.model import Hit, Query
    from reader.readout.model import Readout


class FindingScreen(EvidenceScreen):
    """Everything below, with finding. `do_…` methods are commands of the table."""

    _find: Query | None = None
    _find_text = ""

    def do_find(self) -> None:
        """Opens the line for the words to be found; they are lit as they are typed."""
        from reader.tui.screens.asking import AskScreen  # noqa: PLC0415  # off the start: it imports Input

        former = self._find_text

        def typed(text: str | None) -> None:
            self._look_for(text or former)

        def found(text: str | None) -> None:
            self._status.show_keys(self._foot_keys)
            typed(text)
            if text:
                self._text.make_home()

        self._status.show_keys(self._words.screen.line_keys)
        self._ask_over(AskScreen(former or self._words.screen.find_hint, "", typed), found)

    def _look_for(self, text: str) -> None:
        from reader.query import QueryError, parse  # noqa: PLC0415  # off the start

        try:
            query = parse(text)
        except QueryError as error:
            self._show_state(error.sentence)
            return
        self._find_text = text
        self._find = query if any(query.words()) else None
        self._shows_evidence = False
        if self._readout is not None:
            self._text.light(self._lit(self._readout))
            self._text.return_home()
            if self._text.hits:
                self._text.jump_to_hit(self._text.first_hit_seen())
        self._show_state()

    def _lit(self, readout: Readout) -> list[Hit]:
        if self._find is None or self._shows_evidence:
            return super()._lit(readout)
        from reader.query.match import hits  # noqa: PLC0415  # off the start

        return hits(self._find, readout)

    @property
    def _stays_here(self) -> bool:
        return self._find is not None or super()._stays_here

    def _place_parts(self) -> list[str]:
        parts = super()._place_parts()
        if self._find is None or self._shows_evidence or self._is_covered:
            return parts
        from reader.text.safety import one_line  # noqa: PLC0415  # off the start

        number = 0 if self._text.current is None else self._text.current + 1
        found = self._words.screen.found.format(
            text=one_line(self._find_text), index=number, count=len(self._text.hits)
        )
        return [found, *parts]

    def _go_back(self) -> bool:
        """Ends the finding."""
        if super()._go_back():
            return True
        if self._find is None:
            return False
        self._text.make_home()
        self._look_for("")
        return True

    def do_zen(self) -> None:
        """Shows nothing but the text, or the list again."""
        self.toggle_class("-zen")
        self._fit_rail(self.size.width)
        if self.has_class("-zen"):
            self.do_to_text()
