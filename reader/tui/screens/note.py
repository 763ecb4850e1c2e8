"""The line in which a note is written, over the foot.

May import Textual and this room.
"""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import ModalScreen

from reader.locale.screen import Words
from reader.tui.widgets.line_input import LineInput


class NoteScreen(ModalScreen[str | None]):
    """Dismissed with the note, or with None where it is to stay as it was."""

    BINDINGS: ClassVar[list[Binding]] = [  # type: ignore[assignment]  # narrower than Textual's union
        Binding("enter", "keep", show=False, priority=True),
        Binding("escape,ctrl+c", "leave", show=False, priority=True),
    ]

    DEFAULT_CSS = """
    NoteScreen { background: $background 0%; }
    NoteScreen > LineInput { dock: bottom; margin-bottom: 1; }
    """

    def __init__(self, words: Words, note: str) -> None:
        super().__init__()
        self._line = LineInput(note, placeholder=words.screen.note_hint, select_on_focus=False, compact=True)
        self._line.cursor_position = len(note)

    def compose(self) -> ComposeResult:
        """The line."""
        yield self._line

    def action_keep(self) -> None:
        """Closes with what was written."""
        self._line.call_later(self._finish)  # behind the letters that are still on their way

    def _finish(self) -> None:
        self.dismiss(self._line.value.strip())

    def action_leave(self) -> None:
        """Closes without a change."""
        self.dismiss(None)
