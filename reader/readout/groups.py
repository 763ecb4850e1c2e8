"""One stretch of a list of people: roles and names, or a group that names nobody.

May import `names`. Roles hold 、 just as lists do, so that what names nobody waits and is part of the next role. What
stands in such a stretch but is no role (a verb, a 了) makes the stretch no list: it says nothing then.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from reader.readout.names import as_name, ends_in_role, is_expert, split_role

_ITEMS = re.compile(r"、(?![^（(]*[)）])")
_AND = re.compile(r"以及|和|与|及")
_AND_OTHERS = re.compile(r"等[^等、]{0,14}")
_NO_ROLE = re.compile(
    r"听取|传达|学习|召开|主持(?!.{0,4}工作)|出席|参加|列席|强调|指出|要求|表示|介绍|通报|宣读|审议|讲话|精神|了|受.*委托"
)
_LONGEST = 80
"""Longest role or group, in characters; real ones stay under 50."""
_COLLECTIVE_TAIL = re.compile(
    r"(?:负责同志|负责人|工程师|检验师|经济师|会计师|成员|代表|同志|人员|干部|领导|委员|职工|党员|书记|主任|处长|署长|单位|部门|等)$"
)


class Group(NamedTuple):
    """The people of one stretch of a list with the role of each (None where none is printed); `collective` is the
    group that names nobody (各部门主要负责人), empty where there is none.
    """

    people: tuple[tuple[str, str | None], ...]
    collective: str

    def __bool__(self) -> bool:
        return bool(self.people or self.collective)


_NOBODY = Group((), "")


def read_group(subject: str) -> Group:
    """Reads one stretch such as 副署长甲、乙 or 总署各部门负责同志.

    A role goes to the name it stands before and to the bare names that follow. Experts and newsmen are passed over.
    Bare names alone are believed only where the whole stretch consists of them.
    """
    people: list[tuple[str, str | None]] = []
    waiting: list[str] = []
    shared: str | None = None
    for item in _items(subject):
        split = split_role(item)
        name = None if waiting else as_name(item)
        if name:
            people.append((name, shared))
        elif split:
            shared = "、".join([*waiting, split[0]])
            people.append((split[1], shared))
            waiting = []
        else:
            waiting.append(item)
    rest = "、".join(waiting)
    if any(role and not _is_role(role) for _, role in people) or (people and not shared and rest):
        return _NOBODY
    officials = tuple((name, role) for name, role in people if not (role and is_expert(role)))
    return Group(officials, rest if _is_collective(rest) else "")


def _items(subject: str) -> list[str]:
    """The items of a list, parted by 、 and by a 和 or 与 that follows a name."""
    items: list[str] = []
    for item in _ITEMS.split(subject):
        items.extend(_parted(_without_others(item), bool(items)))
    return items


def _without_others(item: str) -> str:
    """部长甲等有关部门负责人 is 部长甲: those after 等 are not named."""
    for others in _AND_OTHERS.finditer(item):
        named = item[: others.start()]
        if others.end() == len(item) and (as_name(named) or split_role(named)):
            return named
    return item


def _parted(item: str, in_list: bool) -> list[str]:
    """The two sides of a 和 between people: 甲和乙, 甲和主任乙, but not 农业和农村部部长甲."""
    for joint in _AND.finditer(item):
        left, right = item[: joint.start()], item[joint.end() :]
        bare = as_name(left)
        if (split_role(left) or (bare and (in_list or as_name(right)))) and (
            as_name(right) or split_role(right) or ends_in_role(right)
        ):
            return [left, right]
    return [item]


def _is_role(role: str) -> bool:
    return len(role) <= _LONGEST and not _NO_ROLE.search(role)


def _is_collective(rest: str) -> bool:
    if not _COLLECTIVE_TAIL.search(rest) or not _is_role(rest):
        return False
    return not any(as_name(rest[:cut]) and ends_in_role(rest[cut:]) and len(rest) - cut <= 4 for cut in (2, 3))
