"""The line at the bottom of the screen: what the keys do, and what is shown.

May import Textual, `text`, `key_gate` and the table of commands. One widget of one line; Textual's own footer costs a
tenth of the whole start.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual import events
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from reader.text.cells import cells
from reader.tui.commands import key_names
from reader.tui.key_gate import GatedApp
from reader.tui.widgets.inks import Ink, Inks
from reader.tui.widgets.lines import Pen

PARTED = "  "
"""What stands between the parts of the place."""


_NO_KEYS = ("↑↓",)
"""What is shown like a key and is several."""
_KEYS = {"Esc": "escape", "Del": "delete", "Space": "space"}
"""Names of keys that are shown otherwise."""


class StatusBar(Widget):
    """Keys at the left, as many as fit; at the right `place` and `state`, or `warning` instead of them; behind these,
    until it ends, how far the reading of the folder is.

    Where there is not room for all, keys go first, then the place; of state and warning the end is cut. How far the
    reading is is never left out.
    """

    INKS: ClassVar[Mapping[str, Ink]] = {
        "key": Ink("accent", bold=True),
        "label": Ink("text-muted"),
        "state": Ink(),
        "warning": Ink("warning", bold=True),
    }

    DEFAULT_CSS = "StatusBar { dock: bottom; height: 1; background: $panel; }"

    place = reactive("")
    state = reactive("")
    warning = reactive("")
    reading = reactive(("", ""))

    def __init__(self, keys: Sequence[tuple[str, str]]) -> None:
        """`keys` are pairs of a key as shown and what it does."""
        super().__init__()
        self._inks = Inks(self)
        self._keys = keys
        self._places: list[tuple[int, int, str]] = []

    def show_keys(self, keys: Sequence[tuple[str, str]]) -> None:
        """Shows other keys."""
        self._keys = keys
        self.refresh()

    def notify_style_update(self) -> None:
        """Textual's word that a style or the theme has changed."""
        self._inks.forget()
        super().notify_style_update()

    def on_mount(self) -> None:
        """Follows the reading of the folder, on whatever screen this is."""
        if isinstance(self.app, GatedApp):
            self.watch(self.app, "reading", self._take_reading)

    def _take_reading(self, reading: tuple[str, str]) -> None:
        self.reading = reading

    def render_line(self, y: int) -> Strip:
        """The whole bar."""
        width = self.size.width
        self._places = []
        pen = Pen(width, self._inks)
        state = self.warning or self.state
        reading = self._reading_beside(state, width)
        if self.warning:
            from reader.text.safety import one_line  # noqa: PLC0415  # off the start

            # It may quote a query, a path or the settings as they were found.
            pen.space(1).write(one_line(state), "warning", reserve=1 + cells(reading))
            pen.write(reading, "state", reserve=1)
            return pen.strip(width)
        size = cells(state) + cells(reading)
        place = self._fitting(width - size - 6)
        room = min(cells(place) + size + 2, width)
        self._write_keys(pen, room)
        pen.space(pen.left - room + 1).write(place, "label", reserve=1)
        pen.write(state, "state", reserve=1 + cells(reading)).write(reading, "state", reserve=1)
        return pen.strip(width)

    def _reading_beside(self, state: str, width: int) -> str:
        """How far the reading of the folder is, at length where there is room for that beside the rest."""
        parted = " · " if state else ""
        full, brief = (f"{parted}{reading}" if reading else "" for reading in self.reading)
        return full if cells(state) + cells(full) + 2 <= width else brief

    def _fitting(self, room: int) -> str:
        """As much of the place as fits, in whole parts."""
        parts = self.place.split(PARTED) if self.place else []
        while parts and cells(PARTED.join(parts)) > room:
            parts.pop()
        return f"{PARTED.join(parts)}   " if parts else ""

    def _write_keys(self, pen: Pen, room: int) -> None:
        for shown, meaning in self._keys:
            if pen.left - room > cells(shown) + cells(meaning) + 3:
                pen.space(1).write(shown, "key").space(1).write(meaning, "label").space(1)
                self._places.append((pen.used - cells(shown) - cells(meaning) - 2, pen.used, shown))

    def on_click(self, event: events.Click) -> None:
        """A click on a key is that key."""
        for start, end, shown in self._places:
            if start <= event.x < end and shown not in _NO_KEYS:
                key = key_names((shown,))[0] if len(shown) == 1 else _KEYS.get(shown, shown.lower())
                self.app.post_message(events.Key(key, None))
