"""Who is named in a post, as what, and what they are printed as doing.

May import `evidence` and `i18n`.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from reader.i18n import N_
from reader.readout.evidence import Evidence, Span


class Act(StrEnum):
    """What a person is printed as doing at a meeting or another event; the last two are of appointment notices."""

    CHAIRED = "chaired"
    SPOKE = "spoke"
    REPORTED = "reported"
    ATTENDED = "attended"
    APPOINTED = "appointed"
    REMOVED = "removed"


ACTS: Mapping[Act, str] = {
    Act.CHAIRED: N_("chaired"),
    Act.SPOKE: N_("spoke"),
    Act.REPORTED: N_("delivered the work report"),
    Act.ATTENDED: N_("attended"),
    Act.APPOINTED: N_("appointed"),
    Act.REMOVED: N_("removed"),
}
"""What a person did, as a sentence says it."""
ACT_LABELS: Mapping[Act, str] = {
    Act.CHAIRED: N_("Chaired"),
    Act.SPOKE: N_("Spoke"),
    Act.REPORTED: N_("Reported"),
    Act.ATTENDED: N_("Attended"),
    Act.APPOINTED: N_("Appointed"),
    Act.REMOVED: N_("Removed"),
}
"""The same as labels."""


class Attendance(NamedTuple):
    """One person named at an event: the role as printed (None where none is), acts in text order.

    `position` is the person's place in the printed order of all who are named, from 1. `spans` say where the name, the
    role and each act were read: the facts are "name", "role" and the acts' own words.
    """

    name: str
    role: str | None
    acts: tuple[Act, ...]
    position: int
    spans: tuple[Evidence, ...] = ()


class Mention(NamedTuple):
    """A person named in passing, who is not told to have been there; the role as printed, before or after the name."""

    name: str
    role: str | None
    span: Span
