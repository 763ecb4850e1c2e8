"""`officials --person`: everything that the collection has of one person.

May import `views`, `analysis`, `library`, `query`, `locale`, `text` and this room.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from reader.analysis.attendance import Inversion, Person, RoleHeld, claims, roles
from reader.cli.answers import put_answer
from reader.cli.output import ExitCode, say
from reader.cli.session import Session
from reader.library.index import IndexLibrary
from reader.locale.views import view_words
from reader.query import Query
from reader.readout.people import Attendance
from reader.text.cells import aligned
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
    people_by_meeting,
    persons_called,
    posts_with,
    role_told,
    span_told,
)


def put_person(library: IndexLibrary, query: Query, session: Session) -> ExitCode:
    """`officials --person`: everything about those whom a name may mean."""
    words = view_words(session.shared.lang).matrix
    named = people_by_meeting(library, query)
    found = persons_called(named, session.arguments.person)
    if not found:
        nobody = words.no_such_person.format(name=session.arguments.person)
        say(nobody if named.meetings or query.is_empty else session.own.nothing_matched.format(query=query.text))
        return ExitCode.NOTHING
    pages = []
    for one in found:
        posts = mentions_in(library, posts_with(library, named, one, query), one.name)
        pages.append((one, [mention for post in posts for mention in post]))
    put_answer(
        session,
        (person_object(named, *page) for page in pages),
        [words.person_columns, *(row for one in found for row in person_rows(named, one, session))],
        _pages(named, pages, session),
    )
    return ExitCode.DONE


def person_object(named: Named, person: Person, mentions: Sequence[Mentioned]) -> dict[str, Any]:
    """A person's page for JSON."""
    day = _day_of(named)
    return {
        "name": person.name,
        "pinyin": named.pinyin(person.name),
        "first": day(person.first),
        "last": day(person.last),
        "named": len(person.named),
        "of": len(named.meetings),
        "roles": [_role_object(one, named) for one in roles(person)],
        "meetings": [_sitting_object(number, one, named) for number, one in sorted(person.named.items())],
        "not_named": [
            _absence_object(number, named) for number in range(person.first, person.last) if number not in person.named
        ],
        "mentions": [_mention_object(one) for one in mentions],
        "inversions": [inversion_object(one, named) for one in inversions_of(named, person)],
    }


def _role_object(one: RoleHeld, named: Named) -> dict[str, Any]:
    day = _day_of(named)
    return {
        "role": one.role,
        "first": day(one.meetings[0]),
        "last": day(one.meetings[-1]),
        "meetings": len(one.meetings),
    }


def _sitting_object(number: int, one: Attendance, named: Named) -> dict[str, Any]:
    return {
        "path": named.meetings[number].path,
        "date": _day_of(named)(number),
        "role": one.role,
        "acts": [str(act) for act in one.acts],
        "position": one.position,
        "of": len(named.lists[number]),
    }


def _absence_object(number: int, named: Named) -> dict[str, Any]:
    return {
        "path": named.meetings[number].path,
        "date": _day_of(named)(number),
        "claims": [claim._asdict() for claim in claims(named.lists[number])],
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


def _pages(named: Named, pages: Sequence[tuple[Person, Sequence[Mentioned]]], session: Session) -> Iterator[str]:
    for number, page in enumerate(pages):
        if number:
            yield ""
        yield from person_lines(named, *page, session)


def person_lines(named: Named, person: Person, mentions: Sequence[Mentioned], session: Session) -> Iterator[str]:
    """A person's page for people: roles, meetings, mentions, the inversions of the order."""
    terms, day = _terms(session), _day_of(named)
    words = terms.words
    yield f"{one_line(person.name)}  {named.pinyin(person.name)}  {span_told(named, person, words)}"
    held = roles(person)
    yield words.roles.format(count=len(held))
    yield from aligned(
        (
            (
                f"{day(one.meetings[0])} – {day(one.meetings[-1])}",
                str(len(one.meetings)),
                one_line(role_told(one.role, terms)),
            )
            for one in held
        ),
        "  ",
    )
    between = person.last - person.first + 1
    yield words.meetings.format(named=len(person.named), between=between, meetings=len(named.meetings))
    yield from aligned(
        (_sitting(named, person, number, session) for number in range(person.first, person.last + 1)), "  "
    )
    yield words.mentions.format(count=len(mentions))
    yield from aligned(
        (
            (
                one.post.day.isoformat() if one.post.day else "",
                one.post.id,
                acts_told(one.acts, terms) or words.mentioned,
                one_line(role_told(one.role, terms)),
                one_line(one.words),
            )
            for one in mentions
        ),
        "  ",
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


def _day_of(named: Named) -> Callable[[int], str]:
    return lambda number: named.meetings[number].day.isoformat()


def inversion_object(one: Inversion, named: Named) -> dict[str, Any]:
    """An inversion of the order for JSON."""
    here, former = named.meetings[one.meeting], named.meetings[one.former]
    return {
        "path": here.path,
        "date": here.day.isoformat(),
        "before": one.before,
        "after": one.after,
        "former_path": former.path,
        "former_date": former.day.isoformat(),
    }
