"""`officials`: who is named at which meetings, as a list or as a table of people and meetings; and all about persons.

May import `library`, `query`, `analysis`, `readout.people`, `text`, `i18n`, `report`, `people` and `person`. In the
table the oldest meeting stands at the left; left of it is the column of the names.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, ClassVar

from reader.analysis.attendance import Person
from reader.analysis.steps import Steps
from reader.i18n import N_, _, counted, in_context
from reader.library.index import Library
from reader.library.model import Appearance, Official
from reader.query.model import Query
from reader.text.cells import aligned, cells, crop, fitted
from reader.text.safety import one_line
from reader.views.people import (
    NOBODY,
    Named,
    acts_text,
    claims_text,
    finding_people,
    inversion_texts,
    inversions_of,
    moved,
    order_cut,
    persons_called,
    role_text,
    signs,
    span_text,
    texts_of,
)
from reader.views.person import PersonReport, Persons, passage
from reader.views.report import (
    Asked,
    Line,
    Outcome,
    Piece,
    Report,
    Target,
    day_or_dashes,
    filtered_by,
    flowed,
    nothing_matches,
    paragraphs,
    widest,
)

LEGEND = N_(
    "A number is the printed position. C chaired, S spoke, R delivered the work report; ^ moved up, v moved down, "
    "^v both (against the last meeting that named both). An empty cell: not named."
)

ROOMY, WIDE = 60, 100
"""From so many cells on there is room for the count of meetings; for the pinyin."""
DAY = 5
"""Cells of 03-15, which stands above a column."""
NAMES = -1
"""The column of the names."""
LONGEST_NAME, LONGEST_PINYIN = 14, 18
"""The widest that these columns may be, in cells."""


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


class Matrix(Report[Person]):
    """A row a person, a column a meeting: the printed position, signs of acts, moves in the order.

    The cursor moves across, too: `column` is the meeting that it is on, by number, or NAMES.
    """

    view = "officials"
    nothing = NOBODY
    is_one_line = True
    actions: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "across -1": ("h", "left"),
        "across 1": ("l", "right"),
        "page -1": ("[",),
        "page 1": ("]",),
        "oldest": ("0", "^"),
        "newest": ("$",),
        "inverted -1": ("n", "f3"),
        "inverted 1": ("N",),
        "person": ("p",),
    }
    head_follows_cursor = True
    has_below = True

    def __init__(self, library: Library, named: Named, query: Query | None) -> None:
        self.named, self.listed = named, named.people
        people, count = named.people, len(named.meetings)
        self.column = count - 1
        self._library = library
        self._query = query
        self._first = 0
        self._height, self._width = 24, 80
        lines = [one for person in people for one in person.named.values()]
        self._digits = max((len(str(one.position)) for one in lines), default=1)
        acting = {one.acts: one for one in lines}
        moves = 2 if named.inversions else 0
        self._cell = 1 + max(DAY, self._digits + widest(map(signs, acting.values())) + moves)
        self._name = widest((one.name for one in people), LONGEST_NAME)
        self._pinyin = widest((named.pinyin(one.name) for one in people), LONGEST_PINYIN)
        self._count = widest(f"{len(one.named)}/{count}" for one in people)

    def margin(self, width: int) -> int:
        """The cells left of the first column of meetings."""
        margin = 2 + self._name + (3 + self._count if width >= ROOMY else 0)
        return margin + (2 + self._pinyin if width >= WIDE else 0)

    def seen(self, width: int) -> range:
        """The columns that are painted in `width` cells: among them that of the cursor."""
        count = len(self.named.meetings)
        room = max(1, (width - 1 - self.margin(width)) // self._cell)
        first = min(self._first, max(0, count - room))
        if self.column >= first + room:
            first = self.column - room + 1
        self._first = max(0, min(first, self.column if self.column != NAMES else 0))
        return range(self._first, min(count, self._first + room))

    def head(self, width: int) -> Sequence[Line]:
        """What there is; years and days above the columns that are seen."""
        self._width = width - 1
        named = self.named
        text = _("people {people}  meetings {meetings}").format(people=len(named.people), meetings=len(named.meetings))
        pieces = [(in_context("title", "Named"), "mark"), *((part, "text") for part in text.split("  "))]
        if named.inversions:
            pieces.append((_("order inverted {count}").format(count=len(named.inversions)), "text"))
        if named.is_cut:
            pieces.append((order_cut(), "text"))
        pieces.append((filtered_by(self._query), "mark"))
        lines = flowed(pieces, width - 2)
        with_signs = flowed([*pieces, (_("C chaired  S spoke  R reported  ^ v order"), "detail")], width - 2)
        shown = with_signs if len(with_signs) == len(lines) else lines
        return [*shown, *self._columns_head(width - 1)] if named.people else shown

    def _columns_head(self, width: int) -> Sequence[Line]:
        years: list[Piece] = [(" " * (self.margin(width) - 1), "text")]
        days = list(years)
        year = 0
        for number in self.seen(width):
            day = self.named.meetings[number].day
            ink = "mark" if number == self.column else "detail"
            years.append((f" {day.year if day.year != year else '':<{self._cell - 1}}", ink))
            days.append((f" {day:%m-%d}".ljust(self._cell), ink))
            year = day.year
        return [years, days]

    def lines(self, row: Person, width: int) -> Sequence[Line]:
        """Name, pinyin and count as there is room; then the cells."""
        is_here = row is self.here
        pieces = [(fitted(row.name, self._name), "highlight" if is_here and self.column == NAMES else "text")]
        if width >= WIDE:
            pieces += [("  ", ""), (fitted(self.named.pinyin(row.name), self._pinyin), "detail")]
        if width >= ROOMY:
            share = f"{len(row.named)}/{len(self.named.meetings)}"
            pieces += [("  ", ""), (share.rjust(self._count), "detail")]
        used = 2 + sum(cells(text) for text, _ink in pieces)
        pieces.append((" " * (self.margin(width) - used), ""))
        for number in self.seen(width):
            pieces += self._cell_of(row, number, is_here=is_here and number == self.column)
        return [pieces]

    def _cell_of(self, row: Person, number: int, *, is_here: bool) -> Iterator[Piece]:
        one = row.named.get(number)
        inks = ("highlight",) * 4 if is_here else ("text", "mark", "detail", "")
        pieces = [("›" if is_here else " ", inks[3])]
        if one is not None:
            pieces += [(str(one.position).rjust(self._digits), inks[0]), (signs(one), inks[1])]
            pieces.append((moved(self.named, number, row.name), inks[1]))
        elif row.first < number < row.last:
            pieces.append((".".rjust(self._digits), inks[2]))
        used = sum(cells(text) for text, _ink in pieces)
        yield from (*pieces, (" " * (self._cell - used), inks[3]))

    def below(self, width: int) -> Sequence[Line]:
        """What is said of the cell, always in the same number of lines, so that the table does not move."""
        texts, room = self._texts(), max(2, width - 3)
        height = max(1, min(4 if width >= ROOMY else 6, self._height // 3))
        lines = paragraphs(texts, room)
        if len(lines) > height:  # the meeting's name gives way first
            head, ink = texts[0]
            lines = [[(crop(head, room), ink)], *paragraphs(texts[1:], room)]
        if len(lines) > height:
            last, ink = lines[height - 1][0]
            lines = [*lines[: height - 1], [(crop(f"{last}…", room), ink)]]
        return [*lines, *([("", "text")] for _blank in range(height - len(lines)))]

    def fit(self, height: int) -> None:
        """What is said below the table is a third of the screen at most."""
        self._height = height

    def _texts(self) -> list[Piece]:
        """Paragraphs about the cell: the meeting, the person there, moves, first and last."""
        person, number, named = self.here, self.column, self.named
        if person is None:
            return []
        name, span = named.called(person), (span_text(named, person), "detail")
        if number == NAMES:
            return [(name, "title"), span]
        held, people, one = named.meetings[number], named.lists[number], person.named.get(number)
        head = (f"{held.day} {held.name}", "title")
        if one is None:
            return [head, (f"{name}  {_('not named')}; {claims_text(people)}", "text"), span]
        position = _("no. {position} of {total}").format(position=one.position, total=len(people))
        moves = [(text, "mark") for text in inversion_texts(named, number, person.name)]
        return [head, (f"{name}  {position}  {role_text(one.role)}  {acts_text(one.acts)}", "text"), *moves, span]

    def open(self) -> Outcome:
        """Leaves for the name in the meeting's report; from the column of names, opens the person's own page."""
        here = self.here
        if here is None or self.column == NAMES:
            return self.do_person()
        key = self.named.meetings[self.column].key
        return passage(self._library, key, here.name) if self.column in here.named else Target(key)

    def do_person(self) -> Outcome:
        """Opens the person's own page."""
        return PersonReport(self._library, self.named, self.here, self._query) if self.here else None

    def clicked(self, cell: int, width: int) -> bool:
        """Moves the cursor to the column that was clicked; False where it was there."""
        seen, column = self.seen(width), NAMES
        if cell >= self.margin(width) and seen:
            column = min(seen[0] + (cell - self.margin(width)) // self._cell, seen[-1])
        was, self.column = self.column, column
        return was != column

    def _across(self, column: int) -> None:
        """Moves the cursor to another column; beyond an end it stays at that end."""
        self.column = max(NAMES, min(column, len(self.named.meetings) - 1))

    def do_across(self, step: str) -> None:
        """Moves the cursor to another meeting."""
        self._across(self.column + int(step))

    def do_page(self, step: str) -> None:
        """Moves it by as many meetings as are seen."""
        self._across(self.column + int(step) * max(1, len(self.seen(self._width)) - 1))

    def do_oldest(self) -> None:
        """Moves it to the first meeting."""
        self._across(0)

    def do_newest(self) -> None:
        """Moves it to the last."""
        self._across(len(self.named.meetings) - 1)

    def do_inverted(self, step: str) -> Outcome:
        """Goes to the next cell whose order was inverted, into the past where `step` is -1; else back."""
        rows = {person.name: number for number, person in enumerate(self.named.people)}
        places = sorted({(-meeting, rows[name]) for meeting, name in self.named.inverted})
        column = self.column if self.column != NAMES else len(self.named.meetings)
        here = (-column, self.cursor)
        further = [place for place in places if (place > here if step == "-1" else place < here)]
        if not further:
            return _("The order is inverted nowhere else in this direction")
        meeting, self.cursor = further[0] if step == "-1" else further[-1]
        self._across(-meeting)
        return None


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
            known = map(person.named.get, range(len(meetings)))
            yield (*self._row_head(person), *(one and one.position for one in known))

    def objects(self) -> Iterator[dict[str, Any]]:
        """The officials for JSON, each with the meetings, oldest first, and the inversions of the order."""
        people = {person.name: person for person in self.named.people}
        for official in self.listed:
            days = [meeting.day for meeting in official.meetings if meeting.day]
            person = people.get(official.name)
            yield {
                "name": official.name,
                "pinyin": official.pinyin,
                "meetings": [_appearance(meeting) for meeting in official.meetings],
                "first": days[0].isoformat() if days else None,
                "last": days[-1].isoformat() if days else None,
                "inversions": inversions_of(self.named, person) if person else [],
            }


def _appearance(meeting: Appearance) -> dict[str, Any]:
    return {
        "path": meeting.path,
        "date": meeting.day.isoformat() if meeting.day else None,
        "role": meeting.role,
        "acts": [str(act) for act in meeting.acts],
        "position": meeting.position,
    }


def _columns(official: Official) -> tuple[str, ...]:
    """Name, pinyin, how many meetings, first and last day, the latest printed role with its gloss."""
    ends = " – ".join(dict.fromkeys(day_or_dashes(one.day) for one in (official.meetings[0], official.meetings[-1])))
    role = next((one_line(one.role) for one in reversed(official.meetings) if one.role), "")
    count = counted("{count} mtg", "{count} mtgs", len(official.meetings))
    return (one_line(official.name), one_line(official.pinyin), count, ends, role_text(role) if role else "")
