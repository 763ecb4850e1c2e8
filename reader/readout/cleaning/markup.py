"""HTML text -> a tree without comments.

May import `tree`. Comments go before the parser sees them: the crawler's hold whole paragraphs of adverts with `>` and
quotes, and some are never closed, so that for the parser they would last to the end of the next comment.
"""

from __future__ import annotations

import re

from reader.readout.cleaning.tree import Node, build

_OPENING = "<!--"
_ADVERT = (
    r"article_adlist\[(?:<p>来源[：:][^<\n]{0,40}</p>(?:<(?:p|div)>[^<\n。]{0,40}</(?:p|div)>)*"
    r"(?:<(?:p|div)>[^<\n]{0,80}(?=\s*(?:\n|$)))?)?"
)
"""A cut off advert: its source, its short lines, and its last where it breaks off."""
_MARK = re.compile(rf"<!--(?:{_ADVERT})?")
_CUT_OFF_WORDS = re.compile(rf"<!--(?:{_ADVERT}|[^<\n]{{0,80}})")
"""What goes of a comment that was cut off: its mark and the words of the mark."""


def parse_html(text: str) -> Node:
    """The tree of a text, without its comments; `text` must hold no lone surrogates (lxml stops at them)."""
    return build(drop_comments(text))


def drop_comments(html: str) -> str:
    """HTML without its comments. Of one that is never closed only the mark goes: its text may be the post's.

    One that holds another opening and paragraphs was cut off too. Linear in the length, unlike a pattern, which looks
    for the end of each of a million openings anew.
    """
    kept: list[str] = []
    position = 0
    end = paragraph = -1
    while (start := html.find(_OPENING, position)) >= 0:
        kept.append(html[position:start])
        if end < start + 2:
            end = html.find("-->", start + 2)  # <!--> and <!---> are empty comments
        if end < 0:
            kept.append(_MARK.sub("", html[start:]))
            return "".join(kept)
        inner = html.find(_OPENING, start + 4, end)
        if paragraph < start:
            paragraph = html.find("<p", start)
            paragraph = len(html) if paragraph < 0 else paragraph
        if 0 <= start < paragraph < inner and not html.endswith("]article_adlist", start, end):
            mark = _CUT_OFF_WORDS.match(html, start)
            position = mark.end() if mark else start + 4
        else:
            position = end + 3
    kept.append(html[position:])
    return "".join(kept)
