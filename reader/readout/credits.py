"""Lines of a post that are not body: credits, 原标题, the advert's words, marks of the end.

May import this room's model and cleaning. A new form of credit line is added here: a label to `LABELS`, or a
pattern beside `_SOURCE_QUOTED`; a line is only taken for a credit where nothing else could be meant.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from reader.readout.cleaning import Block, BlockKind
from reader.readout.model import Credit

LABELS = (
    "责任编辑 责编 编辑 美术编辑 美编 执行编辑 值班编辑 来源 文章来源 信息来源 稿件来源 摄影 摄像 图片 图 监制 审校 校对 审核 复审 终审"
    " 编审 初审 作者 撰文 供稿 制作 统筹 策划 出品 文 记者 本报记者 通讯员 见习记者 实习生 排版 设计 主编 编译 翻译 视频 剪辑"
    " 責任編輯 責編 編輯 來源 攝影 記者 監製 校對 審核"
).split()

_LINE_LENGTH = 60
_NAMES = "|".join(sorted(LABELS, key=len, reverse=True))
_LABEL = re.compile(rf"(?:^|(?<=[\s　；;|｜（(【]))({_NAMES})\s*[：:/／]\s*")
_SOURCE_QUOTED = re.compile(r"(?:本文)?(?:转载请注明|转自|轉載請註明)?(?:来源|來源|出处)\s*[：:]?\s*[“\"「]([^”\"」]+)[”\"」]\s*")
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
        elif title := _ORIGINAL_TITLE.fullmatch(block.text):
            original = original or _balanced(block.text, title[1])
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


def _balanced(line: str, title: str) -> str:
    """A 原标题 in brackets of its own gave its last one to the pattern; one that ends in a bracket keeps it."""
    return title if line[0] in "（(" else line[line.index(title) :].strip()
