"""What can be exported, and in which form, as a list to choose from.

May import Textual, `i18n` and this room.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from reader.i18n import N_, _, counted
from reader.tui.dialogs.choosing import ChoosingScreen, Column
from reader.tui.looking_up import holds

SUFFIXES = {"text": ".txt", "md": ".md", "json": ".json", "csv": ".csv"}
"""The forms that are offered, and how a file in each ends."""
_FORMS: Mapping[str, str] = {
    "text": N_("Plain text"),
    "md": N_("Markdown"),
    "json": N_("JSON"),
    "csv": N_("Table"),
}
"""What the forms are called."""
WHAT_CELLS = 20


class Export(NamedTuple):
    """What is to be written: `post`, `selection` or `list`; and one of SUFFIXES."""

    what: str
    form: str

    @property
    def suffix(self) -> str:
        """How its file ends."""
        return SUFFIXES[self.form]


class ExportScreen(ChoosingScreen[Export]):
    """Dismissed with the choice."""

    def __init__(self, whats: Sequence[str], count: int) -> None:
        """`whats` can be written; `count` posts are in the list."""
        self._count = count
        choices = [Export(what, form) for what in whats for form in SUFFIXES]
        super().__init__(choices, _("what and in which form, such as list csv"))

    def columns(self, item: Export) -> Sequence[Column]:
        """What, and in which form."""
        return Column(self._what(item), "name", WHAT_CELLS, 2), Column(f"{_(_FORMS[item.form])} {item.suffix}")

    def _what(self, item: Export) -> str:
        """What is to be written, in the reader's words."""
        if item.what == "list":
            return counted("The {count} post listed", "All {count} listed", self._count)
        return _("Selected words") if item.what == "selection" else _("This post")

    def matching(self, typed: str) -> Sequence[Export]:
        """The choices that hold every word that was typed."""
        return [item for item in self.items if holds(self.text(item), typed)]

    def text(self, item: Export) -> str:
        """What, in the reader's words and as the export has it, and the form."""
        return f"{self._what(item)} {_(_FORMS[item.form])} {item.suffix} {item.what}"
