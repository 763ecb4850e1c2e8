"""The texts in which facts are looked for, and stretches of them that know where they stand.

May import `text` and `evidence`. Grammar reads a passage in one form (simplified script, full-width marks), one
character for one, so that whatever it finds is at the same place in the text as printed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from reader.readout.evidence import Source, Span
from reader.text.folding import simplify

_TRADITIONAL = re.compile(
    "[會議關長總國黨書記務員於開舉見報訊與為發華東門業區經濟進實領導團處際無後來這個們學習廣貿稅檢]"
)
"""A text without any of these is not in traditional script; looking for them is cheaper than folding."""
_HALF_WIDTH = re.compile("[,;!?:()「」『』．.]")
_FULL_WIDTH = str.maketrans(",;!?:()「」『』．.", "，；！？：（）“”‘’.。")
_TAG = re.compile(r"\s*[【\[][^】\]]{1,12}[】\]]\s*")
"""【快讯】, [视频] before a headline."""
_BRACKETS = re.compile(r"（[^（）]*）")


class Passage(NamedTuple):
    """One text of a post: `printed` as it stands, `text` as the grammar reads it; both are equally long."""

    source: Source
    paragraph: int | None
    printed: str
    text: str

    def span(self, start: int, end: int) -> Span:
        """The characters [start, end) of this text."""
        return Span(self.source, self.paragraph, start, end)

    def stretch(self, start: int, end: int) -> Stretch:
        """The characters [start, end) of this text."""
        return Stretch(self, start, self.text[start:end])

    def whole(self) -> Stretch:
        """All of it."""
        return Stretch(self, 0, self.text)


class Stretch(NamedTuple):
    """A part of a passage that begins at a character; `text` is what stands there, as the grammar reads it."""

    passage: Passage
    start: int
    text: str

    @property
    def end(self) -> int:
        """The character after its last."""
        return self.start + len(self.text)

    @property
    def printed(self) -> str:
        """What stands there, as printed."""
        return self.passage.printed[self.start : self.end]

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.passage.span(self.start, self.end)

    def part(self, start: int, end: int | None = None) -> Stretch:
        """The characters [start, end) of this stretch, without spaces at its edges."""
        text = self.text[start:end]
        bare = text.lstrip()
        return Stretch(self.passage, self.start + start + len(text) - len(bare), bare.rstrip())

    def up_to(self, other: Stretch) -> Stretch:
        """From the beginning of this stretch to the end of a later one of the same passage."""
        return self.passage.stretch(self.start, other.end)


def passages(
    body: Sequence[str], title: str = "", original: str | None = None
) -> tuple[tuple[Passage, ...], tuple[Passage, ...]]:
    """The passages of a body, and those of its headline and 原标题 where they are.

    A post is in one script: a short line without a telling character is read as the rest of it is.
    """
    traditional = any(_TRADITIONAL.search(text) for text in (*body, title, original or ""))
    titles = ((Source.TITLE, title), (Source.ORIGINAL_TITLE, original))
    return (
        tuple(_passage(Source.BODY, index, text, traditional) for index, text in enumerate(body)),
        tuple(_passage(source, None, text, traditional) for source, text in titles if text),
    )


def without_brackets(text: str) -> str:
    """A text with spaces in place of what stands in brackets; as long as it was."""
    return text if "（" not in text else _BRACKETS.sub(lambda bracket: " " * len(bracket[0]), text)


def _passage(source: Source, paragraph: int | None, printed: str, traditional: bool) -> Passage:
    """A text in simplified script with full-width marks and “”; as long as it was."""
    text = simplify(printed) if traditional else printed
    text = _HALF_WIDTH.sub(_full_width, text)
    tag = _TAG.match(text) if source is not Source.BODY else None
    return Passage(source, paragraph, printed, " " * tag.end() + text[tag.end() :] if tag else text)


def _full_width(match: re.Match[str]) -> str:
    """A mark in full width, but as it is between digits and where a point ends no Chinese sentence."""
    mark, text = match[0], match.string
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    if mark in ",:" and before.isdecimal() and after.isdecimal():
        return mark
    if mark == "." and not ("\u3400" <= before <= "\u9fff" and (not after.strip() or "\u3400" <= after <= "\u9fff")):
        return mark
    return mark.translate(_FULL_WIDTH)
