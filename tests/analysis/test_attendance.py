"""Who is named where and in which order, against a slow and obvious way of finding it out."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest

from reader.analysis.attendance import Claim, Inversion, changes, claims, inversions, matrix, roles
from reader.readout.people import Act, Attendance
from tests.analysis.meetings import made_meetings

SEEDS = (0, 1, 2)


def lists_of(seed: int) -> list[list[Attendance]]:
    return [list(meeting.people) for meeting in made_meetings(seed)]


def named(*names: str, role: str | None = "署领导") -> list[Attendance]:
    """A list of people in this order."""
    return [Attendance(name, role, (Act.ATTENDED,), at + 1) for at, name in enumerate(names)]


def first_position(people: list[Attendance], name: str) -> int | None:
    """Where a name stands first in a list."""
    return min((person.position for person in people if person.name == name), default=None)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_matrix_holds_every_printed_position(seed: int) -> None:
    """Each person has a cell for each meeting that names them, with the position printed there, and no other."""
    lists = lists_of(seed)
    rows = matrix(lists)
    assert {row.name for row in rows} == {person.name for people in lists for person in people}
    for row in rows:
        cells = [row.named[number].position if number in row.named else None for number in range(len(lists))]
        assert cells == [first_position(people, row.name) for people in lists]
        assert cells[row.first] and cells[row.last]
        assert not any(cells[: row.first]) and not any(cells[row.last + 1 :])


@pytest.mark.parametrize("seed", SEEDS)
def test_the_matrix_begins_with_who_was_named_last(seed: int) -> None:
    """The newest list stands first in its own order, then who stands in the list before it and is not there yet."""
    lists = lists_of(seed)
    expected: list[str] = []
    for people in reversed(lists):
        for person in sorted(people, key=lambda one: one.position):
            if person.name not in expected:
                expected.append(person.name)
    assert [row.name for row in matrix(lists)] == expected


def slow_inversions(lists: list[list[Attendance]]) -> list[Inversion]:
    """Looks back from every pair of every meeting to the last meeting that named both."""
    found = []
    for number, people in enumerate(lists):
        names = {person.name for person in people}
        for one, other in combinations(sorted(names), 2):
            for former in range(number - 1, -1, -1):
                now = [first_position(people, name) or 0 for name in (one, other)]
                then = [first_position(lists[former], name) for name in (one, other)]
                if then[0] is None or then[1] is None:
                    continue
                before, after = (one, other) if now[0] < now[1] else (other, one)
                if (then[0] < then[1]) != (now[0] < now[1]):
                    found.append(Inversion(number, before, after, former))
                break
    return found


@pytest.mark.parametrize("seed", SEEDS)
def test_every_inversion_is_found(seed: int) -> None:
    """Two people stand otherwise than in the last meeting that named both: found, and nothing else is."""
    lists = lists_of(seed)
    found = inversions(lists)
    assert sorted(found) == sorted(slow_inversions(lists))
    assert len(found) > 50
    assert [one.meeting for one in found] == sorted(one.meeting for one in found)


def test_an_inversion_looks_past_meetings_that_name_only_one() -> None:
    """A before B, then only A, then B before A: the third is compared with the first."""
    assert inversions([named("甲", "乙"), named("甲"), named("乙", "甲")]) == [Inversion(2, "乙", "甲", 0)]
    assert inversions([named("甲", "乙"), named("乙", "甲"), named("乙", "甲")]) == [Inversion(1, "乙", "甲", 0)]


@pytest.mark.parametrize("seed", SEEDS)
def test_what_changed_between_two_lists(seed: int) -> None:
    """Newly named, not named, other roles are the differences of the lists; who moved are the fewest possible."""
    lists = [people for people in lists_of(seed) if len({one.name for one in people}) == len(people)]
    for former, latter in pairwise(lists):
        before, after = {one.name: one for one in former}, {one.name: one for one in latter}
        found = changes(former, latter)
        assert list(found.newly_named) == [one for one in latter if one.name not in before]
        assert list(found.not_named) == [one for one in former if one.name not in after]
        others = [(one.name, before[one.name].role, one.role) for one in latter if one.name in before]
        assert [tuple(one) for one in found.roles] == [one for one in others if one[1] != one[2]]
        assert len(found.reordered) == fewest_moved(
            [one.name for one in former if one.name in after], [one.name for one in latter if one.name in before]
        )
        still = [one.name for one in former if one.name in after and one.name not in found.reordered]
        assert still == [one.name for one in latter if one.name in before and one.name not in found.reordered]


def fewest_moved(former: list[str], latter: list[str]) -> int:
    """Tries to leave out nobody, then each one, then each two ..."""
    for size in range(len(latter) + 1):
        for out in combinations(latter, size):
            if [name for name in former if name not in out] == [name for name in latter if name not in out]:
                return size
    raise AssertionError("without anybody the order is the same")


@pytest.mark.parametrize("seed", SEEDS)
def test_what_lists_claim_adds_up(seed: int) -> None:
    """The claims of a list are its roles in printed order, one for neighbours alike, with everyone counted once."""
    for people in lists_of(seed):
        found = claims(people)
        assert [role for role, count in found for _ in range(count)] == [person.role for person in people]
        assert all(one.role != other.role for one, other in pairwise(found))


def test_a_list_claims_its_collective_role() -> None:
    """One with an office, then seven under 在京署领导."""
    people = [*named("甲", role="署长"), *[one._replace(position=one.position + 1) for one in named(*"乙丙丁戊己庚辛")]]
    assert claims(people) == [Claim("署长", 1), Claim("署领导", 7)]
    assert claims([]) == []


@pytest.mark.parametrize("seed", SEEDS)
def test_roles_are_kept_apart_as_printed(seed: int) -> None:
    """Every role string of a person with just the meetings that print it, the earliest role first."""
    for row in matrix(lists_of(seed)):
        held = roles(row)
        assert len({one.role for one in held}) == len(held)
        assert {number: one.role for one in held for number in one.meetings} == {
            number: person.role for number, person in row.named.items()
        }
        assert all(list(one.meetings) == sorted(one.meetings) for one in held)
        assert [one.meetings[0] for one in held] == sorted(one.meetings[0] for one in held)
