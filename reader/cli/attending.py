"""`officials`: who is named at which meetings, as a list, as a table of people and meetings, or one person's page.

May import `views`, `export`, `library`, `locale` and this room.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from reader.analysis.attendance import Inversion, Person, claims, roles
from reader.cli.collection import parsed, read
from reader.cli.lines import official_line, official_object, table
from reader.cli.output import ExitCode, put, say
from reader.cli.session import Session
from reader.export.data import dumps
from reader.export.tables import csv_rows
from reader.library.index import IndexLibrary
from reader.library.model import Official
from reader.locale.views import MatrixWords, view_words
from reader.query import Query
from reader.readout.people import Attendance
from reader.text.safety import one_line
from reader.views.attending import (
    Mentioned,
    Named,
    Terms,
    acts_told,
    claims_told,
    inversions_of,
    inversions_told,
    mentions_in,
    moved,
    people_by_meeting,
    persons_called,
    posts_with,
    role_told,
    signs,
    span_told,
)

FIRST_MEETING = 5
"""The column of the table in which the first meeting stands."""


def officials(session: Session) -> ExitCode:
    """`officials`: who is named at the meetings that match."""
    query = parsed(session)
    words = view_words(session.shared.lang).matrix
    with read(session) as library:
        if session.arguments.person:
            return _person(library, query, session, words)
        found = library.officials(query)
        if session.arguments.format == "json":
            named = people_by_meeting(library, query)
            people = {person.name: person for person in named.people}
            put(dumps([_official(official, named, people) for official in found]) + "\n")
        elif session.arguments.format == "csv":
            _put_csv(matrix_rows(people_by_meeting(library, query), words), session)
        elif session.arguments.matrix:
            put("".join(f"{line}\n" for line in matrix_lines(people_by_meeting(library, query), words)))
            say(words.legend)
        else:
            put("".join(table([_line(official, session) for official in found])))
    if found:
        return ExitCode.DONE
    say(session.own.nobody if query.is_empty else session.own.nothing_matched.format(query=query.text))
    return ExitCode.NOTHING


def _line(official: Official, session: Session) -> tuple[str, ...]:
    number, own, shared = len(official.meetings), session.own, session.shared
    count = own.meetings.format(count=number) if number > 1 else own.one_meeting
    return official_line(official, count, shared.labels, shared.offices)


def _official(official: Official, named: Named, people: Mapping[str, Person]) -> dict[str, Any]:
    """An official for JSON, with first and last day and the inversions of the order."""
    days = [meeting.day for meeting in official.meetings if meeting.day]
    person = people.get(official.name)
    found = inversions_of(named, person) if person else []
    return {
        **official_object(official),
        "first": days[0].isoformat() if days else None,
        "last": days[-1].isoformat() if days else None,
        "inversions": [_inversion(one, named) for one in found],
    }


def _inversion(one: Inversion, named: Named) -> dict[str, Any]:
    here, former = named.meetings[one.meeting], named.meetings[one.former]
    return {
        "path": here.path,
        "date": here.day.isoformat(),
        "before": one.before,
        "after": one.after,
        "former_path": former.path,
        "former_date": former.day.isoformat(),
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
    yield from (line.rstrip() for line in table(lines if named.people else []))
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


def _put_csv(rows: Iterable[Sequence[object]], session: Session) -> None:
    for piece in csv_rows(rows, bom=session.arguments.bom):
        put(piece)


def _person(library: IndexLibrary, query: Query, session: Session, words: MatrixWords) -> ExitCode:
    """`officials --person`: everything about those whom a name may mean."""
    named = people_by_meeting(library, query)
    found = persons_called(named, session.arguments.person)
    if not found:
        say(words.no_such_person.format(name=session.arguments.person))
        return ExitCode.NOTHING
    pages = []
    for one in found:
        posts = mentions_in(library, posts_with(library, named, one, query), one.name)
        pages.append((one, [mention for post in posts for mention in post]))
    if session.arguments.format == "json":
        put(dumps([person_object(named, *page) for page in pages]) + "\n")
    elif session.arguments.format == "csv":
        _put_csv([words.person_columns, *(row for one in found for row in person_rows(named, one, session))], session)
    else:
        put("\n".join("".join(f"{line}\n" for line in person_lines(named, *page, session)) for page in pages))
    return ExitCode.DONE


def person_object(named: Named, person: Person, mentions: Sequence[Mentioned]) -> dict[str, Any]:
    """A person's page for JSON."""
    day = _day_of(named)
    gone = [number for number in range(person.first, person.last) if number not in person.named]
    return {
        "name": person.name,
        "pinyin": named.pinyin(person.name),
        "first": day(person.first),
        "last": day(person.last),
        "named": len(person.named),
        "of": len(named.meetings),
        "roles": [
            {
                "role": one.role,
                "first": day(one.meetings[0]),
                "last": day(one.meetings[-1]),
                "meetings": len(one.meetings),
            }
            for one in roles(person)
        ],
        "meetings": [
            {
                "path": named.meetings[number].path,
                "date": day(number),
                "role": one.role,
                "acts": [str(act) for act in one.acts],
                "position": one.position,
                "of": len(named.lists[number]),
            }
            for number, one in sorted(person.named.items())
        ],
        "not_named": [
            {
                "path": named.meetings[number].path,
                "date": day(number),
                "claims": [claim._asdict() for claim in claims(named.lists[number])],
            }
            for number in gone
        ],
        "mentions": [_mention_object(one) for one in mentions],
        "inversions": [_inversion(one, named) for one in inversions_of(named, person)],
    }


