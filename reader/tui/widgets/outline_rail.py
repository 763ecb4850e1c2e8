"""The outline of a post beside its text: one line a part, the part that is being read highlighted.

May import Textual, `i18n`, this room's outline and widgets.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual import events
from textual.message import Message

from reader.i18n import _
from reader.tui.outline import Part, main_parts
from reader.tui.widgets.inks import Ink
from reader.tui.widgets.lines import LineView, Pen


class OutlineRail(LineView, can_focus=False):
    """Shows parts; a click on one posts `Chosen` with its paragraph."""

    INKS: ClassVar[Mapping[str, Ink]] = {
        "number": Ink("accent", bold=True),
        "label": Ink(bold=True),
        "point": Ink(),
        "gist": Ink("text-muted"),
        "here": Ink(paper="block-cursor-blurred-background", bold=True),
    }

    DEFAULT_CSS = "OutlineRail { width: 30; height: 1fr; background: $surface; }"

    class Chosen(Message):
        """The part that begins with `paragraph` was clicked."""

        def __init__(self, paragraph: int) -> None:
            super().__init__()
            self.paragraph = paragraph

    def __init__(self) -> None:
        super().__init__()
        self._items: list[Part | str] = []
        self._numbers: dict[int, int] = {}
        self._here: int | None = None

    def show(self, parts: Sequence[Part], highlights: Sequence[Part], here: int | None) -> None:
        """Shows the parts of a post, one of them highlighted, and its highlights below them."""
        self._items = ["", *parts] if parts else ["", _("This post has no outline.")]
        if highlights:
            self._items += ["", _("Pull-quotes"), *highlights]
        self._numbers = {index + 1: number for number, index in enumerate(main_parts(parts), 1)}
        self._here = None if here is None else here + 1
        self.top_line = 0
        self.set_line_count(len(self._items))
        self._reveal()

    def light(self, here: int | None) -> None:
        """Highlights another part."""
        line = None if here is None else here + 1
        if line != self._here:
            before, self._here = self._here, line
            for one in (before, line):
                if one is not None:
                    self.paint_again(one, 1)
            self._reveal()

    def _reveal(self) -> None:
        if self._here is not None:
            self.reveal(self._here, self.pane_height // 2)

    def paint(self, line: int, pen: Pen) -> None:
        """One part: the number of its key, its label, how it goes on; or a heading."""
        item = self._items[line]
        pen.on("here" if line == self._here else "").space(1)
        if isinstance(item, str):
            pen.write(item, "gist")
        else:
            pen.write(str(self._numbers.get(line, " ")), "number").space(1 + 2 * item.deep)
            pen.write(item.label, "point" if item.deep else "label").space(1)
            pen.write(item.gist, "gist", reserve=1)

    def on_click(self, event: events.Click) -> None:
        """A click goes to a part."""
        line = event.y + self.top_line
        if 0 <= line < len(self._items) and isinstance(item := self._items[line], Part):
            self.post_message(self.Chosen(item.paragraph))
