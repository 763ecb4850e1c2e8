"""`kwic`: a word in its contexts, the hits of a term in the bodies of the meetings, found as far as somebody looks.

May import `library`, `query`, `analysis`, `text`, `i18n` and `report`.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import closing
from functools import cached_property
from itertools import islice
from typing import Any, ClassVar, NamedTuple

from reader.analysis.concordance import REACH, KwicLine, Order, lines, ordered, spellings
from reader.analysis.steps import Steps, finished
from reader.analysis.where import Where
from reader.i18n import N_, _, counted
from reader.library.index import Library
from reader.library.model import ListedMeeting
from reader.query.model import Condition, Query, Scope, Word
from reader.query.parse import parted
from reader.query.words import each_place
from reader.text.cells import cells, crop, crop_start, pad
from reader.text.folding import blind
from reader.text.safety import one_line
from reader.views.report import (
    Ask,
    Asked,
    Line,
    Outcome,
    Piece,
    Report,
    Target,
    filtered_by,
    flowed,
    nothing_matches,
    widest,
)

AT_ONCE = 1_000
"""Most hits that are found between two looks at anything else."""
MOST = 20_000
"""Hits after which a screen looks for no more."""
SPELLINGS = 12
"""Most spellings that are named one by one."""
LONGEST = 400
"""Most characters of a page that are taken for a word."""
CONTEXT = 20
"""Most characters on either side of a hit, for programs."""
NARROWEST = 20
"""The fewest cells that the contexts get on paper."""
DATED, NAMED = 60, 100
"""From so many cells on a line has room for the whole day, and for the meeting's name."""
NAME = 24
"""The cells of a meeting's name."""
NO_TERM = N_("A word is needed; fields such as since:2022 only narrow the meetings")
ORDERS: Mapping[Order, str] = {
    Order.DATE: N_("by date, oldest first"),
    Order.LEFT: N_("by left context, outwards"),
    Order.RIGHT: N_("by right context"),
}
_MARKS = str.maketrans("", "", ' \t\n\u3000|｜"＂“”*＊:：-－')
"""What a query would not take for a part of a word."""


