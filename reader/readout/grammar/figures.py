"""The figures of a body: numbers with a unit or a scale, where they stand, and what they count.

May import `model`, `figure`, `data` and `passages`. A figure is a number in digits with a unit of the data file, or
with a scale (万, 亿), a Chinese numeral with 亿, or 百分之 with a numeral. Years, days, times, ordinals, numbers that
belong to a name (国门利剑2021, AEO2) and small Chinese counts (五方面) are none. Whether one says a level or a change
is read from the words around it. No segmenter: the noun is what stands between the last verb and the number, or right
behind the unit of a counted thing. 分别 pairs values with the nouns before it. What is not clear is None.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from reader.readout.data import HAN, any_of, entries
from reader.readout.figure import Figure, Measure
from reader.readout.grammar.passages import Passage, passages
from reader.readout.model import Readout

_SCALE = "(?:[十百千]?万亿|[十百千]?亿|[百千]?万)?[多余]?"
_BEFORE = re.compile(r"(?<![0-9A-Za-z.．:：/×第])(?<!(?<![%％万亿元])[\-－—])")
"""What must not stand before a number: it would be a part of a name, a time or an ordinal."""
_NUMBER = r"\d+(?:,\d{3})*(?:\.\d+)?"
_DIGIT = "[一二两三四五六七八九十百千]"
_HINT = re.compile("[0-9０-９]|百分之|[万一二两三四五六七八九十百千]亿|两万")
"""A paragraph without any of these holds no figure."""
_FULL_WIDTH = re.compile("[０-９％．]")
_HALF_WIDTH = str.maketrans("０１２３４５６７８９％．", "0123456789%.")
_CODE = re.compile(r"0\d")
_IDIOMS = re.compile(r"万一|万众|万无|亿万")
_PERIOD = re.compile(r"(?:前|头|近|未来|首)$")
_TIME = re.compile(r"\s*(?:年|月|日|号|时(?!间)|点\d|[-—－～~至]\d+(?:年|月|日)|世纪|周年|周岁|岁)")
_NEXT_IN_LIST = re.compile(rf"[、和与至到~～]\s*(?:\d+(?:\.\d+)?){_SCALE}(?P<unit>[^\d、，。；]{{1,4}})")
_SENTENCE = re.compile("[。；！？]")
_BREAK = re.compile("[，：（“《]")
_OPENING = {"（": "）", "“": "”", "《": "》"}
_JOINED = re.compile(r"\s*+(?:[、和及与至到~～]|[-—－]++|以及)?\s*+")
_TAILS = (
    "同比|环比|分别|已经|已|共计|共|累计|合计|总计|达到|达|为|是|至|到|约|近|超过|超出|超|逾|突破|首次|接近|不足|仅|只有|高达|多达|一举|跨过|保持在|维持在"
    "|平均|均|也|还|又|再|就|首破|站上|迈上|全年|全国|年均|实际|名义|大幅|小幅|继续|进一步|再次|开行|位居|居|第|将|可|其中|之|上|实现|完成"
)
"""What may stand between a noun and its number."""
_HEAD = re.compile(
    r"^(?:(?:\d{4}年)?(?:前?\d{1,2}个?月份?|[上下]半年|前?[一二三四]个?季度)|\d{4}年"
    r"|我国|我省|我市|全国|全省|全市|全年|今年|去年|其中|同期|期间|当年|当月|累计|共计|共|各类|各项|有关|相关|全部|此外|另外|同时"
    r"|截至目前|目前|已经|已|并|且|而|约|近|新|的|了|对(?!外)|与|向|从|由|在|为|占|使|让|将)+"
)
_AGAINST = re.compile(
    r"同比|环比|(?:比|较)(?:\d{4}年|上年|去年|上月|上季度|上周|前年|年初|此前|改革前|上一年|以往|疫情前|[^，。；、]{1,10}?)(?:同期|底|末|时)?"
    r"|与[^，。；、]{2,10}相比"
)
_LEADING = re.compile(r"((?:与|和|同|较|比)[^，。；、]{2,12}相比)，\s*$")
"""A base in a clause of its own: 与去年同期相比，出口增长3%."""
_CHANGED_TO = re.compile("(?:至|到|为)$")
_SHARE = re.compile("占[^，。；]*$")
_NO_NOUN = re.compile(r"[\d０-９。，；！？]|[了着过在把被将]|同比|环比|以来|以上|以下|左右|时候|之后|之前")
_COUNTED = frozenset("%％‰元倍时秒钟度点年月天周")
_AND = re.compile("[、和与及]|以及")
_LONGEST_NOUN = 18
_RATE = re.compile("的?(?P<word>增长|增速|增幅|降幅|涨幅)")
_BEHIND = re.compile(f"[{HAN}A-Za-z]{{1,12}}")
_NOT_BEHIND = re.compile(r"的|和|与|及|等|以上|以下|左右|同比|环比|分别")


class _Number(NamedTuple):
    """A number with its unit at the characters [start, end) of a paragraph."""

    start: int
    end: int
    unit: str | None


class _Context(NamedTuple):
    """What is told of a number: measure, the noun's characters, the printed base of a change and its word."""

    measure: Measure
    counts_at: tuple[int, int] | None
    against: str | None
    change: str | None


