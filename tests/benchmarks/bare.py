"""The yardstick of every start: a Textual app of two ScrollViews and nothing else."""

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from textual.app import App, ComposeResult
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip


class Pane(ScrollView):
    """Paints one word on its first line."""

    DEFAULT_CSS = "Pane { width: 1fr; height: 1fr; }"

    def on_mount(self) -> None:
        self.virtual_size = Size(10, 1)

    def render_line(self, y: int) -> Strip:
        return Strip([Segment("" if y else "bare")]).adjust_cell_length(self.size.width)


class Bare(App[None]):
    """Two panes side by side."""

    DEFAULT_CSS = "Screen { layout: horizontal; }"
    BINDINGS: ClassVar = [("q", "quit")]

    def compose(self) -> ComposeResult:
        yield Pane()
        yield Pane()


if __name__ == "__main__":
    Bare().run()
