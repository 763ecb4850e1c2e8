"""A line over the foot in which something is asked for: a note, words to be found in the post.

May import Textual and this room.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import ModalScreen

from reader.locale.screen import Words
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
        self._line = LineInput(text, hint, changed)

    def compose(self) -> ComposeResult:
        """The line."""
        yield self._line

    def action_keep(self) -> None:
        """Closes with what was written."""
        self._close(kept=True)

    def action_leave(self) -> None:
        """Closes without a change."""
        self._close(kept=False)

    def _close(self, *, kept: bool) -> None:
        """Closes behind the letters that are still on their way to the line. Whoever asked lets keys in again."""
        gate_of(self.app).hold()
        self._line.call_later(self._finish, kept)

    def _finish(self, kept: bool) -> None:
        self.dismiss(self._line.value.strip() if kept else None)


class NoteScreen(AskScreen):
    """Asks for a note; one of several lines, or whoever presses F4, goes to the reader's own editor."""

    BINDINGS: ClassVar[list[Binding]] = [
        Binding("f4", "edit", show=False, priority=True),
    ]

    def __init__(self, words: Words, note: str, tell: Callable[[str], None]) -> None:
        """`tell` is told what cannot be done."""
        super().__init__(words.screen.note_hint, note)
        self._words = words
        self._note = note
        self._say = tell
        self._fits = self._line.value == note
        """A line cannot hold several, nor one that is too long: such a note is left to the editor."""

    def on_mount(self) -> None:
        """Opens the editor where the line cannot hold the note."""
        if not self._fits:
            self.call_after_refresh(self._edit)

    def _finish(self, kept: bool) -> None:
        super()._finish(kept and self._fits)

    def action_edit(self) -> None:
        """Opens the editor with what is written so far, behind the letters that are still on their way."""
        gate_of(self.app).hold()
        self._line.call_later(self._edit)

    def _edit(self) -> None:
        """Keeps what comes back; the line stays open where nothing can."""
        from reader.text.safety import one_line  # noqa: PLC0415  # hardly ever
        from reader.tui.editor import EditorError, edited  # noqa: PLC0415  # hardly ever

        if not self.is_active:  # left meanwhile
            return
        try:
            self.dismiss(edited(self.app, self._line.value if self._fits else self._note))
        except EditorError as error:
            self._say(self._words.screen.no_editor.format(command=one_line(str(error))))
            gate_of(self.app).release()
            if not self._fits:
                self.dismiss(None)
