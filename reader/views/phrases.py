"""`phrases`: phrases by meeting, those in quotation marks and those of the watch list; which came, stayed, went.

May import `library`, `analysis`, `text`, `i18n`, `report`, `found_phrases`, and `kwic`, which shows where one stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, ClassVar, NamedTuple

from reader.analysis.phrases import Order, Phrase
from reader.analysis.steps import Steps
from reader.i18n import N_, _, counted
from reader.library.index import Library
from reader.library.places import watch_file
from reader.library.watch_list import WatchList, load
from reader.text.cells import aligned, cells, crop, pad
from reader.text.reasons import reason_text
from reader.text.safety import one_line
from reader.views.found_phrases import Entry, Found, bar, counting_watched, entries, entry_object, finding, query_of
from reader.views.kwic import kwic_of
from reader.views.report import (
    GAP,
    MOST,
    NO_DAY,
    Asked,
    Line,
    Outcome,
    Piece,
    Report,
    filter_text,
    filtered_by,
    flowed,
    meeting_of,
    nothing_matches,
    paragraphs,
    rows_cut,
    widest,
)

WIDE = 70
"""From so many cells on a line has room for the first and last day."""
WATCHED, UNKNOWN = "*", "..."
"""The sign of what is watched, and what is shown for numbers that are still being counted."""
DAY, SHARE, TIMES, LEAST_BAR = 10, 6, 5, 7
"""The cells of a day; the fewest of n/N, of the times, and of a bar that is one of blocks."""
PRINTED_BAR, PRINTED = 40, 60
"""The most cells of a bar on paper, and of a phrase: another may be as long as its paragraph."""
NO_PHRASES = N_("The texts of these meetings have no phrase in quotation marks")
MISSING_NOTHING = N_("None: what at least three quarters of the meetings before have, this one has too")
ORDERS: Mapping[Order, str] = {
    Order.COMMON: N_("in most meetings first"),
    Order.NEWEST: N_("last come first"),
    Order.DROPPED: N_("last gone first"),
    Order.LONGEST: N_("longest life first"),
}


def answer(library: Library, asked: Asked) -> Steps[Outcome]:
    """The phrases of the meetings that match; in the shell, where one of them is named, those that it has not."""
    watch = load(watch_file())
    found = yield from finding(library, asked.query, watch.items)
    meeting = meeting_of(library, found.meetings, asked.other if asked.is_whole else asked.post)
    if asked.is_whole and asked.other is not None and meeting is None:
        return nothing_matches(asked.query.text if asked.query else "")
    return Phrases(library, found, watch, asked, found.meetings.index(meeting) if meeting else None)


class Columns(NamedTuple):
    """The cells of the columns, 0 for one that there is no room for: phrase, n/N, times, days, bar."""

    text: int
    share: int
    times: int
    day: int
    bar: int


def columns_of(width: int, meetings: int, longest: int) -> Columns:
    """The columns in `width` cells: the bar gets what it needs, but no more than half of what is left.

    `longest` are the cells of the longest phrase.
    """
    digits, room = len(str(meetings)), width - 2
    share, day = max(2 * digits + 1, SHARE), DAY if room >= WIDE else 0
    times = max(digits + 1, TIMES) if day else 0
    rest = room - len(WATCHED) - 1 - sum(size + 2 for size in (share, times, day, day) if size) - 2
    text = max(0, min(max(rest - max(meetings, LEAST_BAR), rest // 2), longest))
    return Columns(text, share, times, day, max(0, min(meetings, rest - text)))


class Phrases(Report[Entry]):
    """A line a phrase with a bar over all meetings; what is known of the one under the cursor stands above."""

    view = "phrases"
    actions: ClassVar[Mapping[str, tuple[str, ...]]] = {"sort": ("s",), "not_here": ("n",), "watched": ("w",)}
    head_follows_cursor = True
    is_one_line = True

    def __init__(self, library: Library, found: Found, watch: WatchList, asked: Asked, here: int | None) -> None:
        """`here` is the number of the meeting that was shown or named; None where it is none of these."""
        self.found = found
        self._library = library
        self._watch = watch
        self._asked = asked
        self._meeting = here
        self._order = Order(asked.options.get("sort") or Order.COMMON)
        self._not_in = here if asked.is_whole else None
        self._is_watched_only = False
        self._filter = filter_text(asked.query)
        self._notice = self._amiss()
        """What is said of the file of the watch list, above the rows: a path may be longer than the footer."""
        self.steps = self._count()
        self._list()

    def _count(self) -> Steps[None]:
        """Counts what is watched; until all of it is counted, nothing is known of any."""
        if self.found.watched is None:
            found = yield from counting_watched(self._library, self.found)
            here = self.here if self.cursor else None
            self.found = found
            self._list()
            name = (here.text, here.watched) if here else None
            self.cursor = next((at for at, row in enumerate(self.listed) if (row.text, row.watched) == name), 0)

    def moved(self) -> None:
        """What was said has been read."""
        self._notice = ""

    def _list(self) -> None:
        """Lists the phrases anew."""
        listed = entries(self.found, self._order, not_in=self._not_in, only_watched=self._is_watched_only)
        self.listed = listed if self._asked.is_whole else listed[:MOST]
        self._longest = widest(entry.shown for entry in self.listed)
        self._cut = rows_cut(len(self.listed), len(listed), self.view)
        self.nothing = MISSING_NOTHING if self._not_in is not None else NO_PHRASES
        self._texts = self._summary() if self._not_in is None else self._missing_summary(self._not_in, len(listed))

    def _summary(self) -> list[str]:
        """How many phrases there are, how often they stand in how many meetings, how many are watched."""
        quoted, watched = self.found.quoted, len(self.found.items)
        times = counted("{count} time", "{count} times", sum(phrase.total for phrase in quoted))
        texts = [counted("{count} quoted phrase", "{count} quoted phrases", len(quoted))]
        texts += [_("{times} in {total} meetings").format(times=times, total=len(self.found.meetings))]
        return [*texts, _("{count} watched").format(count=watched)] if watched else texts

    def _missing_summary(self, meeting: int, count: int) -> list[str]:
        """Which meeting it is that has none of those listed, and how many these are."""
        held = self.found.meetings[meeting]
        return [
            _("not in {day} {name}").format(day=held.day, name=one_line(held.name)),
            counted("in 3/4 or more before it: {count} phrase", "in 3/4 or more before it: {count} phrases", count),
        ]

    def _amiss(self) -> str:
        """Why the watch list cannot be read, or how much of it is; empty where all is well."""
        watch, file = self._watch, one_line(str(self._watch.file))
        if watch.fault:
            return _("{file} cannot be read: {reason}").format(file=file, reason=reason_text(watch.fault))
        if watch.is_cut:
            text = _("{file} is too long: its first {count} items are read")
            return text.format(file=file, count=len(watch.items))
        return ""

    def head(self, width: int) -> Sequence[Line]:
        """How many phrases there are, and what is known of the one under the cursor."""
        room, here = max(2, width - 3), self.here
        pieces = [
            (_("Phrases"), "mark"),
            *((part, "text") for part in self._texts),
            (filtered_by(self._asked.query), "detail"),
            (_("watched only") if self._is_watched_only else "", "detail"),
            (_(ORDERS[self._order]) if self._not_in is None else "", "detail"),
        ]
        lines = flowed(pieces, room)
        lines += paragraphs([piece for piece in ((self._cut, "detail"), (self._notice, "mark")) if piece[0]], room)
        if here is not None and not self._notice:
            lines += [*self._about(here, room), [(self._heading(width - 1), "detail")]]
        return lines

    def _about(self, entry: Entry, width: int) -> list[Line]:
        """What is known of a phrase, in as many lines for every phrase: itself, its numbers, its first and last."""
        numbers = "  ".join(self._numbers(entry.phrase, brief=width < WIDE))
        shown = crop(entry.shown, max(0, width - cells(numbers) - 2))
        ends = self._ends(entry.phrase) if entry.phrase else ["", ""]
        return [[(shown, "title"), (f"  {numbers}", "text")], *([(end, "detail")] for end in ends)]

    def _numbers(self, phrase: Phrase | None, *, brief: bool) -> list[str]:
        """In how many meetings a phrase stands (not where it is to be brief), how often, with which gaps."""
        if phrase is None:
            return [_("counting …") if self.found.watched is None else _("in none of them")]
        total = len(self.found.meetings)
        since = total - 1 - phrase.last
        texts = (
            [] if brief else [_("in {meetings} of {total} meetings").format(meetings=len(phrase.counts), total=total)]
        )
        texts += [counted("{count} time", "{count} times", phrase.total)]
        texts += [counted("a gap of {count}", "gaps of {count}", phrase.gaps)] if phrase.gaps else []
        texts += [counted("not in the last one", "not in the last {count}", since)] if since else []
        return [*texts, _("no gap")] if phrase.life > 1 and not phrase.gaps and not since else texts

    def _ends(self, phrase: Phrase) -> list[str]:
        """The first and the last meeting that has a phrase."""
        labels = _("first in this collection"), _("last in this collection")
        if self._filter:
            labels = _("first within the filter"), _("last within the filter")
        ends = zip(labels, self.found.ends(phrase), strict=True)
        return [f"{label} {held.day} {one_line(held.name)}" for label, held in ends]

    def _columns(self, width: int) -> Columns:
        return columns_of(width, len(self.found.meetings), self._longest)

    def _heads(self) -> list[str]:
        """What stands above the columns."""
        text, share, *others = _("phrase|mtgs|times|first|last|old-new").split("|")
        return [text, share if self._not_in is None else _("before"), *others]

    def _heading(self, width: int) -> str:
        columns, (text, share, times, *days, bars) = self._columns(width), self._heads()
        heads = [_head(text, columns.text), _head(share, columns.share, is_right=True)]
        if columns.times:
            heads += [_head(times, columns.times, is_right=True), *(_head(day, columns.day) for day in days)]
        return "   " + "  ".join([*heads, bars])

    def lines(self, row: Entry, width: int) -> Sequence[Line]:
        """A sign for what is watched, the phrase, n/N meetings, times, first and last day, the bar."""
        columns, phrase, total = self._columns(width), row.phrase, len(self.found.meetings)
        shown = crop(row.shown, columns.text)
        share = row.share(total) if phrase or self.found.watched is not None else UNKNOWN
        line: list[Piece] = [(WATCHED if row.watched else " ", "mark"), (" ", ""), (shown, "text")]
        line += [(" " * (columns.text - cells(shown) + 2), ""), (share.rjust(columns.share), "text"), GAP]
        if phrase is None:
            return [line]
        if columns.times:
            line += [(str(phrase.total).rjust(columns.times), "text"), GAP]
            for held in self.found.ends(phrase):
                line += [(str(held.day), "detail"), GAP]
        return [[*line, (bar(phrase, total, columns.bar), "text")]]

    def open(self) -> Outcome:
        """Opens every place where the phrase stands, in context."""
        here = self.here
        if here is None or here.phrase is None:
            return None
        return kwic_of(self._library, query_of(here), self._asked.query)

    def do_sort(self) -> None:
        """Sorts by the next order, from the beginning."""
        orders = list(Order)
        self._order = orders[(orders.index(self._order) + 1) % len(orders)]
        self._not_in = None
        self._change()

    def do_not_here(self) -> Outcome:
        """Lists what the meeting has not that was shown when this was opened, or everything again."""
        if self._meeting is None:
            return _("The list was not on a meeting whose day is known when this was opened")
        self._not_in = self._meeting if self._not_in is None else None
        self._change()
        return None

    def do_watched(self) -> None:
        """Lists only what is watched, or everything again."""
        if self.found.items:
            self._is_watched_only = not self._is_watched_only
            self._change()
        elif self._watch.fault:
            self._notice = self._amiss()
        else:
            text = _("No phrases are watched yet: write them into {file}, one a line")
            self._notice = text.format(file=one_line(str(self._watch.file)))

    def _change(self) -> None:
        """Lists them otherwise, from the beginning."""
        self.cursor, self._notice = 0, ""
        self._list()

    def remarks(self, form: str) -> Iterator[str]:
        """What is wrong with the watch list; why there are no phrases."""
        if text := self._amiss():
            yield text
        if self.is_empty:
            query = self._asked.query
            yield _(self.nothing) if self.found.meetings else nothing_matches(query.text if query else "")

    def printed(self, width: int) -> Iterator[str]:
        """The phrases for people: how many they are, then a line each; nothing where there are none."""
        if not self.is_empty:
            yield "  ".join(self._texts)
            yield ""
            yield from aligned([("", *self._heads()), *map(self._printed, self.listed)])

    def _printed(self, entry: Entry) -> tuple[str, ...]:
        """A phrase, n of N meetings, times, first and last day, the bar; of what is missing, n of N before."""
        phrase, total = entry.phrase, len(self.found.meetings)
        text = WATCHED if entry.watched else "", crop(one_line(entry.text), PRINTED), entry.share(total)
        if phrase is None:
            return (*text, "0", NO_DAY, NO_DAY, "")
        first, last = self.found.ends(phrase)
        return (*text, str(phrase.total), str(first.day), str(last.day), bar(phrase, total, PRINTED_BAR))

    def table(self) -> Iterator[Sequence[object]]:
        """The phrases as rows of a table, each meeting a column that is headed by its day and id."""
        heads = _("phrase|watched|meetings|of|times|first|last|gaps|meetings before|of meetings before").split("|")
        yield [*heads, *(f"{held.day} {held.id}" for held in self.found.meetings)]
        names = ("text", "watched", "meetings", "of", "total", "first", "last", "gaps")
        for one in self.objects():
            yield [*(one[name] for name in names), one.get("had"), one.get("earlier"), *one["counts"]]

    def objects(self) -> Iterator[dict[str, Any]]:
        """The phrases for JSON."""
        return (entry_object(entry, self.found) for entry in self.listed)


def _head(text: str, width: int, *, is_right: bool = False) -> str:
    """The head of a column, cut to its width; at the right of numbers."""
    shown = crop(text, width, "")
    return " " * (width - cells(shown)) + shown if is_right else pad(shown, width)
