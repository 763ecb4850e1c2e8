"""Which meeting a readout reports: its name, convener, series, number, place and form.

May import this room's model, `data` and `dates`. A meeting is named in the lede, the title or the 原标题 by a verb of
convening beside a name (召开…会议, …会议在北京召开), or by a title that is nothing but its name. A meeting cited in
passing (贯彻中央经济工作会议精神) has no such verb.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from reader.readout.data import entries
from reader.readout.dates import chinese_number

GACC = "海关总署"

_TAIL = (
    r"(?:会议|例会|座谈会|推进会|务虚会|专题会|视频会|调度会|办公会|动员会|部署会|交流会|协调会|党组会|党委会|大会|工作会|全会|电视电话会|署务会)"
)
_NAME = rf"(?:[^，。；：！？\s]{{0,60}}{_TAIL})"
_DATE = r"(?:于)?(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日(?:至\d{1,2}日)?(?:上午|下午|晚)?"
_BY_VIDEO = r"(?:以视频(?:的)?(?:形式|方式)|通过视频(?:的)?(?:形式|方式)?)?"
_END = r"(?=[，。；！？,\s]|并|暨|$)"
_CONVENED = re.compile(
    rf"(?P<who>[^，。；：！？、\s]{{0,40}}?)(?:{_DATE})?(?:{_BY_VIDEO})(?:主持)?(?:召开|举行)(?:了)?(?P<name>{_NAME}){_END}"
)
_HELD = re.compile(
    rf"(?:^|[，。；：\s])(?P<name>{_NAME})(?:{_DATE})?(?:日前|近日|今天|当天)?{_BY_VIDEO}(?:在(?P<place>[^，。；\s]{{2,12}}?))?"
    rf"{_BY_VIDEO}(?:顺利|隆重)?(?:召开|举行|开幕){_END}"
)
_WHOLE = re.compile(_NAME)
_PASSING = re.compile(r"^(?:随着|自从?|按照|根据|贯彻|落实|学习|传达|为|据|在|对|把|将|关于|从|以来|认真|深入|要)")
_NOT_A_MEETING = re.compile(r"新闻发布会|吹风会|发布会|招待会|论坛|会见|博览会|洽谈会|委员会$|运动会|股东大会")
_ORGANISATION = re.compile(
    r"(?:总署|部|委|局|署|院|厅|政府|海关|关|办公室|银行|集团|公司|中央|党组|党委|政治局|委员会|协会|学会|总会|秘书处)$"
)
_CONVENER_PREFIX = re.compile(r"^(?:中华人民共和国)?(?:海关总署|总署)(?!署)")
_ORDINAL = re.compile(r"第([〇零一二三四五六七八九十百]{1,6}|\d{1,4})(?:次|届|期)")
_YEAR = re.compile(r"(?<!\d)(\d{4})年(?:度)?")
_FORMS = (("视频", re.compile(r"视频")), ("电视电话", re.compile(r"电视电话")), ("线上", re.compile(r"线上|网络")))
_FORM_SENTENCE = re.compile(r"会议(?:以|采[取用]|通过)(视频|电视电话|线上|网络视频|线上线下[^，。]{0,6})(?:会议)?(?:的)?(?:形式|方式)")


class Named(NamedTuple):
    """A meeting's name as it stands in a text, who convened it, where, and the text up to the sentence's end."""

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
    """The meeting that the first paragraphs or the titles report; None where they report none.

    The lede's name counts, but a title's fuller form of the same name (with its year) is taken for it.
    """
    from_text = next(filter(None, map(_named, ledes)), None)
    from_titles = [found for title in titles if (found := _named(title) or _whole(title))]
    best = from_text or next(iter(from_titles), None)
    if not best:
        return None
    for other in from_titles:
        if other.name != best.name and other.name.endswith(best.name):
            best = best._replace(name=other.name, convener=best.convener or other.convener)
    return best


def read_name(name: str) -> Parts:
    """Series, ordinal and year of a meeting's name; no series for a meeting that is not known to recur."""
    ordinal, year = _ORDINAL.search(name), _YEAR.search(name)
    series = _YEAR.sub("", _ORDINAL.sub("", name.partition("暨")[0])).strip()
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


def _named(text: str) -> Named | None:
    """The first meeting that a verb of convening names."""
    for sentence in re.finditer(r"[^。！？]+", text):
        for pattern in (_CONVENED, _HELD):
            for match in pattern.finditer(sentence[0]):
                if not _in_passing(match):
                    return _from_match(match, text[: sentence.end()])
    return None


def _in_passing(match: re.Match[str]) -> bool:
    groups = match.groupdict()
    before = groups.get("who") or match["name"]
    return bool(_PASSING.match(before) or _NOT_A_MEETING.search(match["name"]))


def _from_match(match: re.Match[str], upto: str) -> Named:
    groups = match.groupdict()
    name, convener = _without_convener(match["name"])
    who = groups.get("who") or ""
    if not convener and _ORGANISATION.search(who):
        convener = GACC if who == "总署" else who
    return Named(name, convener, groups.get("place"), upto)


def _whole(title: str) -> Named | None:
    """A title that is nothing but the name of a meeting."""
    if not _WHOLE.fullmatch(title) or _PASSING.match(title) or _NOT_A_MEETING.search(title):
        return None
    name, convener = _without_convener(title)
    return Named(name, convener, None, "")


def _without_convener(name: str) -> tuple[str, str | None]:
    rest = _CONVENER_PREFIX.sub("", name)
    return (rest, GACC) if rest != name and rest != "会议" else (name, None)
