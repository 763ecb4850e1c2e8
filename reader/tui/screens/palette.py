"""The palette: finds a command by any part of its name or explanation.

May import Textual and this room.
"""

from __future__ import annotations

from collections.abc import Sequence

from rich.style import Style

from reader.locale.screen import Words
from reader.text.cells import cells
from reader.text.folding import fold
from reader.tui.commands import COMMANDS, Command
from reader.tui.screens.choosing import ChoiceList, ChoosingScreen
from reader.tui.widgets.inks import on_paper
from reader.tui.widgets.lines import Pen

LABEL_CELLS = 14


class CommandList(ChoiceList[Command]):
    """One line a command: its label, its key, what it does."""

    def __init__(self, words: Words) -> None:
        super().__init__(words.screen.palette_none)
        self._words = words

    def key(self, item: Command) -> str:
        """The command's name."""
        return item.name

    def write(self, pen: Pen, item: Command, base: Style) -> None:
        """Label, key, explanation."""
        label = self._words.commands.label(item.name)
        pen.write(label, on_paper(self.ink("name"), base)).space(LABEL_CELLS - cells(label), base)
        pen.write(item.shown, on_paper(self.ink("mark"), base)).space(7 - cells(item.shown), base)
        pen.write(self._words.commands.help(item.name), on_paper(self.ink("detail"), base), reserve=1)


class PaletteScreen(ChoosingScreen[Command]):
    """Dismissed with the name of the command chosen."""

    def __init__(self, words: Words) -> None:
        self._commands = words.commands
        super().__init__(CommandList(words), words.screen.palette_hint, words.screen.palette_keys)

    def matching(self, typed: str) -> Sequence[Command]:
        """The commands that hold what was typed in label, explanation or English name."""
        wanted = fold(typed.strip())
        return [command for command in COMMANDS if command.name != "palette" and wanted in self._text(command.name)]

    def _text(self, name: str) -> str:
        return fold(f"{self._commands.label(name)} {self._commands.help(name)} {name.replace('_', ' ')}")
