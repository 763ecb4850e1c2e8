"""An application that copies: for the reader's own commands and for lines of input.

May import Textual and this room.
"""

from __future__ import annotations

import os
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from textual.app import App

if TYPE_CHECKING:
    from reader.tui.clipboard import Clipboard, Copied


class CopyingApp(App[None]):
    """Copies one text after the other; what was copied last can be pasted into lines of input."""

    _copying: Clipboard | None = None

    def copy(self, text: str, then: Callable[[Copied], None]) -> None:
        """Copies a text; `then` is called with how it was done, at once where only the terminal is asked."""
        from reader.tui.clipboard import Clipboard, ways  # noqa: PLC0415 -- off the start

        self._clipboard = text
        self._copying = self._copying or Clipboard(self.send)
        if ways(os.environ):
            self.run_worker(_pass_on(self._copying.copy(text), then), group="clipboard", exclusive=True)
        else:
            then(self._copying.send(text))

    def copy_to_clipboard(self, text: str) -> None:
        """What lines of input do for Ctrl+C and Ctrl+X."""
        self.copy(text, lambda how: None)

    def send(self, data: str) -> None:
        """Sends the terminal something that is not painted: the one place that uses Textual's driver for it."""
        if self._driver is not None:
            self._driver.write(data)


async def _pass_on(copied: Awaitable[Copied], then: Callable[[Copied], None]) -> None:
    then(await copied)


def copying(app: App[object]) -> CopyingApp:
    """The application of a screen."""
    assert isinstance(app, CopyingApp)
    return app
