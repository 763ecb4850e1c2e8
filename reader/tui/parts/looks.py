"""How the text looks: how wide its lines are, and in which colours.

May import `i18n` and this room.
"""

from __future__ import annotations

from functools import partialmethod

from reader.i18n import _
from reader.tui.part import Part
from reader.tui.theme import other_theme

STEP = 4
"""Cells by which a key widens or narrows the lines of the text."""


class Looks(Part):
    """Measure and theme."""

    def _widen(self, by: int) -> None:
        """Lets the lines of the text be wider by so many cells, or narrower."""
        text, measure = self.desk.text, self.desk.measure
        # From what is seen: where the pane is narrower than the measure, the first step counts too.
        seen = min(text.measure, text.page_width) if text.display else text.measure
        if by > 0 and seen < text.measure:
            self.desk.tell(_("The pane is no wider than the text"))
            return
        measure.choose(seen + by)
        text.set_measure(measure.cells)
        self.desk.tell(
            _("Lines of at most {cells} cells ({characters} characters)").format(
                cells=measure.cells, characters=measure.cells // 2
            )
        )

    do_wider, do_narrower = partialmethod(_widen, STEP), partialmethod(_widen, -STEP)

    def do_theme(self) -> None:
        """Changes to the next theme."""
        app = self.desk.screen.app
        app.theme = other_theme(app.theme)
