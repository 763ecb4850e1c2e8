"""A person of `officials`: every role as printed, every meeting from the first to the last, every mention elsewhere.

May import `library`, `query`, `analysis`, `text`, `i18n`, `report` and `people`. Mentions are read post by post: a name
may stand in thousands.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from typing import Any

from reader.analysis.attendance import Person, RoleHeld, claims, roles
from reader.i18n import N_, _, counted
from reader.library.index import Library
from reader.query.model import Query
from reader.readout.people import ACTS
from reader.text.cells import aligned
from reader.text.safety import one_line
from reader.views.people import (
    Mentioned,
    Named,
    acts_text,
    claims_text,
    finding_posts_with,
    inversion_texts,
    inversions_of,
    mentions_in,
    named_at,
    role_text,
    span_text,
)
from reader.views.report import Line, Outcome, Report, Row, Target, filtered_by, flowed, paragraphs


class PersonReport(Report[Row]):
    """One person of a table; what stands elsewhere is read while the rest is shown."""

    view = "officials"
    footer = N_("Enter Open|Esc Back")

    def __init__(self, library: Library, named: Named, person: Person, query: Query | None) -> None:
        self.named = named
        self.person = person
        self._library = library
        self._query = query
        self._held = roles(person)
        self._rows = [*self._roles(), *self._meetings()]
        self._listed: tuple[int, Sequence[Row]] = (-1, ())
        """The rows when so many posts had been read."""
        self._found: list[Mentioned] = []
        self._to_read = self._read = 0
        self.steps = self._read_posts()

    def _read_posts(self) -> Generator[object, None, None]:
        posts = yield from finding_posts_with(self._library, self.named, self.person, self._query)
        self._to_read = len(posts)
        for found in mentions_in(self._library, posts, self.person.name):
            self._found += found
            self._read += 1
            yield None

    def head(self, width: int) -> Sequence[Line]:
        """The name, the filter, when the person is named."""
        named, person = self.named, self.person
        pieces = [(named.called(person), "title"), (filtered_by(self._query), "mark")]
        return [*flowed(pieces, width - 2), *paragraphs([(span_text(named, person), "text")], width - 2)]

    def rows(self) -> Sequence[Row]:
        """Roles, meetings, mentions as far as posts have been read, each under a heading."""
        if self._listed[0] != self._read:
            self._listed = self._read, [*self._rows, *self._mentioned()]
        return self._listed[1]

    def _roles(self) -> Iterator[Row]:
        """Every role as printed, with first and last day."""
        yield _heading(_("Roles as printed: {count}").format(count=len(self._held)))
        for one in self._held:
            first, last = (self.named.meetings[number].day for number in (one.meetings[0], one.meetings[-1]))
            times = counted("{count} meeting", "{count} meetings", len(one.meetings), "short")
            texts = [role_text(one.role), times, *([_("until {day}").format(day=last)] if last > first else [])]
            yield self._row(str(first), "", texts, self._meeting(one.meetings[-1]))

    def _meetings(self) -> Iterator[Row]:
        """Every meeting from the first to the last, also those that do not name the person."""
        named, person = self.named, self.person
        yield _heading(self._counted())
        for number in range(person.first, person.last + 1):
            held, people, one = named.meetings[number], named.lists[number], person.named.get(number)
            if one is None:
                texts = [held.name, claims_text(people)]
                yield self._row(str(held.day), _("not named"), texts, self._meeting(number), "detail")
                continue
            texts = [held.name, role_text(one.role), *inversion_texts(named, number, person.name)]
            lead = f"{one.position}/{len(people)} {acts_text(one.acts)}"
            yield self._row(str(held.day), lead, texts, self._meeting(number))

    def _mentioned(self) -> Iterator[Row]:
        """What stands elsewhere."""
        text = _("Mentions elsewhere: {count}")
        if self._read < self._to_read:
            text = _("Mentions elsewhere: {count} so far, {done} of {total} posts with the name read")
        yield _heading(text.format(count=len(self._found), done=self._read, total=self._to_read))
        for one in self._found:
            texts = [role_text(one.role) if one.role else "", one.words]
            lead = acts_text(one.acts) or _("mentioned")
            yield self._row(str(one.post.day or "?"), lead, texts, Target(one.post.key, one.where))

    @staticmethod
    def _row(day: str, lead: str, texts: Sequence[str], target: Target, ink: str = "text") -> Row:
        text = ("  ".join(filter(None, texts)), ink)
        first = (f"{lead}  " if lead else "", "strong" if ink == "text" else ink)
        return Row((first, text), day, target, (2, 12))

    def _meeting(self, number: int) -> Target:
        return Target(self.named.meetings[number].key)

    def _counted(self) -> str:
        person, meetings = self.person, len(self.named.meetings)
        between = person.last - person.first + 1
        text = _("Meetings: named at {named} of the {between} from the first to the last (of {meetings} in all)")
        return text.format(named=len(person.named), between=between, meetings=meetings)

    def open(self) -> Outcome:
        """Where the person is named at a meeting, or mentioned."""
        here = self.here
        if here is None or here.target is None or self.cursor >= len(self._rows):
            return here.target if here else None
        return passage(self._library, here.target.key, self.person.name)

    def printed(self, width: int) -> Iterator[str]:
        """For people: roles, meetings, mentions, the inversions of the order."""
        named, person = self.named, self.person
        yield f"{one_line(person.name)}  {named.pinyin(person.name)}  {span_text(named, person)}"
        yield _("Roles as printed: {count}").format(count=len(self._held))
        yield from aligned(map(self._role_columns, self._held), "  ")
        yield self._counted()
        yield from aligned(map(self._columns, range(person.first, person.last + 1)), "  ")
        yield _("Mentions elsewhere: {count}").format(count=len(self._found))
        yield from aligned(map(_mention_columns, self._found), "  ")

    def _role_columns(self, one: RoleHeld) -> tuple[str, ...]:
        ends = f"{self._day(one.meetings[0])} – {self._day(one.meetings[-1])}"
        return (ends, str(len(one.meetings)), one_line(role_text(one.role)))

    def _columns(self, number: int) -> tuple[str, ...]:
        """Day, id, position of how many, acts, name, role; what the list names for one that is not named."""
        named = self.named
        held, people, one = named.meetings[number], named.lists[number], self.person.named.get(number)
        head = (held.day.isoformat(), held.id)
        if one is None:
            return (*head, "", _("not named"), one_line(held.name), one_line(claims_text(people)))
        text = "  ".join([one_line(role_text(one.role)), *inversion_texts(named, number, self.person.name)])
        return (*head, f"{one.position}/{len(people)}", acts_text(one.acts), one_line(held.name), text)

    def table(self) -> Iterator[Sequence[object]]:
        """The meetings as rows of a table, also those from the first to the last that do not name the person."""
        for number in range(self.person.first, self.person.last + 1):
            held, one = self.named.meetings[number], self.person.named.get(number)
            size = len(self.named.lists[number])
            acts = [_(ACTS[act]) for act in one.acts] if one else None
            columns = (one.position if one else None, size, acts, one.role if one else None)
            yield (held.day, held.path, held.name, *columns)

    def objects(self) -> dict[str, Any]:
        """An object for JSON."""
        named, person = self.named, self.person
        between = range(person.first, person.last)
        return {
            "name": person.name,
            "pinyin": named.pinyin(person.name),
            "first": self._day(person.first),
            "last": self._day(person.last),
            "named": len(person.named),
            "of": len(named.meetings),
            "roles": [self._role_object(one) for one in self._held],
            "meetings": [self._object(number) for number in sorted(person.named)],
            "not_named": [self._object(number) for number in between if number not in person.named],
            "mentions": [_mention_object(one) for one in self._found],
            "inversions": inversions_of(named, person),
        }

    def _role_object(self, one: RoleHeld) -> dict[str, Any]:
        first, last = self._day(one.meetings[0]), self._day(one.meetings[-1])
        return {"role": one.role, "first": first, "last": last, "meetings": len(one.meetings)}

    def _object(self, number: int) -> dict[str, Any]:
        """A meeting; what its list claims to list where it does not name the person."""
        held, people, one = self.named.meetings[number], self.named.lists[number], self.person.named.get(number)
        head = {"path": held.path, "date": self._day(number)}
        if one is None:
            return {**head, "claims": [claim._asdict() for claim in claims(people)]}
        acts = [str(act) for act in one.acts]
        return {**head, "role": one.role, "acts": acts, "position": one.position, "of": len(people)}

    def _day(self, number: int) -> str:
        return self.named.meetings[number].day.isoformat()


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


def passage(library: Library, key: int, name: str) -> Target | str:
    """Where a person is named at a meeting; the sentence that says that its post has gone."""
    try:
        return Target(key, named_at(library.readout(key), name))
    except KeyError:
        return _("This post is not there any more")


def _heading(text: str) -> Row:
    return Row(((text, "mark"),))


def _mention_columns(one: Mentioned) -> tuple[str, ...]:
    day = one.post.day.isoformat() if one.post.day else ""
    acts = acts_text(one.acts) or _("mentioned")
    return (day, one.post.id, acts, one_line(role_text(one.role)), one_line(one.words))


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
