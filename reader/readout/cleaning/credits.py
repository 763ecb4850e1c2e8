"""Lines of a post that are not body: credits, 原标题, captions, a site's own words; and which of the body are headings.

May import this room's model, `data`, `blocks`, `bylines` and `furniture`. A new form of credit line is a word in
`data/credit_forms.txt` or, for a line of another shape, a pattern in `_SOURCES` (docs/howto/credit-form.md). Precision
first: a line is only taken for a credit, or a sub-heading, where nothing else could be meant.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from reader.readout.cleaning.blocks import Block, BlockKind
from reader.readout.cleaning.bylines import Parted, are_names, byline, has_family_name, part_byline
from reader.readout.cleaning.furniture import is_day, is_furniture, is_link_text, leads_elsewhere, trimmed, without_meta
from reader.readout.data import HAN, any_of, entries
from reader.readout.model import Credit

_LONGEST = 24
_SHORTEST = 4
_PROSE = 40
_NUMBERED = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）]|第[一二三四五六七八九十]{1,3}[章节部分]+|\d{1,2}[.．、]|0\d)\s*"
)
_NO_PART = re.compile(r"[，。；：！？、…,;:!?/|｜\t\u3000（）()]")
_NO_HEADING = re.compile(r"\d{1,2}日|[电讯]$|[你您各]位|同志们|^(?:附件|附|注|图|表)|记者|编辑|来源|摄影|摄$")
_ENDS = "。！？”…；）』」】"
_LINE_LENGTH = 100
_VALUE_LENGTH = 40
_TITLE_LENGTH = 200
_OUTLET_LENGTH = 12
_CAPTION_LENGTH = 160
_EARLY = 3
"""So many paragraphs of a text a line with nothing but a time may follow: pull-quotes stand above it."""
_BRACKETS = "（）()【】[]［］ \u3000"
_LABELS = (*entries("credit_forms", "person"), *entries("credit_forms", "body"))
_BODIES = frozenset(label.rstrip("!") for label in entries("credit_forms", "body"))
_SURE = frozenset(label[:-1] for label in _LABELS if label.endswith("!"))
"""Labels that only a name follows; behind the others one must begin as names do."""
_NAMES = any_of({label.rstrip("!") for label in _LABELS})
_LABEL = re.compile(rf"(?:^|(?<=[\s　；;|｜丨（(【，,、]))({_NAMES})[ 　]*[：:/／|｜丨][ 　]*")
_SOURCE_AND_MORE = re.compile(r"(?:来源|來源)[“「]([^”」]{2,30})[”」][\s　]+(.+[：:].+)")
_SPACED_SOURCE = re.compile(
    r"((?:文章|信息|稿件|本文)?(?:来源|來源))[ 　]+"
    r"([^ 　，。；：！？]{2,12}(?:网|网站|报|社|发布|台|客户端|公众号|总署|杂志|新闻|財經|财经|網|報))"
)
_SOURCE_QUOTED = re.compile(
    r"(?:本文|文章)?(?:转载请注明|转自|轉載請註明)?[：:]?\s*(?:来源|來源|出处|出處)\s*[：:]?\s*(?:自|于)?\s*"
    r"[“\"「《]([^”\"」》]{1,30})[”\"」》]\s*(?:微信公众号|微信|网站)?\s*"
)
_SOURCE_ASKED = re.compile(r"(?:转载请注明|轉載請註明)(?:来源|來源|出处|出處)?\s*[：:]\s*([^，。；：！？“”]{2,30})")
_SOURCES = (_SOURCE_QUOTED, _SOURCE_ASKED)
"""Whole lines that name the source and nothing else; their group is its name."""
_TAIL = re.compile(
    r"\s*[（(【\[][^（()）。【】\[\]]{3,60}[)）】\]]$|(?<=[。！？”])\s*[^。！？”：:]{2,6}[：:][^。！？]{1,40}$"
)
"""What may be a credit at the end of a paragraph: in brackets, or behind its last full stop."""
_ORIGIN = re.compile(r"来源|來源|源$|出处|出處|转自|轉自|转载自|轉載自")
_BODY = re.compile(r"(?:[社网报台署关办局司部院室处组网報網國国]|中心|公司|频道|工作室|发布|集团|协会|传媒|文化|杂志)$")
_PICTURE = re.compile(r"(?:[▲△↑↓▼]\s*)?(?:图为|圖為|图中|资料图[：:]|（?图[为：:])")
_ORIGINAL_TITLE = re.compile(r"[（(【]?\s*(?:原标题|原標題|原题)(?:\s*[：:]\s*|[ 　]+)(.+?)\s*[)）】]?")
_MARKS = frozenset("。；！？，：;!?")
_REPORTER = re.compile(rf"^[{HAN}]{{2,8}}(?:记者|通讯员)[ 　]+")
_SITE = re.compile(rf"[{HAN}]{{2,14}}(?:网站|官网|网|公众号|客户端|微信|網站|網|[日晚晨早商时]报|电视台|通讯社|在线)")
_CODE = re.compile(r"[\s_]*[A-Z]{0,4}_?[A-Z]{0,4}\d{2,8}$")


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
    if len(words) < _SHORTEST or _NO_PART.search(words) or words[-1] in _ENDS or _NO_HEADING.search(words):
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


class Sorted(NamedTuple):
    """A post's blocks by what they are; `body` still begins with the highlights."""

    body: tuple[Block, ...]
    original_title: str | None
    credits: tuple[Credit, ...]
    captions: tuple[str, ...]