class _Said(NamedTuple):
    """What stands before a number, from `start` on, and how it was split."""

    start: int
    noun: str
    change: str | None
    against: str | None
    respectively: bool


def figures_of(readout: Readout) -> tuple[Figure, ...]:
    """Every figure of a readout's body, in order.

    No part of the readout itself: to find them takes as long as all else that is understood of a post, and a folder is
    listed and searched without them.
    """
    body, _ = passages(readout.body, readout.title, readout.original_title)
    return figures(body)


def figures(body: Iterable[Passage]) -> tuple[Figure, ...]:
    """The figures of a body's paragraphs in the order of the text; `value` is as printed, with its scale."""
    return tuple(figure for passage in body if _HINT.search(passage.text) for figure in _in_paragraph(passage))


def _in_paragraph(passage: Passage) -> list[Figure]:
    text = passage.text.translate(_HALF_WIDTH) if _FULL_WIDTH.search(passage.text) else passage.text
    matches = [
        match for pattern in _patterns() for match in pattern.finditer(text) if _BEFORE.match(text, match.start())
    ]
    matches.sort(key=lambda match: match.start())
    found: list[tuple[_Number, tuple[int, int]]] = []
    for match in matches:
        unit = _unit(text, match)
        scaled = bool(match.re is not _patterns()[0] or (match["scale"] or "").strip("多余"))
        if (unit or scaled) and not _is_something_else(text, match, unit):
            end = match.end() if unit or not match["unit"] else match.start("unit")
            found.append((_Number(match.start(), end, unit), match.span("value")))
    told = _contexts(text, [number for number, _ in found]) if found else []
    return [_figure(passage, number, value, said) for (number, value), said in zip(found, told, strict=True)]


def _unit(text: str, match: re.Match[str]) -> str | None:
    """The unit behind a number, the one that it shares with the next of a list, or 百分之; None where there is none."""
    if match.re is _patterns()[2]:
        return "百分之"
    if match["unit"] and not text.startswith(entries("unit_traps"), match.start("unit")):
        return match["unit"]
    return _shared_unit(text, match.end())


def _figure(passage: Passage, number: _Number, value_at: tuple[int, int], said: _Context) -> Figure:
    counts = passage.printed[slice(*said.counts_at)] if said.counts_at else None
    value = passage.printed[slice(*value_at)]
    return Figure(
        passage.paragraph or 0,
        number.start,
        number.end,
        value,
        number.unit,
        said.measure,
        counts,
        said.counts_at,
        said.against,
        said.change,
    )


