"""The help: every key from the table of commands, then the query language with examples.

May import Textual and this room.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import Screen

from reader.locale.screen import Words
from reader.tui.commands import COMMANDS, key_names
from reader.tui.page import Block, Tone
from reader.tui.widgets.text_pane import TextPane

_CLOSING = (*key_names(("q", "?")), "escape", "enter", "f1", "ctrl+c", "ctrl+q")
_MOVES = ((("j",), ("down",), 1), (("k",), ("up",), -1))


def help_blocks(words: Words) -> Iterator[Block]:
    """The help as blocks of a page."""
    screen = words.screen
    yield Block(screen.help_title, Tone.TITLE)
    for number, command in enumerate(COMMANDS):
        yield Block(words.commands.help(command.name), Tone.BODY, label=command.shown, gap=0 if number else 1)
    yield Block(screen.help_query_title, Tone.HEADING, gap=1)
    for number, (example, meaning) in enumerate(screen.help_query):
        yield Block(meaning, Tone.BODY, label=example, gap=0 if number else 1)
    yield Block(screen.help_close, Tone.MUTED, gap=1)


class HelpScreen(Screen[None]):
    """One page over the whole terminal; any closing key goes back."""

    BINDINGS: ClassVar[list[Binding]] = [  # type: ignore[assignment]  # narrower than Textual's union
        Binding(",".join(_CLOSING), "close", show=False, priority=True),
        *(Binding(",".join(key_names(keys + more)), f"scroll({step})", show=False) for keys, more, step in _MOVES),
        Binding("space,pagedown,d", "scroll(10)", show=False),
        Binding("b,pageup,u", "scroll(-10)", show=False),
    ]

    DEFAULT_CSS = """
    HelpScreen > TextPane { width: 1fr; height: 1fr; }
    """

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._text = TextPane()

    def compose(self) -> ComposeResult:
        """The widgets, in order."""
        yield self._text

    def on_mount(self) -> None:
        """Shows the page once the pane is there."""
        self._text.show(list(help_blocks(self._words)))

    def action_scroll(self, lines: int) -> None:
        """Moves the page."""
        self._text.scroll_lines(lines)

    def action_close(self) -> None:
        """Back to the reading."""
        self.dismiss()
