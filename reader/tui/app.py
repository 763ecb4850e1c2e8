"""The application: themes and the first screen. What the reader does is in the screens.

May import Textual and every room below `tui`.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import ClassVar

from textual import events, on
from textual.binding import Binding
from textual.driver import Driver
from textual.reactive import Reactive
from textual.screen import Screen
from textual.theme import Theme

from reader.i18n import _
from reader.text.cells import marks_are_wide, set_wide_marks
from reader.tui.copying import CopyingApp
from reader.tui.key_gate import GatedApp
from reader.tui.opening import Opening
from reader.tui.screen import StopWanted, main_screen
from reader.tui.terminal import FEW, ask_width, colours, is_shift_f3, paints_wide
from reader.tui.theme import DARK, THEMES, theme_named


class ReaderApp(CopyingApp, GatedApp):
    """Opens the reading screen over a library."""

    TITLE = "customs-reader"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[Binding]] = [  # type: ignore[assignment]  # narrower than Textual's union
        Binding("ctrl+z", "stop", show=False, priority=True)
    ]
    """Over views and dialogs; on the reading screen the table of commands says what Ctrl+Z does."""

    theme = Reactive(DARK.name)
    """Declared here, not set in `__init__`: a change of theme would have every style parsed twice at the start."""

    DEFAULT_CSS = """
    App { background: $background; }
    """

    def __init__(self, opening: Opening) -> None:
        known = colours(os.environ)
        super().__init__(ansi_color=True if known == "none" else None)  # else Textual leaves us greys
        self.few_colours = known in FEW
        theme = theme_named(opening.settings.theme, self.few_colours)
        if theme != DARK.name:
            self.theme = theme
        self._marks = opening.settings.marks
        set_wide_marks(self._marks == "wide")
        self.newline_is_enter = not any("ctrl+j" in (*one.keys, *one.typing_keys) for one in opening.commands)
        self.main = main_screen(opening)
        self._not_stopped = _("Not suspended: no shell runs behind the reader to come back from.")

    @property
    def available_themes(self) -> dict[str, Theme]:
        """Our themes; Textual's own are not offered."""
        return {theme.name: theme for theme in THEMES}

    def get_driver_class(self) -> type[Driver]:
        """The driver that survives its terminal."""
        from reader.tui.driver import ReaderDriver  # noqa: PLC0415 -- where Textual would import its own

        return ReaderDriver

    def on_load(self) -> None:
        """A signal from outside, or a terminal that closes, ends the program and gives the terminal back as it was.

        Not by the loop's own handlers: these would take the descriptor that the watchdog reads.
        """
        loop = asyncio.get_running_loop()

        def told(number: int, frame: object) -> None:
            with suppress(RuntimeError):  # the loop has ended, and so will the program
                loop.call_soon_threadsafe(self.exit, None, 128 + number)

        for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
            signal.signal(number, told)

    def on_ready(self) -> None:
        """Asks the terminal how wide it paints “ once everything has been painted, unless the settings say it."""
        if self._marks == "auto":
            self.call_after_refresh(self.ask_terminal)

    def ask_terminal(self) -> None:
        """Asks it, and paints all again: the question writes into the frame."""
        ask_width(self)
        self.screen.refresh()  # all of it: for a region, Textual forgets every widget that waits to be painted

    def on_cursor_position(self, event: events.CursorPosition) -> None:
        """The terminal's answer; or what Textual takes for one: a function key with Shift looks the same."""
        if is_shift_f3(event):
            self.post_message(events.Key("shift+f3", None))
        elif paints_wide(event) and not marks_are_wide():
            set_wide_marks(True)
            self.main.set_anew()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Ctrl+Z is the application's own over other screens than the first."""
        return action != "stop" or self.screen is not self.main

    def action_stop(self) -> None:
        """Ctrl+Z."""
        self.stop()

    @on(StopWanted)
    def stop(self) -> None:
        """Gives the terminal back to the shell, until that continues the program; without one, nothing is stopped."""
        from reader.tui.jobs import stop  # noqa: PLC0415 -- hardly ever

        if not self._leave_terminal(stop):
            self.main.desk.tell(self._not_stopped)

    def paint_anew(self) -> None:
        """Takes the terminal again, and paints all of it: somebody else may have had it meanwhile."""
        self._leave_terminal(lambda terminal: True)

    def _leave_terminal(self, work: Callable[[int], bool]) -> bool:
        """Does something that is given the terminal as it was before; False where there is none."""
        if self._exit or self._driver is None or not self._driver.can_suspend:
            return False
        with self.suspend():
            return work(sys.stdin.fileno())

    def action_show_help(self) -> None:
        """Opens the help, over whatever is shown."""
        self.main.do_help()

    def get_default_screen(self) -> Screen[None]:
        """The reading screen is the first and only base screen."""
        return self.main
