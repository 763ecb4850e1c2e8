"""What the reader does with a post: star, read mark; and its versions.

May import Textual and this room. A mark is on the disk before it is shown.
"""

from __future__ import annotations

from reader.tui.screens.following import FollowingScreen


class MarkingScreen(FollowingScreen):
    """The panes, with marks. `do_…` methods are commands of the table."""

    def do_star(self) -> None:
        """Gives the post a star, or takes it away."""
        if self._shown is not None:
            marks = self._session.library.marks
            marks.set_starred(self._shown, not marks.of(self._shown).starred)
            self._marked()

    def do_read(self) -> None:
        """Marks the post as read, or as unread."""
        if self._shown is not None:
            marks = self._session.library.marks
            marks.set_read(self._shown, not marks.of(self._shown).read)
            self._marked()

    def _mark_read(self) -> None:
        """Whoever goes into a text, or pages to its end, has read it."""
        if self._shown is not None and not self._session.library.marks.of(self._shown).read:
            self._session.library.marks.set_read(self._shown, True)
            self._marked()

    def _marked(self) -> None:
        """Shows a mark that was just made; says so where it is not kept. The row stays even if the query would not find
        it any more.
        """
        self._tell_notices()
        self._session.forget_rows()
        self._list.paint_all()
        unkept = self._session.library.marks.unkept
        self._show_state(self._words.notices.sentence(*unkept) if unkept else "")

    def do_versions(self) -> None:
        """Shows the next version of the same readout."""
        versions = self._session.versions
        if len(versions) < 2:
            self._show_state(self._words.screen.no_versions)
            return
        here = versions.index(self._key) if self._key in versions else 0
        self._version = versions[(here + 1) % len(versions)]
        self._show_text()
