"""Which meeting a readout reports: its name, convener, series, number, place and form.

May import `data` and `dates`. A meeting is named in the lede, the title or the 原标题 by a verb of convening beside a
name (召开…会议, …会议在北京召开), or by a title that is nothing but its name. A meeting cited in passing
(贯彻中央经济工作会议精神), one to come (将召开), and one that only a later sentence tells of, are not reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from reader.readout.data import entries
from reader.readout.dates import chinese_number

GACC = "海关总署"

_PLACE = "|".join(sorted(entries("places"), key=len, reverse=True))
_TAIL = (
    r"(?:会议|例会|座谈会|推进会|务虚会|专题会|视频会|调度会|办公会|动员会|部署会|交流会|协调会|党组会|党委会"
    r"|大会|工作会|全会|电视电话会|署务会)"
)
_NAME = rf"(?:(?!的)[^，。；：！？\s]{{0,60}}{_TAIL})"
_DATE = r"(?:于)?(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日(?:至\d{1,2}日)?(?:上午|下午|晚)?"
_BY_VIDEO = r"(?:以视频(?:的)?(?:形式|方式)|通过视频(?:的)?(?:形式|方式)?)?"
_END = r"(?=[，。；！？,\s]|并|暨|$)"
_CONVENED = re.compile(
    rf"(?P<who>[^，。；：！？、,;:\s（）()“”「」【】]{{0,40}}?)(?:日前|近日|今天|{_DATE})?(?:在(?P<place>{_PLACE}))?"
    rf"{_BY_VIDEO}(?:主持)?(?:召开|举行)(?:了)?(?P<name>{_NAME}){_END}"
)
_HELD = re.compile(
    rf"(?:^|[，。；：\s])(?P<name>{_NAME})(?:{_DATE})?(?:日前|近日|今天|当天)?{_BY_VIDEO}(?:在(?P<place>[^，。；\s]{{1,12}}?))?"
    rf"{_BY_VIDEO}(?:顺利|隆重)?(?:召开|举行|开幕){_END}"
)
_WHOLE = re.compile(_NAME)
_PASSING = re.compile(
    r"(?:随着|自从|自\d|按照|根据|贯彻|落实|学习|传达|多地|各地|各级|多个|为|据|在|对(?!外)|把|将|关于|从|以来|认真|深入|要)|.*(?:将|拟|即将|计划|决定|准备|筹备|同意|未|没有|分别|先后|相继)$"
)
_NO_NAME = re.compile(
    r"出席|参加|主持|解读|聚焦|图解|读懂|看懂|直播|热议|预告|回顾|致信|祝贺|会见|召开|举行|拟|强调|贯彻|落实|学习|传达|精神|关于|迎接|备战|部署要求"
)
_NOT_A_MEETING = re.compile(
    r"新闻发布会|吹风会|发布会|通气会|招待会|记者会|论坛|会见|博览会|洽谈会|委员会$|运动会|股东大会|互联网大会|^世界.*大会"
)
_ORGANISATION = re.compile(
    r"(?:总署|部|委|局|署|院|厅|政府|海关|关|办公室|银行|集团|公司|中央|党组|党委|政治局|委员会|协会|学会|总会|秘书处|全国政协)$"
)
_NO_ORGANISATION = re.compile(r"[在了的从将就]|(?:干|全|内|外)部$|(?:机|有|相|各级海)关$|(?:多|各)地|.{25}")
"""What ends like an organisation and is none, or holds a verb."""
_BEFORE_CONVENER = re.compile(
    r"^(?:.*\d日(?:电|讯|消息)?(?:上午|下午|晚)?|日前|近日|近期|昨天|昨日|今天|今日|当天|当日|由)"
)
_CONVENER_PREFIX = re.compile(r"^(?:中华人民共和国)?(?:海关总署|总署)(?!署长|署领导)")
_ORDINAL = re.compile(r"第([〇零一二三四五六七八九十百]{1,6}|\d{1,4})(?:次|届|期)")
_YEAR = re.compile(r"(?<!\d)(\d{4})年(?:度)?")
_FORMS = (("视频", re.compile(r"视频")), ("电视电话", re.compile(r"电视电话")), ("线上", re.compile(r"线上|网络")))
_FORM_SENTENCE = re.compile(
    r"会议(?:以|采[取用]|通过)(视频|电视电话|线上|网络视频|线上线下[^，。]{0,6})(?:会议)?(?:的)?(?:形式|方式)"
)
_BARE = re.compile(r"(?:了)?(?:本次|此次|这次|上述|今天的|当天的)?(?:视频)?(?:会议|例会|座谈会?|大会|全会|推进会|会)")
_LONGEST_SENTENCE = 500
_TELLING_TAIL = 6
"""So many last characters of two meetings' names must agree for one to be the short form of the other."""


