"""Who chaired, spoke, reported, attended: name, role as printed, place in the printed order.

May import `evidence`, `people`, `acts`, `attendance`, `groups`, `passages`, `sentences` and `series`. A grammar over
sentences: subject (roles and names) + adverbs + act. Clauses without an act wait for the act that follows them, for a
list of attendees may run over many: 副部长甲，部党组成员、某局局长乙，总工程师丙出席会议. A mention without an act
(某某重要讲话精神), and an act at another meeting that the text cites, make nobody an attendee.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from reader.readout.evidence import Span
from reader.readout.grammar.acts import HINT, Done, read_predicate
from reader.readout.grammar.attendance import Attendees, Register
from reader.readout.grammar.groups import Group, Named, read_group
from reader.readout.grammar.passages import Passage, Stretch, without_brackets
from reader.readout.grammar.sentences import bare_subject, clauses, sentences
from reader.readout.grammar.series import same_meeting
from reader.readout.people import Act

_EVENT = r"(?:会议|例会|座谈会|大会|全会|推进会|会)"
_CITING = re.compile(
    r"\s*(?:会议|会上|例会|大会|全会)?(?:还|首先|集中|认真|深入|一并|专题)*(?:传达|学习|领会|听取)"
    r"|\s*(?![^，：]{0,8}在[^，：]{0,12}[上中时])"
    r"(?:(?!主持|出席|参加|讲话|报告|发言|致辞|会上)[^，：]){0,14}(?<!会上)(?:认为|指出|强调|要求|提出|表示)[，：]"
)
"""What opens a sentence that tells what was heard or said, not who did it."""
_CONVENING = re.compile(rf"(?:召开|举行)(?:了|的)?([^，。；]{{0,60}}{_EVENT})")
_NOT_DONE = re.compile(r"(?:将|要|应|须|拟|未|不|没有|未能|因故|委托|邀请|请|可|需)$")
"""What, before an act, tells that it was not done, or not by the one named."""
_LISTED = re.compile(
    r"(?:出席|参加|列席)(?P<event>[^，。；]{0,40}?)的?(?:领导|嘉宾|人员|单位|领导同志|同志|市领导|省领导|区领导)?(?:还|主要)?有[：，\s]*(?P<list>[^。；]+)$"
)


def attendees(
    body: Iterable[Passage], titles: Iterable[Passage], meeting: str | None, register: Register | None = None
) -> Attendees:
    """Reads a body, and its titles for whom the body does not name, for those who took part in an event.

    `meeting` is the name of the meeting that is reported, in simplified script, None for another event; acts at other
    meetings are passed over then. A person named again keeps the first role and gains acts.
    """
    register = register or Register()

    def is_same(event: str) -> bool:
        return meeting is None or same_meeting(event, meeting)

    for passage in body:
        for sentence in sentences(passage) if HINT.search(passage.text) else ():
            if meeting and meeting not in sentence.text and _cites_another(sentence.text, is_same):
                break
            if HINT.search(sentence.text) and not _CITING.match(sentence.text):
                _read_sentence(sentence, is_same, register, frozenset())
    known = frozenset(register.known)
    for passage in titles:
        for sentence in sentences(passage):
            if HINT.search(sentence.text):
                _read_sentence(sentence, is_same, register, known)
    return register.result()


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
    for group in _list_before(subjects, register) if done else ():
        people = [person for person in group.people if person.name.text not in passed_over]
        register.add(people, done)
        named.extend(people)
        if attending and group.collective:
            register.add_group(group.collective)
    return tuple(named)


def _list_before(subjects: list[Stretch], register: Register) -> list[Group]:
    """The last subject, and those before it as long as they name somebody: a list may run over many clauses."""
    groups: list[Group] = []
    for subject in reversed(subjects):
        group = read_group(bare_subject(subject), register.known)
        if groups and not group:
            break
        groups.append(group)
    return groups[::-1]
