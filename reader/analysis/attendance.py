"""Who is named at which meetings, in which printed order, and what changed from one meeting to another.

May import `readout.people`. A person missing from a list is *not named* (未列名), never absent: what a text does not
say about anybody is nobody's absence. One name is one person; who calls has made spellings of it one.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from itertools import combinations, groupby
from typing import NamedTuple

from reader.readout.people import Attendance

ORDERED = 100
"""People of a meeting whose order is compared."""

Lists = Sequence[Sequence[Attendance]]
"""Who is named at each meeting, oldest first."""


class Person(NamedTuple):
    """One row of the matrix: the meetings (by number, oldest first) that name a person, each with the printed line."""

    name: str
    named: Mapping[int, Attendance]

    @property
    def first(self) -> int:
        """The number of the meeting that names the person first in this collection."""
        return min(self.named)

    @property
    def last(self) -> int:
        """The number of the one that does so last."""
        return max(self.named)


class RoleHeld(NamedTuple):
    """A role as printed (None where none is) with the numbers of the meetings that print it, oldest first."""

    role: str | None
    meetings: Sequence[int]


class Inversion(NamedTuple):
    """Two people of whom a meeting prints `before` before `after`; meeting `former` had them the other way round."""

    meeting: int
    before: str
    after: str
    former: int


class RoleChange(NamedTuple):
    """A person whose role is printed otherwise; None where none is printed."""

    name: str
    former: str | None
    latter: str | None


class PeopleChange(NamedTuple):
    """What changed in the people from one meeting to another, in the printed order of the latter (`not_named`: of the
    former). `reordered` are the fewest people without whom the order of the rest is unchanged.
    """

    newly_named: Sequence[Attendance]
    not_named: Sequence[Attendance]
    roles: Sequence[RoleChange]
    reordered: Sequence[str]


class Claim(NamedTuple):
    """What a list claims to list: a role as printed before so many names."""

    role: str | None
    names: int


def matrix(lists: Lists) -> list[Person]:
    """Everyone, who is named last first; among those in the order in which that meeting prints them."""
    named: dict[str, dict[int, Attendance]] = {}
    for number, people in enumerate(lists):
        for person in people:
            named.setdefault(person.name, {}).setdefault(number, person)
    rows = [Person(name, found) for name, found in named.items()]
    return sorted(rows, key=lambda row: (-row.last, row.named[row.last].position))


def roles(person: Person) -> list[RoleHeld]:
    """Every role with which a person is printed, the one that comes first first."""
    found: dict[str | None, list[int]] = {}
    for number in sorted(person.named):
        found.setdefault(person.named[number].role, []).append(number)
    return [RoleHeld(role, meetings) for role, meetings in found.items()]


def inversions(lists: Lists) -> list[Inversion]:
    """Every pair whose order differs from that of the last meeting before that named both, oldest first.

    Of each meeting the first ORDERED people are looked at: pairs are many.
    """
    latest: dict[tuple[str, str], int] = {}
    found = []
    for number, people in enumerate(lists):
        ordered = sorted(people, key=lambda person: person.position)
        for before, after in combinations(dict.fromkeys(person.name for person in ordered[:ORDERED]), 2):
            same, other = latest.get((before, after), -1), latest.get((after, before), -1)
            if other > same:
                found.append(Inversion(number, before, after, other))
            latest[before, after] = number
    return found


def changes(former: Sequence[Attendance], latter: Sequence[Attendance]) -> PeopleChange:
    """Who is newly named, not named, named with another role, in another order."""
    before = {person.name: person for person in sorted(former, key=lambda person: person.position)}
    after = {person.name: person for person in sorted(latter, key=lambda person: person.position)}
    places = {name: place for place, name in enumerate(before)}
    both = [name for name in after if name in before]
    return PeopleChange(
        [person for name, person in after.items() if name not in before],
        [person for name, person in before.items() if name not in after],
        [
            RoleChange(name, before[name].role, after[name].role)
            for name in both
            if before[name].role != after[name].role
        ],
        _out_of_order([places[name] for name in both], both),
    )


def claims(people: Sequence[Attendance]) -> list[Claim]:
    """What a list claims to list: each role with how many stand under it, in printed order (在京署领导, 7)."""
    ordered = sorted(people, key=lambda person: person.position)
    return [Claim(role, len(list(group))) for role, group in groupby(ordered, lambda person: person.role)]


def _out_of_order(places: Sequence[int], names: Sequence[str]) -> list[str]:
    """Those who stand outside a longest run of rising places: of equals the one whose ends come first."""
    levels: list[list[int]] = []  # by the length of the longest run that ends there, less one; each has falling places
    before: list[int | None] = []
    for number, place in enumerate(places):
        level = bisect_left(levels, place, key=lambda ends: places[ends[-1]])
        former = levels[level - 1] if level else []
        before.append(former[bisect_right(former, -place, key=lambda end: -places[end])] if level else None)
        if level == len(levels):
            levels.append([])
        levels[level].append(number)
    longest: set[int] = set()
    end: int | None = levels[-1][0] if levels else None
    while end is not None:
        longest.add(end)
        end = before[end]
    return [name for number, name in enumerate(names) if number not in longest]
