"""Keeping where the reading of a post stops, so that it opens there again.

May import Textual and this room. It is kept when another text is shown, after a rest, and where the session ends.
"""

from __future__ import annotations

from contextlib import suppress

from reader.tui.desk import Desk
from reader.tui.part import Part
from reader.tui.place import Place

REST = 1.0
"""Seconds after a move when the place is kept, lest the program be killed: no key has to wait for it."""


class Placing(Part):
    """Keeps places, and what is looked for at the end."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._kept: Place | None = None
        """The place in the shown post that the marks have."""
        self._is_resting = False

    def opened(self) -> None:
        """The marks have the place at which a text was opened."""
        self._kept = self.desk.text.home.opened

    def leaving(self) -> None:
        """Keeps the place before another text is shown."""
        self._keep()

    def moved(self) -> None:
        """Keeps it after a rest, if the reader has moved."""
        if not self._is_resting and self.desk.text.home.place != self._kept:
            self._is_resting = True
            self.desk.screen.set_timer(REST, self._rested)

    def end(self) -> None:
        """Keeps what the next session begins with: every way out ends here, be it a key, a signal or a fault.

        What is looked for at the end, also by a line that nobody has finished, is one key away the next time.
        """
        self._keep()
        session = self.desk.session
        if session.text and not session.error:
            self.desk.marks.keep_query(session.text)

    def _keep(self) -> None:
        """Keeps where the reader is in the shown post, unless it is kept already."""
        place, key = self.desk.text.home.place, self.desk.post.key
        if key is not None and place != self._kept:
            self._kept = place
            with suppress(KeyError):  # it has gone
                self.desk.marks.set_place(key, place)

    def _rested(self) -> None:
        self._is_resting = False
        self._keep()
