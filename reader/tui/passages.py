"""Where the passages that carry a note stand in a text, which may have been edited since.

May import `library.marks` (for the type checker). No Textual.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from reader.library.marks.mark import PassageNote


class Noted(NamedTuple):
    """A note and the place of its passage in the text as it is now; `paragraph` is None where its words have gone."""

    passage: PassageNote
    paragraph: int | None
    start: int
    end: int


def locate(passages: Iterable[PassageNote], body: Sequence[str]) -> list[Noted]:
    """Each passage where its words stand: at its old place, else in the paragraph nearest to it; in their order."""
    found = [_placed(passage, body) for passage in passages]
    return sorted(found, key=lambda noted: (noted.paragraph is None, noted.paragraph or 0, noted.start))


def _placed(passage: PassageNote, body: Sequence[str]) -> Noted:
    words = passage.words
    if passage.paragraph < len(body) and body[passage.paragraph][passage.start : passage.end] == words:
        return Noted(passage, passage.paragraph, passage.start, passage.end)
    for paragraph in sorted(range(len(body)), key=lambda index: abs(index - passage.paragraph)):
        start = body[paragraph].find(words)
        if start >= 0:
            return Noted(passage, paragraph, start, start + len(words))
    return Noted(passage, None, passage.start, passage.end)
