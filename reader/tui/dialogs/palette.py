"""The palette: finds commands, officials and meetings by name, pinyin, initials, day and number.

May import Textual, `i18n` and this room.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reader.i18n import _
from reader.library.model import Candidates
from reader.tui.commands import Command
from reader.tui.dialogs.choosing import ChoosingScreen, Column
from reader.tui.looking_up import KINDS, Choice, Kind, choices

HEAD_CELLS, KEY_CELLS = 14, 7
"""The columns: a label, a name or a day; a command's key."""
NARROW, NARROW_HEAD_CELLS = 60, 13
"""Below so many cells, the first column has no more than the longest label needs."""


class PaletteScreen(ChoosingScreen[Choice]):
    """Dismissed with what was chosen."""

    def __init__(self, commands: Sequence[Command], look_up: Callable[[str], Candidates]) -> None:
        """`look_up` finds the officials and the meetings. What makes no sense here is left out: what opens this, and
        what is typed before another key.
        """
        self._commands = [command for command in commands if command.name != "palette" and not command.prefix]
        self._look_up = look_up
        super().__init__(
            [Choice.of(command) for command in self._commands],
            _("command, official or meeting: name, pinyin, initials, day, number"),
            nothing=_("No such command, official or meeting."),
        )

    def columns(self, item: Choice) -> Sequence[Column]:
        """Label and key, name, or day; what there is to say of it."""
        head, tail = ("detail", "name") if item.kind is Kind.MEETING else ("name", "detail")
        first = Column(item.head, head, HEAD_CELLS if self.pane_width >= NARROW else NARROW_HEAD_CELLS)
        key = [Column(item.shown, "mark", KEY_CELLS, 0)] if item.shown else []
        return first, *key, Column(item.tail, tail)

    def kind(self, item: Choice) -> str:
        """What it is, where not all are commands."""
        return _(KINDS[item.kind]) if self._matched.strip() else ""

    def on_mount(self) -> None:
        """What the first letter will be compared with is fetched when the commands have been painted."""
        self.call_after_refresh(self._prepare)

    def _prepare(self) -> None:
        """In two steps, between which keys are obeyed: the index is read, then what folds texts is loaded."""
        self._look_up("")
        self.call_later(choices, "a", self._commands, Candidates([], []))

    def matching(self, typed: str) -> Sequence[Choice]:
        """Every command as long as nothing is typed, else whatever fits."""
        return choices(typed, self._commands, self._look_up(typed)) if typed.strip() else self.items