def sort_blocks(blocks: tuple[Block, ...], author: str | None = None) -> Sorted:
    """Parts the body from everything that is not body, each in the order of the page.

    `author` is the post's own field: its name, alone on the first or last line, is the source's.
    """
    body: list[Block] = []
    before: list[int] = []  # for each block of the body, how many credits stand above it
    credits: list[Credit] = []
    captions: list[str] = []
    original: str | None = None
    elsewhere = False
    for block in blocks:
        text = trimmed(block.text)
        if len(text) > _TITLE_LENGTH and block.kind is not BlockKind.CAPTION:
            parted = _part_tail(text)  # too long for anything but a paragraph
            before.append(len(credits))
            credits.extend(parted.credits)
            body.append(Block(trimmed(parted.text), block.kind))
            continue
        if leads_elsewhere(text):
            elsewhere = True
        if not text or is_furniture(text) or (elsewhere and is_link_text(text)):
            continue
        if block.kind is BlockKind.CAPTION or _is_caption(text):
            captions.append(text)
        elif title := _original_title(text):
            original = original or title
        elif (found := _publication(text, author, len(body))) is not None or (found := credits_of(text)):
            credits.extend(found)
        else:
            parted = _part_tail(text)
            if rest := trimmed(parted.text):
                before.append(len(credits))
                body.append(Block(rest, block.kind))
            credits.extend(parted.credits)
    credits = _with_sources(body, before, credits, author)
    return Sorted(with_headings(body), original, tuple(credits), tuple(dict.fromkeys(captions)))


def _part_tail(text: str) -> Parted:
    """A paragraph parted from its byline and from the credits at its end, 。（来源：甲） or 。责任编辑：乙."""
    parted = part_byline(text)
    tail = _TAIL.search(parted.text, max(0, len(parted.text) - 70))
    found = credits_of(tail[0].strip()) if tail and tail.start() else []
    return Parted(parted.text[: tail.start()], (*parted.credits, *found)) if tail and found else parted


def _publication(line: str, author: str | None, above: int) -> list[Credit] | None:
    """The credits of a line that tells when a text was published, perhaps none; None where it is anything else.

    `above` paragraphs of the text stand above it: a line that is nothing but a day must be the first, one that is
    nothing but a day and an hour follows _EARLY at most.
    """
    if is_day(line):
        return [] if above < (_EARLY if re.search("[:：]", line) else 1) else None
    rest = without_meta(line)
    if not rest:
        return None if rest is None else []
    if name := _outlet(rest, author):
        return [Credit("来源", name)]
    return credits_of(rest) or None


