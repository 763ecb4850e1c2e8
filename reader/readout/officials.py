"""Who chaired, spoke, reported, attended: name, role as printed, place in the printed order.

May import this room's model, `groups` and `meeting`. A grammar over sentences: subject (roles and names) + adverbs +
act. A sentence is cut at ，; clauses without an act wait for the act that follows them, for a list of attendees may
run over many: 副部长甲，部党组成员、某局局长乙，总工程师丙出席会议. A mention without an act (某某重要讲话精神), and
an act at another meeting that the text cites, make nobody an attendee.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from reader.readout.attendance import Attendees, Register
from reader.readout.data import entries
from reader.readout.groups import Group, read_group
from reader.readout.meeting import same_meeting
from reader.readout.model import Act

_PLACES = "|".join(sorted(entries("places"), key=len, reverse=True))
_EVENT = r"(?:会议|例会|座谈会|大会|全会|推进会|会)"
_MEETING = rf"(?:了)?(?:本次|此次|这次|上述|今天的|当天的)?(?:视频)?{_EVENT}"
_ACTS: tuple[tuple[Act, str], ...] = (
    (Act.CHAIRED, rf"主持(?:召开[^，。；]{{0,60}}?{_MEETING}|{_MEETING}|(?=并|$))"),
    (Act.ATTENDED, rf"(?:出席|参加|列席)(?:[^，。；]{{0,40}}?{_MEETING}|座谈|(?=并|$))"),
    (Act.REPORTED, r"(?:在会上)?[作做](?:了)?(?:题为[^，。；]{1,40}的)?[^，。；]{0,10}?报告"),
    (
        Act.SPOKE,
        r"(?:在会上)?(?:发表|[作做])(?:了)?(?:重要|主题|总结|动员|部署)?(?:讲话|发言|致辞)|在会上讲话",
    ),
)
_ACT = "|".join(f"(?P<{act.value}>{pattern})" for act, pattern in _ACTS)
_NEXT_ACT = re.compile(rf"[、并和]*(?:{_ACT}|(?P<also>讲话|发言|致辞))")
_PREDICATE = re.compile(rf"(?:{_ACT})(?=$|[、并和时]|在[^，。；]{{0,40}}$)")
_ACT_WORD = re.compile("主持|出席|参加|列席|讲话|发言|致辞|报告")
_OBJECT = re.compile(r"主持召开|出席|参加|列席|主持")
_CITING = re.compile(
    r"(?:会议|会上|例会|大会|全会)?(?:还|首先|集中|认真|深入|一并|专题)*(?:传达|学习|领会|听取)"
    r"|(?:(?!主持|出席|参加|讲话|报告)[^，：]){0,14}(?:认为|指出|强调|要求|提出|表示)[，：]"
)
"""What opens a sentence that tells what was heard or said, not who did it."""
_CONVENING = re.compile(rf"(?:召开|举行)(?:了|的)?([^，。；]{{0,60}}{_EVENT})")
_LONGEST_CLAUSE = 600
"""Longer runs without a comma, in characters, are no sentences; patterns over them would take too long."""
_DAY = r"(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日(?:上午|下午|晚)?"
_ADVERB = re.compile(
    r"(?:共同|一同|一并|也|均|都|还|分别|应邀|线上|现场|在线|视频|日前|近日|今天|昨天|当天|于|"
    r"以视频(?:的)?(?:形式|方式)|通过视频(?:的)?(?:形式|方式)?|代表[^，。；、]{0,12}?(?:党委|党组|总署|政府|委员会)|"
    rf"在(?:{_PLACES})|在[^，。；]{{1,14}}?(?:会场|会上)|在|{_DAY}|上午|下午)$"
)
_NOT_DONE = re.compile(r"(?:将|要|应|须|拟|未|不|没有|未能|因故|委托|邀请|请)$")
"""What, before an act, tells that it was not done, or not by the one named."""
_LONGEST_ADVERB = 24
"""In characters; patterns that end at the end are looked for from there only."""
_OPENING = re.compile(rf"^(?:{_DAY}(?:电)?|日前|近日|会上|会议由|由|其中|当天|当日|今天|昨天|[上下]午)")


def attendees(paragraphs: Iterable[str], meeting: str) -> Attendees:
    """Reads the paragraphs of a body that reports the meeting of this name.

    A person named again keeps the first role and gains acts.
    """
    register = Register()
    for paragraph in paragraphs:
        for sentence in re.split(r"[。！？；]", paragraph):
            if _cites_another(sentence, meeting):
                break
            if _ACT_WORD.search(sentence) and not _CITING.match(sentence.strip()):
                _read_sentence(sentence, meeting, register)
    return register.result()


def _cites_another(sentence: str, meeting: str) -> bool:
    """Whether a sentence tells of another meeting than the one that the readout reports."""
    convened = _CONVENING.search(sentence)
    return bool(convened and not same_meeting(convened[1], meeting))


def _read_sentence(sentence: str, meeting: str, register: Register) -> None:
    waiting: list[str] = []
    latest: list[tuple[str, str | None]] = []
    for clause in _clauses(sentence):
        found = _PREDICATE.search(clause) if len(clause) <= _LONGEST_CLAUSE else None
        if not found:
            waiting.append(clause)
            latest = []
            continue
        subject = _bare(clause[: found.start()]).lstrip("并和、")
        if _NOT_DONE.search(subject):
            break
        acts = _acts(clause, found.start(), meeting)
        if subject:
            latest = _read_subjects([*waiting, subject], acts, register)
        elif latest:
            register.add(latest, acts)  # 倪岳峰出席会议，并讲话
        waiting = []


def _clauses(sentence: str) -> list[str]:
    """A sentence cut at ， but not inside brackets or quotation marks."""
    clauses, depth, start = [], 0, 0
    for index, character in enumerate(sentence):
        if character in "（(“「《":
            depth += 1
        elif character in "）)”」》":
            depth = max(0, depth - 1)
        elif character in "，," and not depth:
            clauses.append(sentence[start:index].strip())
            start = index + 1
    return [*clauses, sentence[start:].strip()]


def _acts(clause: str, start: int, meeting: str) -> list[Act]:
    """The acts of a predicate, joined by 并 or 、, in the order of the text; none where it tells of another meeting."""
    acts: list[Act] = []
    match = _NEXT_ACT.match(clause, start)
    while match:
        act = Act.SPOKE if match["also"] else Act(str(match.lastgroup))
        event = _OBJECT.sub("", match[0].lstrip("、并和"), count=1)
        if act in (Act.CHAIRED, Act.ATTENDED) and event and not same_meeting(event, meeting):
            return []
        acts.append(act)
        match = _NEXT_ACT.match(clause, match.end())
    return acts


def _bare(subject: str) -> str:
    """A subject without the adverbs between it and its act."""
    while adverb := _ADVERB.search(subject, max(0, len(subject) - _LONGEST_ADVERB)):
        subject = subject[: adverb.start()].strip()
    return subject


def _read_subjects(subjects: list[str], acts: list[Act], register: Register) -> list[tuple[str, str | None]]:
    """Registers the last subject and, for attendance, the unbroken list that runs up to it; returns those named."""
    named: list[tuple[str, str | None]] = []
    attending = acts[:1] == [Act.ATTENDED]
    for group in _list_before(subjects, attending) if acts else ():
        register.add(group.people, acts)
        named.extend(group.people)
        if attending and group.collective:
            register.add_group(group.collective)
    return named


def _list_before(subjects: list[str], attending: bool) -> list[Group]:
    """The last subject, and those before it as long as they name somebody where a list may run over many."""
    groups: list[Group] = []
    for subject in reversed(subjects):
        group = read_group(_OPENING.sub("", subject))
        if groups and not group:
            break
        groups.append(group)
        if not attending:
            break
    return groups[::-1]
