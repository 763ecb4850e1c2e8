"""Keeping where the reading of a post stops, so that it opens there again.

May import Textual and this room. It is kept when another text is shown, after a rest, and where the sitting ends.
"""

from __future__ import annotations

from contextlib import suppress

from reader.tui.opening import Opening
from reader.tui.place import Place
from reader.tui.screens.panes import PanesScreen

REST = 1.0
"""Seconds after a move when the place is kept, lest the program be killed: no key has to wait for it."""


class PlacingScreen(PanesScreen):
    """The panes, with places that are kept."""

    def __init__(self, opening: Opening) -> None:
        super().__init__(opening)
        self._kept: Place | None = None
        """The place in the shown post that the marks have."""
        self._resting = False

    def _open(self, key: int | None) -> None:
        super()._open(key)
        self._kept = self._text.opened

    def _leave(self) -> None:
        super()._leave()
        self._keep_place()

    def _keep_place(self) -> None:
        """Keeps where the reader is in the shown post, unless it is kept already."""
        place = self._text.place
        if self._shown is not None and place != self._kept:
            self._kept = place
            with suppress(KeyError):  # it has gone
                self._session.library.marks.set_place(self._shown, place)

    def _keep_place_soon(self) -> None:
        """Keeps it after a rest, if the reader has moved."""
        if not self._resting and self._text.place != self._kept:
            self._resting = True
            self.set_timer(REST, self._rested)

    def _rested(self) -> None:
        self._resting = False
        self._keep_place()

    def _end_sitting(self) -> None:
        """Keeps what a later sitting begins with: every way out ends here, be it a key, a signal or a fault."""
        self._keep_place()
