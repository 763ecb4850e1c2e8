"""Lines of a post that are not body: credits, 原标题, the advert's words, marks of the end.

May import this room's model, `data` and cleaning. A new form of credit line is added here: a label to
`data/credit_labels.txt`, or a pattern beside `_SOURCE_QUOTED`; a line is only taken for a credit where nothing else
could be meant.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from reader.readout.cleaning import Block, BlockKind
from reader.readout.data import entries
from reader.readout.model import Credit

_LINE_LENGTH = 60
_TITLE_LENGTH = 200
_NAMES = "|".join(sorted(entries("credit_labels"), key=len, reverse=True))
_LABEL = re.compile(rf"(?:^|(?<=[\s　；;|｜（(【]))({_NAMES})\s*[：:/／]\s*")
_SOURCE_QUOTED = re.compile(
    r"(?:本文)?(?:转载请注明|转自|轉載請註明)?(?:来源|來源|出处)\s*[：:]?\s*[“\"「]([^”\"」]+)[”\"」]\s*"
)
_ORIGINAL_TITLE = re.compile(r"[（(]?\s*原标题(?:\s*[：:]\s*|[ 　]+)(.+?)\s*[)）]?")
_JUNK = re.compile(
    r"海量资讯、精准解读，?尽在新浪财经APP|【资料图】|[（(]完[)）]|推荐内容|关闭|打印|扫码下载.{0,12}APP|炒股就看.{0,80}|"
    r"(?:\[|【)?(?:关闭窗口|打印本页|返回顶部)(?:\]|】)?",
)


class Sorted(NamedTuple):
    """A post's blocks by what they are; `body` still begins with the highlights."""

    body: tuple[Block, ...]
    original_title: str | None
    credits: tuple[Credit, ...]
    captions: tuple[str, ...]


def sort_blocks(blocks: tuple[Block, ...]) -> Sorted:
    """Parts the body from everything that is not body, each in the order of the page."""
    body: list[Block] = []
    credits: list[Credit] = []
    captions: list[str] = []
    original: str | None = None
    for block in blocks:
        if block.kind is BlockKind.CAPTION:
            captions.append(block.text)
        elif title := _original_title(block.text):
            original = original or title
        elif found := credits_of(block.text):
            credits.extend(found)
        elif not _JUNK.fullmatch(block.text):
            body.append(block)
    return Sorted(tuple(body), original, tuple(credits), tuple(dict.fromkeys(captions)))


def credits_of(line: str) -> list[Credit]:
    """The credits that a line consists of, none where it is anything else."""
    if len(line) > _LINE_LENGTH:
        return []
    if quoted := _SOURCE_QUOTED.fullmatch(line):
        return [Credit("来源", quoted[1])]
    inner = line.strip("（）()【】[] 　")
    labels = list(_LABEL.finditer(inner))
    if not labels or labels[0].start() or "。" in inner:
        return []
    ends = [label.start() for label in labels[1:]] + [len(inner)]
    pairs = ((label[1], inner[label.end() : end].strip(" 　；;|｜")) for label, end in zip(labels, ends, strict=True))
    found = [Credit(label, value) for label, value in pairs if value]
    return found if all(len(credit.value) <= 40 for credit in found) else []


def _original_title(line: str) -> str | None:
    """The title of a line 原标题：…, None where it is none. A line in brackets loses both."""
    found = _ORIGINAL_TITLE.fullmatch(line) if len(line) <= _TITLE_LENGTH else None
    if not found:
        return None
    return found[1] if line[0] in "（(" else line[found.start(1) :].strip()
