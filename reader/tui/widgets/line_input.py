"""The line in which one types, cleaned of what a terminal would obey.

May import Textual and `text`. Imported late: Textual's Input is no part of the start.
"""

from __future__ import annotations

from collections.abc import Callable

from rich.highlighter import Highlighter
from textual import events
from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets import Input

from reader.text.safety import clean

LONGEST = 4096
"""Most characters of a line: a whole file that was pasted by mistake would be painted anew with every key."""
_IDEOGRAPHIC_SPACE = "\u3000"
_TO_SPACES = str.maketrans("\n\t", "  ")


class LineInput(Input):
    """An input of one line without a border; what is pasted loses its control and bidi characters."""

    DEFAULT_CSS = """
    LineInput, LineInput:focus {
        height: 1;
        border: none;
        padding: 0 1;
        background: $block-cursor-background;
        color: $foreground;
    }
    """

    virtual_size = Reactive(Size(0, 0))
    """Textual's own lays the whole screen out anew with every letter; a line of a fixed height needs only its paint."""

    def __init__(
        self,
        text: str,
        hint: str,
        changed: Callable[[str], None] | None = None,
        highlighter: Highlighter | None = None,
    ) -> None:
        """`hint` stands where nothing is typed; `changed` is called with every new text before it is painted."""
        super().__init__(text, placeholder=hint, highlighter=highlighter, select_on_focus=False, compact=True)
        self._changed = changed
        self.cursor_position = len(text)

    def replace(self, text: str, start: int, end: int) -> None:
        """Typing, pasting and deleting pass here: what goes is gone before the cursor is put behind the rest.

        `changed` is called in the turn of the key: Input's own message would come a turn, and a paint, later.
        """
        super().replace(_fit(text), start, end)
        if self._changed is not None:
            self._changed(self.value)

    def validate_value(self, value: str) -> str:
        """Every text passes here, also the one that the line opens with, and marks that were typed one by one."""
        return _fit(value)

    async def _on_key(self, event: events.Key) -> None:
        """Obeys an editing key in its turn, and takes the ideographic space, which Python does not call printable.

        Textual lets an editing key bubble to the app before its binding is looked up, so that letters typed right after
        a backspace or ctrl+u arrive before it and are deleted with the rest.
        """
        if event.character == _IDEOGRAPHIC_SPACE:
            event.stop()
            event.prevent_default()
            self._put(_IDEOGRAPHIC_SPACE)
            return
        for binding in self._bindings.key_to_bindings.get(event.key, ()):
            event.stop()
            event.prevent_default()
            await self.run_action(binding.action)
            return

    def _on_paste(self, event: events.Paste) -> None:
        """Takes every line of what is pasted, as one; Textual would take the first and say nothing of the rest."""
        event.stop()
        event.prevent_default()
        self._put(" ".join(event.text.splitlines()))

    def _put(self, text: str) -> None:
        """Puts a text at the cursor, in the place of what is selected."""
        self.replace(text, *sorted(self.selection))


def _fit(text: str) -> str:
    """A text for one line; spaces at its ends stay, for somebody may be about to type on."""
    return clean(text[: 2 * LONGEST]).translate(_TO_SPACES)[:LONGEST]
