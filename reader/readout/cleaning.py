"""HTML or plain text -> blocks of text and the addresses of images.

May import `text`, `markup` and bs4. A walk of our own over the tree that BeautifulSoup makes with lxml: inline tags are
joined with nothing (the crawler cuts words with stock links), a `<br>` and a block's edge part paragraphs, text
outside `<p>` is kept, comments go first of all, for they hold whole paragraphs of adverts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from bs4.element import NavigableString, PreformattedString, Tag

from reader.readout.markup import drop_comments, parse_html
from reader.text.safety import clean, one_line

HEADING_LENGTH = 40
"""A wholly bold paragraph of at most so many characters, without a full stop, is a sub-heading."""


def _words(names: str) -> frozenset[str]:
    return frozenset(names.split())


_LEAVES = _words("p h1 h2 h3 h4 h5 h6 li dt dd figcaption caption pre")
_CONTAINERS = _words(
    "html body div section article main header footer aside nav center blockquote ul ol dl table thead tbody tfoot"
    " tr form fieldset figure address hr details summary"
)
_CELLS = frozenset({"td", "th"})
_DROPPED = _words(
    "script style iframe video audio object embed noscript template svg canvas button select textarea head rt rp"
)
_BOLD = frozenset({"strong", "b", "h1", "h2", "h3", "h4", "h5", "h6"})
_JUNK_CLASS = re.compile(r"appendQr|app-kaihu|article_adlist|qr[_-]?code", re.IGNORECASE)
_CAPTION_CLASS = re.compile(r"img_descr|figcaption")
_ADVERT_IMAGE = "343233024.png"
_TAG = re.compile(r"</?(?:p|div|br|span|font|html|body|h[1-6]|table|tr|td|ul|ol|li|img|a|b|strong|em|section)\b", re.I)
_HAN = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’—…·"
_SPACES = re.compile(r"[ \t]+")
_SPACES_AND_LINES = re.compile(r"[ \n]+")
_FOLDED_LINE = re.compile(rf"(?<=[{_HAN}]) ?\n[ \u3000]*| ?\n[ \u3000]*(?=[{_HAN}])")


class BlockKind(Enum):
    """What a block is as far as its tags tell."""

    TEXT = "text"
    HEADING = "heading"
    CAPTION = "caption"


class Block(NamedTuple):
    """One paragraph, heading or caption, trimmed and never empty."""

    text: str
    kind: BlockKind


class Cleaned(NamedTuple):
    """What a post holds once its markup is gone, in the order of the page."""

    blocks: tuple[Block, ...]
    images: tuple[str, ...]


def clean_post(text: str) -> Cleaned:
    """The blocks of a post's text, which is HTML if it holds a common tag, else plain lines."""
    if _TAG.search(text):
        return _Walk(parse_html(text)).result()
    blocks = (_tidy(line) for line in drop_comments(text).split("\n"))
    return Cleaned(tuple(Block(block, BlockKind.TEXT) for block in blocks if block), ())


class _Walk:
    """One pass over a tree, with an explicit stack: posts nest deeper than Python may recurse."""

    def __init__(self, root: Tag) -> None:
        self._blocks: list[Block] = []
        self._images: dict[str, None] = {}
        self._pieces: list[str] = []
        self._plain = self._written = False
        self._leaves = self._cells = self._bolds = self._captions = 0
        self._run(root)
        self._flush()

    def result(self) -> Cleaned:
        return Cleaned(tuple(self._blocks), tuple(self._images))

    def _run(self, root: Tag) -> None:
        stack: list[tuple[Tag, Iterator[object]]] = [(root, iter(root.children))]
        while stack:
            tag, children = stack[-1]
            child = next(children, None)
            if child is None:
                stack.pop()
                self._leave(tag)
            elif isinstance(child, Tag):
                if not _is_junk(child):
                    self._enter(child)
                    stack.append((child, iter(child.children)))
            elif isinstance(child, NavigableString) and not isinstance(child, PreformattedString):
                self._text(str(child))

    def _enter(self, tag: Tag) -> None:
        name = tag.name
        if name == "br":
            self._break()
        elif name == "img":
            self._image(tag)
        elif name in _CELLS:
            if self._written:
                self._pieces.append("\u3000")
            self._cells += 1
        elif name in _LEAVES or name in _CONTAINERS:
            self._break()
            self._leaves += name in _LEAVES
        if _is_caption(tag):
            self._flush()
            self._captions += 1
        self._bolds += name in _BOLD

    def _leave(self, tag: Tag) -> None:
        name = tag.name
        if name in _CELLS:
            self._cells -= 1
        elif name in _LEAVES or name in _CONTAINERS:
            self._break()
            self._leaves -= name in _LEAVES
        if _is_caption(tag):
            self._flush()
            self._captions -= 1
        self._bolds -= name in _BOLD

    def _break(self) -> None:
        """The edge of a block: a new paragraph, but only a space inside a table's cell."""
        if self._cells:
            self._pieces.append(" ")
        else:
            self._flush()

    def _text(self, text: str) -> None:
        if self._leaves or self._cells or "\n" not in text:
            self._piece(text)
            return
        first, *rest = text.split("\n")
        self._piece(first)
        for line in rest:
            self._flush()
            self._piece(line)

    def _piece(self, text: str) -> None:
        if not text:
            return
        self._pieces.append(text)
        if not text.isspace():
            self._written = True
            self._plain = self._plain or not self._bolds

    def _image(self, tag: Tag) -> None:
        address = one_line(str(tag.get("src") or tag.get("data-src") or ""))
        if address and not address.startswith("data:") and not address.endswith(_ADVERT_IMAGE):
            self._images.setdefault(address)

    def _flush(self) -> None:
        if not self._pieces:
            return
        raw = "".join(self._pieces)
        text = "" if raw.isspace() else _tidy(raw)
        if text:
            self._blocks.append(Block(text, self._kind(text)))
        self._pieces.clear()
        self._plain = self._written = False

    def _kind(self, text: str) -> BlockKind:
        if self._captions:
            return BlockKind.CAPTION
        if not self._plain and len(text) <= HEADING_LENGTH and text[-1] not in "。；，：！？”":
            return BlockKind.HEADING
        return BlockKind.TEXT


def _is_junk(tag: Tag) -> bool:
    return tag.name in _DROPPED or bool("class" in tag.attrs and _JUNK_CLASS.search(_classes(tag)))


def _is_caption(tag: Tag) -> bool:
    return tag.name == "figcaption" or bool("class" in tag.attrs and _CAPTION_CLASS.search(_classes(tag)))


def _classes(tag: Tag) -> str:
    value = tag.attrs.get("class")
    return " ".join(value) if isinstance(value, list) else value or ""


def _tidy(text: str) -> str:
    """One block's text: lines folded (with nothing beside Chinese), runs of spaces made one, the indent gone."""
    single = _SPACES.sub(" ", clean(text.replace("\xa0", " ")).strip())
    return _SPACES_AND_LINES.sub(" ", _FOLDED_LINE.sub("", single))
