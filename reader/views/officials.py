"""`officials`: who is named at which meetings, as a list or as a table of people and meetings; and all about persons.

May import `library`, `query`, `analysis`, `readout.people`, `text`, `i18n`, `report`, `people`, `person` and `matrix`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from reader.analysis.attendance import Person
from reader.analysis.steps import Steps
from reader.i18n import N_, _, counted
from reader.library.index import Library
from reader.library.model import Official
from reader.query.model import Query
from reader.readout.people import Attendance
from reader.text.cells import aligned
from reader.text.safety import one_line
from reader.views.matrix import Matrix
from reader.views.people import (
    NOBODY,
    Named,
    finding_people,
    inversions_of,
    moved,
    order_cut,
    persons_called,
    role_text,
    signs,
    texts_of,
)
from reader.views.person import PersonReport
from reader.views.report import (
    Asked,
    Outcome,
    Report,
    Row,
    day_or_dashes,
    nothing_matches,
)

LEGEND = N_(
    "A number is the printed position. C chaired, S spoke, R delivered the work report; ^ moved up, v moved down, "
    "^v both (against the last meeting that named both). An empty cell: not named."
)


def answer(library: Library, asked: Asked) -> Steps[Outcome]:
    """Who is named at the meetings that match; all about the persons that a name means."""
    options, query = asked.options, asked.query
    name = str(options.get("person") or "")
    if name:
        return (yield from _persons(library, query, name))
    named = None
    if not asked.is_whole:
        return Matrix(library, (yield from finding_people(library, query)), query)
    if options["matrix"] or options["format"] != "text":
        named = yield from finding_people(library, query)
    return Officials(named, query, library.officials(query))


def _persons(library: Library, query: Query | None, name: str) -> Steps[Outcome]:
    """Those whom a name may mean."""
    named = yield from finding_people(library, query)
    found = persons_called(named, name)
    if found:
        return Persons([PersonReport(library, named, one, query) for one in found])
    if named.meetings or query is None or query.is_empty:
        return _("Nobody who is named here is called {name}.").format(name=name)
    return nothing_matches(query.text)


class Persons(Report[Row]):
    """Several persons, one below the other, as they are printed."""

    view = "officials"

    def __init__(self, pages: Sequence[PersonReport]) -> None:
        self.pages = pages

    def rows(self) -> Sequence[Row]:
        """Those of all."""
        return [row for page in self.pages for row in page.rows()]

    def work(self) -> Iterator[object]:
        """Looks for mentions of each."""
        for page in self.pages:
            yield from page.work()

    def printed(self, width: int) -> Iterator[str]:
        """A page each."""
        for number, page in enumerate(self.pages):
            yield from [""] * bool(number)
            yield from page.printed(width)

    def table(self) -> Iterator[Sequence[object]]:
        """The meetings of each."""
        yield _("date|file|meeting|position|of|acts|role").split("|")
        for page in self.pages:
            yield from page.table()

    def objects(self) -> Iterator[dict[str, Any]]:
        """An object each."""
        return (page.objects() for page in self.pages)


class Officials(Report[Official]):
    """The officials as they are printed: a line each, or the table."""

    view = "officials"

    def __init__(self, named: Named | None, query: Query | None, found: Sequence[Official]) -> None:
        """`named` is the table, None where only the list is wanted."""
        self.named = named or Named([], [], [], [], {}, {}, "")
        self._is_table = named is not None
        self._query = query
        self.listed = found

    def remarks(self, form: str) -> Iterator[str]:
        """What the signs mean, what was not looked at, that there is nobody."""
        if self._is_table and self.listed and form == "text":
            yield _(LEGEND)
        if self.named.is_cut:
            yield order_cut()
        if self.is_empty:
            query = self._query
            yield _(NOBODY) if query is None or query.is_empty else nothing_matches(query.text)

    def printed(self, width: int) -> Iterator[str]:
        """The list for people; or the table: positions with the signs of acts and of moves, then the inversions."""
        if not self._is_table:
            yield from aligned(map(_columns, self.listed))
            return
        named = self.named
        heads = _("name|pinyin|meetings|first|last").split("|")
        lines = [(*heads, *(held.day.isoformat() for held in named.meetings))]
        lines.append((*("" for _head in heads), *(held.id for held in named.meetings)))
        for person in named.people:
            printed = (self._printed_cell(person, number) for number in range(len(named.meetings)))
            lines.append((*map(str, self._row_head(person)), *printed))
        yield from aligned(lines if named.people else ())
        for one in named.inversions:
            (text,) = texts_of(named, [one], one.before)
            yield f"{named.meetings[one.meeting].day}  {one.before}  {text}"

    def _printed_cell(self, person: Person, number: int) -> str:
        one = person.named.get(number)
        return f"{one.position}{signs(one)}{moved(self.named, number, person.name)}" if one else ""

    def _row_head(self, person: Person) -> tuple[object, ...]:
        ends = [self.named.meetings[number].day for number in (person.first, person.last)]
        return one_line(person.name), self.named.pinyin(person.name), len(person.named), *ends

    def table(self) -> Iterator[Sequence[object]]:
        """One row a person, one column a meeting with the printed position, empty where not named."""
        meetings = self.named.meetings
        yield (*_("name|pinyin|meetings|first|last").split("|"), *(f"{held.day} {held.id}" for held in meetings))
        for person in self.named.people:
            yield (*self._row_head(person), *(_position(person.named.get(number)) for number in range(len(meetings))))

    def objects(self) -> Iterator[dict[str, Any]]:
        """The officials for JSON, each with the meetings, oldest first, and the inversions of the order."""
        people = {person.name: person for person in self.named.people}
        for official in self.listed:
            days = [meeting.day for meeting in official.meetings if meeting.day]
            person = people.get(official.name)
            yield {
                **_object(official),
                "first": days[0].isoformat() if days else None,
                "last": days[-1].isoformat() if days else None,
                "inversions": inversions_of(self.named, person) if person else [],
            }


def _position(one: Attendance | None) -> int | None:
    return one.position if one else None


def _object(official: Official) -> dict[str, Any]:
    meetings = [
        {
            "path": meeting.path,
            "date": meeting.day.isoformat() if meeting.day else None,
            "role": meeting.role,
            "acts": [str(act) for act in meeting.acts],
            "position": meeting.position,
        }
        for meeting in official.meetings
    ]
    return {"name": official.name, "pinyin": official.pinyin, "meetings": meetings}


def _columns(official: Official) -> tuple[str, ...]:
    """Name, pinyin, how many meetings, first and last day, the latest printed role with its gloss."""
    ends = " – ".join(dict.fromkeys(day_or_dashes(one.day) for one in (official.meetings[0], official.meetings[-1])))
    role = next((one_line(one.role) for one in reversed(official.meetings) if one.role), "")
    count = counted("{count} mtg", "{count} mtgs", len(official.meetings))
    return (one_line(official.name), one_line(official.pinyin), count, ends, role_text(role) if role else "")
