"""The main screen: the last of its layers, which obeys the keys and opens what lies over everything.

May import Textual and this room. Every key is a priority binding on this screen, so that keys are obeyed in the order
in which they were typed: a focus that moves by message would send the keys after `/` or Enter to the wrong widget.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual.binding import Binding

from reader.tui.commands import COMMANDS, PREFIXES, Command, key_names
from reader.tui.messages import StopWanted
from reader.tui.opening import Opening
from reader.tui.screens.wording import WordingScreen
from reader.tui.theme import other_theme


def bindings(commands: Sequence[Command]) -> Iterator[Binding]:
    """The screen's bindings from a table of commands."""
    for command in commands:
        for keys, typing in ((command.keys, False), (command.typing_keys, True)):
            for key in keys:
                action = f"command('{command.name}',{typing},{key!r})"
                yield Binding(",".join(key_names((key,))), action, show=False, priority=True)


LEAVING = ("", "ctrl+c", "ctrl+q")
"""What leaves the program whatever is open: its name in the palette, and these keys."""
STEP = 4
"""Cells by which a key widens or narrows the lines of the text."""


class ReadingScreen(WordingScreen, inherit_bindings=False):
    """Obeys the keys. `do_…` methods are commands of the table."""

    BINDINGS: ClassVar[list[Binding]] = list(bindings(COMMANDS))  # type: ignore[assignment]  # narrower than Textual's union

    _key_pressed = ""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While the filter is typed, only the keys that are no letters are commands."""
        return action != "command" or bool(parameters[1]) or not self._typing

    def action_command(self, name: str, typing: bool, key: str) -> None:
        """Obeys a key."""
        self._told = ""
        self.perform(name, key)

    def perform(self, name: str, key: str = "") -> None:
        """Does what the command of this name does; `key` is the key, where it was one."""
        self._catch_up()
        self._touched |= self._shown is not None
        self._key_pressed = key
        if name not in PREFIXES:
            begun = self._prefix.shown
            self._number = self._prefix.take()
            if begun:
                self._show_state()
        getattr(self, f"do_{name}")()
        self._tell_of_marks()
        self._moved()  # in the same turn as the key: the message that says so comes a paint later

    def do_count(self) -> None:
        """A digit: of the number before a command, or of the part to go to."""
        part = self._prefix.digit(int(self._key_pressed))
        self._show_state()
        if part is not None:
            self.go_to_part(part)

    def do_go(self) -> None:
        """A g: the second of two goes to the beginning."""
        if self._prefix.go():
            self.do_top()
        self._show_state()

    def do_help(self) -> None:
        """Opens the help."""
        from reader.tui.screens.help import HelpScreen  # noqa: PLC0415  # off the start

        self.app.push_screen(HelpScreen(self._commands))

    def do_wider(self) -> None:
        """Lets the lines of the text be wider by two characters."""
        self._widen(STEP)

    def do_narrower(self) -> None:
        """Lets them be narrower."""
        self._widen(-STEP)

    def _widen(self, by: int) -> None:
        # From what is seen: where the pane is narrower than the measure, the first step counts too.
        seen = min(self._text.measure, self._text.page_width) if self._text.display else self._text.measure
        if by > 0 and seen < self._text.measure:
            self._show_state(self._words.screen.no_wider)
            return
        self._measure.choose(seen + by)
        cells = self._measure.cells
        self._text.set_measure(cells)
        self._show_state(self._words.screen.measure.format(cells=cells, characters=cells // 2))

    def do_theme(self) -> None:
        """Changes to the next theme."""
        self.app.theme = other_theme(self.app.theme)

    def do_palette(self) -> None:
        """Opens the palette: does the command chosen there, filters by the official, shows the meeting."""
        from reader.tui.screens.palette import PaletteScreen  # noqa: PLC0415  # off the start: it imports Input

        self._ask_over(PaletteScreen(self._commands, self._session.library.look_up), self._picked)

    def _picked(self, keys: list[str] | None) -> None:
        from reader.tui.looking_up import Kind, chosen  # noqa: PLC0415  # as above

        for kind, name in map(chosen, keys or ()):
            if kind is Kind.COMMAND:
                self.perform(name)
            elif kind is Kind.OFFICIAL:
                self._chosen([name])
            else:
                self._show_post(int(name))
                if not self._text.display:
                    self.do_to_text()

    def do_stop(self) -> None:
        """Goes back to the shell, which can bring the reader back."""
        self.post_message(StopWanted())

    def tell(self, warning: str) -> None:
        """Says something in the foot."""
        self._show_state(warning)

    def do_quit(self) -> None:
        """Closes what is open, as Esc does; leaves the program where nothing is, and by the keys that always do."""
        if self._key_pressed in LEAVING or not self._close():
            self.app.exit()


def reading_screen(opening: Opening) -> ReadingScreen:
    """The main screen, with the keys of this sitting."""
    if opening.commands is COMMANDS:
        return ReadingScreen(opening)

    class Rebound(ReadingScreen, inherit_bindings=False):
        """The same with the reader's own keys: bindings belong to classes."""

        BINDINGS: ClassVar[list[Binding]] = list(bindings(opening.commands))

    return Rebound(opening)
