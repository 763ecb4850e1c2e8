"""The palette: finds commands, officials and meetings by name, pinyin, initials, day and number.

May import Textual and this room.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.style import Style

from reader.i18n import _, keyed
from reader.library.model import Candidates
from reader.text.cells import cells
from reader.tui.commands import Command
from reader.tui.dialogs.choosing import ChoiceList, ChoosingScreen
from reader.tui.looking_up import KINDS, Choice, Kind, all_commands, choices, offered
from reader.tui.widgets.inks import on_paper
from reader.tui.widgets.lines import Pen

HEAD_CELLS, KEY_CELLS = 14, 7
"""The columns: a label, a name or a day; a command's key."""
NARROW, NARROW_HEAD_CELLS = 60, 13
"""Below so many cells, the first column has no more than the longest label needs."""


class PaletteList(ChoiceList[Choice]):
    """One line a command, an official, a meeting; `tells_kinds` is set where not all are commands."""

    def __init__(self) -> None:
        super().__init__(_("No such command, official or meeting."))
        self.tells_kinds = False

    def key(self, item: Choice) -> str:
        """Kind and name."""
        return item.key

    def write(self, pen: Pen, item: Choice, base: Style) -> None:
        """Label and key, name, or day; what there is to say of it; at the right what it is."""
        name, detail = on_paper(self.ink("name"), base), on_paper(self.ink("detail"), base)
        head, tail = (detail, name) if item.kind is Kind.MEETING else (name, detail)
        kind = _(KINDS[item.kind]) if self.tells_kinds else ""
        room = cells(kind) + 3 if kind else 1
        width = HEAD_CELLS if self.pane_width >= NARROW else NARROW_HEAD_CELLS
        pen.write(item.head, head, reserve=room).space(max(1, width - cells(item.head)), base)
        if item.shown:
            pen.write(item.shown, on_paper(self.ink("mark"), base)).space(KEY_CELLS - cells(item.shown), base)
        pen.write(item.tail, tail, reserve=room)
        pen.space(pen.left - cells(kind) - 1, base).write(kind, detail)


class PaletteScreen(ChoosingScreen[Choice]):
    """Dismissed with the key of what was chosen; `chosen` parts it."""

    def __init__(self, commands: Sequence[Command], look_up: Callable[[str], Candidates]) -> None:
        """`look_up` finds the officials and the meetings."""
        self._commands = offered(commands)
        self._look_up = look_up
        self._lines = PaletteList()
        super().__init__(
            self._lines,
            _("command, official or meeting: name, pinyin, initials, day, number"),
            keyed(_("↑↓ Move|Enter Do it|Esc Back")),
        )

    def on_mount(self) -> None:
        """What the first letter will be compared with is fetched when the commands have been painted."""
        self.call_after_refresh(self._prepare)

    def _prepare(self) -> None:
        """In two steps, between which keys are obeyed: the index is read, then what folds texts is loaded."""
        self._look_up("")
        self.call_later(choices, "a", self._commands, Candidates([], []))

    def matching(self, typed: str) -> Sequence[Choice]:
        """Every command as long as nothing is typed, else whatever fits."""
        self._lines.tells_kinds = bool(typed.strip())
        if not typed.strip():
            return all_commands(self._commands)
        return choices(typed, self._commands, self._look_up(typed))
