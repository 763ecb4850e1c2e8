"""What is known of the terminal: how many colours it has, how wide it paints marks of ambiguous width.

May import rich, no Textual: `doctor` asks too.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual import events

    from reader.tui.copying import CopyingApp

FEW = ("none", "16")
"""What `colours` says of a terminal in which a tone cannot be shown by a shade of its colour."""
_COUNTS = {None: "none", "standard": "16", "256": "256", "truecolor": "16M"}

ROW = 2
"""The line on which the width is tried out. On the first, an answer would look like F3 with Shift."""
QUESTION = f"\x1b7\x1b[{ROW};1H\x1b[8m“\x1b[6n\x1b8"
"""An invisible “ at the beginning of that line, then where the cursor is; terminals that do not know, do not answer."""


def colours(environ: Mapping[str, str]) -> str:
    """`none` (NO_COLOR is set), `16`, `256` or `16M`; as rich has it, which Textual asks."""
    from rich.console import Console  # noqa: PLC0415 -- the screen has imported it, a command need not

    if "NO_COLOR" in environ:
        return "none"
    return _COUNTS.get(Console(force_terminal=True, _environ=environ).color_system, "16")


def ask_width(app: CopyingApp) -> None:
    """Asks; what stands on the screen has to be painted anew. The answer comes as a CursorPosition, or never."""
    app.send(QUESTION)


def paints_wide(event: events.CursorPosition) -> bool:
    """Whether an answer says that “ took two cells."""
    return (event.x, event.y) == (2, ROW - 1)


def is_shift_f3(event: events.CursorPosition) -> bool:
    """Whether it was no answer but the key, which terminals send as CSI 1 ; 2 R."""
    return (event.x, event.y) == (1, 0)
