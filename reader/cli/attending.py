"""`officials`: who is named at which meetings, as a list or as a table of people and meetings.

May import `views`, `analysis`, `library`, `readout.people`, `locale`, `text` and this room.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from reader.analysis.attendance import ORDERED, Person
from reader.cli.answers import put_answer
from reader.cli.collection import parsed, read
from reader.cli.lines import official_line, official_object, table
from reader.cli.output import ExitCode, put_lines, say
from reader.cli.person import inversion_object, put_person
from reader.cli.session import Session
from reader.library.model import Official
from reader.locale.views import MatrixWords, view_words
from reader.readout.people import Attendance
from reader.text.safety import one_line
from reader.views.attending import (
    Named,
    inversions_of,
    inversions_told,
    moved,
    people_by_meeting,
    signs,
)


def officials(session: Session) -> ExitCode:
    """`officials`: who is named at the meetings that match."""
    query = parsed(session)
    words = view_words(session.shared.lang).matrix
    with read(session) as library:
        if session.arguments.person:
            return put_person(library, query, session)
        found = library.officials(query)
        if session.arguments.format == "text" and not session.arguments.matrix:
            put_lines(table(_line(official, session) for official in found))
        else:
            _put_matrix(found, people_by_meeting(library, query), words, session)
    if found:
        return ExitCode.DONE
    say(session.own.nobody if query.is_empty else session.own.nothing_matched.format(query=query.text))
    return ExitCode.NOTHING


def _put_matrix(found: Sequence[Official], named: Named, words: MatrixWords, session: Session) -> None:
    people = {person.name: person for person in named.people}
    objects = (_official(official, named, people) for official in found)
    put_answer(session, objects, matrix_rows(named, words), matrix_lines(named, words))
    if found and session.arguments.format == "text":
        say(words.legend)
    if named.is_cut:
        say(words.order_cut.format(count=ORDERED))


def _line(official: Official, session: Session) -> tuple[str, ...]:
    number, own = len(official.meetings), session.own
    count = own.meetings.format(count=number) if number > 1 else own.one_meeting
    return official_line(official, count)


def _official(official: Official, named: Named, people: Mapping[str, Person]) -> dict[str, Any]:
    """An official for JSON, with first and last day and the inversions of the order."""
    days = [meeting.day for meeting in official.meetings if meeting.day]
    person = people.get(official.name)
    found = inversions_of(named, person) if person else []
    return {
        **official_object(official),
        "first": days[0].isoformat() if days else None,
        "last": days[-1].isoformat() if days else None,
        "inversions": [inversion_object(one, named) for one in found],
    }


def matrix_rows(named: Named, words: MatrixWords) -> Iterator[tuple[object, ...]]:
    """The table as rows: one a person, one column a meeting with the printed position, empty where not named."""
    yield (*words.columns, *(f"{held.day} {held.id}" for held in named.meetings))
    for person in named.people:
        positions = (_position(person.named.get(number)) for number in range(len(named.meetings)))
        yield (*_row_head(person, named), *positions)


def matrix_lines(named: Named, words: MatrixWords) -> Iterator[str]:
    """The table for people: positions with the signs of acts and of moves in the order; then the inversions."""
    days = [held.day.isoformat() for held in named.meetings]
    lines = [(*words.columns, *days), (*("" for _ in words.columns), *(held.id for held in named.meetings))]
    for person in named.people:
        cells = (_cell(named, person, number, words) for number in range(len(named.meetings)))
        lines.append((*map(str, _row_head(person, named)), *cells))
    yield from table(lines if named.people else ())
    for one in named.inversions:
        (told,) = inversions_told(
            named._replace(inverted={(one.meeting, one.before): [one]}), one.meeting, one.before, words
        )
        yield f"{named.meetings[one.meeting].day}  {one.before}  {told}"


def _row_head(person: Person, named: Named) -> tuple[object, ...]:
    days = [named.meetings[number].day for number in (person.first, person.last)]
    return one_line(person.name), named.pinyin(person.name), len(person.named), *days


def _position(one: Attendance | None) -> int | None:
    return one.position if one else None


def _cell(named: Named, person: Person, number: int, words: MatrixWords) -> str:
    one = person.named.get(number)
    return f"{one.position}{signs(one, words)}{moved(named, number, person.name)}" if one else ""
