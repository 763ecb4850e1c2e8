"""A post's text, HTML or plain -> blocks of text, the addresses of images, and what a page's head tells.

May import `blocks`, `walk`, `tree`, `page` and `glosses`. Comments go first of all, for they hold whole paragraphs
of adverts.
"""

from __future__ import annotations

import re

from reader.readout.cleaning.blocks import Block, BlockKind, Cleaned, split_indents, tidy
from reader.readout.cleaning.glosses import is_glossed, may_be_glossed, without_glosses
from reader.readout.cleaning.page import Page, read_head, without_head
from reader.readout.cleaning.tree import drop_comments, parse_html
from reader.readout.cleaning.walk import walk

_TAG = re.compile(
    r"</?(?:p|div|br|span|font|html|body|h[1-6]|table|tr|t[dh]|[uod]l|li|d[td]|img|a|b|i|strong|em|section|article|main"
    r"|header|footer|nav|aside|form|pre|blockquote|center|figure|style|script|iframe|video)\b",
    re.IGNORECASE,
)


def clean_post(text: str) -> Cleaned:
    """The blocks of a post's text, which is HTML if it holds a common tag, else plain lines."""
    if _TAG.search(text):
        return _without_glosses(walk(parse_html(text)), text)
    lines = (tidy(part) for line in drop_comments(text).split("\n") for part in split_indents(line))
    return _without_glosses(Cleaned(tuple(Block(line, BlockKind.TEXT) for line in lines if line), ()), text)


def clean_page(text: str) -> tuple[Cleaned, Page]:
    """A page saved from a browser: its blocks, without what stands above its title, and its head."""
    cleaned = _without_glosses(walk(parse_html(text), page=True), text)
    page = read_head(text, cleaned.blocks)
    return Cleaned(without_head(cleaned.blocks, page.title), cleaned.images), page


def _without_glosses(cleaned: Cleaned, text: str) -> Cleaned:
    """The same blocks without pinyin behind the characters, where the page carries it throughout."""
    if not may_be_glossed(text) or not is_glossed(block.text for block in cleaned.blocks):
        return cleaned
    blocks = (Block(without_glosses(text), kind) for text, kind in cleaned.blocks)
    return Cleaned(tuple(block for block in blocks if block.text), cleaned.images)
