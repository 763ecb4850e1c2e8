"""Moving through the list and the text.

May import Textual and this room. `do_…` methods are commands of the table.
"""

from __future__ import annotations

from textual import on

from reader.tui.screens.marking import MarkingScreen
from reader.tui.widgets.meeting_list import MeetingList


class BrowsingScreen(MarkingScreen):
    """The panes, with every way to move in them."""

    def _stand_on(self, index: int) -> None:
        self._version = None
        self._session.stand_on(index)
        self._list.move(self._session.index)
        self._show_text()

    @property
    def _in_text(self) -> bool:
        return self.focused is self._text

    def do_to_text(self) -> None:
        """Gives the keys to the text; on a narrow terminal, shows it."""
        self.add_class("-text")
        self.set_focus(self._text)
        self._mark_read()

    def do_to_list(self) -> None:
        """Gives the keys to the list; on a narrow terminal, shows it."""
        self.remove_class("-text")
        self.set_focus(self._list)

    def do_other_pane(self) -> None:
        """Changes between list and text."""
        if self._in_text:
            self.do_to_list()
        else:
            self.do_to_text()

    @property
    def _times(self) -> int:
        """How often a move is to be made: the count that was typed before it."""
        return max(1, self._number)

    def do_down(self) -> None:
        """The next meeting, or the text's next line."""
        self._move(1)

    def do_up(self) -> None:
        """The meeting before, or the text's line before."""
        self._move(-1)

    def _move(self, step: int) -> None:
        if self._in_text:
            self._text.scroll_lines(step * self._times)
        else:
            self._stand_on(self._session.index + step * self._times)

    def do_page_down(self) -> None:
        """A screenful of the text on; in a narrow list, of the list."""
        self._page(self._text.pane_height - 1)

    def do_page_up(self) -> None:
        """A screenful back."""
        self._page(1 - self._text.pane_height)

    def do_half_down(self) -> None:
        """Half a screenful on."""
        self._page(self._text.pane_height // 2)

    def do_half_up(self) -> None:
        """Half a screenful back."""
        self._page(-(self._text.pane_height // 2))

    def _page(self, lines: int) -> None:
        if self._text.display:
            self._text.scroll_lines(lines * self._times)
            if self._text.at_end:
                self._mark_read()
        else:
            rows = self._list.page_rows if lines > 0 else -self._list.page_rows
            self._stand_on(self._session.index + rows * self._times)

    def do_top(self) -> None:
        """The newest meeting, or the text's beginning."""
        if self._in_text:
            self._text.scroll_to_line(0)
        else:
            self._stand_on(0)

    def do_bottom(self) -> None:
        """The oldest meeting, or the text's end; with a count, the meeting or paragraph of that number."""
        if self._in_text and self._number:
            self._text.go_to_paragraph(self._number - 1)
        elif self._in_text:
            self._text.scroll_to_end()
        else:
            self._stand_on((self._number or len(self._session.answer.rows)) - 1)

    def do_next_hit(self) -> None:
        """The next hit of the filter, here or in the next meeting that has one."""
        self._step_hit(1)

    def do_previous_hit(self) -> None:
        """The hit before, here or in the meeting before."""
        self._step_hit(-1)

    def _step_hit(self, step: int) -> None:
        current = self._text.current
        if current is None and self._text.hits:  # quiet ones, to none of which the reader has gone yet
            self._text.go_to_hit(self._text.first_hit_seen())
            self._show_state()
            return
        target = None if current is None else current + step * self._times
        if target is not None and 0 <= target < len(self._text.hits):
            self._text.go_to_hit(target)
            self._show_state()
            return
        row = None if self._stays_here else self._session.next_with_hits(step)
        if row is None:
            self._show_state(self._no_more_hits)
            return
        self._stand_on(row)
        if step < 0:
            self._text.go_to_hit(len(self._text.hits) - 1)
            self._show_state()

    @property
    def _no_more_hits(self) -> str:
        """Why there is no next hit to go to."""
        return self._words.screen.no_more_hits if self._text.hits else self._words.screen.no_hits

    @on(MeetingList.Chosen)
    def _clicked(self, message: MeetingList.Chosen) -> None:
        self._told = ""
        self._stand_on(message.index)
        if not self._text.display:
            self.do_to_text()
