"""The application: themes and the first screen. What the reader does is in the screens.

May import Textual and every room below `tui`.
"""

from __future__ import annotations

from textual import events
from textual.app import App
from textual.reactive import Reactive
from textual.screen import Screen
from textual.theme import Theme

from reader.library.model import Library
from reader.locale.screen import Words
from reader.settings import Settings
from reader.tui.key_gate import KeyGate
from reader.tui.screens.reading import ReadingScreen
from reader.tui.theme import DARK, THEMES, theme_named

DEFAULTS = Settings()


class ReaderApp(App[None]):
    """Opens the reading screen over a library."""

    TITLE = "customs-reader"
    ENABLE_COMMAND_PALETTE = False

    theme = Reactive(DARK.name)
    """Declared here, not set in `__init__`: a change of theme would have every style parsed twice at the start."""

    DEFAULT_CSS = """
    App { background: $background; }
    """

    def __init__(
        self, library: Library, words: Words, query: str = "", settings: Settings = DEFAULTS, told: str = ""
    ) -> None:
        """`told` is what the foot says at first: what is wrong in the settings."""
        super().__init__()
        self.gate = KeyGate(self.post_message)
        if settings.theme != DEFAULTS.theme:
            self.theme = theme_named(settings.theme)
        self._reading = ReadingScreen(library, words, query, settings, told)

    @property
    def available_themes(self) -> dict[str, Theme]:
        """Our themes; Textual's own are not offered."""
        return {theme.name: theme for theme in THEMES}

    async def on_event(self, event: events.Event) -> None:
        """Lets a key in, unless it has to wait for those before it."""
        if not (isinstance(event, events.Key) and self.gate.stops(event)):
            await super().on_event(event)

    def get_default_screen(self) -> Screen[None]:
        """The reading screen is the first and only base screen."""
        return self._reading
