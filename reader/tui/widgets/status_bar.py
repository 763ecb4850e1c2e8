"""The line at the foot of the screen: what the keys do, and what is shown.

May import Textual and `text`. One widget of one line; Textual's own footer costs a
tenth of the whole start.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual.reactive import reactive
from textual.strip import Strip

from reader.text.typeset import cells
from reader.tui.widgets.inks import Ink, Inked
from reader.tui.widgets.lines import Pen


class StatusBar(Inked):
    """Keys at the left, as many as fit; at the right `state`, or `warning` in its place."""

    INKS: ClassVar[Mapping[str, Ink]] = {
        "key": Ink("accent", bold=True),
        "label": Ink("text-muted"),
        "state": Ink(),
        "warning": Ink("warning", bold=True),
    }

    DEFAULT_CSS = "StatusBar { dock: bottom; height: 1; background: $panel; }"

    state = reactive("")
    warning = reactive("")

    def __init__(self, keys: Sequence[tuple[str, str]]) -> None:
        """`keys` are pairs of a key as shown and what it does."""
        super().__init__()
        self._keys = keys

    def render_line(self, y: int) -> Strip:
        """The whole bar."""
        base = self.paper
        width = self.size.width
        message = self.warning or self.state
        tone = self.ink("warning" if self.warning else "state")
        room = min(cells(message) + 2, width)
        pen = Pen(width)
        if not self.warning:
            self._write_keys(pen, room)
        pen.space(pen.left - room + 1 if not self.warning else 1, base)
        pen.write(message, tone, reserve=1)
        return pen.strip(width, base)

    def _write_keys(self, pen: Pen, room: int) -> None:
        key, label = self.ink("key"), self.ink("label")
        for shown, meaning in self._keys:
            if pen.left - room > cells(shown) + cells(meaning) + 3:
                pen.space(1, self.paper).write(shown, key)
                pen.space(1, self.paper).write(meaning, label).space(1, self.paper)
