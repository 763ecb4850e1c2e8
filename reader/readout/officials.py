"""Who chaired, spoke, reported, attended: name, role as printed, place in the printed order.

May import this room's model and `names`. A grammar over sentences: subject (roles and names) + adverbs + act. A
sentence is cut at ，; clauses without an act wait for the act that follows them, for a list of attendees may run
over many: 副部长甲，部党组成员、某局局长乙，总工程师丙出席会议. A mention without an act (习近平总书记重要讲话精神)
makes nobody an attendee.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from reader.readout.model import Act, Attendance
from reader.readout.names import as_name, split_role

_MEETING = r"(?:了)?(?:本次|此次|上述|今天的|当天的)?(?:视频)?(?:会议|例会|座谈会|大会|全会|推进会|会)"
_ACTS: tuple[tuple[Act, str], ...] = (
    (Act.CHAIRED, rf"主持(?:召开[^，。；]*?{_MEETING}|{_MEETING}|(?=并|$))"),
    (Act.ATTENDED, rf"(?:出席|参加|列席)(?:{_MEETING}|(?=并|$))"),
    (Act.SPOKE, r"(?:在会上)?(?:发表|作|做)?(?:了)?(?:重要|主题|总结|动员|部署)?(?:讲话|发言|致辞)"),
    (Act.REPORTED, r"(?:在会上)?[作做](?:了)?(?:题为[^，。；]{1,40}的)?[^，。；]{0,10}?报告"),
)
_ACT = "|".join(f"(?P<{act.value}>{pattern})" for act, pattern in _ACTS)
_NEXT_ACT = re.compile(rf"[、并和]*(?:{_ACT})")
_PREDICATE = re.compile(rf"(?:{_ACT})(?=$|[、并和]|在[^，。；]*$)")
_ADVERB = re.compile(
    r"(?:共同|一同|一并|也|均|都|还|分别|应邀|线上|现场|在线|视频|"
    r"以视频(?:的)?(?:形式|方式)|通过视频(?:的)?(?:形式|方式)?|"
    r"在[^，。；]{1,14}?(?:会场|会上)|(?:\d{1,2}月)?\d{1,2}日(?:上午|下午|晚)?|上午|下午)$"
)
_OPENING = re.compile(
    r"(?:(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日(?:[上下]午|晚)?(?:电)?|日前|近日|会上|会议由|其中|当天|当日|今天|昨天|[上下]午)"
)
_COLLECTIVE_TAIL = re.compile(
    r"(?:负责同志|负责人|工程师|检验师|经济师|会计师|成员|代表|同志|人员|干部|领导|委员|职工|党员|书记|主任|处长|署长|单位|部门|等)$"
)


class Attendees(NamedTuple):
    """Everyone whom the text names as taking part, in printed order, and the groups without names."""

    people: tuple[Attendance, ...]
    collective: tuple[str, ...]


class _Group(NamedTuple):
    """One stretch of a list: (name, role) pairs, and what names nobody."""

    people: list[tuple[str, str | None]]
    rest: str


def attendees(paragraphs: Iterable[str]) -> Attendees:
    """Reads the paragraphs of a body; a person named again keeps the first role and gains acts."""
    register = _Register()
    for paragraph in paragraphs:
        for sentence in re.split(r"[。！？；]", paragraph):
            _read_sentence(sentence, register)
    return register.result()


class _Register:
    """Names in printed order with what they did."""

    def __init__(self) -> None:
        self._roles: dict[str, str | None] = {}
        self._acts: dict[str, list[Act]] = {}
        self._collective: dict[str, None] = {}

    def add(self, people: Iterable[tuple[str, str | None]], acts: Iterable[Act]) -> None:
        for name, role in people:
            self._roles[name] = self._roles.get(name) or role
            known = self._acts.setdefault(name, [])
            known.extend(act for act in acts if act not in known)

    def add_group(self, printed: str) -> None:
        self._collective.setdefault(printed)

    def result(self) -> Attendees:
        people = (
            Attendance(name, self._roles[name], _without_attending_chair(acts), position)
            for position, (name, acts) in enumerate(self._acts.items(), 1)
        )
        return Attendees(tuple(people), tuple(self._collective))


def _without_attending_chair(acts: list[Act]) -> tuple[Act, ...]:
    """Who chairs is not also told as attending."""
    return tuple(act for act in acts if not (act is Act.ATTENDED and Act.CHAIRED in acts))


def _read_sentence(sentence: str, register: _Register) -> None:
    waiting: list[str] = []
    latest: list[tuple[str, str | None]] = []
    for clause in _clauses(sentence):
        found = _PREDICATE.search(clause)
        if not found:
            waiting.append(clause)
            latest = []
            continue
        subject = _bare(clause[: found.start()])
        acts = _acts(clause, found.start())
        if subject:
            latest = _read_subjects([*waiting, subject], acts, register)
        else:
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


def _acts(clause: str, start: int) -> list[Act]:
    """The acts of a predicate, joined by 并 or 、, in the order of the text."""
    acts: list[Act] = []
    match = _NEXT_ACT.match(clause, start)
    while match:
        acts.append(Act(str(match.lastgroup)))
        match = _NEXT_ACT.match(clause, match.end())
    return acts


def _bare(subject: str) -> str:
    """A subject without the adverbs between it and its act."""
    before = None
    while before != subject:
        before, subject = subject, _ADVERB.sub("", subject).strip()
    return subject


def _read_subjects(subjects: list[str], acts: list[Act], register: _Register) -> list[tuple[str, str | None]]:
    """Registers the last subject and, for attendance, the list that runs up to it; returns those named."""
    named: list[tuple[str, str | None]] = []
    attending = acts[:1] == [Act.ATTENDED]
    for subject in _list_before(subjects) if attending else subjects[-1:]:
        group = _read_group(_OPENING.sub("", subject, count=1) if _OPENING.match(subject) else subject)
        register.add(group.people, acts)
        named.extend(group.people)
        if attending and group.rest:
            register.add_group(group.rest)
    return named


def _list_before(subjects: list[str]) -> list[str]:
    """The unbroken run of subjects at the end that name people or groups of people."""
    first = len(subjects)
    while first and _names_somebody(subjects[first - 1]):
        first -= 1
    return subjects[first:]


def _names_somebody(subject: str) -> bool:
    return bool(_read_group(subject).people or _COLLECTIVE_TAIL.search(subject))


def _read_group(subject: str) -> _Group:
    """One stretch of a list. A role goes to the name it stands before and to the bare names that follow.

    Items are parted by 、, which roles hold too: what names nobody waits and is part of the next role.
    """
    people: list[tuple[str, str | None]] = []
    waiting: list[str] = []
    shared: str | None = None
    for item in re.split(r"、(?![^（(]*[)）])", subject):
        split = split_role(item)
        name = as_name(item)
        if name and not waiting:
            people.append((name, shared))
        elif split:
            shared = "、".join([*waiting, split[0]])
            people.append((split[1], shared))
            waiting = []
        else:
            waiting.append(item)
    rest = "、".join(waiting)
    return _Group(people, rest if _COLLECTIVE_TAIL.search(rest) else "")
