"""A place in a page as it is kept, whatever the width and though the post was edited since; and the reader's home.

May import this room's `page`. No Textual.
"""

from __future__ import annotations

from collections.abc import Sequence

from reader.tui.page import BLANK, Block, Layout, Point

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
    """Where the reader is in a page. A jump to something highlighted moves the view, but not the reader.

    The view was brought to a line (`settle`); where it is not there any more, the reader has moved it. `top` is the
    first line that is seen.
    """

    def __init__(self) -> None:
        self.opened: Place | None = None
        """Where the page was opened; None at its top."""
        self.place: Place | None = None
        """Where it was opened, or was moved to since."""
        self._line = 0
        self.jumped = False
        """Whether the view was brought to something highlighted."""

    def open(self, place: Place | None) -> None:
        """Begins at a place of another page."""
        self.place = self.opened = place

    def was_left(self, top: int) -> bool:
        """Whether the reader has moved the page since it was brought where it was."""
        return top != self._line

    def reader_at(self, layout: Layout, top: int) -> Place | None:
        """Where the reader is: at what is seen first, or was seen before a jump; None at the top."""
        return place_at(layout, top) if self.was_left(top) else self.place

    def seen_first(self, layout: Layout, top: int) -> Place | None:
        """What is to be seen first when the page is set anew: the home itself, so that no resize moves it."""
        return place_at(layout, top) if self.was_left(top) or self.jumped else self.place

    def settle(self, top: int, *, jumped: bool = False) -> None:
        """Takes what is seen for where the view was brought, not for where the reader went."""
        self._line, self.jumped = top, jumped

    def move(self, layout: Layout, top: int) -> None:
        """Makes what is seen the reader's home."""
        self.place = self.seen_first(layout, top)
        self.settle(top)
