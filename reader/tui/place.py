"""A place in a page as it is kept, whatever the width and though the post was edited since; and the reader's home.

May import this room's `page`. No Textual.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reader.tui.page import BLANK, Block, Layout, Point, View

NO_BODY = 1_000_000_000
"""What is added to the number of a block that is no body paragraph, so that both can be kept as one number."""

Place = tuple[int, int]
"""A body paragraph, or NO_BODY and the number of another block; and a character of it."""


def place_at(layout: Layout, line: int) -> Place | None:
    """What is seen from a line on; None at the top of the page, and where nothing is laid out."""
    while 0 < line < len(layout.lines):
        here = layout.lines[line]
        if here is not BLANK:
            paragraph = here.block.paragraph
            return (NO_BODY + here.number if paragraph is None else paragraph), here.start
        line += 1
    return None


def line_at(layout: Layout, place: Place | None) -> int:
    """The line that shows a place; 0 where the page has no such place."""
    if place is None:
        return 0
    paragraph, character = place
    if paragraph >= NO_BODY:
        return layout.line_at(Point(paragraph - NO_BODY, character))
    return layout.line_of(paragraph, character)


def found_again(place: Place | None, before: Sequence[Block], after: Sequence[Block]) -> Place | None:
    """A place of a page that was edited: in the nearest paragraph with the same words, else in that of its number."""
    if place is None or place[0] >= NO_BODY:
        return place
    paragraph, character = place
    words = next((block.text for block in before if block.key == paragraph), None)
    same = [block.paragraph for block in after if block.paragraph is not None and block.text == words]
    return min(same, key=lambda other: abs(other - paragraph), default=paragraph), character


class Home:
    """Where the reader is in the page of a pane. A jump to something highlighted moves the view, but not the reader.

    The view was brought to a line (`settle`); where it is not there any more, the reader has moved it.
    """

    def __init__(self, view: View) -> None:
        self.opened: Place | None = None
        """Where the page was opened; None at its top."""
        self._view = view
        self._at: Place | None = None
        self._line = 0
        self._jumped = False

    def forget(self) -> None:
        """Begins at the top of another page."""
        self._at = self.opened = None

    def open(self, place: Place) -> None:
        """Opens the page at a place, as soon as it is laid out."""
        self._at = self.opened = place
        self._view.scroll_to_line(line_at(self._view.page, place))
        self.settle()

    @property
    def was_left(self) -> bool:
        """Whether the reader has moved the page since it was brought where it was."""
        return self._view.top_line != self._line

    @property
    def place(self) -> Place | None:
        """Where the reader is: at what is seen first, or was seen before a jump; None at the top."""
        return place_at(self._view.page, self._view.top_line) if self.was_left else self._at

    @property
    def has_read_on(self) -> bool:
        """Whether the reader is elsewhere than where the page was opened."""
        return self.place != self.opened

    @property
    def _seen_first(self) -> Place | None:
        """What is to be seen first when the page is set anew: the home itself, so that no resize moves it."""
        return place_at(self._view.page, self._view.top_line) if self.was_left or self._jumped else self._at

    def carried(self, find: Callable[[Place | None], Place | None] = lambda place: place) -> Place | None:
        """Stays with the reader while the page is set anew, whose places `find` tells; what is to be seen first."""
        top, self._at = find(self._seen_first), find(self.place)
        return top

    def settle(self, *, jumped: bool = False) -> None:
        """Takes what is seen for where the view was brought, not for where the reader went."""
        self._line, self._jumped = self._view.top_line, jumped

    def settle_at(self, top: Place | None) -> None:
        """Settles after the page was set anew with a place seen first."""
        self.settle(jumped=top != self._at)

    def follow(self, line: int) -> None:
        """Brings the view to a line without the reader's doing: they are where they were."""
        was_left = self.was_left
        self._view.scroll_to_line(line)
        if not was_left:
            self.settle(jumped=self._jumped)

    def stay(self) -> None:
        """Makes what is seen the reader's home."""
        self._at = self._seen_first
        self.settle()

    def go_back(self) -> None:
        """Goes back to where the reader is at home.

        What is highlighted as one types moves the view too; but for this, the end of it would depend on every letter.
        """
        if self.was_left:
            self.stay()
        else:
            self._view.scroll_to_line(line_at(self._view.page, self._at))
            self.settle()
