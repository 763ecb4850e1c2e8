"""How many colours the terminal has, as far as the environment says.

May import rich, no Textual: `doctor` asks too.
"""

from __future__ import annotations

from collections.abc import Mapping

FEW = ("none", "16")
"""What `colours` says of a terminal in which a tone cannot be told by a shade of its colour."""
_COUNTS = {None: "none", "standard": "16", "256": "256", "truecolor": "16M"}


def colours(environ: Mapping[str, str]) -> str:
    """`none` (NO_COLOR is set), `16`, `256` or `16M`; as rich has it, which Textual asks."""
    from rich.console import Console  # noqa: PLC0415 -- the screen has imported it, a command need not

    if "NO_COLOR" in environ:
        return "none"
    return _COUNTS.get(Console(force_terminal=True, _environ=environ).color_system, "16")