class Named(NamedTuple):
    """A meeting's name as it stands in a text, who convened it, where, and the text up to the end of that clause."""

    name: str
    convener: str | None
    place: str | None
    upto: str


class Parts(NamedTuple):
    """What a meeting's name says by itself."""

    series: str | None
    number: int | None
    year: int | None


def find_meeting(ledes: Iterable[str], titles: Iterable[str]) -> Named | None:
    """The meeting that the first sentence of a first paragraph or a title reports; None where they report none.

    The lede's name counts, but a title's fuller form of the same name (with its year), its convener and its place are
    taken for it.
    """
    from_text = next(filter(None, map(_named, ledes)), None)
    from_titles = [found for title in titles if (found := _named(title) or _whole(title))]
    best = from_text or next(iter(from_titles), None)
    if not best:
        return None
    for other in from_titles:
        if other.name.endswith(best.name):
            best = best._replace(
                name=other.name, convener=best.convener or other.convener, place=best.place or other.place
            )
    return best


def read_name(name: str) -> Parts:
    """Series, ordinal and year of a meeting's name; no series for a meeting that is not known to recur."""
    first, year = name.partition("暨")[0], _YEAR.search(name)
    ordinal = next(reversed(list(_ORDINAL.finditer(first))), None)  # 第十九届…第六次全会 is the sixth
    unnumbered = first[: ordinal.start()] + first[ordinal.end() :] if ordinal else first
    series = _YEAR.sub("", unnumbered).strip()
    recurs = bool(ordinal or year or series.endswith(entries("recurring_meetings")))
    return Parts(
        series if recurs and series else None,
        chinese_number(ordinal[1]) if ordinal else None,
        int(year[1]) if year else None,
    )


def read_form(name: str, body: Iterable[str]) -> str | None:
    """How the meeting was held (视频, 电视电话), from its name or a sentence that says so."""
    for form, pattern in _FORMS:
        if pattern.search(name):
            return form
    return next((found[1] for text in body if (found := _FORM_SENTENCE.search(text))), None)


def same_meeting(printed: str, name: str) -> bool:
    """Whether `printed` (会议, 本次会议, a name) may be read as the meeting of this name."""
    event, known = _core(printed), _core(name)
    if _BARE.fullmatch(printed) or event == known:
        return True
    return not _BARE.fullmatch(known) and (event.endswith(known[-_TELLING_TAIL:]) or event in known or known in event)


def _core(name: str) -> str:
    return _YEAR.sub("", _ORDINAL.sub("", _without_convener(name)[0])).removeprefix("的")


def _named(text: str) -> Named | None:
    """The first meeting that a verb of convening names in the first sentence."""
    sentence = re.split(r"[。！？]", text, maxsplit=1)[0][:_LONGEST_SENTENCE]
    if "召开" not in sentence and "举行" not in sentence and "开幕" not in sentence:
        return None
    for pattern in (_CONVENED, _HELD):
        for match in pattern.finditer(sentence):
            if not _in_passing(match):
                return _from_match(match, sentence[: match.end()])
    return None


def _in_passing(match: re.Match[str]) -> bool:
    groups = match.groupdict()
    name = match["name"]
    before = groups.get("who") or name
    nameless = _BARE.fullmatch(before) and _BARE.fullmatch(name)
    return bool(nameless or _PASSING.match(before) or _NOT_A_MEETING.search(name))


def _from_match(match: re.Match[str], upto: str) -> Named:
    groups = match.groupdict()
    name, convener = _without_convener(match["name"])
    who = _BEFORE_CONVENER.sub("", groups.get("who") or "")
    if not convener and _ORGANISATION.search(who) and not _NO_ORGANISATION.search(who):
        convener = GACC if who == "总署" else who
    place = groups.get("place")
    return Named(name, convener, "北京" if place == "京" else place, upto)


def _whole(title: str) -> Named | None:
    """A title that is nothing but the name of a meeting."""
    refused = _NO_NAME.search(title) or _NOT_A_MEETING.search(title) or _PASSING.match(title)
    if refused or _BARE.fullmatch(title) or not _WHOLE.fullmatch(title):
        return None
    name, convener = _without_convener(title)
    return Named(name, convener, None, "")


def _without_convener(name: str) -> tuple[str, str | None]:
    rest = _CONVENER_PREFIX.sub("", name)
    return (rest, GACC) if rest not in (name, "会议") else (name, None)
