"""The outline of the post that is shown, and nothing but its text.

May import Textual, `i18n` and this room. On a wide terminal the outline is a rail beside the text, else a list to
choose from.
"""

from __future__ import annotations

from reader.i18n import _
from reader.tui import outline
from reader.tui.desk import Desk
from reader.tui.part import Part
from reader.tui.widgets.outline_rail import OutlineRail

ROOMY = 124
"""From so many cells on there is room for the outline beside list and text."""


class Outline(Part):
    """The rail comes and goes with the room for it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.parts: list[outline.Part] = []
        self._highlights: list[outline.Part] = []
        self._rail: OutlineRail | None = None
        self._is_wanted = True

    def fit(self, width: int) -> None:
        """Shows the rail or hides it on a terminal of so many cells."""
        wanted = self._is_wanted and width >= ROOMY and not self.desk.screen.has_class("-zen")
        if wanted and self._rail is None:
            self._rail = OutlineRail()
            self.desk.screen.mount(self._rail, after=self.desk.text)
            self._rail.show(self.parts, self._highlights, self._here)
        elif not wanted and self._rail is not None:
            self._rail.remove()
            self._rail = None

    @property
    def _here(self) -> int | None:
        """The part of the text that is being read."""
        paragraph = self.desk.text.paragraph
        return None if paragraph is None else outline.part_at(self.parts, paragraph)

    def opened(self) -> None:
        """Shows the outline of another text."""
        readout = self.desk.post.readout
        self.parts = outline.parts_of(readout) if readout else []
        self._highlights = outline.highlights_of(readout) if readout else []
        if self._rail is not None:
            self._rail.show(self.parts, self._highlights, self._here)

    def moved(self) -> None:
        """Shows which part is being read."""
        if self._rail is not None:
            self._rail.light(self._here)

    def do_outline(self) -> None:
        """Shows the rail or hides it; on a terminal without room for one, opens the outline as a list."""
        width = self.desk.screen.size.width
        if width >= ROOMY:
            self._is_wanted = not self._is_wanted
            self.fit(width)
        elif self.parts or self._highlights:
            from reader.tui.dialogs.outline import OutlineScreen  # noqa: PLC0415  # off the start: it imports Input

            dialog = OutlineScreen([*self.parts, *self._highlights], self._here)
            self.desk.ask(dialog, self._chosen)
        else:
            self.desk.tell(_("This post has no outline."))

    def _chosen(self, parts: list[outline.Part] | None) -> None:
        for part in parts or ():
            self.desk.show_paragraph(part.paragraph)

    def go_to_part(self, number: int) -> None:
        """Shows a part of the text, counted from 1."""
        main = outline.main_parts(self.parts)
        if 1 <= number <= len(main):
            self.desk.show_paragraph(self.parts[main[number - 1]].paragraph)
        else:
            self.desk.tell(_("The outline has no such part.") if main else _("This post has no outline."))

    def do_zen(self) -> None:
        """Shows nothing but the text, or the list again."""
        screen = self.desk.screen
        screen.toggle_class("-zen")
        self.fit(screen.size.width)
        if screen.has_class("-zen"):
            self.desk.to_text()

    def end_zen(self) -> bool:
        """Shows the list again; False where it is shown."""
        is_alone = self.desk.screen.has_class("-zen")
        if is_alone:
            self.do_zen()
        return is_alone
