"""What the reader does with a post: star, read mark; and its versions.

May import Textual and this room. A mark is on the disk before it is shown.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from reader.tui.screens.following import FollowingScreen

if TYPE_CHECKING:
    from reader.library.mark import Mark
    from reader.library.marking import MarkKeeper


class MarkingScreen(FollowingScreen):
    """The panes, with marks. `do_…` methods are commands of the table."""

    def do_star(self) -> None:
        """Gives the post a star, or takes it away."""
        self._mark(lambda marks, key, mark: marks.set_starred(key, not mark.starred))

    def do_read(self) -> None:
        """Marks the post as read, or as unread."""
        self._mark(lambda marks, key, mark: marks.set_read(key, not mark.read))

    def _mark_read(self) -> None:
        """Whoever goes into a text, or pages to its end, has read it."""
        if self._shown is not None:
            with suppress(KeyError):  # it has gone
                if not self._session.library.marks.of(self._shown).read:
                    self._mark(lambda marks, key, _: marks.set_read(key, True))

    def _mark(self, make: Callable[[MarkKeeper, int, Mark], None]) -> None:
        """Makes a mark on the post that is shown; it may have gone a moment ago."""
        if self._shown is None:
            return
        marks = self._session.library.marks
        try:
            make(marks, self._shown, marks.of(self._shown))
        except KeyError:
            self._show_state(self._words.screen.gone)
        else:
            self._marked()

    def _marked(self) -> None:
        """Shows a mark that was just made; says so where it is not kept. The row stays even if the query would not find
        it any more.
        """
        self._tell_notices()
        self._session.forget_rows()
        self._list.paint_all()
        unkept = self._session.library.marks.unkept
        self._show_state(unkept.sentence if unkept else "")

    def do_versions(self) -> None:
        """Shows the next version of the same readout."""
        versions = self._session.versions
        if len(versions) < 2:
            self._show_state(self._words.screen.no_versions)
            return
        here = versions.index(self._key) if self._key in versions else 0
        self._version = versions[(here + 1) % len(versions)]
        self._show_text()
