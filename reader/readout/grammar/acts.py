"""Predicates: what a clause says that its subject did, as acts with the place of their words.

May import `data` and `people`. An act is a verb of attendance with an event for its object, or a verb with a noun of
speech or report; it must end its clause or be joined to another act (并, 、).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from reader.readout.data import any_of, entries
from reader.readout.people import Act

_EVENT = f"(?:{any_of('event_words')})"
_SPEECH = f"(?:{any_of('speech_words')})"
_REPORT = f"(?:{any_of('report_words')})"
_GIVE = "(?:(?<![工合操动创著写制运协])作|做)"
"""作…报告, but not the 作 of 工作."""
_ATTENDING = any_of("attending_verbs")
_AT = r"(?:在[^，。；]{0,30}?(?:会|会议|论坛|仪式|活动)上)?"
_PATTERNS: tuple[tuple[Act, str], ...] = (
    (
        Act.CHAIRED,
        rf"(?:召集并)?主持(?:了)?(?:召开|举行)?(?:了)?(?P<chaired_event>[^，。；]{{0,60}}?{_EVENT}(?:开幕式|闭幕式)?)?",
    ),
    (
        Act.REPORTED,
        rf"{_AT}(?:{_GIVE}(?:了)?(?:题为[^，。；]{{1,60}}?的)?[^，。；]{{0,24}}?{_REPORT}|(?:汇报|报告|通报)(?:了)?[^，。；]{{2,40}}"
        r"(?:情况|工作|安排|意见|建议|方案|进展|计划|结果))",
    ),
    (
        Act.SPOKE,
        rf"{_AT}(?:(?:发表|{_GIVE}|致|进行)(?:了)?(?:题为[^，。；]{{1,60}}?的)?[^，。；]{{0,24}}?(?:{_SPEECH}|辞|词)"
        r"|介绍(?:了)?[^，。；]{0,40}(?:情况|经验|做法|进展|成效|工作)|(?:回答|答)(?:了)?(?:中外)?(?:记者|媒体)?(?:的)?(?:提问|提出的问题|问)|讲话|致辞|发言|发了言)"
        r"|就[^，。；]{2,60}提出(?:了)?(?:工作|明确|具体)?要求|在(?!主持|出席|参加)[^，。；]{0,40}?(?:会议|例会|座谈会|大会|全会|会|讲话|发言|致辞|总结|演讲)(?:上|中|时)?(?:的讲话中)?(?:指出|强调|表示|要求|说|提出|建议|总结|介绍|透露)",
    ),
    (
        Act.ATTENDED,
        rf"(?:(?:{_ATTENDING})(?:了)?(?:(?P<attended_event>[^，。；]{{0,60}}?{_EVENT})|指导|祝贺)?"
        rf"|(?:召集)?(?:召开|举行)(?:了)?(?P<convened_event>[^，。；]{{0,60}}?{_EVENT})"
        r"|在主席台(?:前排)?就座|(?:传达|宣读|宣布)(?:了)?[^，。；]{1,60}|(?:共同)?见证(?:了)?(?:签约|签署)?|代表[^，。；]{1,12}(?:签字|签署|签约)|在座|陪同(?:[^，。；]{0,20}(?:会见|会谈|调研|考察|慰问|访问|检查|视察|督导|活动))?)",
    ),
)
_ANY_ACT = "|".join(f"(?P<{act.value}>{pattern})" for act, pattern in _PATTERNS)
_PREDICATE = re.compile(rf"(?:{_ANY_ACT})(?=\s*$|\s*[、并和及]|介绍|致辞|时|期间|在[^，。；]{{0,40}}$)")
_NEXT = re.compile(rf"(?:[、并和及\s]|同时|先后|分别)*+{_PREDICATE.pattern}")
HINT = re.compile(
    "|".join(entries("attending_verbs") + entries("speech_words") + entries("report_words"))
    + "|主持|就座|在座|陪同|签字|传达|宣读|宣布|见证|召开|举行|发了言|答记者|答问|答中外|提问|提出要求|提出了"
    + "|提出工作要求|提出明确要求|提出具体要求|"
    + "|".join(before + verb for before in "上中时" for verb in ("指出", "强调", "表示", "要求", "说", "提出", "建议"))
)
"""A sentence without any of these holds no act."""
_LONGEST_CLAUSE = 600
"""Longer runs without a comma, in characters, are no sentences; patterns over them would take too long."""


class Done(NamedTuple):
    """One act of a clause, the characters [start, end) that say it, and its event where one is printed."""

    act: Act
    start: int
    end: int
    event: str | None


class Predicate(NamedTuple):
    """The acts that end a clause; what stands before `start` is their subject."""

    start: int
    acts: tuple[Done, ...]


def read_predicate(clause: str, is_same: Callable[[str], bool]) -> Predicate | None:
    """The predicate of a clause, None where it has none.

    `is_same` tells whether a printed event is the one that is reported; who acts at another has no acts.
    """
    found = _predicate(clause) if len(clause) <= _LONGEST_CLAUSE and HINT.search(clause) else None
    if found and not all(done.event is None or is_same(done.event) for done in found.acts):
        return found._replace(acts=())
    return found


@lru_cache(maxsize=4096)
def _predicate(clause: str) -> Predicate | None:
    """The predicate of a clause whatever its events; the same clauses stand in post after post."""
    found = _PREDICATE.search(clause)
    acts: list[Done] = []
    match = found
    while match:
        event = match["chaired_event"] or match["attended_event"] or match["convened_event"]
        act = Act(_name(match))
        acts.append(Done(act, match.start(act.value), match.end(), event))
        match = _NEXT.match(clause, match.end()) if match.end() < len(clause) else None
    return Predicate(found.start(), tuple(acts)) if found else None


def _name(match: re.Match[str]) -> str:
    return next(act.value for act, _ in _PATTERNS if match[act.value] is not None)
