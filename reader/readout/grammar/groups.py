"""One stretch of a list of people: roles and names, or a group that names nobody.

May import `data`, `evidence`, `names` and `passages`. Roles hold 、 just as lists do, so that what names nobody waits
and is part of the next role. What stands in such a stretch but is no role (a verb, a 了) makes the stretch no list: it
says nothing then.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache
from typing import NamedTuple

from reader.readout.data import HAN, entries
from reader.readout.evidence import Source
from reader.readout.grammar.names import (
    Cut,
    as_name,
    ends_in_role,
    find_name,
    is_expert,
    may_be_minority_name,
    run_together,
    split_role,
    split_title,
    split_unknown,
)
from reader.readout.grammar.passages import Passage, Stretch

_LIST_MARKS = re.compile("[、（）“”]")
_AND = re.compile(r"以及|和|与|及|暨")
_JOINT = re.compile("以及|还有|和|及|与(?!会)")
_AND_OTHERS = re.compile(r"等[^等、]{0,14}")
_NO_ROLE = re.compile(
    r"听取|传达|学习|召开|主持(?!.{0,4}工作)|出席|参加|列席|强调|指出|要求|表示|介绍|通报|宣读|审议|讲话|精神|了|受.{0,80}委托|会见|推进会|认为|作为"
)
_MAY_BE_NAME = re.compile(f"[{HAN}]{{2,5}}(?<![部委局署院厅司处室办省市区县州关所站组社校厂科队镇乡长员师导等])")
_UNKNOWN_PERSON = re.compile(f"(?:长|书记|主任|主席|总裁|经理|董事)[{HAN}]{{2,3}}$(?<![长员师任记导席理事组])")
"""A role and a name that no table knows: it must not become part of the next role."""
_LONGEST_RUN = 24
"""Longest run of names without marks between them, in characters."""
_LONGEST = 80
"""Longest role or group, in characters; real ones stay under 50."""
_LONGEST_ITEM = 200
"""An item of a list with more characters holds no person: its role would be longer than any."""
_LONGEST_KEPT = 400
"""Texts of more characters do not come again, and are not kept."""
_HEADS = re.compile(r"[\d〇一二三四五六七八九十百千多余]余?人$")
"""A number of people, without the digits before its last."""


class Named(NamedTuple):
    """A person as printed in a list: the name (or a family name alone, of 盛署长), and the role, None where none is."""

    name: Stretch
    role: Stretch | None


class Group(NamedTuple):
    """The people of one stretch of a list; `collective` is the group that names nobody (各部门主要负责人)."""

    people: tuple[Named, ...]
    collective: Stretch | None

    def __bool__(self) -> bool:
        return bool(self.people or self.collective)


NOBODY = Group((), None)


def read_group(subject: Stretch, known: Collection[str] = ()) -> Group:
    """Reads one stretch such as 副署长甲、乙 or 总署各部门负责同志.

    A role goes to the name it stands before and to the bare names that follow. Experts and newsmen are passed over.
    Bare names alone are believed only where the whole stretch consists of them. `known` names help to cut names that
    are run together.
    """
    text = subject.text
    group = _read_text(text) if len(text) <= _LONGEST_KEPT else _read_text.__wrapped__(text)
    if not group and known:
        group = Group(tuple(_run(_alone(subject.text), known)), None)
    if not group:
        return NOBODY
    people = tuple(Named(_moved(name, subject), role and _moved(role, subject)) for name, role in group.people)
    return Group(people, group.collective and _moved(group.collective, subject))


def _alone(text: str) -> Stretch:
    """A text as a stretch of nothing but itself."""
    return Passage(Source.BODY, None, text, text).whole()


def _moved(part: Stretch, subject: Stretch) -> Stretch:
    """A part of a text that was read alone, at its place in the passage."""
    return Stretch(subject.passage, subject.start + part.start, part.text)


@lru_cache(maxsize=4096)
def _read_text(text: str) -> Group:
    """The group of a text that is read alone: the same officials stand in the same words in post after post."""
    people: list[Named] = []
    waiting: list[Stretch] = []
    shared: Stretch | None = None
    items = _items(_alone(text))
    for index, item in enumerate(items):
        if len(item.text) > _LONGEST_ITEM and not _UNKNOWN_PERSON.search(item.text, len(item.text) - _LONGEST_RUN):
            waiting.append(item)
        elif not waiting and (bare := find_name(item.text)):
            people.append(Named(item.part(*bare), shared))
        elif before := split_role(item.text) or _unknown(items, index):
            role = item.part(*before.role)
            shared = waiting[0].up_to(role) if waiting else role
            people.append(Named(item.part(*before.name), shared))
            waiting = []
        elif not waiting and (titled := split_title(item.text)):
            people.append(_titled(item, titled))
        elif not waiting and len(items) == 1 and (run := _run(item, ())):
            people.extend(run)
        elif not waiting and _stands_between_names(items, index):
            people.append(Named(item, shared))
        elif _UNKNOWN_PERSON.search(item.text):
            waiting, shared = [], None
        else:
            waiting.append(item)
    rest = waiting[0].up_to(waiting[-1]) if waiting else None
    if any(named.role and not _is_role(named.role.text) for named in people):
        return NOBODY
    if rest and people and not any(named.role for named in people):
        return NOBODY
    officials = tuple(named for named in people if not (named.role and is_expert(named.role.text)))
    return Group(officials, _collective(rest))


def _collective(rest: Stretch | None) -> Stretch | None:
    """The group without names that a rest of a list is, without the word that joins it."""
    if rest and (joint := _JOINT.match(rest.text)):
        rest = rest.part(joint.end())
    return rest if rest and _is_collective(rest.text) else None


def _unknown(items: list[Stretch], index: int) -> Cut | None:
    """Role and a name that begins with no known family name, where a name follows in the list."""
    following = items[index + 1].text if index + 1 < len(items) else ""
    return split_unknown(items[index].text) if following and find_name(following) else None


def _stands_between_names(items: list[Stretch], index: int) -> bool:
    """Whether an item that begins with no known family name can only be a name, as 白玛赤林 in a list of names."""
    if not index or not _MAY_BE_NAME.fullmatch(items[index].text):
        return False
    if index == len(items) - 1:
        return may_be_minority_name(items[index].text)
    before, after = items[index - 1].text, items[index + 1].text
    return bool((find_name(before) or split_role(before)) and find_name(after))


def _titled(item: Stretch, cut: Cut) -> Named:
    return Named(item.part(*cut.name), item.part(*cut.role))


def _run(item: Stretch, known: Collection[str]) -> list[Named]:
    """The people of names run together, after a role or without one."""
    text = item.text
    if not _is_role(text):
        return []
    for cut in range(max(0, len(text) - _LONGEST_RUN), len(text) - 3):
        if cut and not ends_in_role(text[:cut]):
            continue
        if spans := run_together(text[cut:], known):
            role = item.part(0, cut) if cut else None
            return [Named(item.part(cut + start, cut + end), role) for start, end in spans]
    return []


def _items(subject: Stretch) -> list[Stretch]:
    """The items of a list, parted by 、 and by a 和 or 与 that follows a name."""
    items: list[Stretch] = []
    start = 0
    text = subject.text
    for end in [*_commas(text), len(text)]:
        item = subject.part(start, end)
        if len(item.text) > _LONGEST_ITEM:
            items.append(item)
        elif item.text:
            items.extend(_parted(_without_others(item), bool(items)))
        start = end + 1
    return items


def _commas(text: str) -> list[int]:
    """Where the 、 of a text stand that are in no brackets and no quotation marks."""
    found: list[int] = []
    bracket = quote = ""  # the next of each kind
    for mark in reversed(list(_LIST_MARKS.finditer(text))):
        if mark[0] in "（）":
            bracket = mark[0]
        elif mark[0] in "“”":
            quote = mark[0]
        elif bracket != "）" and quote != "”":
            found.append(mark.start())
    return found[::-1]


def _without_others(item: Stretch) -> Stretch:
    """部长甲等有关部门负责人 is 部长甲: those after 等 are not named."""
    text = item.text
    for others in _AND_OTHERS.finditer(text):
        named = text[: others.start()]
        if others.end() == len(text) and (as_name(named) or split_role(named)):
            return item.part(0, others.start())
    return item


def _parted(item: Stretch, in_list: bool) -> list[Stretch]:
    """The two sides of a 和 between people: 甲和乙, 甲和主任乙, but not 农业和农村部部长甲."""
    text = item.text
    for joint in _AND.finditer(text):
        left, right = text[: joint.start()], text[joint.end() :]
        if (split_role(left) and len(right) > 1) or (
            as_name(left) and (in_list or as_name(right)) and _are_people(right)
        ):
            return [item.part(0, joint.start()), item.part(joint.end())]
    return [item]


def _are_people(text: str) -> bool:
    return bool(as_name(text) or split_role(text) or ends_in_role(text) or _is_collective(text))


def _is_role(role: str) -> bool:
    return len(role) <= _LONGEST and not _NO_ROLE.search(role)


def _is_collective(rest: str) -> bool:
    grouped = rest.endswith(entries("group_words")) or _HEADS.search(rest, max(0, len(rest) - len("十余人")))
    return bool(grouped and _is_role(rest) and not split_title(rest))
