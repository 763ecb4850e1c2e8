"""What the reader does with a post: star, read mark; and its versions.

May import `i18n` and this room. A mark is on the disk before it is shown.
"""

from __future__ import annotations

from reader.i18n import _
from reader.tui.part import Part


class Marking(Part):
    """Marks, and versions."""

    def do_star(self) -> None:
        """Gives the post a star, or takes it away."""
        self.desk.mark(lambda marks, key, mark: marks.set_starred(key, not mark.starred))

    def do_read(self) -> None:
        """Marks the post as read, or as unread."""
        self.desk.mark(lambda marks, key, mark: marks.set_read(key, not mark.read))

    def do_versions(self) -> None:
        """Shows the next version of the same readout."""
        desk, versions = self.desk, self.desk.session.versions
        if len(versions) < 2:
            desk.tell(_("This meeting has one version only"))
            return
        here = versions.index(desk.key) if desk.key in versions else 0
        desk.post.version = versions[(here + 1) % len(versions)]
        desk.show_text()
