"""The application: themes and the first screen. What the reader does is in the screens.

May import Textual and every room below `tui`.
"""

from __future__ import annotations

import asyncio
import signal

from textual import events
from textual.reactive import Reactive
from textual.screen import Screen
from textual.theme import Theme

from reader.settings import Settings
from reader.text.cells import marks_are_wide, set_wide_marks
from reader.tui.key_gate import GatedApp
from reader.tui.opening import Opening
from reader.tui.screens.reading import reading_screen
from reader.tui.terminal import ask_width, is_shift_f3, paints_wide
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
        self._marks = opening.settings.marks
        set_wide_marks(self._marks == "wide")
        self.newline_is_enter = not any("ctrl+j" in (*one.keys, *one.typing_keys) for one in opening.commands)
        self._reading = reading_screen(opening)

    @property
    def available_themes(self) -> dict[str, Theme]:
        """Our themes; Textual's own are not offered."""
        return {theme.name: theme for theme in THEMES}

    def on_load(self) -> None:
        """Whoever ends the program from outside, or closes its terminal, gets the terminal back as it was."""
        for number in (signal.SIGTERM, signal.SIGHUP):
            asyncio.get_running_loop().add_signal_handler(number, self.exit, None, 128 + number)

    def on_ready(self) -> None:
        """Asks the terminal how wide it paints “ once everything has been painted, unless the settings say it."""
        if self._marks == "auto":
            self.call_after_refresh(self._ask_width)

    def _ask_width(self) -> None:
        ask_width(self)
        self.screen.refresh()  # all of it: for a region, Textual forgets every widget that waits to be painted

    def on_cursor_position(self, event: events.CursorPosition) -> None:
        """The terminal's answer; or what Textual takes for one: a function key with Shift looks the same."""
        if is_shift_f3(event):
            self.post_message(events.Key("shift+f3", None))
        elif paints_wide(event) and not marks_are_wide():
            set_wide_marks(True)
            self._reading.set_anew()

    def action_show_help(self) -> None:
        """Opens the help, over whatever is shown."""
        self._reading.do_help()

    def get_default_screen(self) -> Screen[None]:
        """The reading screen is the first and only base screen."""
        return self._reading
