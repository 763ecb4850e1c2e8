"""Gathers those who take part in a meeting, in printed order.

May import this room's model.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from reader.readout.model import Act, Attendance


class Attendees(NamedTuple):
    """Everyone whom the text names as taking part, in printed order, and the groups without names."""

    people: tuple[Attendance, ...]
    collective: tuple[str, ...]


class Register:
    """Names in printed order with what they did; a name added again keeps its place and first role."""

    def __init__(self) -> None:
        self._roles: dict[str, str | None] = {}
        self._acts: dict[str, list[Act]] = {}
        self._collective: dict[str, None] = {}

    def add(self, people: Iterable[tuple[str, str | None]], acts: Iterable[Act]) -> None:
        """Notes that these people (name, role) did this."""
        for name, role in people:
            self._roles[name] = self._roles.get(name) or role
            known = self._acts.setdefault(name, [])
            known.extend(act for act in acts if act not in known)

    def add_group(self, printed: str) -> None:
        """Notes a group without names that attended."""
        self._collective.setdefault(printed)

    def result(self) -> Attendees:
        """What was gathered; who chairs is not also told as attending."""
        people = (
            Attendance(name, self._roles[name], _without_attending_chair(acts), position)
            for position, (name, acts) in enumerate(self._acts.items(), 1)
        )
        return Attendees(tuple(people), tuple(self._collective))


def _without_attending_chair(acts: list[Act]) -> tuple[Act, ...]:
    return tuple(act for act in acts if not (act is Act.ATTENDED and Act.CHAIRED in acts))
