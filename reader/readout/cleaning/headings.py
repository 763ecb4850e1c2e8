"""Which plain lines of a body are sub-headings.

May import `blocks` and `bylines`. Precision first: a line that could be anything else stays a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.readout.cleaning.blocks import Block, BlockKind
from reader.readout.cleaning.bylines import are_names, has_family_name

_LONGEST = 24
_SHORTEST = 4
_PROSE = 40
_NUMBERED = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）]|第[一二三四五六七八九十]{1,3}[章节部分]+|\d{1,2}[.．、]|0\d)\s*"
)
_MARKS = re.compile(r"[，。；：！？、…,;:!?/|｜\t\u3000（）()]")
_NO_HEADING = re.compile(r"\d{1,2}日|[电讯]$|[你您各]位|同志们|^(?:附件|附|注|图|表)|记者|编辑|来源|摄影|摄$")
_ENDS = "。！？”…；）』」】"


def with_headings(body: Sequence[Block]) -> tuple[Block, ...]:
    """The same blocks; short plain lines without a final mark, between prose and longer prose, as headings."""
    return tuple(
        Block(block.text, BlockKind.HEADING) if _is_heading(body, index) else block for index, block in enumerate(body)
    )


def _is_heading(body: Sequence[Block], index: int) -> bool:
    block = body[index]
    if block.kind is not BlockKind.TEXT or len(block.text) > _LONGEST or index + 1 == len(body):
        return False
    numbered = _NUMBERED.match(block.text)
    words = block.text[numbered.end() :] if numbered else block.text
    if len(words) < _SHORTEST or _MARKS.search(words) or words[-1] in _ENDS or _NO_HEADING.search(words):
        return False
    if not numbered and (index == 0 or body[index - 1].text[-1] not in _ENDS or _is_list_of_names(words)):
        return False
    after = body[index + 1]
    return after.kind is BlockKind.TEXT and len(after.text) >= max(_PROSE, 2 * len(block.text)) and "。" in after.text


def _is_list_of_names(words: str) -> bool:
    tokens = words.split()
    if len(tokens) > 1:
        return are_names(words)
    return has_family_name(words) or all(has_family_name(words[at : at + 3]) for at in range(0, len(words), 3))
