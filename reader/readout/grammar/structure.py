"""How a body is built: its highlights, outline and quoted phrases.

May import this room's model. Highlights are the pull-quotes that the editor set before the lede; they repeat the
body's words, so that they are told apart from it by that alone and never counted.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence

from reader.readout.data import HAN
from reader.readout.model import Highlight, OutlineItem, Point

_MOST_HIGHLIGHTS = 20
_SHORTEST_HIGHLIGHT = 10
"""In characters: a shorter line before the lede is a heading or a source's name that the body happens to repeat."""
_LAST_MARK = "。；，：！？;,.!?…"
_LABEL = (
    r"[还還]?(?:指出|要求|强调|认为|明确|提出|研究|审议|听取|传达|部署|决定|宣布|通报|总结|分析|号召|希望|表示"
    r"|強調|認為|明確|審議|聽取|傳達|決定|通報|總結|號召)"
)
_SUBJECT = r"(?:[本此][次]?)?(?:会议|全会|大会|座谈会|例会|會議|全會|大會|座談會|例會)"
_OPENING = re.compile(rf"(?:{_SUBJECT}|(?P<person>[{HAN}·]{{2,12}}?))(?P<label>{_LABEL})")
_POINT = re.compile(r"[一二三四五六七八九十]{1,3}是(?!否)")
_QUOTES = re.compile(r"“([^“”]+)”|「([^「」]+)」")


def part_highlights(texts: Sequence[str]) -> tuple[tuple[Highlight, ...], int]:
    """The highlights at the beginning of a body and how many paragraphs they take.

    A paragraph is one where its words, without their last mark, stand inside a later paragraph.
    """
    found: list[tuple[str, int]] = []
    for index, text in enumerate(texts[:_MOST_HIGHLIGHTS]):
        words = text.rstrip(_LAST_MARK)
        home = next((later for later in range(index + 1, len(texts)) if words in texts[later]), None)
        if len(words) < _SHORTEST_HIGHLIGHT or home is None:
            break
        found.append((text, home))
    count = len(found)
    return tuple(Highlight(text, home - count) for text, home in found if home >= count), count


def outline(texts: Sequence[str], people: Collection[str]) -> tuple[OutlineItem, ...]:
    """会议指出, 要求, 强调 and their like at paragraph beginnings, with the points 一是 … that follow each.

    A person may stand for the meeting (倪岳峰强调) where `people` holds the name.
    """
    known = frozenset(people)
    items: list[tuple[str, int, list[Point]]] = []
    for index, text in enumerate(texts):
        opening = _OPENING.match(text)
        if opening and (opening["person"] is None or _ends_in_name(opening["person"], known)):
            items.append((opening["label"], index, []))
        elif items and (point := _POINT.match(text)):
            items[-1][2].append(Point(point[0], index))
    return tuple(OutlineItem(label, index, tuple(points)) for label, index, points in items)


def _ends_in_name(text: str, names: frozenset[str]) -> bool:
    return any(text[start:] in names for start in range(len(text)))


def quotes(texts: Sequence[str]) -> tuple[tuple[str, int], ...]:
    """The phrases in quotation marks with their counts, in the order of their first occurrence."""
    return tuple(Counter(first or second for text in texts for first, second in _QUOTES.findall(text)).items())
