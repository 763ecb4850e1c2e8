"""A web page saved from a browser: title, author and date from its head or from the lines above its text.

May import bs4, `blocks`, `tree`, `furniture` and `text`. Saved pages have no front matter; their meta tags stand
in for it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from reader.readout.cleaning.blocks import Block
from reader.readout.cleaning.furniture import moment_in
from reader.readout.cleaning.tree import drop_comments
from reader.text.safety import one_line

if TYPE_CHECKING:
    from bs4 import BeautifulSoup

_TITLES = ("articletitle", "og:title", "twitter:title", "title")
_DATES = (
    *("pubdate", "publishdate", "publish-date", "publish_date", "publishtime", "article:published_time"),
    *("og:published_time", "weibo:article:create_at", "datepublished", "og:release_date", "firstpublishedtime"),
    *("apub:time", "_pubtime", "dc.date", "createdate", "date"),
)
_AUTHORS = ("author", "contentsource", "source", "og:site_name")
_HTML = re.compile(r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!doctype\s+html|<html\b)", re.IGNORECASE)
_SITE_PARTS = re.compile(r"\s*[_|｜丨]+\s*|\s*--+\s*|\s+[-–—]\s+")
_HAS_HEAD = re.compile("<(?:title|meta|h1)", re.IGNORECASE)
_HEAD_LENGTH = 200_000
"""In so many characters of a page its head and its headline stand."""
_SHORTEST_TITLE = 6
"""A window's title that begins with less than so many characters begins with the site's name."""
_PROSE = 30
"""From so many characters on, with a full stop, a block is the article's text."""
_DATE_LINES = 12
"""So many lines after the title, the day of publication may stand."""


class Page(NamedTuple):
    """What the head of a page tells, as printed; None where it tells nothing."""

    title: str | None = None
    author: str | None = None
    date: str | None = None


def is_page(text: str) -> bool:
    """Whether a text is a whole page as a browser saves it, with a doctype or `<html>` at its beginning."""
    return bool(_HTML.match(text))


def read_head(html: str, blocks: Sequence[Block]) -> Page:
    """Title, author and date of a page, whose text is `blocks`.

    The title from meta tags, else `<title>` without the site's name, else `<h1>`; the date from meta tags, else from a
    line above the text.
    """
    if not _HAS_HEAD.search(html):
        return Page(date=_date(blocks))
    from bs4 import BeautifulSoup  # noqa: PLC0415 -- 0.15 s, and most posts have no head
    from bs4.filter import SoupStrainer  # noqa: PLC0415 -- as above

    tree = BeautifulSoup(drop_comments(html)[:_HEAD_LENGTH], "lxml", parse_only=SoupStrainer(["title", "meta", "h1"]))
    meta = _meta(tree)
    headings = [text for heading in tree.find_all("h1", limit=5) if (text := one_line(heading.get_text()))]
    window = one_line(tree.title.get_text()) if tree.title else ""
    given = _first(meta, _TITLES)
    title = _without_site(given or window, [*headings, *(block.text for block in _above(blocks))])
    if given and given == meta.get("articletitle"):
        title = given
    return Page(
        title or (headings[0] if headings else None), _first(meta, _AUTHORS), _first(meta, _DATES) or _date(blocks)
    )


def without_head(blocks: tuple[Block, ...], title: str | None) -> tuple[Block, ...]:
    """The blocks below the page's title; all where the title does not stand above the text."""
    wanted = _letters(title or "")
    for index in range(len(_above(blocks)) - 1, -1, -1):
        if wanted and _letters(blocks[index].text) == wanted:
            return blocks[index + 1 :]
    return blocks


def _above(blocks: Sequence[Block]) -> Sequence[Block]:
    """The short lines above the text."""
    prose = (index for index, (text, _) in enumerate(blocks) if len(text) >= _PROSE and "。" in text)
    return blocks[: next(prose, min(len(blocks), 4))]


def _date(blocks: Sequence[Block]) -> str | None:
    """The first day with its year in the lines above the text."""
    lines = (moment_in(block.text) for block in _above(blocks)[-_DATE_LINES:])
    return next((line for line in lines if line), None)


def _without_site(title: str, known: Sequence[str]) -> str:
    """A window's title without the site's and the column's names; `known` are lines that the page prints."""
    parts = [part for part in _SITE_PARTS.split(title) if part]
    printed = {_letters(line) for line in known}
    if len(parts) < 2 or _letters(title) in printed:
        return title
    if shown := [part for part in parts if _letters(part) in printed and len(part) >= _SHORTEST_TITLE]:
        return shown[0]
    return parts[0] if len(parts[0]) >= _SHORTEST_TITLE else max(parts, key=len)


def _letters(text: str) -> str:
    return "".join(text.split())


def _meta(tree: BeautifulSoup) -> Mapping[str, str]:
    """Name, in small letters -> content of the page's meta tags; the first that says something counts."""
    found: dict[str, str] = {}
    for tag in tree.find_all("meta"):
        name = str(tag.get("name") or tag.get("property") or tag.get("itemprop") or "").strip().lower()
        content = one_line(str(tag.get("content") or ""))
        if name and content:
            found.setdefault(name.replace(" ", ""), content)
    return found


def _first(meta: Mapping[str, str], names: Sequence[str]) -> str | None:
    return next((meta[name] for name in names if name in meta), None)