def _is_something_else(text: str, match: re.Match[str], unit: str | None) -> bool:
    """Whether the number is part of a time, code, rank, period or idiom, or of a slogan in quotation marks."""
    before, after = text[max(0, match.start() - 2) : match.start()], text[match.end() : match.end() + 8]
    if _CODE.match(match["value"]) or (before[-1:] in ("“", "「") and ("”" in after or "」" in after)):
        return True
    if unit == "个月":
        return bool(_PERIOD.search(before))
    if unit in ("名", "位", "强", "分", "秒"):
        return before[-1:] in ("前", "时", "点", "分")
    if unit in ("周", "天") and after[:1] in ("年", "岁"):
        return True
    if not unit and (_TIME.match(text, match.end()) or after[:1] in ("”", "」")):
        return True
    return match.re is _patterns()[1] and bool(_IDIOMS.search(match[0] + after[:1]))


def _shared_unit(text: str, end: int) -> str | None:
    """The unit that the next number of a list has for both: 5万亿、6万亿美元."""
    following = _NEXT_IN_LIST.match(text, end)
    if not following or text.startswith(entries("unit_traps"), following.start("unit")):
        return None
    return next((unit for unit in _units() if following["unit"].startswith(unit)), None)


@cache
def _units() -> tuple[str, ...]:
    return tuple(sorted(entries("units"), key=len, reverse=True))


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """Numbers in digits, in Chinese numerals with 亿, and behind 百分之.

    Each begins with what is rare, so that a text is looked through quickly; `_BEFORE` is asked afterwards.
    """
    unit = rf"\s?(?P<unit>{'|'.join(map(re.escape, _units()))})?(?!\d)"
    return (
        re.compile(rf"(?P<value>{_NUMBER}(?P<scale>{_SCALE})){unit}"),
        re.compile(rf"(?<!{_DIGIT})(?P<value>{_DIGIT}++(?:万亿|亿)){unit}"),
        re.compile(r"百分之(?P<value>[〇零一二三四五六七八九十百点]+)(?P<unit>(?!))?"),
    )


def _contexts(text: str, numbers: Sequence[_Number]) -> list[_Context]:
    """The context of each number of a paragraph, in order; `text` is in simplified script."""
    found: list[_Context] = []
    pairs: list[tuple[int, int]] = []
    for run in _runs(text, numbers):
        first = run[0]
        floor = numbers[len(found) - 1].end if found else 0
        said = _before(text, floor, first.start)
        same_sentence = bool(found) and not _SENTENCE.search(text, floor, first.start)
        if not same_sentence:
            pairs = []
        nouns = _nouns(text, said) if said.respectively else []
        if said.respectively:
            pairs = nouns if len(nouns) > 1 else pairs
        paired = said.respectively and len(pairs) == len(run)
        inherited = found[-1].counts_at if same_sentence and said.change else None
        for index, number in enumerate(run):
            behind = _behind(text, number)
            change = said.change or _change_behind(text, number.end)
            measure = Measure.GROWTH if change else Measure.LEVEL
            if paired:
                counts = pairs[index]
            elif said.respectively:
                counts = None
            else:
                counts = behind or _noun_at(text, said) or inherited
            found.append(_Context(measure, counts, said.against, change))
    return found


def _runs(text: str, numbers: Sequence[_Number]) -> list[list[_Number]]:
    """Numbers grouped where only 、 or 和 stands between one and the next: 27.9%、27.8%."""
    runs: list[list[_Number]] = []
    for number in numbers:
        if runs and _JOINED.fullmatch(text, runs[-1][-1].end, number.start):
            runs[-1].append(number)
        else:
            runs.append([number])
    return runs


def _before(text: str, floor: int, end: int) -> _Said:
    """The clause before a number, without the words between noun and number."""
    start = floor
    closed = {opening: text.rfind(closing, floor, end) for opening, closing in _OPENING.items()}
    for mark in _BREAK.finditer(text, floor, end):
        if closed.get(mark[0], -1) < mark.end():
            start = mark.end()
    for mark in _SENTENCE.finditer(text, start, end):
        start = mark.end()
    left = text[start:end]
    bare = left.lstrip("、和及与 ")
    start += len(left) - len(bare)
    against = next((match[0] for match in _AGAINST.finditer(bare)), None)
    if not against and (lead := _LEADING.search(text, max(floor, start - _LONGEST_NOUN), start)):
        against = lead[1]
    return _said(bare, start, against)


