"""HTML -> a light tree of nodes and strings without comments: what the walk needs and nothing else.

May import lxml. The events are those of lxml's own parser, which beautifulsoup4 builds its trees from; a tree of
beautifulsoup4 says the same (tests/readout/cleaning/test_tree.py) and takes five times as long to build, which is
most of what reading a folder costs. A page's head, where its comfort is wanted, is still read with it. Comments go
before the parser sees them: the crawler's hold whole paragraphs of adverts with `>` and quotes, and some are never
closed, so that for the parser they would last to the end of the next comment.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator, Mapping

from lxml import etree

_BLANKS = " \n\t\r\x0c"
_SILENT = frozenset(("script", "style", "template"))
"""Elements whose text is no text of the page."""
_KEPT_BLANKS = frozenset(("pre", "textarea"))
_PIECE = 64 * 1024
"""So many characters are given to the parser at once: it looks through all open tags for each end without beginning."""
_DEEPEST = 1000
"""Behind a piece that leaves more tags open, tags only part lines: no post needs so many, and nothing of it is lost."""
_TAG = re.compile("</?[a-zA-Z]")
_NESTING = re.compile(r"<(?!(?:p|br)\b)/?[a-zA-Z][^<>]*+>", re.IGNORECASE)
_OPENING = "<!--"
_ADVERT = (
    r"article_adlist\[(?:<p>来源[：:][^<\n]{0,40}</p>(?:<(?:p|div)>[^<\n。]{0,40}</(?:p|div)>)*"
    r"(?:<(?:p|div)>[^<\n]{0,80}(?=\s*(?:\n|$)))?)?"
)
"""A cut off advert: its source, its short lines, and its last where it breaks off."""
_MARK = re.compile(rf"<!--(?:{_ADVERT})?")
_CUT_OFF_WORDS = re.compile(rf"<!--(?:{_ADVERT}|[^<\n]{{0,80}})")
"""What goes of a comment that was cut off: its mark and the words of the mark."""


class Node:
    """An element: its name, its attributes, and its contents, which are nodes and strings."""

    __slots__ = ("attrs", "contents", "name")

    def __init__(self, name: str, attrs: Mapping[str, str]) -> None:
        self.name = name
        self.attrs = attrs
        self.contents: list[Node | str] = []

    def get(self, name: str) -> str:
        """The value of an attribute, empty where it has none."""
        return self.attrs.get(name, "")

    def get_text(self) -> str:
        """All text in the element."""
        return "".join(self._texts())

    def _texts(self) -> Iterator[str]:
        stack = [iter(self.contents)]
        while stack:
            for child in stack[-1]:
                if isinstance(child, str):
                    yield child
                elif child.name not in _SILENT:
                    stack.append(iter(child.contents))
                    break
            else:
                stack.pop()


class _Target:
    """Takes lxml's events; joins the text between two tags, and makes one blank of what is only blanks."""

    def __init__(self) -> None:
        self.begin()

    def begin(self) -> None:
        """Forgets everything: another text follows."""
        self.root = Node("", {})
        self._open = [self.root]
        self._pieces: list[str] = []
        self._keeping = 0

    @property
    def depth(self) -> int:
        """How many tags are open."""
        return len(self._open)

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        self._end_text()
        node = Node(name, attributes)
        self._open[-1].contents.append(node)
        self._open.append(node)
        self._keeping += name in _KEPT_BLANKS

    def end(self, name: str) -> None:
        self._end_text()
        if len(self._open) > 1:
            self._open.pop()
        self._keeping -= name in _KEPT_BLANKS

    def data(self, text: str) -> None:
        self._pieces.append(text)

    def comment(self, text: str) -> None:
        self._end_text()

    def pi(self, target: str, data: str | None = None) -> None:
        self._end_text()

    def doctype(self, name: str, public: str | None, system: str | None) -> None:
        self._end_text()

    def close(self) -> Node:
        self._end_text()
        return self.root

    def _end_text(self) -> None:
        if self._pieces:
            text = "".join(self._pieces)
            self._pieces.clear()
            if not self._keeping and not text.strip(_BLANKS):
                text = "\n" if "\n" in text else " "
            self._open[-1].contents.append(text)


class _Builder(threading.local):
    """A thread's parser, which is used again and again: lxml inspects the signatures of each new target's methods."""

    def __init__(self) -> None:
        self.target = _Target()
        self.parser = etree.HTMLParser(target=self.target, huge_tree=True, recover=True)


_BUILDER = _Builder()


def _pieces(html: str) -> Iterator[str]:
    """A text in pieces that end inside a tag: the parser waits for its end, and reads as if all were there."""
    start = 0
    while tag := _TAG.search(html, start + _PIECE):
        yield html[start : tag.end()]
        start = tag.end()
    yield html[start:]


def _flat(piece: str) -> str:
    """A piece whose first tag was begun before, with a line's end for every other tag that can nest."""
    begun, end, rest = piece.partition(">")
    return begun + end + _NESTING.sub("<br>", rest)


def build(html: str) -> Node:
    """The tree of an HTML text, under a node without a name. `html` holds no lone surrogates: lxml stops at them."""
    target, parser = _BUILDER.target, _BUILDER.parser
    target.begin()
    try:
        for piece in _pieces(html):
            parser.feed(piece if target.depth <= _DEEPEST else _flat(piece))
        parser.close()
    except etree.ParserError:  # an empty document
        target.close()
    return target.root


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
