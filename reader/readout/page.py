"""A web page saved from a browser: title, author and date from its head.

May import `markup`. Saved pages have no front matter; their meta tags stand in for it.
"""

from __future__ import annotations

from typing import NamedTuple

from bs4 import BeautifulSoup

from reader.readout.markup import parse_html

_DATES = ("PubDate", "pubdate", "publishdate", "article:published_time", "og:release_date", "date")
_TITLES = ("ArticleTitle", "og:title", "title")
_AUTHORS = ("author", "ContentSource", "og:site_name")


class Page(NamedTuple):
    """What the head of a page tells, as printed; None where it tells nothing."""

    title: str | None
    author: str | None
    date: str | None


def read_page(html: str) -> Page:
    """Title, author and date of an HTML page, from meta tags, else from `<title>`."""
    tree = parse_html(html)
    heading = tree.title.get_text() if tree.title else None
    return Page(_meta(tree, _TITLES) or heading, _meta(tree, _AUTHORS), _meta(tree, _DATES))


def _meta(tree: BeautifulSoup, names: tuple[str, ...]) -> str | None:
    for name in names:
        tag = tree.find("meta", attrs={"name": name}) or tree.find("meta", attrs={"property": name})
        content = str(tag.get("content") or "").strip() if tag else ""
        if content:
            return content
    return None
