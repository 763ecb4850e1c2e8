"""Who chaired, spoke, reported, attended: name, role as printed, place in the printed order.

May import `acts`, `attendance`, `groups`, `meeting`, `passages` and the model. A grammar over sentences: subject (roles
and names) + adverbs + act. A sentence is cut at ，; clauses without an act wait for the act that follows them, for a
list of attendees may run over many: 副部长甲，部党组成员、某局局长乙，总工程师丙出席会议. A mention without an act
(某某重要讲话精神), and an act at another meeting that the text cites, make nobody an attendee.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from reader.readout.acts import HINT, Done, read_predicate
from reader.readout.attendance import Attendees, Register
from reader.readout.data import entries
from reader.readout.groups import Group, Named, read_group
from reader.readout.model import Act, Source, Span
from reader.readout.names import find_name, split_role
from reader.readout.passages import Passage, Stretch, without_brackets

_PLACES = "|".join(sorted(entries("places"), key=len, reverse=True))
_EVENT = r"(?:会议|例会|座谈会|大会|全会|推进会|会)"
_CITING = re.compile(
    r"\s*(?:会议|会上|例会|大会|全会)?(?:还|首先|集中|认真|深入|一并|专题)*(?:传达|学习|领会|听取)"
    r"|\s*(?:(?!主持|出席|参加|讲话|报告)[^，：]){0,14}(?<!会上)(?:认为|指出|强调|要求|提出|表示)[，：]"
)
"""What opens a sentence that tells what was heard or said, not who did it."""
_CONVENING = re.compile(rf"(?:召开|举行)(?:了|的)?([^，。；]{{0,60}}{_EVENT})")
_DAY = r"(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日(?:至\d{1,2}日|[-—－～~]\d{1,2}日)?(?:上午|下午|晚上|晚|全天)?"
_ADVERB = re.compile(
    r"(?:共同|一同|一并|也|均|都|还|亦|又|再次|分别|应邀|线上|现场|在线|视频|日前|近日|今天|今日|昨天|昨日|当天|当日|于|亲自|先后|首先|最后|随后|一起|专程|到场|"
    r"以视频(?:的)?(?:形式|方式)|通过视频(?:的)?(?:形式|方式|连线)?|视频连线|代表[^，。；、]{0,16}?(?:党委|党组|总署|政府|委员会|常委会|理事会)|"
    rf"在(?:{_PLACES})|在[^，。；在]{{1,20}}?(?:会场|会上|分会场)|在|{_DAY}|上午|下午)$"
)
_NOT_DONE = re.compile(r"(?:将|要|应|须|拟|未|不|没有|未能|因故|委托|邀请|请|可|需|会)$")
"""What, before an act, tells that it was not done, or not by the one named."""
_LONGEST_ADVERB = 24
"""In characters; patterns that end at the end are looked for from there only."""
_OPENING = re.compile(
    rf"^\s*(?:[^，。；、]{{0,10}}{_DAY}(?:电|讯|消息)|{_DAY}|日前|近日|会上|会前|会后|会议由|大会由|[^，。；、]{{0,12}}会由|由|其中|当天|当日|今天|昨天|"
    r"[上下]午|[^，。；、]{0,20}(?:消息|报道|讯)\s*(?:（[^）]*）)?[：，]?|请|特?邀请(?:了|到)?|(?:并|分别)?与|新华社[^，。；、]{0,6}电|应邀|(?:应邀)?(?:出席|参加|列席)[^，。；]{0,24}会[^，。；]{0,4}的|(?:会议|大会|座谈会)?开始时|"
    r"仪式由|发布会由|论坛由|开幕式由|并|和|、|随后|接着|最后|首先|同时|此外|另外)\s*"
)
_LISTED = re.compile(
    r"(?:出席|参加|列席)(?P<event>[^，。；]{0,40}?)的?(?:领导|嘉宾|人员|单位|领导同志|同志|市领导|省领导|区领导)?(?:还|主要)?有[：，\s]*(?P<list>[^。；]+)$"
)
_WHERE = re.compile(r"在(?!京|会|任|职)[^，。；、在]{2,14}$")
_STOPS = re.compile(r"[。！？；]")
_CLAUSE = re.compile("[^，]+")
_QUOTED = re.compile("[（“《]")
_TITLE_STOPS = re.compile(r"[。！？；：\s|_]")


def attendees(
    body: Iterable[Passage], titles: Iterable[Passage], is_same: Callable[[str], bool], register: Register | None = None
) -> Attendees:
    """Reads a body, and its titles for whom the body does not name, for those who took part in an event.

    `is_same` tells whether an event, as printed, is the one that the readout reports. A person named again keeps the
    first role and gains acts.
    """
    register = register or Register()
    for passage in body:
        for sentence in sentences(passage):
            if _cites_another(sentence.text, is_same):
                break
            if HINT.search(sentence.text) and not _CITING.match(sentence.text):
                _read_sentence(sentence, is_same, register, frozenset())
    known = register.known
    for passage in titles:
        for sentence in sentences(passage):
            if HINT.search(sentence.text):
                _read_sentence(sentence, is_same, register, known)
    return register.result()


def sentences(passage: Passage) -> Iterator[Stretch]:
    """The sentences of a passage; a headline is also cut at spaces and colons."""
    stops = _STOPS if passage.source is Source.BODY else _TITLE_STOPS
    start = 0
    for stop in stops.finditer(passage.text):
        if stop.start() > start:
            yield passage.stretch(start, stop.start())
        start = stop.end()
    if start < len(passage.text):
        yield passage.stretch(start, len(passage.text))


def clauses(sentence: Stretch) -> list[Stretch]:
    """A sentence cut at ， but not inside brackets or quotation marks."""
    text = sentence.text
    if not _QUOTED.search(text):
        return [sentence.part(clause.start(), clause.end()) for clause in _CLAUSE.finditer(text)]
    found, depth, start = [], 0, 0
    for index, character in enumerate(text):
        if character in "（“《":
            depth += 1
        elif character in "）”》":
            depth = max(0, depth - 1)
        elif character == "，" and not depth:
            found.append(sentence.part(start, index))
            start = index + 1
    return [*found, sentence.part(start)]


def bare_subject(subject: Stretch) -> Stretch:
    """A subject without what opens its sentence and the adverbs between it and its act."""
    while (opening := _OPENING.match(subject.text)) and opening.end():
        subject = subject.part(opening.end())
    while True:
        text = without_brackets(subject.text).rstrip()
        adverb = _ADVERB.search(text, max(0, len(text) - _LONGEST_ADVERB)) or _somewhere(text)
        if not adverb:
            return subject
        subject = subject.part(0, adverb.start())


def _somewhere(text: str) -> re.Match[str] | None:
    """The place at the end of 署长某某在某地, where a person stands before it."""
    place = _WHERE.search(text)
    person = _ADVERB.sub("", text[: place.start()].rstrip()).rpartition("、")[2] if place else ""
    return place if find_name(person) or split_role(person) else None


def _cites_another(sentence: str, is_same: Callable[[str], bool]) -> bool:
    """Whether a sentence tells of another meeting than the one that the readout reports."""
    if "召开" not in sentence and "举行" not in sentence:
        return False
    convened = _CONVENING.search(sentence)
    return bool(convened and not is_same(convened[1]))


def _read_sentence(
    sentence: Stretch, is_same: Callable[[str], bool], register: Register, passed_over: frozenset[str]
) -> None:
    if _read_listed(sentence, is_same, register):
        return
    waiting: list[Stretch] = []
    latest: tuple[Named, ...] = ()
    for clause in clauses(sentence):
        found = read_predicate(without_brackets(clause.text), is_same)
        if not found:
            waiting.append(clause)
            latest = ()
            continue
        subject = bare_subject(clause.part(0, found.start))
        if _NOT_DONE.search(subject.text):
            break
        done = [(done.act, _span(clause, done)) for done in found.acts]
        if subject.text:
            latest = _read_subjects([*waiting, subject], done, register, passed_over)
        elif latest:
            register.add(latest, done)  # 倪岳峰出席会议，并讲话
        waiting = []


def _span(clause: Stretch, done: Done) -> Span:
    return clause.passage.span(clause.start + done.start, clause.start + done.end)


def _read_listed(sentence: Stretch, is_same: Callable[[str], bool], register: Register) -> bool:
    """出席会议的有甲、乙: a list after its act. Whether the sentence is one."""
    listed = _LISTED.search(sentence.text)
    if not listed or not is_same(listed["event"].removesuffix("的") or "会议"):
        return False
    groups = [read_group(part, register.known) for part in clauses(sentence.part(listed.start("list")))]
    act = (Act.ATTENDED, sentence.part(listed.start(), listed.start("list")).span)
    for group in groups if any(group.people for group in groups) else ():
        register.add(group.people, [act])
        if group.collective:
            register.add_group(group.collective)
    return True


def _read_subjects(
    subjects: list[Stretch], done: list[tuple[Act, Span]], register: Register, passed_over: frozenset[str]
) -> tuple[Named, ...]:
    """Registers the last subject and, for attendance, the unbroken list that runs up to it; returns those named."""
    named: list[Named] = []
    attending = [act for act, _ in done[:1]] == [Act.ATTENDED]
    for group in _list_before(subjects, attending, register) if done else ():
        people = [person for person in group.people if person.name.text not in passed_over]
        register.add(people, done)
        named.extend(people)
        if attending and group.collective:
            register.add_group(group.collective)
    return tuple(named)


def _list_before(subjects: list[Stretch], attending: bool, register: Register) -> list[Group]:
    """The last subject, and those before it as long as they name somebody where a list may run over many."""
    groups: list[Group] = []
    for subject in reversed(subjects):
        group = read_group(bare_subject(subject), register.known)
        if groups and not group:
            break
        groups.append(group)
        if not attending:
            break
    return groups[::-1]
