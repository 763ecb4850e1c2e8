"""Which meeting a readout reports: its name, convener and place, each with the characters that say it.

May import `data`, `evidence`, `names`, `passages` and `series`. A meeting is named in the lede, the title or the
原标题 by a verb of convening beside a name (召开…会议, …会议在北京召开), by somebody who takes part
(出席…会议并讲话), or by a title that is nothing but its name. A meeting cited in passing (贯彻中央经济工作会议精神),
one to come (将召开), and one that only a later sentence tells of, are not reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from reader.readout.data import DAY, any_of
from reader.readout.evidence import Span
from reader.readout.grammar.names import find_name
from reader.readout.grammar.passages import Passage, Stretch
from reader.readout.grammar.series import BARE, CONVENER_PREFIX

GACC = "海关总署"


_TAIL = f"(?:{any_of('meeting_words')})"
_NAME = rf"(?:(?!的)[^，。；：！？\s]{{0,60}}{_TAIL})"
_DATE = (
    r"(?:于)?(?:(?:\d{4}|[〇零一二三四五六七八九]{4})年)?" + DAY + "?"
    r"(?:至\d{1,2}日|[-—－～~]\d{1,2}日|(?<=日))"
    r"(?:上午|下午|晚上|晚|全天)?(?:\d{1,2}[时点])?"
)
_WHEN = rf"(?:日前|近日|近期|当天|(?:昨|今)(?:天|日|（\d{{1,2}}）日)?(?:上午|下午|晚)?|{_DATE})"
_BY_VIDEO = r"(?:(?:以|采[取用])[^，。；]{2,10}(?:形式|方式)|通过视频(?:会议)?(?:的)?(?:形式|方式)?)?"
_END = r"(?=[，。；！？,\s（]|并|暨|$)"
_IN = r"(?:在(?P<place>[^，。；：在]{1,16}?))?"
_HOLD = r"(?:召开|举行|举办)"
_CONVENED = re.compile(
    rf"(?P<who>[^，。；：！？、,;:\s（）()“”「」【】]{{0,40}}?){_WHEN}?{_IN}{_BY_VIDEO}(?:组织|牵头|联合)?"
    rf"(?:主持)?{_HOLD}(?:了)?(?P<name>{_NAME}){_END}"
)
_HELD = re.compile(
    rf"(?:^|[，。；：\s])(?P<name>{_NAME}){_WHEN}?{_BY_VIDEO}{_IN}{_BY_VIDEO}{_WHEN}?(?:圆满|顺利|隆重|胜利)?(?:{_HOLD}|开幕|闭幕){_END}"
)
_TAKEN_PART = re.compile(
    rf"(?P<who>[^，。；：！？、\s]{{2,40}}?){_WHEN}?{_IN}(?:出席|主持|参加)(?:了)?(?P<name>{_NAME})(?:开幕式|闭幕式)?(?=并|，|。|\s|时|$)"
)
_SPOKEN_AT = re.compile(
    rf"(?P<who>[^，。；：！？、\s]{{2,40}}?){_WHEN}?在(?P<name>{_NAME})(?P<place>)?上(?:的讲话中)?(?:强调|指出|表示|要求|讲话|作|发表|提出|说|致辞)"
)
_WHOLE = re.compile(_NAME)
_BY_PERSON = (_TAKEN_PART, _SPOKEN_AT)
_VERB = re.compile("召开|举行|举办|开幕|闭幕")
_TAKING_PART = re.compile("出席|主持|参加")
_PASSING = re.compile(
    r"(?:随着|自从|自\d|按照|根据|贯彻|落实|学习|传达|多地|各地|各级|多个|为|据|在|对(?!外)|把|将|关于|从|以来|认真|深入|要|围绕|就)"
    r"|.*(?:将|拟|即将|计划|决定|定|准备|筹备|同意|未|没有|分别|先后|相继|建议|邀请)$"
)
_NO_NAME = re.compile(
    r"出席|参加|主持|解读|聚焦|图解|读懂|看懂|直播|热议|预告|回顾|致信|祝贺|会见|召开|举行|拟|强调|贯彻|落实|学习|传达|精神|关于|迎接|备战|部署要求|来了|什么"
)
_NOT_A_MEETING = re.compile(
    rf"(?:{any_of('no_meeting_words')})(?:开幕式)?$|委员会$|新闻发布|记者招待|世界[^，]{{0,12}}大会$"
    r"|(?:产业|开发者|电池|汽车|智能|投资|招商|采购商|技术|数字|算力)[^，]{0,6}大会$"
)
_ORGANISATION = re.compile(
    r"(?:总署|部|委|局|署|院|厅|政府|海关|关|办公室|银行|集团|公司|中央|党组|党委|政治局|委员会|协会|学会|总会|秘书处|政协|人大|分署|法院|检察院|学校"
    r"|(?<!全)(?<!我)(?<!各)(?<!本)[省市区县州]|指挥部|常委会|领导小组|工作组|组织|总社|协作区)$"
)
_NO_ORGANISATION = re.compile(r"[在了的从将就]|(?:干|全|内|外)部$|(?:机|有|相|各级海)关$|(?:多|各)地|.{25}")
"""What ends like an organisation and is none, or holds a verb."""
_BEFORE_CONVENER = re.compile(
    r"^(?:.*\d日(?:电|讯|消息|报道)?(?:上午|下午|晚)?|日前|近日|近期|昨天|昨日|今天|今日|当天|当日|由|.{0,12}获悉)+"
)
_OF_A_YEAR = re.compile(r"^(?P<who>[^的，]{2,20}?)(?=\d{4}年)")
_OWN_NAME = re.compile(
    r"(?P<who>国务院|.{1,20}?(?:委员会|领导小组|政治局|常委会|党组|党委|政府|省委|市委|区委|县委|州委))(?=第|常务|全体|扩大|会议|（)"
)
"""A body at the beginning of the name of its own meeting: 中央财经委员会第九次会议."""
_ORGANISED = re.compile(r"^(?:由)?(?P<who>[^的]{2,30}?)(?:联合|共同)?(?:主办|举办|组织|召开|承办)的")
_LEADING_DAY = re.compile(rf"{_WHEN}，?")
_NOTICE = re.compile(r"(?:通知|公告|通告|启事)\s*$")
"""A headline of what tells of meetings to come."""
_NO_PLACE = re.compile(r"^(?:我|本|该)[省市县区关]|(?:后|时|期间|中|上|下|之际|基础|会|日|年|月)$|^此|会议|视频")
_TRIMMED = re.compile(r"(?:联合|共同|(?<!海关)组织|牵头|专题|再次|连夜|紧急|专门|第一时间|主持|随即|又|还|集中)+$")
_LONGEST_SENTENCE = 500


class NamedMeeting(NamedTuple):
    """A meeting as a text names it. `lede` is the text up to the end of the clause that names it."""

    name: Stretch
    convener: Stretch | None
    place: Stretch | None
    lede: Stretch

    @property
    def printed(self) -> str:
        """The name as printed; where the text parts it (中共中央政治局11月18日召开会议) its two parts joined."""
        bare = self.name.printed
        split = BARE.fullmatch(self.name.text) and self.name.text == "会议" and self.convener
        return self.convener.printed + bare if split and self.convener and self.convener_name != GACC else bare

    @property
    def convener_name(self) -> str | None:
        """Who convened, as printed; 总署 is GACC."""
        if not self.convener:
            return None
        return GACC if self.convener.text == "总署" else self.convener.printed


def find_meeting(ledes: Iterable[Passage], titles: Iterable[Passage]) -> NamedMeeting | None:
    """The meeting that the first sentence of a first paragraph or a title reports; None where they report none.

    The lede's name counts, but a title's fuller form of the same name (with its year), its convener and its place are
    taken for it.
    """
    titles = tuple(titles)
    if any(_NOTICE.search(title.text) for title in titles):
        return None
    from_text = next(filter(None, map(_named, ledes)), None)
    from_titles = [found for title in titles if (found := _named(title) or _whole(title))]
    best = from_text or next(iter(from_titles), None)
    if not best:
        return None
    if BARE.fullmatch(best.name.text) and (
        named := [found for found in from_titles if not BARE.fullmatch(found.name.text)]
    ):
        best = best._replace(name=named[0].name, convener=best.convener or named[0].convener)
    for other in from_titles:
        fuller = other.name.text.removesuffix(best.name.text)
        if fuller != other.name.text or other.name.text == best.name.text:
            convener, place = best.convener or other.convener, best.place or other.place
            says_more = best.name.text == "会议" or (
                fuller and not (best.convener and best.convener.text.endswith(fuller))
            )
            best = best._replace(name=other.name if says_more else best.name, convener=convener, place=place)
    return best


def read_form(named: NamedMeeting, body: Iterable[Passage]) -> tuple[str, Span] | None:
    """How the meeting was held (视频, 电视电话), from its name, the clause that names it or a sentence that says so."""
    for form, pattern in _FORMS:
        if found := pattern.search(named.name.text):
            return form, named.name.part(*found.span()).span
    if found := _FORM_CLAUSE.search(named.lede.text):
        return found[1], named.lede.part(*found.span(1)).span
    for passage in body:
        if "会议" in passage.text and (found := _FORM_SENTENCE.search(passage.text)):
            return found[1], passage.span(*found.span(1))
    return None


_FORMS = (("视频", re.compile(r"视频")), ("电视电话", re.compile(r"电视电话")), ("线上", re.compile(r"线上|网络")))
_FORM_CLAUSE = re.compile(r"(?:以|采[取用]|通过)(视频|电视电话|线上)(?:会议)?(?:的)?(?:形式|方式)")
_FORM_SENTENCE = re.compile(
    r"会议(?:以|采[取用]|通过)(视频|电视电话|线上|网络视频|线上线下[^，。]{0,6})(?:会议)?(?:的)?(?:形式|方式)"
)


def _named(passage: Passage) -> NamedMeeting | None:
    """The first meeting that a verb of convening, or of taking part, names in the first sentence."""
    sentence = re.split(r"[。！？]", passage.text, maxsplit=1)[0][:_LONGEST_SENTENCE]
    patterns = [_CONVENED, _HELD] if _VERB.search(sentence) else []
    if _TAKING_PART.search(sentence):
        patterns.append(_TAKEN_PART)
    if "上" in sentence:
        patterns.append(_SPOKEN_AT)
    for pattern in patterns:
        for match in pattern.finditer(sentence):
            if not _in_passing(match):
                return _from_match(passage, match)
    return None


def _in_passing(match: re.Match[str]) -> bool:
    groups = match.groupdict()
    name = match["name"]
    before = groups.get("who") or name
    nameless = BARE.fullmatch(name) and (match.re in _BY_PERSON or BARE.fullmatch(before))
    if match.re in _BY_PERSON and not any(find_name(before[-length:]) for length in (2, 3, 4)):
        return True
    return bool(nameless or _PASSING.match(before) or _NOT_A_MEETING.search(name))


def _from_match(passage: Passage, match: re.Match[str]) -> NamedMeeting:
    name = passage.stretch(*match.span("name"))
    whole = _BEFORE_CONVENER.sub("", match.groupdict().get("who") or "")
    if whole.endswith(("会议", "大会", "全会")) and not BARE.fullmatch(whole):  # …第九次会议26日举行第一次全体会议
        name = passage.stretch(match.end("who") - len(whole), match.end("who"))
    dated = _LEADING_DAY.match(name.text)
    name, convener = _without_convener(name.part(dated.end()) if dated else name)
    if not convener and match.groupdict().get("who"):
        convener = _organisation(passage.stretch(*match.span("who")))
    if not convener and match.re is _CONVENED and "主持" in match[0] and (own := _OWN_NAME.match(name.text)):
        convener = name.part(*own.span("who"))
    place = passage.stretch(*match.span("place")) if match["place"] and not _NO_PLACE.search(match["place"]) else None
    return NamedMeeting(name, convener, place, passage.stretch(0, match.end()))


def _organisation(who: Stretch) -> Stretch | None:
    """The organisation that a text before a verb of convening consists of, after its date; None if it is none."""
    before = _BEFORE_CONVENER.match(who.text)
    who = who.part(before.end()) if before else who
    trimmed = _TRIMMED.search(who.text)
    who = who.part(0, trimmed.start()) if trimmed else who
    return who if _ORGANISATION.search(who.text) and not _NO_ORGANISATION.search(who.text) else None


def _whole(title: Passage) -> NamedMeeting | None:
    """A title that is nothing but the name of a meeting."""
    whole = title.whole().part(0)
    text = whole.text
    refused = _NO_NAME.search(text) or _NOT_A_MEETING.search(text) or _PASSING.match(text)
    if refused or BARE.fullmatch(text) or not _WHOLE.fullmatch(text):
        return None
    name, convener = _without_convener(whole)
    return NamedMeeting(name, convener, None, title.stretch(0, 0))


def _without_convener(name: Stretch) -> tuple[Stretch, Stretch | None]:
    """A name without 海关总署 or 某某举办的 before it, and who convened according to that."""
    organised = _ORGANISED.match(name.text)
    if organised:
        return name.part(organised.end()), _organisation(name.part(*organised.span("who")))
    year = _OF_A_YEAR.match(name.text)
    if year and (who := _organisation(name.part(*year.span("who")))):
        return name.part(year.end()), who
    prefix = CONVENER_PREFIX.match(name.text)
    if not prefix or name.text[prefix.end() :] == "会议":
        return name, None
    return name.part(prefix.end()), name.part(0, prefix.end())
