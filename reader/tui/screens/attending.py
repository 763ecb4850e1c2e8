"""People x meetings, and the series of meetings.

May import Textual and this room.
"""

from __future__ import annotations

from reader.tui.screens.phrasing import PhrasingScreen


class AttendingScreen(PhrasingScreen):
    """Everything below, with these views. `do_…` methods are commands of the table."""

    def do_matrix(self) -> None:
        """TODO."""

    def do_series(self) -> None:
        """TODO."""
