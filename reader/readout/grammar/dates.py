"""When a post was published and on which day its meeting was held.

May import `model`, `evidence` and `passages`. Publication is told in Beijing time (UTC+8): the crawler's `date` is
mostly GMT, so that an evening in London is the next day in Beijing. A meeting's day mostly stands in the text without
its year: then it is the latest such day that is not after the publication.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from itertools import chain
from typing import NamedTuple

from reader.readout.data import HAN
from reader.readout.evidence import Source, Span
from reader.readout.grammar.passages import Passage, Stretch
from reader.readout.model import DateBasis

BEIJING = timezone(timedelta(hours=8))

_STAMP = re.compile(
    r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})日?"
    r"(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|GMT|UTC|[+-]\d{2}:?\d{2})?)?"
)
_DIGITS = "〇零一二三四五六七八九"
_NUMERAL = "[〇零一二三四五六七八九十]"
_DAY = re.compile(
    r"(?:(?P<year>\d{4}|[〇零一二三四五六七八九]{4})年)?"
    rf"(?:(?P<month>\d{{1,2}}|{_NUMERAL}{{1,2}})月)?"
    rf"(?P<day>\d{{1,2}}|{_NUMERAL}{{1,3}})(?:日?\s*(?:[-—－～~至、]|到)+\s*"
    rf"(?:(?P<end_month>\d{{1,2}})月)?(?P<end>\d{{1,2}}|{_NUMERAL}{{1,3}}))?日"
    r"(?!起|前|之前|以前|以来|后|之后|内|止)"
)
_HELD = re.compile(
    rf"(?<![{HAN}])(?:本次|此次)?(?:会议|座谈会|例会|大会)(?:是)?[于在][^，。；]{{0,2}}\d[^，。；]{{0,14}}?(?:举行|召开|进行)"
)
_RELATIVE = re.compile(r"(?:昨|今)(?:天|日|晚|早|（\d{1,2}）日|(?=召开|举行))")
"""Counted from the day of publication."""
_BEFORE_A_BARE_DAY = ("", "，", "。", "；", "（", "(", " ", "　", "于", "者", "自")
_AFTER_A_BARE_DAY = re.compile(r"(?:上午|下午|晚|电|讯|在|于|主持|召开|举行|出席|全天|开幕|闭幕|率|，)")
_BEFORE_A_LENGTH = "期隔每近前后共历续计"
_YEARS_BACK = 8
"""How far back a day without a year is looked for: 29 February needs up to eight years."""
_LAST_MONTH_OF_ITS_YEAR = 10
"""A conference of 2022 held after October may have been held in 2021."""
_MONTHLESS_DAYS = 62
"""How many days back a day without a month is looked for."""


class Published(NamedTuple):
    """The Beijing day of publication, and the text that the post prints for it."""

    day: date | None
    printed: str


class MeetingDay(NamedTuple):
    """The day of a meeting, its last day where it took several, where both were read and the characters that say so."""

    day: date
    end: date | None
    basis: DateBasis
    span: Span


def parse_published(printed: str) -> datetime | date | None:
    """Publication from a `date` field, in Beijing time to the second; a date alone stays a date.

    A time without a zone is Beijing's. None where the field holds no possible date.
    """
    stamp = _STAMP.match(printed.strip())
    try:
        if stamp:
            return _from_stamp(stamp)
        return _in_beijing(parsedate_to_datetime(printed))
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def meeting_day(
    lede: Stretch | None,
    titles: Iterable[Passage],
    published: Published,
    year: int | None = None,
    body: Sequence[Passage] = (),
) -> MeetingDay | None:
    """The meeting's day from the lede, else from a sentence of the body that says when it was held (会议于6月1日举行),
    else from a title, else the publication's own; None where nothing tells.

    `lede` is the text up to the words that report the meeting: of several days the last counts, for the first may be a
    dateline's or that of a speech which the meeting studied. `year` is the year in the meeting's name; it only tells
    which year is meant where the post is a repost of years later, whose publication tells nothing.
    """
    today = published.day
    hint = year if year and today and year < today.year - 1 else None
    held = (passage.stretch(*match.span()) for passage in body for match in _HELD.finditer(passage.text))
    for stretch in chain([lede] if lede else [], held, (title.whole() for title in titles)):
        basis = DateBasis.TEXT if stretch.passage.source is Source.BODY else DateBasis.TITLE
        for match in reversed(list(_DAY.finditer(stretch.text))):
            if found := _resolve(match, today, hint):
                return MeetingDay(*found, basis, _span(stretch, match))
        relative = _RELATIVE.search(stretch.text)
        if relative and today and not hint:
            day = today - timedelta(days=relative[0].startswith("昨"))
            return MeetingDay(day, None, basis, _span(stretch, relative))
    if not today or hint:
        return None
    return MeetingDay(today, None, DateBasis.PUBLISHED, Span(Source.PUBLISHED, None, 0, len(published.printed)))


def _span(stretch: Stretch, match: re.Match[str]) -> Span:
    return stretch.passage.span(stretch.start + match.start(), stretch.start + match.end())


def _from_stamp(stamp: re.Match[str]) -> datetime | date:
    year, month, day, hour, minute, second, zone = stamp.groups()
    if hour is None:
        return date(int(year), int(month), int(day))
    moment = datetime(int(year), int(month), int(day), int(hour), int(minute), int(second or 0))
    return _in_beijing(moment.replace(tzinfo=_zone(zone)) if zone else moment)


def _zone(printed: str) -> timezone:
    if printed in ("Z", "GMT", "UTC"):
        return UTC
    sign = -1 if printed[0] == "-" else 1
    return timezone(sign * timedelta(hours=int(printed[1:3]), minutes=int(printed[-2:])))


def _in_beijing(moment: datetime) -> datetime:
    return moment.astimezone(BEIJING) if moment.tzinfo else moment.replace(tzinfo=BEIJING)


def _resolve(match: re.Match[str], published: date | None, hint: int | None) -> tuple[date, date | None] | None:
    day = _number(match["day"])
    month = _number(match["month"]) if match["month"] else None
    if not month and not _is_bare_day(match):
        return None
    if match["year"]:
        first = _date(_year(match["year"]), month, day)
    elif hint and month and month <= _LAST_MONTH_OF_ITS_YEAR:
        first = _date(hint, month, day)
    elif published and not hint:
        first = _latest(published, month, day)
    else:
        first = None
    if not first:
        return None
    return first, _last(first, match)


def _is_bare_day(match: re.Match[str]) -> bool:
    """Whether 5日 without a month is a day: 为期5日 is a length."""
    before = match.string[max(0, match.start() - 1) : match.start()]
    return before in _BEFORE_A_BARE_DAY or (
        before not in _BEFORE_A_LENGTH and bool(_AFTER_A_BARE_DAY.match(match.string, match.end()))
    )


def _last(first: date, match: re.Match[str]) -> date | None:
    """The last day of a range such as 25-26日, None where it is none or runs backwards."""
    if not match["end"]:
        return None
    month = _number(match["end_month"]) if match["end_month"] else first.month
    last = _date(first.year, month, _number(match["end"]))
    return last if last and last > first else None


def _latest(published: date, month: int | None, day: int) -> date | None:
    """The latest such day not after the publication; without a month, within the last two months."""
    if month:
        for year in range(published.year, published.year - _YEARS_BACK - 1, -1):
            found = _date(year, month, day)
            if found and found <= published:
                return found
        return None
    days = (published - timedelta(days=count) for count in range(min(_MONTHLESS_DAYS, published.toordinal())))
    return next((candidate for candidate in days if candidate.day == day), None)


def _date(year: int | None, month: int | None, day: int) -> date | None:
    if year is None or month is None:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _year(printed: str) -> int:
    return int(printed) if printed.isdecimal() else int("".join(str(max(0, _DIGITS.index(c) - 1)) for c in printed))


def _number(printed: str) -> int:
    """A day or month from digits or Chinese numerals up to 三十一."""
    return int(printed) if printed.isdecimal() else chinese_number(printed) or 0


def chinese_number(printed: str) -> int | None:
    """The value of a numeral below one thousand in Arabic or Chinese digits (四十六, 一百零二); None if it is none."""
    if printed.isdecimal():
        return int(printed)
    total, unit = 0, 0
    for character in printed:
        if character in "十百":
            total += (unit or 1) * (10 if character == "十" else 100)
            unit = 0
        elif character in _DIGITS:
            unit = max(0, _DIGITS.index(character) - 1)
        else:
            return None
    return total + unit if printed else None