def _mention_object(one: Mentioned) -> dict[str, Any]:
    where = one.where
    return {
        "path": one.post.path,
        "date": one.post.day.isoformat() if one.post.day else None,
        "paragraph": where.paragraph if where else None,
        "start": where.start if where else None,
        "end": where.end if where else None,
        "role": one.role,
        "acts": [str(act) for act in one.acts],
        "text": one.words,
    }


def person_rows(named: Named, person: Person, session: Session) -> Iterator[tuple[object, ...]]:
    """A person's meetings as rows of a table, also those between the first and the last that do not name them."""
    acts = session.shared.labels.acts
    for number in range(person.first, person.last + 1):
        held, one = named.meetings[number], person.named.get(number)
        head = (held.day, held.path, held.name)
        if one is None:
            yield (*head, None, len(named.lists[number]), None, None)
        else:
            yield (*head, one.position, len(named.lists[number]), [acts[act] for act in one.acts], one.role)


def person_lines(named: Named, person: Person, mentions: Sequence[Mentioned], session: Session) -> Iterator[str]:
    """A person's page for people: roles, meetings, mentions, the inversions of the order."""
    terms, day = _terms(session), _day_of(named)
    words = terms.words
    yield f"{one_line(person.name)}  {named.pinyin(person.name)}  {span_told(named, person, words)}"
    held = roles(person)
    yield words.roles.format(count=len(held))
    yield from _indented(
        (
            f"{day(one.meetings[0])} – {day(one.meetings[-1])}",
            str(len(one.meetings)),
            one_line(role_told(one.role, terms)),
        )
        for one in held
    )
    between = person.last - person.first + 1
    yield words.meetings.format(named=len(person.named), between=between, meetings=len(named.meetings))
    yield from _indented(_sitting(named, person, number, session) for number in range(person.first, person.last + 1))
    yield words.mentions.format(count=len(mentions))
    yield from _indented(
        (
            one.post.day.isoformat() if one.post.day else "",
            one.post.id,
            acts_told(one.acts, terms) or words.mentioned,
            one_line(role_told(one.role, terms)),
            one_line(one.words),
        )
        for one in mentions
    )


def _sitting(named: Named, person: Person, number: int, session: Session) -> tuple[str, ...]:
    """A meeting's columns: day, id, position of how many, acts, role, name; what the list names for one not named."""
    terms, held, people = _terms(session), named.meetings[number], named.lists[number]
    head, one = (held.day.isoformat(), held.id), person.named.get(number)
    if one is None:
        return (*head, "", terms.words.not_named, one_line(held.name), one_line(claims_told(people, terms)))
    inverted = inversions_told(named, number, person.name, terms.words)
    told = "  ".join([one_line(role_told(one.role, terms)), *inverted])
    return (*head, f"{one.position}/{len(people)}", acts_told(one.acts, terms), one_line(held.name), told)


def _terms(session: Session) -> Terms:
    shared = session.shared
    return Terms(view_words(shared.lang).matrix, shared.labels, shared.offices)


def _indented(rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    lines = list(rows)
    yield from (f"  {line.rstrip()}" for line in (table(lines) if lines else ()))


def _day_of(named: Named) -> Callable[[int], str]:
    return lambda number: named.meetings[number].day.isoformat()
