"""What a meeting's name says by itself: its series, ordinal, year, and whether another name means the same meeting.

May import `data` and `dates`. Names that mean the same series are one: with or without convener, ordinal, year,
brackets.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from reader.readout.data import entries
from reader.readout.grammar.dates import chinese_number

CONVENER_PREFIX = re.compile(r"^(?:中华人民共和国|国家)?(?:海关总署|总署)(?!署长|署领导)")
"""GACC before the name of a meeting of its own."""
_ORDINAL = re.compile(r"第([〇零一二三四五六七八九十百]{1,6}|\d{1,4})(?:次|届|期)")
_YEAR = re.compile(r"(?<!\d)(\d{4})年(?:度)?")
_NOT_SERIES = re.compile(r"^(?:召开|举行|新一届|本届|的)+|\s")
_TOTAL = re.compile("（总?第[^）]{1,8}[次届期]）")
"""2022年第二季度（总第97次）例会."""
_NAMELESS = ("", "会议", "大会", "全会", "会")
_ASIDE = re.compile(r"（[^）]{0,80}）|[（）()\s]")
BARE = re.compile(r"(?:了)?(?:本次|此次|这次|上述|今天的|当天的)?(?:视频)?(?:会议|例会|座谈会?|大会|全会|推进会|会)")
"""A word for a meeting that names none."""
_PART = re.compile(r"(?:第[一二三四五]阶段|第[一二三四五]次全体|开幕|闭幕|全体|分组)(?:会议|会|式)")
"""A part of whatever meeting is reported."""
_TELLING_TAIL = 6
"""So many last characters of two meetings' names must agree for one to be the short form of the other."""


class Parts(NamedTuple):
    """What a name says: number and year with the characters of the name that say them."""

    series: str | None
    number: int | None
    number_at: tuple[int, int] | None
    year: int | None
    year_at: tuple[int, int] | None


def read_name(name: str, printed: str | None = None) -> Parts:
    """Series, ordinal and year of a name in simplified script; no series for a meeting that is not known to recur.

    `printed` is the name as printed, character for character; the series is in its script.
    """
    first, year = name.partition("暨")[0], _YEAR.search(name)
    ordinal = next(reversed(list(_ORDINAL.finditer(first))), None)  # 第十九届…第六次全会 is the sixth
    dropped = set(range(*ordinal.span())) if ordinal else set()
    for pattern in (_YEAR, _NOT_SERIES, _TOTAL):
        dropped.update(index for match in pattern.finditer(first) for index in range(*match.span()))
    kept = [index for index in range(len(first)) if index not in dropped]
    series = "".join(first[index] for index in kept)
    recurs = bool(ordinal or year or series.endswith(entries("recurring_meetings")))
    return Parts(
        "".join((printed or name)[index] for index in kept) if recurs and series not in _NAMELESS else None,
        chinese_number(ordinal[1]) if ordinal else None,
        ordinal.span() if ordinal else None,
        int(year[1]) if year else None,
        year.span() if year else None,
    )


def same_meeting(printed: str, name: str) -> bool:
    """Whether `printed` (会议, 本次会议, a name) may be read as the meeting of this name; both in simplified script."""
    event, known = _core(printed), _core(name)
    if BARE.fullmatch(printed) or _PART.fullmatch(printed) or event == known:
        return True
    return not BARE.fullmatch(known) and (event.endswith(known[-_TELLING_TAIL:]) or event in known or known in event)


def _core(name: str) -> str:
    name = _ASIDE.sub("", name)
    rest = CONVENER_PREFIX.sub("", name)
    return _YEAR.sub("", _ORDINAL.sub("", rest if rest != "会议" else name)).removeprefix("的")
