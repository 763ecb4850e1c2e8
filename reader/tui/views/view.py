"""The base of the views: a head, rows, the foot; keys that move, open what a row stands on, and go back.

May import Textual, `analysis.where` and this room. A view is dismissed with the passage to be shown, or None. `again`
makes the same view anew, so that whoever has looked at a passage comes back to the row.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar, Generic, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import Screen

from reader.tui.key_gate import bound, gate_of
from reader.tui.views.rows import RowsView
from reader.tui.widgets.report_rows import Head
from reader.tui.widgets.status_bar import StatusBar
from reader.views.report import Target

R = TypeVar("R")


class ViewScreen(Screen[Target | None], Generic[R]):
    """A view. Subclasses tell the head, the rows, what a row stands on, and bind keys of their own."""

    BINDINGS: ClassVar[list[Binding]] = [  # type: ignore[assignment]  # narrower than Textual's union
        bound("leave", "escape", "q", "h", "left", "ctrl+c", "ctrl+q"),
        bound("open", "enter", "l", "right"),
        bound("move(1)", "j", "down"),
        bound("move(-1)", "k", "up"),
        bound("page(1)", " ", "pagedown", "ctrl+f"),
        bound("page(-1)", "b", "pageup", "ctrl+b"),
        bound("first", "g", "home"),
        bound("last", "G", "end"),
        bound("app.show_help", "?", "f1"),
    ]
    AUTO_FOCUS = "RowsView"

    def __init__(self, rows: RowsView[R], keys: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._head = Head()
        self._rows = rows
        self._foot = StatusBar(keys)
        self._start = 0
        self._over: Any = None
        """A view that is opened over this one as soon as there is a screen to open it on."""
        self._leaving = False
        self.told = ""
        """What the foot says until the cursor is moved."""

    def compose(self) -> ComposeResult:
        """The widgets, in order."""
        yield self._head
        yield self._rows
        yield self._foot

    def on_mount(self) -> None:
        """Shows everything, with the cursor where it was."""
        self.fill(self._start)
        self._foot.warning = self.told or self._foot.warning
        if self._over is not None:
            self.open_over(self._over)

    def tell(self, sentence: str) -> None:
        """Says something in the foot until the cursor is moved."""
        self._foot.warning = sentence

    def on_resize(self) -> None:
        """The head may need more lines, or fewer."""
        self.show_head()

    def fill(self, cursor: int) -> None:
        """Shows head, rows and foot, with the cursor on a row."""
        raise NotImplementedError

    def show_head(self) -> None:
        """Shows what stands above the rows; of a view that does not say how, whatever `fill` showed."""

    def target(self, row: R) -> Target | None:
        """What a row stands on; None for a row that stands on nothing."""
        raise NotImplementedError

    def copy(self) -> ViewScreen[R]:
        """A new screen that shows the same."""
        raise NotImplementedError

    def again(self) -> ViewScreen[R]:
        """The same view anew, with its cursor where it is, and with the view that was opened over it."""
        fresh = self.copy()
        fresh._start = self._rows.cursor
        fresh._over = self._over.again() if self._over is not None else None
        return fresh

    def open_over(self, view: Any) -> None:
        """Opens a view over this one; where that one is left for a passage, so is this one."""
        self._over = view

        def left(target: Target | None) -> None:
            if target is None:
                self._over = None
                gate_of(self.app).release()
            else:
                self._leave(target)

        self.app.push_screen(view, left)

    def action_move(self, step: int) -> None:
        """Moves the cursor."""
        self._rows.move_to(self._rows.cursor + step)
        self.moved()

    def action_page(self, step: int) -> None:
        """Moves it by a screenful."""
        self._rows.page(step)
        self.moved()

    def action_first(self) -> None:
        """Moves it to the first row."""
        self._rows.move_to(0)
        self.moved()

    def action_last(self) -> None:
        """Moves it to the last."""
        self._rows.move_to(len(self._rows.rows))
        self.moved()

    def moved(self) -> None:
        """Is called whenever the cursor was moved: what was told has been read."""
        self._foot.warning = ""

    @on(RowsView.Moved)
    def _moved_by_click(self) -> None:  # Textual would call this class's method, not one that overrides it
        self.moved()

    @on(RowsView.Clicked)
    def _opened_by_click(self) -> None:  # as above
        self.action_open()

    def action_open(self) -> None:
        """Leaves for what the row under the cursor stands on."""
        row = self._rows.here
        target = self.target(row) if row is not None else None
        if target is not None:
            self._leave(target)

    def action_leave(self) -> None:
        """Leaves without opening anything."""
        self._leave(None)

    def _leave(self, target: Target | None) -> None:
        """Leaves once, however often the key was pressed. Whoever opened the view lets keys in again."""
        if not self._leaving:
            self._leaving = True
            gate_of(self.app).hold()
            self.dismiss(target)
