"""The application: themes and the first screen. What the reader does is in the screens.

May import Textual and every room below `tui`.
"""

from __future__ import annotations

from textual.reactive import Reactive
from textual.screen import Screen
from textual.theme import Theme

from reader.settings import Settings
from reader.tui.key_gate import GatedApp
from reader.tui.opening import Opening
from reader.tui.screens.reading import ReadingScreen
from reader.tui.theme import DARK, THEMES, theme_named


class ReaderApp(GatedApp):
    """Opens the reading screen over a library."""

    TITLE = "customs-reader"
    ENABLE_COMMAND_PALETTE = False

    theme = Reactive(DARK.name)
    """Declared here, not set in `__init__`: a change of theme would have every style parsed twice at the start."""

    DEFAULT_CSS = """
    App { background: $background; }
    """

    def __init__(self, opening: Opening) -> None:
        super().__init__()
        if opening.settings.theme != Settings().theme:
            self.theme = theme_named(opening.settings.theme)
        self._reading = ReadingScreen(opening)

    @property
    def available_themes(self) -> dict[str, Theme]:
        """Our themes; Textual's own are not offered."""
        return {theme.name: theme for theme in THEMES}

    def get_default_screen(self) -> Screen[None]:
        """The reading screen is the first and only base screen."""
        return self._reading
