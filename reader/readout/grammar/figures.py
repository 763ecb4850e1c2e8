"""The figures of a body: numbers with a unit or a scale, and where they stand.

May import `model`, `figure`, `data`, `figure_context` and `passages`. A figure is a number in digits with a unit of the
data file, or with a scale (万, 亿), a Chinese numeral with 亿, or 百分之 with a numeral. Years, days, times, ordinals,
numbers that belong to a name (国门利剑2021, AEO2) and small Chinese counts (五方面) are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from reader.readout.data import entries
from reader.readout.figure import Figure
from reader.readout.grammar.figure_context import Context, Number, contexts
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
    found: list[tuple[Number, tuple[int, int]]] = []
    for match in matches:
        unit = _unit(text, match)
        scaled = bool(match.re is not _patterns()[0] or (match["scale"] or "").strip("多余"))
        if (unit or scaled) and not _is_something_else(text, match, unit):
            end = match.end() if unit or not match["unit"] else match.start("unit")
            found.append((Number(match.start(), end, unit), match.span("value")))
    told = contexts(text, [number for number, _ in found]) if found else []
    return [_figure(passage, number, value, said) for (number, value), said in zip(found, told, strict=True)]


def _unit(text: str, match: re.Match[str]) -> str | None:
    """The unit behind a number, the one that it shares with the next of a list, or 百分之; None where there is none."""
    if match.re is _patterns()[2]:
        return "百分之"
    if match["unit"] and not text.startswith(entries("unit_traps"), match.start("unit")):
        return match["unit"]
    return _shared_unit(text, match.end())


def _figure(passage: Passage, number: Number, value_at: tuple[int, int], said: Context) -> Figure:
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
