"""HTML text -> a tree without comments.

May import bs4. Comments go before the parser sees them: the crawler's hold whole paragraphs of adverts with `>` and
quotes, and some are never closed.
"""

from __future__ import annotations

import re

from bs4 import BeautifulSoup


def parse_html(text: str) -> BeautifulSoup:
    """The tree of a page, without its comments; `text` must hold no lone surrogates (lxml stops at them)."""
    return BeautifulSoup(drop_comments(text), "lxml")


def drop_comments(html: str) -> str:
    """HTML without its comments. Of one that is never closed only the mark goes: its text may be the post's.

    Linear in the length, unlike a pattern, which looks for the end of each of a million openings anew.
    """
    kept: list[str] = []
    position = 0
    while (start := html.find("<!--", position)) >= 0:
        kept.append(html[position:start])
        end = html.find("-->", start + 2)  # <!--> and <!---> are empty comments
        if end < 0:
            kept.append(re.sub(r"<!--(?:article_adlist\[)?", "", html[start:]))
            return "".join(kept)
        position = end + 3
    kept.append(html[position:])
    return "".join(kept)
