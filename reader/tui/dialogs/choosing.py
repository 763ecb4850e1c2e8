"""A list that narrows as one types, and from which one or several are chosen: the base of all lists to choose from.

May import Textual, `i18n` and this room. Textual's own palette fails on keys typed faster than it looks, and in
terminals of a few lines; this one obeys keys in the order in which they were typed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar, Generic, NamedTuple, TypeVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Input

from reader.i18n import _, keyed
from reader.text.cells import cells
from reader.text.folding import fold
from reader.tui.key_gate import bound, gate_of
from reader.tui.widgets.inks import Ink
from reader.tui.widgets.line_input import LineInput
from reader.tui.widgets.lines import LineView, Pen
from reader.tui.widgets.status_bar import StatusBar

Item = TypeVar("Item")


class Column(NamedTuple):
    """A text of an item's line, in one of the list's inks; `gap` blank cells follow it, or as many as fill `width`."""

    text: str
    ink: str = "detail"
    width: int = 0
    gap: int = 1


class ChoiceList(LineView, Generic[Item], can_focus=False):
    """One line an item; `marked` are those marked so far."""

    INKS: ClassVar[Mapping[str, Ink]] = {
        "name": Ink(),
        "detail": Ink("text-muted"),
        "mark": Ink("accent", bold=True),
        "cursor": Ink(paper="block-cursor-background", bold=True),
    }

    DEFAULT_CSS = "ChoiceList { height: 1fr; background: $background; }"

    class Clicked(Message):
        """The item under the cursor was clicked."""

    def __init__(
        self,
        nothing: str,
        columns: Callable[[Item], Sequence[Column]],
        kind: Callable[[Item], str],
    ) -> None:
        """`nothing` is the sentence for an empty list; the others are those of a ChoosingScreen."""
        super().__init__()
        self._nothing = nothing
        self._columns = columns
        self._kind = kind
        self.items: Sequence[Item] = ()
        self.marked: list[Item] = []
        self.cursor = 0

    def show(self, items: Sequence[Item]) -> None:
        """Shows these items with the cursor on the first."""
        self.items = items
        self.cursor = 0
        self.set_line_count(max(1, len(items)))
        self.scroll_to_line(0)

    def move(self, cursor: int) -> None:
        """Puts the cursor on a line, as far as there are lines."""
        self.cursor = max(0, min(cursor, len(self.items) - 1))
        if self.cursor < self.top_line:
            self.scroll_to_line(self.cursor)
        elif self.cursor >= self.top_line + self.pane_height:
            self.scroll_to_line(self.cursor - self.pane_height + 1)
        self.paint_all()

    @property
    def here(self) -> Item | None:
        """The item under the cursor."""
        return self.items[self.cursor] if self.items else None

    def mark(self) -> None:
        """Marks the item under the cursor, or takes the mark away, and goes one on."""
        if self.here is not None:
            (self.marked.remove if self.here in self.marked else self.marked.append)(self.here)
            self.move(self.cursor + 1)

    def paint(self, line: int, pen: Pen) -> None:
        """One item, with a sign for the cursor or the mark."""
        if not self.items:
            pen.space(2).write(self._nothing, "detail")
            return
        item = self.items[line]
        sign = "✓" if item in self.marked else "›" if line == self.cursor else " "
        pen.on("cursor" if line == self.cursor else "").write(sign + " ", "mark")
        kind = self._kind(item)
        room = cells(kind) + 3 if kind else 1
        *others, last = self._columns(item)
        for column in others:
            pen.write(column.text, column.ink, reserve=room)
            pen.space(max(column.gap, column.width - cells(column.text)))
        pen.write(last.text, last.ink, reserve=room)
        if kind:
            pen.space(pen.left - cells(kind) - 1).write(kind, "detail")

    def on_click(self, event: events.Click) -> None:
        """A click puts the cursor on a line; a click on the line with the cursor takes it."""
        line = event.y + self.top_line
        if line < len(self.items) and line == self.cursor:
            self.post_message(self.Clicked())
        elif line < len(self.items):
            self.move(line)


class ChoosingScreen(Screen[list[Item]], Generic[Item]):
    """Dismissed with the items chosen, an empty list for none. Subclasses give the items' text and columns."""

    BINDINGS: ClassVar[list[Binding]] = [  # type: ignore[assignment]  # narrower than Textual's union
        bound("leave", "escape", "ctrl+c", "ctrl+q"),
        bound("take", "enter"),
        bound("move(1)", "down", "ctrl+n"),
        bound("move(-1)", "up", "ctrl+p"),
        bound("move(10)", "pagedown"),
        bound("move(-10)", "pageup"),
    ]
    AUTO_FOCUS = "LineInput"

    DEFAULT_CSS = "ChoosingScreen > LineInput, ChoosingScreen > LineInput:focus { dock: top; padding: 0 2; }"

    def __init__(self, items: Sequence[Item], hint: str, *, nothing: str = "", keys: str = "", start: int = 0) -> None:
        """`nothing` is the sentence for an empty list, `keys` the footer; the cursor begins on the item `start`."""
        super().__init__()
        self.items = list(items)
        self._input = LineInput("", hint)
        self._list: ChoiceList[Item] = ChoiceList(nothing or _("Nothing matches."), self.columns, self.kind)
        self._foot = StatusBar(keyed(keys or _("↑↓ Move|Enter Do it|Esc Back")))
        self._matched = ""
        self._start = start
        self._leaving = False

    def matching(self, typed: str) -> Sequence[Item]:
        """The items that what was typed leaves: those that hold it."""
        wanted = fold(typed.strip())
        return [item for item in self.items if wanted in fold(self.text(item))]

    def text(self, item: Item) -> str:
        """What is looked for in, of the item."""
        raise NotImplementedError

    def columns(self, item: Item) -> Sequence[Column]:
        """The item's line, from the left."""
        raise NotImplementedError

    def kind(self, item: Item) -> str:
        """What the item is, at the right end of its line; empty where all are alike."""
        return ""

    @property
    def pane_width(self) -> int:
        """The cells that a line may fill."""
        return self._list.pane_width

    def compose(self) -> ComposeResult:
        """The widgets, in order."""
        yield self._input
        yield self._list
        yield self._foot

    def on_mount(self) -> None:
        """Shows everything at first."""
        self._list.show(self.matching(""))
        if self._start:
            self.call_after_refresh(self._list.move, self._start)

    @on(Input.Changed)
    def _narrow(self) -> None:
        self._matched = self._input.value
        self._list.show(self.matching(self._matched))

    def action_move(self, step: int) -> None:
        """Moves the cursor."""
        self._list.move(self._list.cursor + step)

    @on(ChoiceList.Clicked)
    def action_take(self) -> None:
        """Takes the marked items, else the one under the cursor, once the letters typed before have arrived."""
        if not self._leaving:
            gate_of(self.app).hold()
            self._input.call_later(self._take)

    def _take(self) -> None:
        if self._input.value != self._matched:
            self._narrow()
        here = self._list.here
        self._leave(self._list.marked or ([] if here is None else [here]))

    def action_leave(self) -> None:
        """Leaves without choosing."""
        self._leave([])

    def _leave(self, items: list[Item]) -> None:
        """Leaves once, however often the key was pressed."""
        if not self._leaving:
            self._leaving = True
            self.dismiss(items)
