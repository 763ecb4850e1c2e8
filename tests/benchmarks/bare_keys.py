"""The yardstick of every key: a Textual app of two ScrollViews which on a key repaints every line of both.

`l17` in the left pane and `r17` in the last line of the right one say that key 17 has been painted.
"""

from __future__ import annotations

from rich.segment import Segment
from textual import events
from textual.app import App, ComposeResult
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

_TEXT = "海关口岸进出口企业检疫监管"


class Pane(ScrollView):
    """Paints on every line of its height a text, the number of keys, and a mark that ends with a full stop."""

    DEFAULT_CSS = "Pane { width: 1fr; height: 1fr; }"

    def __init__(self, mark: str) -> None:
        super().__init__()
        self._mark = mark
        self.count = 0

    def on_mount(self) -> None:
        self.virtual_size = Size(10, 1)

    def render_line(self, y: int) -> Strip:
        start = (y + self.count) % len(_TEXT)
        text = f"{_TEXT[start:]}{_TEXT[:start]} {self._mark}{self.count}."
        return Strip([Segment(text)]).adjust_cell_length(self.size.width)


class BareKeys(App[None]):
    """Two panes side by side; every key counts."""

    DEFAULT_CSS = "Screen { layout: horizontal; }"

    def compose(self) -> ComposeResult:
        yield Pane("l")
        yield Pane("r")

    def on_key(self, event: events.Key) -> None:
        event.stop()
        for pane in self.query(Pane):
            pane.count += 1
            pane.refresh()


if __name__ == "__main__":
    BareKeys().run()
