"""Who is named in passing: a leader whose speech is studied, an official who is quoted, somebody at another meeting.

May import `text`, `evidence`, `people`, `data`, `groups`, `names` and `passages`. In running text nothing parts a name
from its neighbours, so that a person is only believed between a role and a word that may follow a name
(国务院总理某某强调), or between a word that may stand before a name and a title (贯彻习近平总书记…).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from functools import cache

from reader.readout.data import HAN, any_of, entries
from reader.readout.evidence import Evidence
from reader.readout.grammar.groups import Named
from reader.readout.grammar.names import LONGEST_ROLE_WORD, ends_in_role, find_name, is_expert, without_spaces
from reader.readout.grammar.passages import Passage, Stretch
from reader.readout.people import Attendance, Mention
from reader.text.folding import simplify

_TITLE = re.compile(r"(?:总书记|副?主席|副?总理|副?委员长|同志|副?署长|副?部长|副?省长|副?书记|副?主任|副?局长)$")
_NAME_LENGTHS = (3, 2, 4)
_ROLE_START = re.compile(
    r"[，。；：！？“”《》\s（）]|听取|学习|传达|贯彻|落实|领会|按照|根据|遵照|围绕|由于|由|向|对(?!外)|了|是|据|受|将|被|以及|与(?!会)|同(?![志济])|引用|在(?![京职任])|和(?!国)(?=[^、，。]{0,6}[部委署长])|的(?!士)"
)
_FOREIGN = re.compile(f"(?:[{HAN}]{{1,8}}[·•・‧]){{1,3}}(?P<last>[{HAN}]{{1,8}})")
_TITLE_END = re.compile("书记|主席|总理|员长|同志|署长|部长|省长|主任|局长")
_VAGUE = frozenset(["代表", "领导", "同志", "理事", "监督", "指挥", "秘书", "负责人", "主管", "专委", "委员"])
"""Words that are verbs or kinds of people as often as offices; alone they make nobody a person with a role."""
_TITLES_ALONE = frozenset(["同志", "总书记", "主席", "总理", "书记", "主任", "署长", "部长", "局长", "省长"])
"""What follows a name as a form of address is no printed role of its own."""
_LONGEST_ROLE = 40


def named_with_roles(body: Iterable[Passage]) -> dict[str, Named]:
    """The persons whom a body names with a role, by their name in simplified script, each where first so named.

    Experts and newsmen are none.
    """
    found: dict[str, Named] = {}
    for passage in body:
        titles = {match.end() for match in _TITLE_END.finditer(passage.text)}
        ends = (match.end() for match in _before_name().finditer(passage.text))
        roles = {end for end in ends if passage.text[end - 2 : end] in _role_tails()}
        for end in sorted(titles | roles):
            if named := _after_role(passage, end) or (_before_title(passage, end) if end in titles else None):
                found.setdefault(without_spaces(named.name.text), named)
    return found


def mentions(named: Mapping[str, Named], present: Collection[str]) -> tuple[Mention, ...]:
    """Those named who are not `present` (names in simplified script)."""
    return tuple(
        Mention(without_spaces(person.name.printed), person.role.printed if person.role else None, person.name.span)
        for name, person in named.items()
        if name not in present
    )


def with_roles(people: tuple[Attendance, ...], named: Mapping[str, Named]) -> tuple[Attendance, ...]:
    """People with the role that the body prints elsewhere, where it is not printed beside their act."""
    return tuple(_with_role(person, named.get(person.name) or named.get(simplify(person.name))) for person in people)


def _with_role(person: Attendance, named: Named | None) -> Attendance:
    if person.role or not named or not named.role or named.role.text in _TITLES_ALONE:
        return person
    spans = (*person.spans, Evidence("role", named.role.span))
    return person._replace(role=named.role.printed, spans=spans)


def _after_role(passage: Passage, end: int) -> Named | None:
    """Name and role of 国务院总理某某强调: a name after a role word, before a word that may follow one."""
    text = passage.text
    if text[end : end + 1] not in _first_characters() and not _FOREIGN.match(text, end):
        return None
    before = text[max(0, end - LONGEST_ROLE_WORD) : end]
    if not ends_in_role(before) or ends_in_role(before + text[end : end + 1]):
        return None
    name = _name_from(text, end)
    if not name:
        return None
    start = max(0, end - _LONGEST_ROLE)
    for stop in _ROLE_START.finditer(text, start, end):
        start = stop.end()
    role = _last_role(passage.stretch(start, end))
    return (
        None
        if is_expert(role.text) or role.text in _VAGUE or role.text.endswith("同志")
        else Named(passage.stretch(*name), role)
    )


def _last_role(role: Stretch) -> Stretch:
    """A role without the members of a list before it: of 甲、国务院总理 only 国务院总理, but all of 署长、党委书记."""
    parts = [0, *(mark.end() for mark in re.finditer("、", role.text)), len(role.text) + 1]
    first = len(parts) - 2
    while first > 0 and ends_in_role(role.text[parts[first - 1] : parts[first] - 1]):
        first -= 1
    return role.part(parts[first])


def _name_from(text: str, start: int) -> tuple[int, int] | None:
    """A name that begins at a place and is followed by a word that may follow one."""
    if foreign := _FOREIGN.match(text, start):
        ends = range(foreign.start("last") + 1, foreign.end() + 1)
        return next(
            ((start, end) for end in ends if _follows(text, end) and find_name(text[start:end]) == (0, end - start)),
            None,
        )
    fitting = [
        (_follows(text, start + length), start + length)
        for length in _NAME_LENGTHS
        if start + length <= len(text) and find_name(text[start : start + length]) == (0, length)
    ]
    # 吕岚共同主持: the name is what stands before the longer word
    longest, end = max(fitting, key=lambda fit: fit[0], default=(0, 0))
    return (start, end) if longest else None


def _before_title(passage: Passage, end: int) -> Named | None:
    """Name and title of 习近平总书记: a name before a title, after a word that may stand before one."""
    text = passage.text
    title = _TITLE.search(text, max(0, end - LONGEST_ROLE_WORD), end)
    if not title:
        return None
    for length in (3, 2):
        start = title.start() - length
        if start >= 0 and find_name(text[start : title.start()]) and _may_precede(text, start):
            return Named(passage.stretch(start, title.start()), passage.stretch(*title.span()))
    return None


def _follows(text: str, at: int) -> int:
    """How long the word or mark is that may follow a name and does so; the end of the text counts as one."""
    match = _follow_pattern().match(text, at)
    return len(match[0]) if match else int(at >= len(text))


def _may_precede(text: str, at: int) -> bool:
    return bool(at == 0 or _precede_pattern().search(text[max(0, at - 4) : at]))


@cache
def _role_tails() -> frozenset[str]:
    """The last two characters of every role word."""
    return frozenset(word[-2:] for word in entries("role_words"))


@cache
def _before_name() -> re.Pattern[str]:
    """The last character of a role word before what may begin a name."""
    ends = "".join(sorted({word[-1] for word in entries("role_words")}))
    return re.compile(f"[{ends}](?=[{''.join(sorted(_first_characters()))}]|[{HAN}]{{1,8}}[·•・‧])")


@cache
def _first_characters() -> frozenset[str]:
    return frozenset(name[0] for kind in ("surnames", "compound_surnames") for name in entries(kind))


@cache
def _follow_pattern() -> re.Pattern[str]:
    return re.compile(r"[，。；：！？、“”《》（）\s\d]|" + any_of("after_names"))


@cache
def _precede_pattern() -> re.Pattern[str]:
    return re.compile(r"(?:[，。；：！？、“”《》（）\s]|" + "|".join(entries("before_names")) + ")$")
