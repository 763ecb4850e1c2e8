"""The outline of the post that is shown, and the way back through what was read.

May import Textual and this room. On a wide terminal the outline is a rail beside the text, else a list to choose from.
"""

from __future__ import annotations

from textual import events, on

from reader.tui.history import History
from reader.tui.opening import Opening
from reader.tui.outline import Part, highlights_of, main_parts, part_at, parts_of
from reader.tui.screens.browsing import BrowsingScreen
from reader.tui.screens.panes import ROOMY
from reader.tui.widgets.outline_rail import OutlineRail
from reader.tui.widgets.text_pane import TextPane


class OutliningScreen(BrowsingScreen):
    """Browsing, with the outline and the history. `do_…` methods are commands of the table."""

    def __init__(self, opening: Opening) -> None:
        super().__init__(opening)
        self._parts: list[Part] = []
        self._highlights: list[Part] = []
        self._history = History()
        self._rail: OutlineRail | None = None
        self._rail_wanted = True

    def on_resize(self, event: events.Resize) -> None:
        """The rail comes and goes with the room for it."""
        self._fit_rail(event.size.width)

    def _fit_rail(self, width: int) -> None:
        wanted = self._rail_wanted and width >= ROOMY and not self.has_class("-zen")
        if wanted and self._rail is None:
            self._rail = OutlineRail(self._words)
            self.mount(self._rail, after=self._text)
            self._rail.show(self._parts, self._highlights, self._here)
        elif not wanted and self._rail is not None:
            self._rail.remove()
            self._rail = None

    def _open(self, key: int | None) -> None:
        super()._open(key)
        self._parts = parts_of(self._readout) if self._readout else []
        self._highlights = highlights_of(self._readout) if self._readout else []
        if self._rail is not None:
            self._rail.show(self._parts, self._highlights, self._here)

    @property
    def _here(self) -> int | None:
        """The part that is being read."""
        paragraph = self._text.paragraph
        return None if paragraph is None else part_at(self._parts, paragraph)

    @on(TextPane.Moved)
    def _moved(self) -> None:
        self._show_place()
        self._keep_place_soon()
        if self._rail is not None:
            self._rail.light(self._here)

    @on(OutlineRail.Chosen)
    def _part_clicked(self, message: OutlineRail.Chosen) -> None:
        self._text.go_to_paragraph(message.paragraph)

    def do_outline(self) -> None:
        """Shows the rail or hides it; on a terminal without room for one, opens the outline as a list."""
        if self.size.width >= ROOMY:
            self._rail_wanted = not self._rail_wanted
            self._fit_rail(self.size.width)
        elif self._parts or self._highlights:
            from reader.tui.screens.outline import OutlineScreen  # noqa: PLC0415  # off the start: it imports Input

            parts = [*self._parts, *self._highlights]
            self._ask_over(OutlineScreen(parts, self._here), self._part_chosen)
        else:
            self._show_state(self._words.screen.outline_none)

    def _part_chosen(self, paragraphs: list[str] | None) -> None:
        for paragraph in paragraphs or ():
            self._show_paragraph(int(paragraph))

    def go_to_part(self, number: int) -> None:
        """Shows a part of the text, counted from 1."""
        main = main_parts(self._parts)
        if 1 <= number <= len(main):
            self._show_paragraph(self._parts[main[number - 1]].paragraph)
        else:
            self._show_state(self._words.screen.no_part if main else self._words.screen.outline_none)

    def _show_paragraph(self, paragraph: int) -> None:
        if not self._text.display:
            self.do_to_text()
        self._text.go_to_paragraph(paragraph)

    def do_next_paragraph(self) -> None:
        """Marks the next paragraph, which copying and citing mean."""
        self._step_paragraph(1)

    def do_previous_paragraph(self) -> None:
        """Marks the paragraph before."""
        self._step_paragraph(-1)

    def _step_paragraph(self, step: int) -> None:
        self._text.step_paragraph(step * self._times)
        self._moved()

    def do_to_text(self) -> None:
        """Gives the keys to the text; whoever goes there reads."""
        super().do_to_text()
        self._visit()

    def _leave(self) -> None:
        if self._text.has_read_on:
            self._visit()
        super()._leave()

    def _visit(self) -> None:
        if self._shown is not None and not self._has_gone:
            self._history.visit(self._shown)

    def do_earlier(self) -> None:
        """Back to the post that was read before."""
        self._travel(-1)

    def do_later(self) -> None:
        """Forward again."""
        self._travel(1)

    def _travel(self, by: int) -> None:
        key = self._history.step(by, self._shown)
        if key is None:
            self._show_state(self._words.screen.no_history)
            return
        self._show_post(key)

    def _show_post(self, key: int) -> None:
        """Shows a post with the cursor on it, or its text alone where the filter has left it out."""
        if self._session.fetch_all():
            self._show_list()
        index = self._session.library.index_of(key, self._session.answer)
        if index is not None:
            self._stand_on(index)
        else:
            self._version = key
            self._show_text()
