"""pyte's terminal, made quick: most of what a test in a pseudo-terminal takes is drawing what the reader writes.

pyte looks at each byte of a sequence by itself and makes each cell anew. Here the two sequences that Textual writes for
every few letters are taken as a whole, and cells that look alike are one; all else is left to pyte.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

import pyte
from pyte import modes
from pyte.screens import Char
from wcwidth import wcwidth

_SEQUENCE = re.compile(r"\x1b\[([0-9;]*)([mH])")
"""Colours, and where to write on."""
_CELLS: dict[Char, dict[str, Char]] = {}
"""The cells that were made, by how they look and what stands in them."""


class Emulation(pyte.Screen):
    """pyte's screen, which remembers what was written beyond the right edge."""

    def __init__(self, columns: int, rows: int) -> None:
        self.beyond: list[str] = []
        self._looks: dict[tuple[Char, tuple[int, ...], bool], Char] = {}
        super().__init__(columns, rows)

    def draw(self, data: str) -> None:
        """Draws a text; pyte would stop at the first character without a cell that is no accent."""
        if not data.isascii():
            data = "".join(char for char in data if wcwidth(char) or unicodedata.combining(char))
        widths = [wcwidth(char) for char in data]
        fits = self.cursor.x + sum(max(0, width) for width in widths) <= self.columns
        if not fits:
            self.beyond.append(data)
        if fits and data and min(widths) > 0 and modes.IRM not in self.mode:
            self._put(data, widths)
        else:
            super().draw(data)

    def _put(self, data: str, widths: list[int]) -> None:
        """Draws characters that have one or two cells each and do not reach the edge."""
        look = self.cursor.attrs
        made = _CELLS.setdefault(look, {})
        line, x = self.buffer[self.cursor.y], self.cursor.x
        for char, width in zip(data, widths, strict=True):
            line[x] = made.get(char) or made.setdefault(char, look._replace(data=char))
            if width > 1:
                line[x + 1] = made.get("") or made.setdefault("", look._replace(data=""))
            x += width
        self.cursor.x = x
        self.dirty.add(self.cursor.y)

    def select_graphic_rendition(self, *attrs: int) -> None:
        """Changes the colours, as it was worked out the first time."""
        change = (self.cursor.attrs, attrs, modes.DECSCNM in self.mode)
        if change not in self._looks:
            super().select_graphic_rendition(*attrs)
            self._looks[change] = self.cursor.attrs
        self.cursor.attrs = self._looks[change]


class Stream(pyte.ByteStream):
    """pyte's reading of what a program writes."""

    def __init__(self, screen: Emulation) -> None:
        super().__init__(screen)
        self._screen = screen

    def feed(self, data: bytes) -> None:
        """Has the screen do what the bytes say; they may end anywhere."""
        text = self.utf8_decoder.decode(data)
        outside = self._taking_plain_text  # of any sequence
        at = 0
        while at < len(text):
            if outside and (found := self._text_pattern.match(text, at)):
                self._screen.draw(found[0])
                at = found.end()
            elif outside and (found := _SEQUENCE.match(text, at)):
                do = self._screen.select_graphic_rendition if found[2] == "m" else self._screen.cursor_position
                do(*_numbers(found[1]))
                at = found.end()
            else:
                outside = self._send_to_parser(text[at])
                at += 1
        self._taking_plain_text = outside


@lru_cache(maxsize=10_000)
def _numbers(parameters: str) -> tuple[int, ...]:
    return tuple(min(int(number or 0), 9999) for number in parameters.split(";"))