def credits_of(line: str) -> list[Credit]:
    """The credits that a line consists of, none where it is anything else."""
    if len(line) > _LINE_LENGTH or "。" in line:
        return []
    bare = line.strip(_BRACKETS)
    if source := next(filter(None, (pattern.fullmatch(bare) for pattern in _SOURCES)), None):
        return [Credit("来源", source[1].strip())]
    if spaced := _SPACED_SOURCE.fullmatch(bare):
        return [Credit(spaced[1], spaced[2])]
    if both := _SOURCE_AND_MORE.fullmatch(bare):
        return [Credit("来源", both[1]), *_labelled(both[2], sure=False)]
    return _labelled(bare, sure=bare != line) or list(byline(line))


def _labelled(line: str, *, sure: bool) -> list[Credit]:
    """The credits of a line of labels, each with a colon, a slash or a bar; none where one has no value.

    In brackets it is `sure` to be one, whatever the names.
    """
    line = line.lstrip("►▶▲■●◆※△▷◇□○•|｜丨 　")
    labels = list(_LABEL.finditer(line))
    if not labels or labels[0].start():
        return []
    ends = [label.start() for label in labels[1:]] + [len(line)]
    pairs = (
        (label[1], line[label.end() : end].strip(f"{_BRACKETS}；;|｜丨，,、"))
        for label, end in zip(labels, ends, strict=True)
    )
    found = [Credit(label, value) for label, value in pairs if value]
    return found if all(_is_value(credit, sure) for credit in found) else []


def _is_value(credit: Credit, sure: bool) -> bool:
    """Whether a credit's value can be a person's or a body's name, and not the rest of a sentence."""
    value = _REPORTER.sub("", _CODE.sub("", credit.value)).strip()
    if len(value) > _VALUE_LENGTH or value.split()[:1] in (["图"], ["文"]):
        return False
    if _ORIGIN.search(credit.label):
        return not _MARKS & set(value) or _SOURCE_QUOTED.fullmatch(f"来源{value}") is not None
    if credit.label.endswith(("记者", "記者")) and not all(map(has_family_name, value.split("、")[0].split()[:1])):
        return False  # an interview: 记者：谢谢
    names = re.sub("[（）()]", " ", value).split()
    if not names:
        return credit.label not in _BODIES
    if credit.label in _BODIES and _BODY.search(value):
        return not _MARKS & set(value)
    named = sure or credit.label in _SURE or len(names[0]) == 1 or has_family_name(re.split("[、/]", names[0])[0])
    return bool(named) and are_names(" ".join(names))


def _original_title(line: str) -> str | None:
    """The title of a line 原标题：…, None where it is none. A line in brackets loses both."""
    found = _ORIGINAL_TITLE.fullmatch(line) if len(line) <= _TITLE_LENGTH else None
    if not found:
        return None
    return found[1] if line[0] in "（(【" else line[found.start(1) :].strip()


def _is_caption(text: str) -> bool:
    """Whether a line describes a picture: it begins as captions do, 图为…, and is not long."""
    return len(text) <= _CAPTION_LENGTH and bool(_PICTURE.match(text))


def _outlet(line: str, author: str | None) -> str | None:
    """The publisher whose name is all of a line, None where it is anything else."""
    name = line.strip(f"{_BRACKETS}“”《》「」—-▲►")
    known = name == (author or "").strip() or name in entries("outlets") or _SITE.fullmatch(name)
    return name if name and len(line) <= _OUTLET_LENGTH + 2 and known else None


def _with_sources(body: list[Block], before: list[int], credits: list[Credit], author: str | None) -> list[Credit]:
    """The credits with the publisher's name that stands alone on the body's first or last line, taken out of the body.

    A body of nothing else stays. `before` tells for each block of the body how many credits stand above it.
    """
    for end in (-1, 0):
        if len(body) > 1 and (name := _outlet(body[end].text, author)):
            credits = [*credits[: before[end]], Credit("来源", name), *credits[before[end] :]]
            del body[end], before[end]
    return credits
