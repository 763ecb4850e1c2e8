"""The figures of the meeting that is shown.

May import Textual and this room.
"""

from __future__ import annotations

from reader.tui.screens.attending import AttendingScreen


class FiguringScreen(AttendingScreen):
    """Everything below, with these views. `do_…` methods are commands of the table."""

    def do_figures(self) -> None:
        """TODO."""
