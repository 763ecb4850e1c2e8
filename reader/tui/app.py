"""The application: themes, the first screen, the palette. What the reader does is in the screens.

May import Textual and every room below `tui`.
"""

from __future__ import annotations

from collections.abc import Iterable

from textual.app import App, SystemCommand
from textual.reactive import Reactive
from textual.screen import Screen
from textual.theme import Theme

from reader.library.model import Library
from reader.locale.screen import Words
from reader.tui.commands import COMMANDS
from reader.tui.screens.reading import ReadingScreen
from reader.tui.theme import DARK, LIGHT


class ReaderApp(App[None]):
    """Opens the reading screen over a library and lends it the palette."""

    TITLE = "customs-reader"

    theme = Reactive(DARK.name)
    """Declared here, not set in `__init__`: a change of theme would have every style parsed twice at the start."""

    DEFAULT_CSS = """
    App { background: $background; }
    CommandPalette SearchIcon { display: none; }
    """

    def __init__(self, library: Library, words: Words, query: str = "") -> None:
        super().__init__()
        self._reading = ReadingScreen(library, words, query)
        self._words = words

    @property
    def available_themes(self) -> dict[str, Theme]:
        """Our two themes; Textual's own are not offered."""
        return {theme.name: theme for theme in (DARK, LIGHT)}

    def get_default_screen(self) -> Screen[None]:
        """The reading screen is the first and only base screen."""
        return self._reading

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """The palette's entries: the same table of commands that feeds the keys."""
        labels = self._words.commands
        for command in COMMANDS:
            yield SystemCommand(
                f"{labels.label(command.name)}  {command.shown}",
                labels.help(command.name),
                lambda name=command.name: self._reading.perform(name),
            )
