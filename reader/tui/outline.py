"""The parts of a post as its outline rail shows them.

May import `readout` (for the type checker). No Textual. A part is a paragraph that begins with 会议指出, 要求, 强调 and
their like, or with 一是 … under one; what is shown of it is how the paragraph begins.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.readout.model import Readout

STAR = "*"
"""What stands at the margin where a highlight's words begin: ★ is two cells wide in some terminals."""
_LAST_MARKS = "。；，：！？;,.!?…"
"""What a highlight may end in where its body goes on."""
_GIST = 24
"""Characters of a paragraph that may be shown."""


class Part(NamedTuple):
    """A part of a post: the paragraph that begins it, its label as printed, how it goes on, how deep it lies."""

    paragraph: int
    label: str
    gist: str
    deep: bool


def parts_of(readout: Readout) -> list[Part]:
    """The parts of a post, in the order of the text."""
    body = readout.body
    found: list[Part] = []
    for item in readout.outline:
        found.append(_part(body[item.paragraph], item.paragraph, item.label, deep=False))
        found += [_part(body[point.paragraph], point.paragraph, point.label, deep=True) for point in item.points]
    return found


def highlights_of(readout: Readout) -> list[Part]:
    """The highlights (the editor's pull-quotes) of a post, each at the paragraph where its words stand."""
    return [Part(item.paragraph, STAR, item.text, deep=False) for item in readout.highlights]


def highlighted(readout: Readout) -> dict[int, list[int]]:
    """Where the words of the highlights begin, by body paragraph."""
    found: dict[int, list[int]] = {}
    for item in readout.highlights:
        at = readout.body[item.paragraph].find(item.text.rstrip(_LAST_MARKS))
        if at >= 0:
            found.setdefault(item.paragraph, []).append(at)
    return found


def part_at(parts: Sequence[Part], paragraph: int) -> int | None:
    """The index of the part that a paragraph belongs to; None before the first."""
    begun = [index for index, part in enumerate(parts) if part.paragraph <= paragraph]
    return begun[-1] if begun else None


def main_parts(parts: Sequence[Part]) -> list[int]:
    """The indices of the parts that the keys g1 … g9 go to: those that lie under no other."""
    return [index for index, part in enumerate(parts) if not part.deep][:9]


def _part(text: str, paragraph: int, label: str, *, deep: bool) -> Part:
    at = text.find(label) + len(label)
    return Part(paragraph, label, text[at : at + _GIST].lstrip("，：: \u3000"), deep)