class Concordance:
    """The lines of the hits of a term. `find` adds to them meeting by meeting, oldest first."""

    def __init__(self, library: Library, term: Query, narrowed: Sequence[Query | None] = ()) -> None:
        """`term` asks for words, in `narrowed` meetings alone."""
        self.term = term
        self.narrowed = [query for query in narrowed if query is not None and not query.is_empty]
        self.words = tuple(dict.fromkeys(term.words()))
        self.total = 0
        """The meetings in which the term is looked for; 0 as long as they are not found."""
        self.keys: list[int] = []
        """Those that hold it, in the body or in a title, oldest first; a line's meeting is a number of this list."""
        self.meetings: dict[int, ListedMeeting] = {}
        """Of those that have been looked at the ones with a hit, by number."""
        self.lines: list[KwicLine] = []
        self.looked_at = 0
        self.is_complete = False
        """Whether all meetings have been looked at."""
        self._widest = widest(one_line(word.text) for word in self.words)
        self._across = library.across
        self._finding = self._find()

    def find(self) -> Steps[None]:
        """Finds the meetings, and looks at what is left of them; tells, after each step, how many lines there are.

        Who leaves off goes on there when this is called again.
        """
        return self._finding

    def _find(self) -> Steps[None]:
        if self.words:
            self.total, self.keys = yield from self._across.finding_keys(self.term, self.narrowed)
        numbers = {key: number for number, key in enumerate(self.keys)}
        for held, body in self._across.reports(self.keys):
            number = numbers[held.key]
            hits = (Where(at, *span) for at, text in enumerate(body) for span in each_place(self.words, text))
            while found := lines(number, body, islice(hits, AT_ONCE)):
                self.meetings[number] = held
                self.lines += found
                if len(found) == AT_ONCE:
                    yield len(self.lines)
            self.looked_at = number + 1
            yield len(self.lines)
        self.looked_at, self.is_complete = len(self.keys), True

    def column(self, width: int) -> int:
        """After how many of `width` cells the match stands: it and the contexts get what they need."""
        return max(0, (width - min(self._widest, width // 2)) // 2)

    @cached_property
    def spellings(self) -> list[str]:
        """Each way in which the term is printed, n of N lines; the last item says how many ways are left out.

        Asked for when all lines are there, and worked out once.
        """
        ways = spellings(self.lines)
        shown = [f"{one_line(match)} {count}/{len(self.lines)}" for match, count in ways[:SPELLINGS]]
        return [*shown, _("{count} more").format(count=len(ways) - SPELLINGS)] if len(ways) > SPELLINGS else shown

    def summary(self) -> str:
        """How many hits there are, in n of N meetings; while it is looked for, how far that is."""
        hits = counted("{count} hit", "{count} hits", len(self.lines))
        if self.is_complete:
            text, count, total = _("{hits} in {meetings} of {total} meetings"), len(self.meetings), self.total
        else:
            text, count = _("{hits} so far, {meetings} of {total} meetings looked at"), self.looked_at
            total = len(self.keys)
        return text.format(hits=hits, meetings=count, total=total)


class Cut(NamedTuple):
    """A line cut to columns of cells: `left` begins with as many spaces as it lacks."""

    left: str
    match: str
    right: str


def cut(line: KwicLine, left: int, width: int) -> Cut:
    """A line in `width` cells, its match after `left` of them; no wide character is cut in half."""
    before = crop_start(_plain(line.left[-left or REACH :]), left, "")
    match = crop(_plain(line.match[:width]), width - left, "")
    after = crop(_plain(line.right[:width]), width - left - cells(match), "")
    return Cut(" " * (left - cells(before)) + before, match, after)


def _plain(text: str) -> str:
    """Text in which tabs and line ends are spaces."""
    return text.replace("\n", " ").replace("\t", " ")


def of_word(text: str) -> Query:
    """The query for a text as it is selected on a page: as one word, blind to its marks. It may ask for nothing."""
    word = one_line(text[:LONGEST]).translate(_MARKS)
    condition = Condition((Word(word, exact=False),), negated=False)
    return Query(word, (condition,) if blind(word) else (), Scope.ALL)


def of_quotation(text: str) -> Query:
    """The query for a phrase in quotation marks of either kind, exactly as it is printed."""
    words = tuple(Word(f"{opening}{text}{closing}", exact=True) for opening, closing in ("“”", "「」"))
    return Query(f"“{text}”", (Condition(words, negated=False),), Scope.ALL)


def answer(library: Library, asked: Asked) -> Steps[Outcome]:
    """The hits of the term, else of the selected words, else of the query's; asks for a term where none has words.

    Raises QueryError for a term that is not understood.
    """
    yield from ()
    query, selected = asked.query, of_word(asked.selected)
    narrowed: tuple[Query | None, ...] = (query,)
    if asked.term:
        term, fields = parted(asked.term)
        narrowed = (fields, query)
    elif any(selected.words()) or query is None:
        term = selected
    else:
        term, query = parted(query.text)
        narrowed = (query,)
    if any(term.words()):
        return Kwic(library, Concordance(library, term, narrowed), query, asked)
    return _(NO_TERM) if asked.term else _ask(library, asked.query, _("In context"))


def kwic_of(library: Library, term: Query, narrowed: Query | None) -> Kwic:
    """The hits of a term that another view has made, in the meetings of a query, as a screen shows them."""
    return Kwic(library, Concordance(library, term, (narrowed,)), narrowed, Asked())


def _ask(library: Library, narrowed: Query | None, about: str) -> Ask:
    """Asks for a term, to be looked for in the meetings of a query."""

    def then(text: str) -> Outcome:
        return finished(answer(library, Asked(narrowed, term=text)))

    return Ask(_("a term: 六稳 or 人*同防"), _("Enter Look for it|Esc Do not"), about, then)


class Kwic(Report[KwicLine]):
    """A line a hit, the word in one column, its contexts cut by cells."""

    view = "kwic"
    is_one_line = True
    heads = N_("path|date|meeting|paragraph|start|end|left|match|right")
    names = "path date name paragraph start end left match right"
    actions: ClassVar[Mapping[str, tuple[str, ...]]] = {"sort": ("s",), "ask": ("/", "、", "f4")}

    def __init__(self, library: Library, found: Concordance, narrowed: Query | None, asked: Asked) -> None:
        """`narrowed` are the meetings in which another term is looked for, too."""
        self.found = found
        self._library = library
        self._narrowed = narrowed
        self._asked = asked
        self._order = Order(asked.options.get("sort") or Order.DATE)
        self._sorted: Sequence[KwicLine] = ()
        self.steps = self._find()

    def _find(self) -> Generator[None, None, None]:
        """Finds the lines; a screen shows the first of too many."""
        with closing(self.found.find()) as found:
            for _count in found:
                if self._is_full:
                    break
                yield
        if self.found.is_complete:  # until then there may be hits to come
            self.nothing = N_("No meeting has it in its text; press / for another term")
        if self._order is not Order.DATE:
            self._sort(self.here)

    @property
    def _is_full(self) -> bool:
        """Whether there are as many hits as a screen shows."""
        return not self._asked.is_whole and len(self.found.lines) >= MOST

    def head(self, width: int) -> Sequence[Line]:
        """What is looked for, how many hits there are, how they are printed."""
        found = self.found
        is_cut = self._is_full and not found.is_complete
        too_many = _("More hits than can be shown: these are the first, the command customs-reader kwic lists all")
        pieces = [
            (_("In context"), "mark"),
            (one_line(found.term.text), "title"),
            (found.summary(), "text"),
            (filtered_by(*found.narrowed), "detail"),
            (_(ORDERS[self._order]), "detail"),
            (too_many if is_cut else "", "mark"),
        ]
        lines = flowed(pieces, max(1, width - 3))
        if found.is_complete and len(found.spellings) > 1:
            first, *others = found.spellings
            lines += flowed([(text, "detail") for text in (_("spelled: ") + first, *others)], max(1, width - 3))
        return lines

    def rows(self) -> Sequence[KwicLine]:
        """Sorted by day the lines grow at the end; sorted by contexts they come when all of them are there."""
        return self.found.lines if self._order is Order.DATE else self._sorted

    def _sort(self, here: KwicLine | None) -> None:
        """Puts the lines into their order, with the cursor on the same one."""
        if self._order is not Order.DATE:
            self._sorted = ordered(self.found.lines, self._order)
        self.cursor = self.rows().index(here) if here else 0

    def lines(self, row: KwicLine, width: int) -> Sequence[Line]:
        """The day, the meeting where there is room, then the word between its contexts."""
        held, room = self.found.meetings[row.meeting], width - 2
        cut_day, gap = (0, 2) if room >= DATED else (2, 1)
        line: list[Piece] = [(str(held.day)[cut_day:], "detail"), (" " * gap, "")]
        room -= 10 - cut_day + gap
        if width - 2 >= NAMED:
            name = crop(one_line(held.name), NAME)
            line += [(name, "detail"), (" " * (NAME + 2 - cells(name)), "")]
            room -= NAME + 2
        room = max(0, room - 2)
        left, match, right = cut(row, self.found.column(room), room)
        return [[*line, (left, "text"), (" ", ""), (match, "mark"), (" ", ""), (right, "text")]]

    def target(self, row: KwicLine) -> Target:
        """The hit."""
        return Target(self.found.meetings[row.meeting].key, row.where)

    def do_sort(self) -> None:
        """Sorts by the next of day, left context, right context."""
        here, orders = self.here, list(Order)
        self._order = orders[(orders.index(self._order) + 1) % len(orders)]
        self._sort(here)

    def do_ask(self) -> Outcome:
        """Asks for another term, whose hits are shown instead of these."""
        return _ask(self._library, self._narrowed, filtered_by(self._narrowed))

    def remarks(self, form: str) -> Iterator[str]:
        """That there is no hit, or no meeting to look in."""
        if self.is_empty:
            query, term = self._asked.query, self._asked.term
            yield nothing_matches(term if self.found.total or query is None or query.is_empty else query.text)

    def printed(self, width: int) -> Iterator[str]:
        """The hits for people: how many, how they are printed, then a line each, no wider than the terminal."""
        found = self.found
        if self.is_empty:
            return
        yield found.summary()
        if len(found.spellings) > 1:
            yield _("spelled: ") + "  ".join(found.spellings)
        yield ""
        ids = widest(one_line(held.id) for held in found.meetings.values())
        room = max(NARROWEST, width - len("2022-03-15") - ids - 7)
        left = found.column(room)
        for line in self.rows():
            held, parts = found.meetings[line.meeting], cut(line, left, room)
            yield f"{held.day}  {pad(one_line(held.id), ids)}  {' '.join(parts)}".rstrip()

    def objects(self) -> Iterator[dict[str, Any]]:
        """The hits for JSON; `paragraph`, `start` and `end` count from 0, as `search` does."""
        for line in self.rows():
            held = self.found.meetings[line.meeting]
            yield {
                "path": held.path,
                "date": held.day.isoformat(),
                "paragraph": line.where.paragraph,
                "left": line.left[-CONTEXT:],
                "match": line.match,
                "right": line.right[:CONTEXT],
                "id": held.id,
                "name": held.name,
                "start": line.where.start,
                "end": line.where.end,
            }
