"""The outline as a list to choose a part from, where there is no room for the rail.

May import Textual, `i18n` and this room.
"""

from __future__ import annotations

from collections.abc import Sequence

from reader.i18n import _
from reader.tui.dialogs.choosing import ChoosingScreen, Column
from reader.tui.outline import Part


class OutlineScreen(ChoosingScreen[Part]):
    """Dismissed with the part chosen."""

    def __init__(self, parts: Sequence[Part], here: int | None) -> None:
        """`here` is the part that is being read: the cursor stands on it."""
        super().__init__(parts, _("words of the outline"), nothing=_("The outline has no such part."), start=here or 0)

    def text(self, item: Part) -> str:
        """Its label, and how it goes on."""
        return item.label + item.gist

    def columns(self, item: Part) -> Sequence[Column]:
        """Its label, and how it goes on."""
        return Column("", width=2 * item.deep, gap=0), Column(item.label, "name"), Column(item.gist)
