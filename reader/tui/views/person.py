"""A person's own page: every role as printed, every meeting from the first to the last, every mention elsewhere.

May import Textual, `views.attending`, `analysis`, `text`, `locale` and this room. Mentions are read post by post while
the page is shown already: a name may stand in thousands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from typing import ClassVar, NamedTuple

from rich.style import Style
from textual import work

from reader.analysis.attendance import Person, roles
from reader.analysis.steps import Steps
from reader.locale.screen import numbered
from reader.text.cells import pad
from reader.text.typeset import Line, typeset, visible
from reader.tui.slices import in_slices
from reader.tui.views.rows import RowsView
from reader.tui.views.view import ViewScreen
from reader.tui.views.working import Job
from reader.tui.widgets.inks import Ink
from reader.tui.widgets.lines import Pen
from reader.views.attending import (
    Mentioned,
    Named,
    Terms,
    acts_told,
    claims_told,
    inversions_told,
    role_told,
    span_told,
)
from reader.views.report import Target, days, flowed, paragraphs

AT_ONCE = 40
"""Posts that are read for mentions between two paints."""
ROOMY = 60
"""From so many cells on there is room for a column of days."""
_DAY = 12
"""Cells of a day and what parts it from the rest."""

Passage = Callable[[int, str], Target | None]
"""Where a person (by name) is named at the meeting with a key; None where that post has gone."""
Mentions = Callable[[], Steps[tuple[int, Iterator[list[Mentioned]]]]]
"""Finds how many posts hold the name, and what each tells."""


class Entry(NamedTuple):
    """A row: a heading where there is no day; else what stands at a day, and what it opens."""

    day: str
    lead: str
    text: str
    ink: str
    meeting: int | None = None
    mention: Mentioned | None = None


class PersonView(RowsView[Entry]):
    """Headings and what stands below them; the text of a row goes on in lines of its own."""

    INKS: ClassVar[Mapping[str, Ink]] = {"heading": Ink("accent", bold=True)}

    def height_of(self, row: Entry) -> int:
        """As many lines as its text has."""
        return max(1, len(self._lines(row)))

    def _lines(self, row: Entry) -> Sequence[Line]:
        text = self._text(row)
        return list(typeset(text, max(2, self.pane_width - 3 - self._indent(row)), 0, days(text)))

    def _indent(self, row: Entry) -> int:
        return (_DAY if self.pane_width >= ROOMY else 2) if row.day else 0

    def _text(self, row: Entry) -> str:
        """Everything but what has a column of its own."""
        return "  ".join(filter(None, (row.day if self.pane_width < ROOMY else "", row.lead, row.text)))

    def write(self, pen: Pen, row: Entry, part: int, base: Style) -> None:
        """The day, then the lead and the text."""
        day = row.day if not part and self.pane_width >= ROOMY else ""
        pen.write(pad(day, self._indent(row)), self.ink_on("detail", base))
        text = self._text(row)
        line, lead = self._lines(row)[part], len(text) - len(row.text)
        end = line.start + len(visible(text, line))
        pen.write(text[line.start : min(lead, end)], self.ink_on("strong" if row.ink == "text" else row.ink, base))
        pen.write(text[max(lead, line.start) : end], self.ink_on(row.ink, base))


class PersonScreen(ViewScreen[Entry]):
    """One person, over the table of all."""

    def __init__(
        self,
        named: Named,
        person: Person,
        terms: Terms,
        passage: Passage,
        mentions: Mentions,
    ) -> None:
        """`passage` tells where the person is named at a meeting, `mentions` asks for what stands elsewhere."""
        super().__init__(PersonView(), terms.words.person_keys)
        self._named = named
        self._person = person
        self._terms = terms
        self._words = terms.words
        self._passage = passage
        self._mentions = mentions
        self._found: list[Mentioned] = []
        self._to_read = self._read = 0
        self._reading: Iterator[list[Mentioned]] | None = None
        self._listing = mentions()

    def copy(self) -> PersonScreen:
        """The same person, with the mentions that have been read."""
        fresh = PersonScreen(self._named, self._person, self._terms, self._passage, self._mentions)
        fresh._found, fresh._to_read, fresh._read = self._found, self._to_read, self._read
        fresh._reading = self._reading
        return fresh

    def on_mount(self) -> None:
        """Begins to read for mentions; Textual calls the base's method too, which shows the rest."""
        if self._reading is None:
            self._list_posts()
        else:
            self.call_after_refresh(self._read_on)

    def on_unmount(self) -> None:
        """Looks for no more posts."""
        self._listing.close()

    @work(exclusive=True)
    async def _list_posts(self) -> None:
        """Finds the posts that are to be read, then reads them."""
        listing = Job(self._listing)
        async for _ in in_slices(listing.steps):
            pass
        for self._to_read, self._reading in listing.result:
            self._read_on()

    def _read_on(self) -> None:
        """Reads some posts more."""
        posts = list(islice(self._reading or (), AT_ONCE))
        if not posts:
            return
        self._read += len(posts)
        self._found += [mention for post in posts for mention in post]
        self.fill(self._rows.cursor)
        self.call_after_refresh(self._read_on)

    def fill(self, cursor: int) -> None:
        """The person above; roles, meetings, mentions."""
        self.show_head()
        self._rows.show([*self._roles(), *self._meetings(), *self._mentioned()], cursor)

    def show_head(self) -> None:
        """The name, the filter, when the person is named."""
        named, person = self._named, self._person
        above = [(f"{person.name} {named.pinyin(person.name)}".rstrip(), "title")]
        if named.filter:
            above.append((self._words.filtered.format(query=named.filter), "mark"))
        width = self.app.size.width - 2
        span = paragraphs([(span_told(named, person, self._words), "text")], width)
        self._head.show([*flowed(above, width), *span])

    def _roles(self) -> Iterator[Entry]:
        """Every role as printed, with first and last day."""
        words, held = self._words, roles(self._person)
        yield Entry("", "", words.roles.format(count=len(held)), "heading")
        for one in held:
            first, last = (self._named.meetings[number].day for number in (one.meetings[0], one.meetings[-1]))
            text = f"{role_told(one.role, self._terms)}  {numbered(words.times, len(one.meetings))}"
            until = f"{text}  {words.until.format(day=last)}" if last > first else text
            yield Entry(str(first), "", until, "text", one.meetings[-1])

    def _meetings(self) -> Iterator[Entry]:
        """Every meeting from the first to the last, also those that do not name the person."""
        words, person = self._words, self._person
        between = person.last - person.first + 1
        counts = {"named": len(person.named), "between": between, "meetings": len(self._named.meetings)}
        yield Entry("", "", words.meetings.format(**counts), "heading")
        for number in range(person.first, person.last + 1):
            held, people, one = self._named.meetings[number], self._named.lists[number], person.named.get(number)
            if one is None:
                text = f"{held.name}  {claims_told(people, self._terms)}"
                yield Entry(str(held.day), words.not_named, text, "detail", number)
                continue
            told = [held.name, role_told(one.role, self._terms)]
            told += inversions_told(self._named, number, person.name, words)
            yield Entry(
                str(held.day),
                f"{one.position}/{len(people)} {acts_told(one.acts, self._terms)}",
                "  ".join(told),
                "text",
                number,
            )

    def _mentioned(self) -> Iterator[Entry]:
        """What stands elsewhere, as far as it has been read."""
        words = self._words
        template = words.mentions if self._read >= self._to_read else words.mentions_so_far
        counts = {"count": len(self._found), "done": self._read, "total": self._to_read}
        yield Entry("", "", template.format(**counts), "heading")
        for one in self._found:
            acts = acts_told(one.acts, self._terms) or words.mentioned
            text = "  ".join(filter(None, (role_told(one.role, self._terms) if one.role else "", one.words)))
            yield Entry(str(one.post.day or "?"), acts, text, "text", mention=one)

    def target(self, row: Entry) -> Target | None:
        """Where the person is named at a meeting, or mentioned."""
        if row.mention is not None:
            return Target(row.mention.post.key, row.mention.where)
        if row.meeting is None:
            return None
        target = self._passage(self._named.meetings[row.meeting].key, self._person.name)
        self._foot.warning = "" if target else self._words.gone
        return target
