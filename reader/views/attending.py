"""People x meetings: who is named where, in which printed order; and all that the collection has of one person.

May import `library.model`, `query`, `analysis`, `readout`, `text` and `locale`. A cell without a position is a meeting
that does not name the person; what its list claims to list is told beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from reader.analysis import attendance
from reader.analysis.attendance import Inversion, Person
from reader.analysis.steps import Steps, finished
from reader.analysis.where import Where
from reader.library.model import Held, Row
from reader.library.protocols import Library
from reader.locale.base import Labels, Offices
from reader.locale.views import MatrixWords
from reader.query.lookup import person_fit
from reader.query.model import Condition, Query, Scope, Word
from reader.readout.evidence import Evidence, Source, Span
from reader.readout.model import Readout
from reader.readout.people import Act, Attendance
from reader.text.clauses import clauses
from reader.text.folding import fold
from reader.views.report import filter_told


class Named(NamedTuple):
    """The table. `lists` are the people of each meeting in printed order; `people` the rows.

    `inverted` are the inversions by the meeting's number and the name of either of the two; `readings` the pinyin and
    initials by the name. `filter` is the query that narrowed the meetings, empty where all are there.
    """

    meetings: Sequence[Held]
    lists: Sequence[Sequence[Attendance]]
    people: Sequence[Person]
    inversions: Sequence[Inversion]
    inverted: Mapping[tuple[int, str], Sequence[Inversion]]
    readings: Mapping[str, tuple[str, str]]
    filter: str

    @property
    def is_cut(self) -> bool:
        """Whether a list is so long that the order of all its people is not looked at."""
        return any(len(people) > attendance.ORDERED for people in self.lists)

    def pinyin(self, name: str) -> str:
        """`ni yuefeng`; empty where it is not known."""
        return self.readings.get(name, ("", ""))[0]


class Terms(NamedTuple):
    """The words in which people are told of."""

    words: MatrixWords
    labels: Labels
    offices: Offices


class Mentioned(NamedTuple):
    """A post that names a person without naming them at a meeting of the table.

    `acts` are those of an article (appointed, spoke at a press conference), none for a name in passing. `where` is None
    for a title; `words` is the clause.
    """

    post: Row
    role: str | None
    acts: tuple[Act, ...]
    where: Where | None
    words: str


def people_by_meeting(library: Library, query: Query | None) -> Named:
    """Everyone who is named at the meetings that match."""
    return finished(finding_people(library, query))


def finding_people(library: Library, query: Query | None) -> Steps[Named]:
    """The same in steps."""
    meetings = yield from library.across.finding_meetings(query)
    keys = [held.key for held in meetings]
    people = library.across.people_of(keys)
    lists = [people[key] for key in keys]
    inversions = attendance.inversions(lists)
    inverted: dict[tuple[int, str], list[Inversion]] = {}
    for one in inversions:
        inverted.setdefault((one.meeting, one.before), []).append(one)
        inverted.setdefault((one.meeting, one.after), []).append(one)
    return Named(
        meetings, lists, attendance.matrix(lists), inversions, inverted, library.readings(), filter_told(query)
    )


def persons_called(named: Named, typed: str) -> list[Person]:
    """Those whom a name, pinyin or initials mean, of all that may be meant only those that fit best."""
    fits = [(person_fit(typed, one.name, *named.readings.get(one.name, ("", ""))), one) for one in named.people]
    best = min((fit for fit, _ in fits if fit is not None), default=None)
    return [one for fit, one in fits if fit is not None and fit == best]


def signs(person: Attendance, words: MatrixWords) -> str:
    """What stands for the acts of a person behind the position."""
    return "".join(words.signs.get(act, "") for act in person.acts)


def moved(named: Named, meeting: int, name: str) -> str:
    """^ for a person who is printed before somebody whom a former meeting printed before them, v for the other way."""
    found = named.inverted.get((meeting, name), ())
    up, down = any(one.before == name for one in found), any(one.after == name for one in found)
    return "^" * up + "v" * down


def inversions_told(named: Named, meeting: int, name: str, words: MatrixWords) -> list[str]:
    """The inversions of a person at a meeting in words, a sentence for each way and each former meeting."""
    told: dict[tuple[str, int], list[str]] = {}
    for one in named.inverted.get((meeting, name), ()):
        template, other = (words.ahead, one.after) if one.before == name else (words.behind, one.before)
        told.setdefault((template, one.former), []).append(other)
    return [
        template.format(others="、".join(others), former=named.meetings[former].day)
        for (template, former), others in sorted(told.items(), key=lambda item: -item[0][1])
    ]


def claims_told(people: Sequence[Attendance], terms: Terms) -> str:
    """What a list claims to list, in words: the roles under which several stand, and how many have one of their own.

    Where there is no such role, every role.
    """
    words, claims = terms.words, attendance.claims(people)
    several = [claim for claim in claims if claim.names > 1] or claims
    told = [words.claim.format(role=role_told(claim.role, terms), count=claim.names) for claim in several]
    if len(several) < len(claims):
        told.append(words.claim_of_one.format(count=len(claims) - len(several)))
    return words.lists.format(claims=terms.labels.joined.join(told)) if told else words.lists_nobody


def role_told(role: str | None, terms: Terms) -> str:
    """A role as printed, with its gloss; that none is printed."""
    gloss = terms.offices.gloss(role)
    return (role or terms.words.no_role) + (terms.labels.brackets.format(text=gloss) if gloss else "")


def acts_told(acts: Sequence[Act], terms: Terms) -> str:
    """What somebody is printed as doing, in words."""
    return terms.labels.joined.join(terms.labels.acts[act] for act in acts)


def span_told(named: Named, person: Person, words: MatrixWords) -> str:
    """When a person is named first and last, and at how many of the meetings: in the collection, or in the filter."""
    template = words.span_filtered if named.filter else words.span
    ends = template.format(first=named.meetings[person.first].day, last=named.meetings[person.last].day)
    return f"{ends}  {words.share.format(named=len(person.named), meetings=len(named.meetings))}"


def named_at(readout: Readout, name: str) -> Where | None:
    """Where the body of a meeting's report names somebody as being there; None where only a title does."""
    wanted = fold(name)
    people = readout.meeting.people if readout.meeting else ()
    return next((_where(_name_span(person.spans)) for person in people if fold(person.name) == wanted), None)


