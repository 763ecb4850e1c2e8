"""Moving through the list and the text, along what is highlighted, and back through what was read.

May import `i18n` and this room.
"""

from __future__ import annotations

from functools import partialmethod

from reader.i18n import _
from reader.tui.desk import Desk
from reader.tui.part import Part

KEPT = 200
"""Posts that one can go back to."""


class History:
    """Which posts were read one after the other, by their keys, to go back and forward as a browser does."""

    def __init__(self) -> None:
        self._keys: list[int] = []
        self._at = -1

    def visit(self, key: int) -> None:
        """A post was read; what lay ahead is forgotten."""
        if self._keys[self._at : self._at + 1] != [key]:
            self._keys[self._at + 1 :] = [key]
            del self._keys[:-KEPT]
            self._at = len(self._keys) - 1

    def step(self, by: int, here: int | None) -> int | None:
        """The post read before (-1) or after (1) the one that is shown here; None where there is none."""
        if by < 0 <= self._at and self._keys[self._at] != here:
            return self._keys[self._at]
        if not 0 <= self._at + by < len(self._keys):
            return None
        self._at += by
        return self._keys[self._at]


class Moving(Part):
    """Every way to move."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._history = History()

    @property
    def _times(self) -> int:
        """How often a move is to be made: the count that was typed before it."""
        return max(1, self.desk.number)

    def do_to_text(self) -> None:
        """Gives the keys to the text; on a narrow terminal, shows it."""
        self.desk.to_text()

    def do_to_list(self) -> None:
        """Gives the keys to the list; on a narrow terminal, shows it."""
        self.desk.to_list()

    def do_other_pane(self) -> None:
        """Changes between list and text."""
        if self.desk.is_in_text:
            self.desk.to_list()
        else:
            self.desk.to_text()

    def _move(self, step: int) -> None:
        """To the next meeting, or the text's next line; with -1 to the one before."""
        desk = self.desk
        if desk.is_in_text:
            desk.text.scroll_lines(step * self._times)
        else:
            desk.stand_on(desk.session.index + step * self._times)

    do_down, do_up = partialmethod(_move, 1), partialmethod(_move, -1)

    def _page(self, step: int, *, half: bool = False) -> None:
        """A screenful of the text on, or half of one; in a narrow list, of the list; with -1 back."""
        desk = self.desk
        if desk.text.display:
            lines = desk.text.pane_height // 2 if half else desk.text.pane_height - 1
            desk.text.scroll_lines(step * lines * self._times)
            if desk.text.at_end:
                desk.mark_read()
        else:
            desk.stand_on(desk.session.index + step * desk.list.page_rows * self._times)

    do_page_down, do_page_up = partialmethod(_page, 1), partialmethod(_page, -1)
    do_half_down, do_half_up = partialmethod(_page, 1, half=True), partialmethod(_page, -1, half=True)

    def do_top(self) -> None:
        """The newest meeting, or the text's beginning."""
        if self.desk.is_in_text:
            self.desk.text.scroll_to_line(0)
        else:
            self.desk.stand_on(0)

    def do_bottom(self) -> None:
        """The oldest meeting, or the text's end; with a count, the meeting or paragraph of that number."""
        desk = self.desk
        if not desk.is_in_text:
            desk.stand_on((desk.number or len(desk.session.answer.rows)) - 1)
        elif desk.number:
            desk.text.go_to_paragraph(desk.number - 1)
        else:
            desk.text.scroll_to_end()

    def _step_hit(self, step: int) -> None:
        """To the next hit, here or in the next meeting that has one; with -1 to the one before."""
        desk, text = self.desk, self.desk.text
        index = self._next_hit(step)
        if index is None:
            index = self._hit_elsewhere(step)
        if index is not None:
            text.go_to_hit(index)
            desk.tell()
        if desk.light.is_quiet and text.current is not None:
            paragraph = text.hits[text.current].paragraph
            if paragraph is not None:
                text.mean(paragraph)  # the paragraph of the new words is the one that keys mean

    do_next_hit, do_previous_hit = partialmethod(_step_hit, 1), partialmethod(_step_hit, -1)

    def _hit_elsewhere(self, step: int) -> int | None:
        """Shows the next post with a hit, which stands on its first: the last, where that is to be stood on."""
        desk = self.desk
        row = None if desk.light.stays_here else desk.session.next_with_hits(step)
        if row is None:
            desk.tell(desk.light.no_more())
            return None
        desk.stand_on(row)
        return len(desk.text.hits) - 1 if step < 0 else None

    def _next_hit(self, step: int) -> int | None:
        """The hit of this post to which a step leads; None where it leads to another post."""
        text = self.desk.text
        if text.current is None:  # of quiet hits the reader may have gone to none yet
            return text.first_hit_seen() if text.hits else None
        index = text.current + step * self._times
        return index if 0 <= index < len(text.hits) else None

    def _step_paragraph(self, step: int) -> None:
        """Marks the next paragraph, which copying and citing mean; with -1 the one before."""
        text, anchor = self.desk.text, self.desk.post.anchor
        text.step_paragraph(step * self._times)
        if anchor is not None and text.paragraph is not None:
            text.selected.select_paragraphs(anchor, text.paragraph)

    do_next_paragraph, do_previous_paragraph = partialmethod(_step_paragraph, 1), partialmethod(_step_paragraph, -1)

    def entered(self) -> None:
        """A post whose text the reader goes into is one to come back to."""
        post = self.desk.post
        if post.key is not None and not post.has_gone:
            self._history.visit(post.key)

    def leaving(self) -> None:
        """So is one that was read on."""
        if self.desk.text.home.has_read_on:
            self.entered()

    def _travel(self, by: int) -> None:
        """Back (-1) to the post that was read before, or forward again."""
        key = self._history.step(by, self.desk.post.key)
        if key is None:
            self.desk.tell(_("No other post has been read."))
        else:
            self.desk.show_post(key)

    do_earlier, do_later = partialmethod(_travel, -1), partialmethod(_travel, 1)
