"""What a post is that reports no meeting, and who takes part in the event that it reports.

May import this room's other modules but `read`. The genre is told by the headline and the first sentence alone; where
they do not tell it clearly there is none. People stand in the same grammar as at a meeting, and in one more: 甲会见乙.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from reader.readout.data import HAN
from reader.readout.evidence import Span
from reader.readout.grammar.appointments import appointments
from reader.readout.grammar.attendance import Register
from reader.readout.grammar.groups import Named, read_group
from reader.readout.grammar.names import split_title
from reader.readout.grammar.officials import attendees
from reader.readout.grammar.passages import Passage, Stretch
from reader.readout.grammar.sentences import bare_subject, clauses, sentences
from reader.readout.model import Genre
from reader.readout.people import Act, Attendance

_GENRES: tuple[tuple[Genre, re.Pattern[str]], ...] = (
    (
        Genre.PRESS_CONFERENCE,
        re.compile(
            r"(?:召开|举行|举办)[^，。；]{0,40}?(?:发布会|吹风会|通气会|记者会|记者招待会)|新闻发布会|(?:发布会|吹风会)(?:上|实录|摘要|$)"
        ),
    ),
    (
        Genre.APPOINTMENT,
        re.compile(
            f"任命|免去|任免|(?<!责)任前公示|不再担任|履新|(?:出任|接任|升任|当选)[^，。；]{{2,}}|[{HAN}]{{2,3}}任[^，。；]{{2,20}}(?:长|书记|主任|主席)$"
        ),
    ),
    (Genre.SIGNING, re.compile(r"签署|签约|签订")),
    (
        Genre.VISIT,
        re.compile(
            r"会见|会晤|会面|拜会|拜访|到访|来访|访问|出访|调研|考察|慰问|视察|检查(?:指导)?工作|一行(?:到|赴|来)|举行会谈|[与同][^，。；]{2,30}会谈"
        ),
    ),
    (
        Genre.STATISTICS,
        re.compile(
            r"据[^，。；]{0,8}(?:海关)?统计|统计数据|进出口(?:总[值额])?[^，。；]{0,14}(?:增长|下降|增|降|达|超|\d)|[进出]口[^，。；]{0,14}(?:同比|增长|下降|增|降)\s*\d"
            r"|外贸[^，。；]{0,14}(?:增长|下降)|贸易(?:顺差|逆差)|(?:CPI|PPI|GDP|PMI)|同比(?:增长|上涨|下降|增)"
        ),
    ),
)
_EVENT = re.compile(
    "发布会|吹风会|通气会|记者会|论坛|仪式|招待会|签约|签署|会见|会晤|会谈|会面|拜会|拜访|调研|考察|慰问|视察|博览会|年会|峰会|茶话会|开班|讲话|致辞|活动|访问"
)
_MEETING_SOMEBODY = re.compile(
    r"(?P<left>.{2,80}?)(?P<act>会见|会晤|拜会|接见|拜访)(?:了)?(?:来访的|到访的|来华(?:访问|出席[^，。；]{0,20})的|率团来访的|前来[^，。；]{0,16}的|来京[^，。；]{0,10}的)?(?P<right>[^，。；]{2,60})$"
)
_WITH_SOMEBODY = re.compile(
    r"(?:(?P<left>[^，。；]{2,60}?)?(?:分别)?(?:与|同(?!志)))?(?P<both>.{4,120}?)(?:在[^，。；]{1,16}?)?(?:共同|分别代表[^，。；]{2,30}|代表[^，。；]{2,30})?(?P<act>会面|座谈|会谈|举行(?:了)?(?:工作|视频|双边)?会谈|签署|签订)(?:了)?[^，；]{0,80}$"
)
_GOING = re.compile(
    r"(?P<left>.{2,60}?)(?:率[^，。；]{0,20})?(?:一行)?(?:到|赴|前往|深入|来到|在)[^，。；]{2,60}?(?P<act>调研|考察|慰问|视察|检查|指导工作|访问|走访)[^，。；]{0,20}$"
    r"|(?P<visitor>.{2,60}?)(?:到访|抵达|访问|出访)[^，。；]{2,30}$"
)
_SPEECH = re.compile(r"^(?P<left>[^，。；]{0,40}?)在(?P<event>[^。；]{2,60}?)上的(?P<act>讲话|致辞|发言|演讲)")
_GOER = re.compile(r"(?P<left>.{2,60}?)(?:一行)?(?P<act>赴|前往)[^，；]{2,40}$")
_LABELLED = re.compile(r"^(?P<label>主持人|主持|出席人员|出席嘉宾|嘉宾|发布人|参加人员|出席)\s*：\s*(?P<list>.+)$")
_SPEAKING = re.compile(rf"^(?P<name>[{HAN}·]{{2,12}})\s*：")
_CUT = re.compile(r"一行.*$|率.{0,20}$|冒着.*$|带队.*$|带领.*$|专程.*$")
_LEDES = 3
_LONGEST_CLAUSE = 400
"""A longer clause tells of nobody who meets somebody, in characters."""


class Event(NamedTuple):
    """What an article is, where that is clear, and who takes part in what it reports."""

    genre: Genre | None
    people: tuple[Attendance, ...]


def read_event(body: Sequence[Passage], titles: Sequence[Passage]) -> Event:
    """Genre and people of a post that reports no meeting."""
    genre = _genre(body, titles)
    if genre is None and (appointed := appointments(body[:_LEDES], notices_only=False)):
        return Event(Genre.APPOINTMENT, appointed)
    if genre is Genre.APPOINTMENT:
        return Event(
            genre, appointments([*titles, *body], notices_only=False) if not body else _appointed(body, titles)
        )
    if genre is Genre.STATISTICS or not _tells_event(body, titles):
        return Event(genre, ())
    ledes = body if genre in (Genre.PRESS_CONFERENCE, Genre.SIGNING, Genre.VISIT) else body[:_LEDES]
    register = Register()
    if genre in (Genre.VISIT, Genre.SIGNING):
        _read_encounters(ledes[:_LEDES], register)
        if not register.known:
            _read_encounters(titles, register)
    _read_record(body, register)
    _read_speech(titles, body, register)
    return Event(genre, _in_printed_order(attendees(ledes, titles, None, register).people))


def _in_printed_order(people: Sequence[Attendance]) -> tuple[Attendance, ...]:
    """People in the order in which their names stand in the text; those of a headline come last."""

    def place(person: Attendance) -> tuple[bool, int, int]:
        name = person.spans[0].span
        return name.paragraph is None, name.paragraph or 0, name.start

    return tuple(person._replace(position=position) for position, person in enumerate(sorted(people, key=place), 1))


def _appointed(body: Sequence[Passage], titles: Sequence[Passage]) -> tuple[Attendance, ...]:
    return appointments(body, notices_only=False) or appointments(titles, notices_only=False)


def _genre(body: Sequence[Passage], titles: Sequence[Passage]) -> Genre | None:
    """The genre that the headline tells, else the first sentence."""
    ledes = [re.split("[。！？]", passage.text, maxsplit=1)[0][:120] for passage in body[:1]]
    for text in (*(title.text for title in titles), *ledes):
        for genre, pattern in _GENRES:
            if pattern.search(text):
                return genre
    return None


def _tells_event(body: Sequence[Passage], titles: Sequence[Passage]) -> bool:
    return any(_EVENT.search(passage.text) for passage in (*titles, *body[:2]))


def _read_encounters(body: Sequence[Passage], register: Register) -> None:
    """会见, 与…会谈, 赴…调研: those on both sides take part."""
    for passage in body:
        for sentence in sentences(passage):
            for clause in clauses(sentence):
                _read_encounter(clause, register)


def _read_encounter(clause: Stretch, register: Register) -> None:
    for pattern in (_MEETING_SOMEBODY, _GOING, _WITH_SOMEBODY, _GOER):
        match = pattern.fullmatch(clause.text) if len(clause.text) <= _LONGEST_CLAUSE else None
        if not match:
            continue
        groups = match.groupdict()
        act = (Act.ATTENDED, clause.part(*match.span("act")).span if groups["act"] else clause.span)
        for side in ("left", "both", "right", "visitor"):
            if groups.get(side):
                _add_side(clause.part(*match.span(side)), act, register)
        return


def _add_side(side: Stretch, act: tuple[Act, Span], register: Register) -> None:
    cut = _CUT.search(side.text)
    side = bare_subject(side.part(0, cut.start()) if cut else side)
    group = read_group(side, register.known)
    register.add(group.people, [act])


def _read_record(body: Sequence[Passage], register: Register) -> None:
    """主持人：甲, 出席人员：乙；丙, and 乙：… below: a press conference printed word for word."""
    for passage in body:
        if labelled := _LABELLED.match(passage.text):
            act = Act.CHAIRED if labelled["label"].startswith("主持") else Act.ATTENDED
            span = passage.span(*labelled.span("label"))
            for part in re.finditer("[^；，]+", labelled["list"]):
                start = labelled.start("list")
                group = read_group(passage.stretch(start + part.start(), start + part.end()))
                register.add(group.people, [(act, span)])
        elif (speaking := _SPEAKING.match(passage.text)) and speaking["name"] in register.known:
            named = Named(passage.stretch(*speaking.span("name")), None)
            register.add([named], [(Act.SPOKE, passage.span(*speaking.span()))])


def _read_speech(titles: Sequence[Passage], body: Sequence[Passage], register: Register) -> None:
    """某某在某会上的讲话: a speech in full names its speaker in the headline or in a line
    of its own."""
    for title in titles:
        match = _SPEECH.match(title.text)
        if match and not split_title(match["left"]):
            speakers = [title.stretch(*match.span("left")), *(line.whole() for line in body[:_LEDES])]
            people = next((found for line in speakers if (found := read_group(bare_subject(line)).people)), ())
            register.add(people, [(Act.SPOKE, title.span(*match.span("act")))])
