"""Two meetings side by side: their clauses, their people, and how much of the latter is new.

May import `library.model`, `analysis`, `readout.people` and `locale`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from reader.analysis import attendance, comparison, novelty
from reader.analysis.comparison import Change, Comparison, Kind
from reader.analysis.rewording import LONGEST
from reader.analysis.steps import Steps, finished
from reader.analysis.where import beginning
from reader.library.model import Held
from reader.library.protocols import Library
from reader.locale.views import CompareWords
from reader.readout.people import Attendance

SIGNS: Mapping[Kind, str] = {Kind.KEPT: " ", Kind.REWORDED: "~", Kind.DROPPED: "-", Kind.NEW: "+"}
"""What stands before a clause for what became of it."""


class Reason(StrEnum):
    """Why a meeting is compared with another."""

    CHOSEN = "chosen"
    SERIES = "series"
    """It is the one before of the same series and convener."""
    BEFORE = "before"
    """It is the one before, for there is none of the same series."""


class Partner(NamedTuple):
    """The meeting with which another is compared, and why."""

    meeting: Held
    reason: Reason


class Compared(NamedTuple):
    """What became of the former meeting's report in the latter's.

    The shares are of the latter's characters, in percent: what no earlier meeting had said (None as long as that is not
    worked out, and where there is none), and what the former alone had not. `lists` are the people of both, in printed
    order.
    """

    former: Held
    latter: Held
    comparison: Comparison
    changes: Sequence[Change]
    lists: tuple[Sequence[Attendance], Sequence[Attendance]]
    people: attendance.PeopleChange
    new_share: float | None
    new_share_of_partner: float | None


def partner_of(meetings: Sequence[Held], key: int) -> Partner | None:
    """The meeting before of the same series and convener, else the meeting before; None for the first of all.

    `meetings` are all of the collection, oldest first. None too for a post that is none of them.
    """
    number = next((number for number, held in enumerate(meetings) if held.key == key), None)
    if not number:
        return None
    here = meetings[number]
    for held in reversed(meetings[:number]):
        if here.series is not None and (held.series, held.convener) == (here.series, here.convener):
            return Partner(held, Reason.SERIES)
    return Partner(meetings[number - 1], Reason.BEFORE)


def compare_meetings(library: Library, former: Held, latter: Held) -> Compared:
    """Compares two meetings. Raises KeyError where one of them has gone."""
    return finished(comparing_meetings(library, former, latter))


def comparing_meetings(library: Library, former: Held, latter: Held) -> Steps[Compared]:
    """The same in steps; the first of them raises KeyError."""
    bodies = dict(library.across.bodies([former.key, latter.key]))
    before, after = bodies[former.key], bodies[latter.key]
    people = library.across.people_of([former.key, latter.key])
    said = library.across.said_before(latter.key)
    yield 0
    compared = yield from comparison.comparing(before, after)
    changes = yield from comparison.setting_side_by_side(before, after, compared)
    part = beginning(after, comparison.MOST)
    said_by_former = yield from novelty.looking_for_said(part, [beginning(before, comparison.MOST)])
    return Compared(
        former,
        latter,
        compared,
        changes,
        (people[former.key], people[latter.key]),
        attendance.changes(people[former.key], people[latter.key]),
        novelty.new_share(after, said.passages) if said is not None and said.earlier else None,
        novelty.new_share(part, said_by_former),
    )


def left_out_told(compared: Compared, words: CompareWords) -> list[str]:
    """What was not compared, a sentence each; nothing where all was."""
    left = compared.comparison.left_out
    told = (
        (left.characters, words.cut_text),
        (left.first, words.cut_pairs),
        (left.long or None, words.cut_long),
    )
    return [template.format(count=count, most=LONGEST) for count, template in told if count is not None]


def people_changes(compared: Compared, words: CompareWords) -> list[tuple[str, str]]:
    """What changed in the people, a (label, names) each kind; that nothing did where that is so."""
    people = compared.people
    roles = [f"{one.name}（{one.former or words.no_role} › {one.latter or words.no_role}）" for one in people.roles]
    told = (
        (words.newly_named, [person.name for person in people.newly_named]),
        (words.not_named, [person.name for person in people.not_named]),
        (words.role_changed, roles),
        (words.order_changed, people.reordered),
    )
    return [(label, "、".join(names)) for label, names in told if names] or [(words.same_people, "")]
