"""The officials of the collection: name, pinyin, role, count, first and last meeting; narrows as one types.

May import Textual and this room. A name, its pinyin or its initials narrow the list; Tab marks several.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.style import Style
from textual.binding import Binding

from reader.i18n import _, counted, keyed
from reader.library.model import Official
from reader.query.match import name_matches
from reader.text.cells import cells
from reader.tui.dialogs.choosing import ChoiceList, ChoosingScreen
from reader.tui.widgets.inks import on_paper
from reader.tui.widgets.lines import Pen

ROOMY = 66
"""From so many cells on a line has room for the pinyin, for whole dates and for the role."""


class OfficialsList(ChoiceList[Official]):
    """One line an official."""

    def __init__(self) -> None:
        super().__init__(_("No such official."))

    def key(self, item: Official) -> str:
        """The name."""
        return item.name

    def write(self, pen: Pen, item: Official, base: Style) -> None:
        """Name and pinyin, count, first and last day; the latest role in what is left. A narrow line makes do."""
        roomy = self.pane_width >= ROOMY
        ends = (item.meetings[0].day, item.meetings[-1].day)
        days = " – ".join(dict.fromkeys(day.isoformat()[: 10 if roomy else 7] if day else "?" for day in ends))
        detail = on_paper(self.ink("detail"), base)
        columns = [
            (_spaced(item.name), 8, on_paper(self.ink("name"), base)),
            (item.pinyin, 16, detail),
            (counted("{count} mtg", "{count} mtgs", len(item.meetings)), 6, detail),
            (days, 23 if roomy else 17, detail),
        ]
        if not roomy:
            del columns[1]
        for text, width, style in columns:
            pen.write(text, style)
            pen.space(width - min(width, cells(text)) + (2 if roomy else 1), base)
        if roomy:
            pen.write(item.meetings[-1].role or "", detail, reserve=1)

    @property
    def role(self) -> str:
        """The latest role of the official under the cursor, where a line has no room for it."""
        here = self.here
        return (here.meetings[-1].role or "") if here and self.pane_width < ROOMY else ""


def _spaced(name: str) -> str:
    """A name of two characters with a space between, as tables set it, to be as wide as one of three."""
    return f"{name[0]}\u3000{name[1]}" if len(name) == 2 else name


class OfficialsScreen(ChoosingScreen[Official]):
    """Dismissed with the names chosen."""

    BINDINGS: ClassVar[list[Binding]] = [
        Binding("tab", "mark", show=False, priority=True),
    ]

    def __init__(self, officials: Sequence[Official]) -> None:
        self._officials = officials
        self._lines = OfficialsList()
        super().__init__(
            self._lines,
            _("name, pinyin or initials, such as nyf"),
            keyed(_("↑↓ Move|Tab Mark several|Enter Filter by them|Esc Back")),
        )

    def matching(self, typed: str) -> Sequence[Official]:
        """Those whom a name, pinyin or initials may mean."""
        return [
            item for item in self._officials if not typed or name_matches(typed, item.name, item.pinyin, item.initials)
        ]

    def on_idle(self) -> None:
        """Where a line has no room for the role, the foot tells that of the official under the cursor."""
        self._foot.state = self._lines.role

    def action_mark(self) -> None:
        """Marks the official under the cursor."""
        self._lines.mark()
