"""A word in its contexts, and phrases by meeting.

May import Textual and this room.
"""

from __future__ import annotations

from reader.tui.screens.comparing import ComparingScreen


class PhrasingScreen(ComparingScreen):
    """Everything below, with these views. `do_…` methods are commands of the table."""

    def do_context(self) -> None:
        """TODO."""

    def do_phrases(self) -> None:
        """TODO."""