def _said(bare: str, start: int, against: str | None) -> _Said:
    """What a clause says before a number: the noun that ends it, and whether the number tells a change."""
    bare, respectively = bare.rstrip(), "分别" in bare
    if respectively:
        bare, _, tail = bare.partition("分别")
    else:
        tail = bare
    growth = None if _CHANGED_TO.search(tail) else _growth().search(_untailed(tail))
    if not respectively:
        bare = _growth().sub("", _untailed(bare))
    if against:
        bare = bare.partition(against)[0]
    return _Said(start, _untailed(bare), growth["word"] if growth else None, against if growth else None, respectively)


def _untailed(text: str) -> str:
    """A text without the adverbs and verbs that part a noun from its number."""
    end = len(text)
    while tail := next((word for word in _tails().get(text[end - 1 : end], ()) if text.endswith(word, 0, end)), None):
        end -= len(tail)
    return text[:end].rstrip()


def _noun_at(text: str, said: _Said) -> tuple[int, int] | None:
    """Where the noun stands in what is said before a number."""
    if _SHARE.search(said.noun):
        return None
    return _noun(text, said.start, said.start + len(said.noun))


def _nouns(text: str, said: _Said) -> list[tuple[int, int]]:
    """The nouns of a list before 分别; empty where one of them is none."""
    start, end = said.start, said.start + len(said.noun)
    # the list may run over 、 before the clause that holds 分别, never over ，
    edges = [start, *(edge for mark in _AND.finditer(text, start, end) for edge in mark.span()), end]
    nouns = [_noun(text, left, right) for left, right in zip(edges[::2], edges[1::2], strict=True)]
    return [noun for noun in nouns if noun] if all(nouns) else []


def _noun(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The characters of the noun that a stretch ends in: what follows its last verb, without 我国 and 其中."""
    for verb in _verbs().finditer(text, start, end):
        start = verb.end()
    head = _HEAD.match(text[start:end])
    start += head.end() if head else 0
    noun = text[start:end]
    if (
        not 1 < len(noun) <= _LONGEST_NOUN
        or _NO_NOUN.search(noun)
        or _verbs().fullmatch(noun)
        or _growth().fullmatch(noun)
    ):
        return None
    return start, end


def _behind(text: str, number: _Number) -> tuple[int, int] | None:
    """The counted noun right behind a unit: 20项具体措施, 5个国家海关签署…"""
    if not number.unit or number.unit[-1] in _COUNTED:
        return None
    match = _BEHIND.match(text, number.end)
    if not match:
        return None
    end = match.end()
    for stop in (_NOT_BEHIND.search(text, number.end, end), _verbs().search(text, number.end, end)):
        end = min(end, stop.start()) if stop else end
    return (number.end, end) if 1 < end - number.end <= 10 else None


def _change_behind(text: str, end: int) -> str | None:
    """The word of a change that follows its number: 9.4%的增长, 9.4%的增速."""
    match = _RATE.match(text, end)
    return match["word"] if match else None


@cache
def _tails() -> dict[str, list[str]]:
    """The words between a noun and its number by their last character, the longest first."""
    tails: dict[str, list[str]] = {}
    for word in sorted(_TAILS.split("|"), key=len, reverse=True):
        tails.setdefault(word[-1], []).append(word)
    return tails


@cache
def _verbs() -> re.Pattern[str]:
    return re.compile(any_of("figure_verbs"))


@cache
def _growth() -> re.Pattern[str]:
    words = any_of("figure_growth")
    return re.compile(rf"(?P<word>{words})(?:了|近|约|超|逾|超过|达|高达|幅度)*$")
