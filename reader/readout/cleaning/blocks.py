"""What the walk over a page makes: blocks of text, each tidy and never empty.

May import `text`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

from reader.text.safety import clean

_FULL_WIDTH = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’—…·"
_SPACES = re.compile(r"[ \t]+")
_SPACES_AND_LINES = re.compile(r"[ \n]+")
_FOLDED_LINE = re.compile(rf"(?<=[{_FULL_WIDTH}]) ?\n[ \u3000]*| ?\n[ \u3000]*(?=[{_FULL_WIDTH}])")
_INDENT = re.compile("(?:\n[ \t\xa0]*|(?<=[。！？”）]))\u3000\u3000+")
"""Two ideographic spaces at the beginning of a line, or after a full stop, begin a paragraph."""

MOST = 20_000
"""Blocks that are left as they are."""
_LONG_ENOUGH = 2_000
"""Characters from which on a joined block is long enough."""


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


def tidy(text: str) -> str:
    """One block's text: lines folded (with nothing beside Chinese), runs of spaces made one, the indent gone."""
    single = _SPACES.sub(" ", clean(text.replace("\xa0", " ")).strip())
    return _SPACES_AND_LINES.sub(" ", _FOLDED_LINE.sub("", single)) if "\n" in single else single


def split_indents(text: str) -> list[str]:
    """The paragraphs that stand in one text, parted by nothing but their indent."""
    return _INDENT.split(text) if "\u3000\u3000" in text else [text]


def joined(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The same text in not many more than MOST blocks: behind the first MOST several are set into one.

    What is known of a post, and its page, takes time and memory by the paragraph; no report has as many, but a log or a
    table that was saved as a post may have a million.
    """
    return blocks if len(blocks) <= MOST else (*blocks[:MOST], *_joined(blocks[MOST:]))


def _joined(blocks: Sequence[Block]) -> list[Block]:
    found: list[Block] = []
    texts: list[str] = []
    length = 0
    for number, block in enumerate(blocks, 1):
        texts.append(block.text)
        length += len(block.text) + 1
        if length > _LONG_ENOUGH or number == len(blocks):
            found.append(Block(" ".join(texts), BlockKind.TEXT))
            texts, length = [], 0
    return found
