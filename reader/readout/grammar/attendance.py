"""Gathers those who take part in an event, in printed order.

May import `evidence`, `people`, `groups`, `names` and `passages`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import NamedTuple

from reader.readout.evidence import Evidence, Span
from reader.readout.grammar.groups import Named
from reader.readout.grammar.names import is_family_name, without_spaces
from reader.readout.grammar.passages import Stretch
from reader.readout.people import Act, Attendance

_MOST_NAMESAKES = 200
"""Of more people with one family name nobody knows which one is meant by it and a title."""


class Attendees(NamedTuple):
    """Everyone whom the text names as taking part, in printed order, and the groups without names with their places."""

    people: tuple[Attendance, ...]
    collective: tuple[tuple[str, Span], ...]


class Register:
    """Names in printed order with what they did; a name added again keeps its place and first role.

    A person is the same in any script, and 盛署长 is the one person of that family name who has that title.
    """

    def __init__(self) -> None:
        self._names: dict[str, Stretch] = {}
        self._roles: dict[str, Stretch | None] = {}
        self._families: dict[str, list[str]] = {}
        self._acts: dict[str, dict[Act, Span]] = {}
        self._collective: dict[str, Span] = {}

    @property
    def known(self) -> Collection[str]:
        """The names of all who are registered, in simplified script; a view, which others join as they are added."""
        return self._names.keys()

    def add(self, people: Iterable[Named], acts: Iterable[tuple[Act, Span]]) -> None:
        """Notes that these people did this, each act with the place of its words."""
        done = tuple(acts)
        for named in people:
            key = self._key(named)
            if key is None:
                continue
            if key not in self._names:
                self._names[key] = named.name
                for family in {key[:1], key[:2]}:
                    self._families.setdefault(family, []).append(key)
            self._roles[key] = self._roles.get(key) or named.role
            known = self._acts.setdefault(key, {})
            for act, span in done:
                known.setdefault(act, span)

    def add_group(self, printed: Stretch) -> None:
        """Notes a group without names that attended."""
        self._collective.setdefault(printed.printed, printed.span)

    def result(self) -> Attendees:
        """What was gathered; who chairs is not also told as attending."""
        people = (self._person(key, position) for position, key in enumerate(self._names, 1))
        return Attendees(tuple(people), tuple(self._collective.items()))

    def _key(self, named: Named) -> str | None:
        """The name in simplified script; for a family name with a title the one person who is meant, else None."""
        name = without_spaces(named.name.text)
        if not (named.role and is_family_name(name)):
            return name
        namesakes = self._families.get(name, ())
        if len(namesakes) > _MOST_NAMESAKES:
            return None
        title = named.role.text
        meant = [key for key in namesakes if _bears(self._roles[key], title)]
        return meant[0] if len(meant) == 1 else None

    def _person(self, key: str, position: int) -> Attendance:
        name, role, acts = self._names[key], self._roles[key], self._acts[key]
        if Act.CHAIRED in acts:
            acts.pop(Act.ATTENDED, None)
        spans = [Evidence("name", name.span)]
        if role:
            spans.append(Evidence("role", role.span))
        spans.extend(Evidence(str(act), span) for act, span in acts.items())
        printed = without_spaces(name.printed)
        return Attendance(printed, role.printed if role else None, tuple(acts), position, tuple(spans))


def _bears(role: Stretch | None, title: str) -> bool:
    """Whether a role holds a title as a whole word: 署长 is in 海关总署署长 but not in 副署长."""
    found = role.text.find(title) if role else -1
    while role and found > 0 and role.text[found - 1] == "副":
        found = role.text.find(title, found + 1)
    return found >= 0