def posts_with(library: Library, named: Named, person: Person, query: Query | None) -> list[Row]:
    """The posts that hold a person's name and match, newest first, but for the meetings that name the person."""
    return finished(finding_posts_with(library, named, person, query))


def finding_posts_with(library: Library, named: Named, person: Person, query: Query | None) -> Steps[list[Row]]:
    """The same in steps."""
    known = {named.meetings[number].key for number in person.named}
    holding = Query(person.name, (Condition((Word(person.name, exact=False),), negated=False),), Scope.ALL)
    listed = yield from library.listing(holding, all_posts=True)
    rows = [row for row in listed.rows if row.key not in known]
    if query is None or query.is_empty:
        return rows
    matching = yield from library.listing(query, all_posts=True)
    return [row for row in rows if library.index_of(row.key, matching) is not None]


def mentions_in(library: Library, posts: Sequence[Row], name: str) -> Iterator[list[Mentioned]]:
    """What each of these posts tells of a person, an empty list where it tells nothing or has gone."""
    for row in posts:
        try:
            yield list(_mentions(library.readout(row.key), row, fold(name)))
        except KeyError:
            yield []


def inversions_of(named: Named, person: Person) -> list[Inversion]:
    """The inversions of the order that a person is part of, oldest first."""
    return [one for number in sorted(person.named) for one in named.inverted.get((number, person.name), ())]


def _mentions(readout: Readout, post: Row, wanted: str) -> Iterator[Mentioned]:
    for person in readout.everyone:
        if fold(person.name) == wanted:
            yield _mentioned(readout, post, person.role, person.acts, _name_span(person.spans))
    for mention in readout.mentions:
        if fold(mention.name) == wanted:
            yield _mentioned(readout, post, mention.role, (), mention.span)


def _mentioned(readout: Readout, post: Row, role: str | None, acts: tuple[Act, ...], span: Span | None) -> Mentioned:
    where = _where(span)
    if where is None:
        return Mentioned(post, role, acts, None, readout.title)
    text = readout.body[where.paragraph]
    clause = next((one for one in clauses(text) if one[1] > where.start), (0, len(text)))
    return Mentioned(post, role, acts, where, text[clause[0] : clause[1]])


def _name_span(spans: Sequence[Evidence]) -> Span | None:
    return next((evidence.span for evidence in spans if evidence.fact == "name"), None)


def _where(span: Span | None) -> Where | None:
    if span is None or span.source is not Source.BODY or span.paragraph is None:
        return None
    return Where(span.paragraph, span.start, span.end)
