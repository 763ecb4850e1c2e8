"""The officials of the collection: name, pinyin, role, count, first and last meeting; narrows as one types.

May import Textual, `i18n` and this room. A name, its pinyin or its initials narrow the list; Tab marks several.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding

from reader.i18n import _, counted
from reader.library.model import Official
from reader.query.match import name_matches
from reader.tui.dialogs.choosing import ChoosingScreen, Column
from reader.tui.key_gate import bound

ROOMY = 66
"""From so many cells on a line has room for the pinyin, for whole dates and for the role."""


def _spaced(name: str) -> str:
    """A name of two characters with a space between, as tables set it, to be as wide as one of three."""
    return f"{name[0]}\u3000{name[1]}" if len(name) == 2 else name


class OfficialsScreen(ChoosingScreen[Official]):
    """Dismissed with the officials chosen."""

    BINDINGS: ClassVar[list[Binding]] = [bound("mark", "tab")]

    def __init__(self, officials: Sequence[Official]) -> None:
        super().__init__(
            officials,
            _("name, pinyin or initials, such as nyf"),
            nothing=_("No such official."),
            keys=_("↑↓ Move|Tab Mark several|Enter Filter by them|Esc Back"),
        )

    def columns(self, item: Official) -> Sequence[Column]:
        """Name and pinyin, count, first and last day; the latest role in what is left. A narrow line makes do."""
        roomy = self.pane_width >= ROOMY
        ends = (item.meetings[0].day, item.meetings[-1].day)
        days = " – ".join(dict.fromkeys(day.isoformat()[: 10 if roomy else 7] if day else "?" for day in ends))
        count = counted("{count} mtg", "{count} mtgs", len(item.meetings))
        if not roomy:
            return Column(_spaced(item.name), "name", 9), Column(count, width=7), Column(days)
        return (
            Column(_spaced(item.name), "name", 10, 2),
            Column(item.pinyin, width=18, gap=2),
            Column(count, width=8, gap=2),
            Column(days, width=25, gap=2),
            Column(item.meetings[-1].role or ""),
        )

    def matching(self, typed: str) -> Sequence[Official]:
        """Those whom a name, pinyin or initials may mean."""
        return [item for item in self.items if not typed or name_matches(typed, item.name, item.pinyin, item.initials)]

    def on_idle(self) -> None:
        """Where a line has no room for the role, the foot tells that of the official under the cursor."""
        here = self._list.here
        self._foot.state = (here.meetings[-1].role or "") if here and self.pane_width < ROOMY else ""

    def action_mark(self) -> None:
        """Marks the official under the cursor."""
        self._list.mark()
