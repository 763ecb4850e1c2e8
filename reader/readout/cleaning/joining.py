"""Posts of very many lines: behind the first MOST blocks several are set into one.

May import `blocks`. Whatever is known of a post, and its page, takes time and memory by the paragraph; no report has
as many, but a log or a table that was saved as a post may have a million. Nothing of the text is lost.
"""

from __future__ import annotations

from collections.abc import Sequence

from reader.readout.cleaning.blocks import Block, BlockKind

MOST = 20_000
"""Blocks that are left as they are."""
_LENGTH = 2_000
"""Characters from which on a joined block is long enough."""


def joined(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The same text in not many more than MOST blocks."""
    return blocks if len(blocks) <= MOST else (*blocks[:MOST], *_joined(blocks[MOST:]))


def _joined(blocks: Sequence[Block]) -> list[Block]:
    found: list[Block] = []
    texts: list[str] = []
    length = 0
    for number, block in enumerate(blocks, 1):
        texts.append(block.text)
        length += len(block.text) + 1
        if length > _LENGTH or number == len(blocks):
            found.append(Block(" ".join(texts), BlockKind.TEXT))
            texts, length = [], 0
    return found
