"""People x meetings: who is named where, in which printed order, and where else. `officials` and its persons show it.

May import `library`, `query`, `analysis`, `readout`, `text`, `locale.offices`, `i18n` and `report`. A meeting without a
position does not name the person; what its list claims to list is said beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from reader.analysis import attendance
from reader.analysis.attendance import Inversion, Person
from reader.analysis.steps import Steps
from reader.analysis.where import Where
from reader.i18n import N_, _
from reader.library.index import Library
from reader.library.model import ListedMeeting, Row
from reader.locale.offices import gloss
from reader.query.lookup import person_fit
from reader.query.model import Condition, Query, Scope, Word
from reader.readout.evidence import Evidence, Source, Span
from reader.readout.model import Readout
from reader.readout.people import ACTS, Act, Attendance
from reader.text.clauses import clauses
from reader.text.folding import fold
from reader.views.report import filter_text

NOBODY = N_("No meeting here names anyone.")
SIGNS: Mapping[Act, str] = {Act.CHAIRED: N_("C"), Act.SPOKE: N_("S"), Act.REPORTED: N_("R")}
"""What stands for an act in a cell of the table; other acts have no sign."""


class Named(NamedTuple):
    """The table. `lists` are the people of each meeting in printed order; `people` the rows.

    `inverted` are the inversions by the meeting's number and the name of either of the two; `readings` the pinyin and
    initials by the name. `filter` is the query that narrowed the meetings, empty where all are there.
    """

    meetings: Sequence[ListedMeeting]
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

    def called(self, person: Person) -> str:
        """The name of a person with its pinyin."""
        return f"{person.name} {self.pinyin(person.name)}".rstrip()

    def pinyin(self, name: str) -> str:
        """`ni yuefeng`; empty where it is not known."""
        return self.readings.get(name, ("", ""))[0]


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


def finding_people(library: Library, query: Query | None) -> Steps[Named]:
    """Everyone who is named at the meetings that match, in steps."""
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
        meetings, lists, attendance.matrix(lists), inversions, inverted, library.readings(), filter_text(query)
    )


def persons_called(named: Named, typed: str) -> list[Person]:
    """Those whom a name, pinyin or initials mean, of all that may be meant only those that fit best."""
    fits = [(person_fit(typed, one.name, *named.readings.get(one.name, ("", ""))), one) for one in named.people]
    best = min((fit for fit, _ in fits if fit is not None), default=None)
    return [one for fit, one in fits if fit is not None and fit == best]


def signs(person: Attendance) -> str:
    """What stands for the acts of a person behind the position."""
    return "".join(_(SIGNS[act]) for act in person.acts if act in SIGNS)


def order_cut() -> str:
    """The sentence for lists so long that the order of all their people is not looked at."""
    text = _("Long lists: the order of the first {count} people of each meeting is looked at")
    return text.format(count=attendance.ORDERED)


def moved(named: Named, meeting: int, name: str) -> str:
    """^ for a person who is printed before somebody behind whom they were printed before, v for the other way."""
    found = named.inverted.get((meeting, name), ())
    up, down = any(one.before == name for one in found), any(one.after == name for one in found)
    return "^" * up + "v" * down


def inversion_texts(named: Named, meeting: int, name: str) -> list[str]:
    """The inversions of a person at a meeting in words, a sentence for each way and each earlier meeting."""
    return texts_of(named, named.inverted.get((meeting, name), ()), name)


def texts_of(named: Named, inversions: Iterable[Inversion], name: str) -> list[str]:
    """The same of these inversions."""
    grouped: dict[tuple[bool, int], list[str]] = {}
    for one in inversions:
        is_before = one.before == name
        grouped.setdefault((is_before, one.former), []).append(one.after if is_before else one.before)
    sentences = {
        True: _("^ here before {others}; on {former} after"),
        False: _("v here after {others}; on {former} before"),
    }
    return [
        sentences[is_before].format(others="、".join(others), former=named.meetings[former].day)
        for (is_before, former), others in sorted(grouped.items(), key=lambda item: -item[0][1])
    ]


def claims_text(people: Sequence[Attendance]) -> str:
    """What a list claims to list, in words: the roles under which several stand, and how many have one of their own.

    Where there is no such role, every role.
    """
    claims = attendance.claims(people)
    several = [claim for claim in claims if claim.names > 1] or claims
    texts = [_("{role} x{count}").format(role=role_text(claim.role), count=claim.names) for claim in several]
    if len(several) < len(claims):
        texts.append(_("{count} with a role of their own").format(count=len(claims) - len(several)))
    return _("the list names: {claims}").format(claims=_(", ").join(texts)) if texts else _("this report names nobody")


def role_text(role: str | None) -> str:
    """A role as printed, with its gloss; that none is printed."""
    english = gloss(role)
    return (role or _("no role printed")) + (_(" ({text})").format(text=english) if english else "")


def acts_text(acts: Sequence[Act]) -> str:
    """What somebody is printed as doing, in words."""
    return _(", ").join(_(ACTS[act]) for act in acts)


def span_text(named: Named, person: Person) -> str:
    """When a person is named first and last, and at how many of the meetings: in the collection, or in the filter."""
    text = _("first in this collection {first}, last {last}")
    if named.filter:
        text = _("first within the filter {first}, last {last}")
    ends = text.format(first=named.meetings[person.first].day, last=named.meetings[person.last].day)
    share = _("{named} of {meetings} meetings").format(named=len(person.named), meetings=len(named.meetings))
    return f"{ends}  {share}"


def named_at(readout: Readout, name: str) -> Where | None:
    """Where the body of a meeting's report names somebody as being there; None where only a title does."""
    wanted = fold(name)
    people = readout.meeting.people if readout.meeting else ()
    return next((_where(_name_span(person.spans)) for person in people if fold(person.name) == wanted), None)


def finding_posts_with(library: Library, named: Named, person: Person, query: Query | None) -> Steps[list[Row]]:
    """The posts that hold a person's name and match, newest first, but for the meetings that name the person."""
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


def inversions_of(named: Named, person: Person) -> list[dict[str, Any]]:
    """The inversions of the order that a person is part of, oldest first, for JSON."""
    found = (one for number in sorted(person.named) for one in named.inverted.get((number, person.name), ()))
    return [_inversion(one, named) for one in found]


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
