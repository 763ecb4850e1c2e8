"""A line over the foot in which something is asked for: a note, words to be found in the post.

May import Textual and this room.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import ModalScreen
from textual.widgets import Input

from reader.tui.key_gate import gate_of
from reader.tui.widgets.line_input import LineInput


class AskScreen(ModalScreen[str | None]):
    """Dismissed with what was typed, or with None where all is to stay as it was."""

    BINDINGS: ClassVar[list[Binding]] = [  # type: ignore[assignment]  # narrower than Textual's union
        Binding("enter", "keep", show=False, priority=True),
        Binding("escape,ctrl+c", "leave", show=False, priority=True),
    ]

    DEFAULT_CSS = """
    AskScreen { background: $background 0%; }
    AskScreen > LineInput { dock: bottom; margin-bottom: 1; }
    """

    def __init__(self, hint: str, text: str, changed: Callable[[str], None] | None = None) -> None:
        """`changed` is told of every new text as it is typed."""
        super().__init__()
        self._changed = changed
        self._line = LineInput(text, placeholder=hint, select_on_focus=False, compact=True)
        self._line.cursor_position = len(text)

    def compose(self) -> ComposeResult:
        """The line."""
        yield self._line

    @on(Input.Changed)
    def _typed(self) -> None:
        if self._changed is not None:
            self._changed(self._line.value)

    def action_keep(self) -> None:
        """Closes with what was written, behind the letters that are still on their way."""
        gate_of(self.app).hold()
        self._line.call_later(self._finish)

    def _finish(self) -> None:
        self.dismiss(self._line.value.strip())
        self.app.call_next(gate_of(self.app).release)  # behind what is done with the words: that is called next, too

    def action_leave(self) -> None:
        """Closes without a change."""
        self.dismiss(None)
