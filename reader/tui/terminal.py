"""Asking the terminal how wide it paints marks of ambiguous width.

May import Textual. The one place that uses its driver, which has no public name: a test in a pseudo-terminal fails
should that change.
"""

from __future__ import annotations

from textual import events
from textual.app import App

ROW = 2
"""The line on which it is tried out. On the first, an answer would look like F3 with Shift."""
QUESTION = f"\x1b7\x1b[{ROW};1H\x1b[8m“\x1b[6n\x1b8"
"""An invisible “ at the beginning of that line, then where the cursor is; terminals that do not know, do not answer."""


def ask_width(app: App[None]) -> None:
    """Asks; what stands on the screen has to be painted anew. The answer comes as a CursorPosition, or never."""
    if app._driver is not None:
        app._driver.write(QUESTION)


def paints_wide(event: events.CursorPosition) -> bool:
    """Whether an answer says that “ took two cells."""
    return (event.x, event.y) == (2, ROW - 1)


def is_shift_f3(event: events.CursorPosition) -> bool:
    """Whether it was no answer but the key, which terminals send as CSI 1 ; 2 R."""
    return (event.x, event.y) == (1, 0)
