"""The outline as a list to choose a part from, where there is no room for the rail.

May import Textual and this room.
"""

from __future__ import annotations

from collections.abc import Sequence

from rich.style import Style

from reader.i18n import _, keyed
from reader.text.folding import fold
from reader.tui.dialogs.choosing import ChoiceList, ChoosingScreen
from reader.tui.outline import Part
from reader.tui.widgets.inks import on_paper
from reader.tui.widgets.lines import Pen


class PartList(ChoiceList[Part]):
    """One line a part."""

    def key(self, item: Part) -> str:
        """The paragraph that begins the part."""
        return str(item.paragraph)

    def write(self, pen: Pen, item: Part, base: Style) -> None:
        """Its label, and how it goes on."""
        pen.space(2 * item.deep, base).write(item.label, on_paper(self.ink("name"), base)).space(1, base)
        pen.write(item.gist, on_paper(self.ink("detail"), base), reserve=1)


class OutlineScreen(ChoosingScreen[Part]):
    """Dismissed with the paragraph of the part chosen."""

    def __init__(self, parts: Sequence[Part], here: int | None) -> None:
        """`here` is the part that is being read: the cursor stands on it."""
        self._parts = parts
        super().__init__(
            PartList(_("The outline has no such part.")),
            _("words of the outline"),
            keyed(_("↑↓ Move|Enter Do it|Esc Back")),
        )
        self._start = here or 0

    def matching(self, typed: str) -> Sequence[Part]:
        """The parts that hold what was typed."""
        wanted = fold(typed.strip())
        return [part for part in self._parts if wanted in fold(part.label + part.gist)]
