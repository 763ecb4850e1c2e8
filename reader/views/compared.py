"""What `compare` compares: which meeting with which, and what became of the former's report in the latter's.

May import `library`, `analysis` and `i18n`.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

from reader.analysis import attendance, comparison, novelty
from reader.analysis.comparison import Change, Comparison
from reader.analysis.steps import Steps
from reader.analysis.where import beginning
from reader.i18n import N_
from reader.library.index import Library
from reader.library.model import ListedMeeting
from reader.readout.people import Attendance


class Reason(Enum):
    """Why a meeting is compared with another, as a sentence; empty for the one before of the series and convener."""

    CHOSEN = N_("Compared with the remembered meeting; . in the list forgets it")
    SERIES = ""
    BEFORE = N_("No earlier meeting of this series: compared with the meeting before")


class Partner(NamedTuple):
    """The meeting with which another is compared, and why."""

    meeting: ListedMeeting
    reason: Reason


class Compared(NamedTuple):
    """What became of the former meeting's report in the latter's.

    The shares are of the latter's characters, in percent: what no earlier meeting had said (None as long as that is not
    worked out, and where there is none), and what the former alone had not. `lists` are the people of both, in printed
    order.
    """

    former: ListedMeeting
    latter: ListedMeeting
    comparison: Comparison
    changes: Sequence[Change]
    lists: tuple[Sequence[Attendance], Sequence[Attendance]]
    people: attendance.PeopleChange
    new_share: float | None
    new_share_of_partner: float | None


def partner_of(meetings: Sequence[ListedMeeting], key: int, remembered: int | None = None) -> Partner | None:
    """The remembered meeting; else the one before of the same series and convener, else the one before of all.

    `meetings` are all of the collection, oldest first. None for the first of them, and for a post that is none of them.
    """
    number = next((number for number, held in enumerate(meetings) if held.key == key), None)
    if number is None:
        return None
    for held in meetings:
        if held.key == remembered != key:
            return Partner(held, Reason.CHOSEN)
    here = meetings[number]
    for held in reversed(meetings[:number]):
        if here.series is not None and (held.series, held.convener) == (here.series, here.convener):
            return Partner(held, Reason.SERIES)
    return Partner(meetings[number - 1], Reason.BEFORE) if number else None


def comparing_meetings(library: Library, former: ListedMeeting, latter: ListedMeeting) -> Steps[Compared]:
    """Compares two meetings in steps; the first of them raises KeyError where one of the posts has gone."""
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
