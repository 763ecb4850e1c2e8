"""A place in a page as it is kept: what was seen first, whatever the width, and though the post was edited since.

May import this room's `page`. No Textual.
"""

from __future__ import annotations

from collections.abc import Sequence

from reader.tui.page import BLANK, Block, Layout

NO_BODY = 1_000_000_000
"""What is added to the number of a block that is no body paragraph, so that both can be kept as one number."""

Place = tuple[int, int]
"""A body paragraph, or NO_BODY and the number of another block; and a character of it."""


def place_at(layout: Layout, line: int) -> Place | None:
    """What is seen from a line on; None at the top of the page, and where nothing is laid out."""
    while 0 < line < len(layout.lines):
        here = layout.lines[line]
        if here is not BLANK:
            key = here.block.key
            return (key if key is not None and key >= 0 else NO_BODY + here.number), here.start
        line += 1
    return None


def line_at(layout: Layout, place: Place | None) -> int:
    """The line that shows a place; 0 where the page has no such place."""
    if place is None:
        return 0
    paragraph, character = place
    number = paragraph - NO_BODY if paragraph >= NO_BODY else layout.number_of(paragraph)
    return 0 if number is None else layout.line_of(number, character)


def found_again(place: Place | None, before: Sequence[Block], after: Sequence[Block]) -> Place | None:
    """A place of a page that was edited: in the nearest paragraph with the same words, else in that of its number."""
    if place is None or place[0] >= NO_BODY:
        return place
    paragraph, character = place
    words = next((block.text for block in before if block.key == paragraph), None)
    same = [block.key for block in after if block.key is not None and block.key >= 0 and block.text == words]
    return min(same, key=lambda key: abs(key - paragraph), default=paragraph), character
