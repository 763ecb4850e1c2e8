"""The line at the foot of the screen: what the keys do, and what is shown.

May import Textual and `text`. One widget of one line; Textual's own footer costs a
tenth of the whole start.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from reader.text.typeset import cells
from reader.tui.widgets.lines import Pen


class StatusBar(Widget):
    """Keys at the left, as many as fit; at the right `state`, or `warning` in its place."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"status--key", "status--label", "status--state", "status--warning"}

    DEFAULT_CSS = """
    StatusBar {
        dock: bottom;
        height: 1;
        background: $panel;
        & > .status--key { color: $accent; text-style: bold; }
        & > .status--label { color: $text-muted; }
        & > .status--state { color: $foreground; }
        & > .status--warning { color: $warning; text-style: bold; }
    }
    """

    state = reactive("")
    warning = reactive("")

    def __init__(self, keys: Sequence[tuple[str, str]]) -> None:
        """`keys` are pairs of a key as shown and what it does."""
        super().__init__()
        self._keys = keys

    def render_line(self, y: int) -> Strip:
        """The whole bar."""
        base = self.rich_style
        width = self.size.width
        message = self.warning or self.state
        tone = self.get_component_rich_style("status--warning" if self.warning else "status--state")
        room = min(cells(message) + 2, width)
        pen = Pen(width)
        if not self.warning:
            self._write_keys(pen, room)
        pen.space(pen.left - room + 1 if not self.warning else 1, base)
        pen.write(message, tone, reserve=1)
        return pen.strip().adjust_cell_length(width, base)

    def _write_keys(self, pen: Pen, room: int) -> None:
        key, label = self.get_component_rich_style("status--key"), self.get_component_rich_style("status--label")
        for shown, meaning in self._keys:
            if pen.left - room > cells(shown) + cells(meaning) + 3:
                pen.space(1, self.rich_style).write(shown, key)
                pen.space(1, self.rich_style).write(meaning, label).space(1, self.rich_style)
