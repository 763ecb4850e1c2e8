"""Phrases by meeting: one line a phrase, with a bar over all meetings; what is known of the one under the cursor above.

May import Textual, `views`, `analysis.phrases`, `library`, `query`, `text`, `locale` and this room. What is watched
is counted in slices, between which keys are obeyed.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from textual import work
from textual.binding import Binding

from reader.analysis.phrases import Order
from reader.library.protocols import Library
from reader.library.watch_list import WatchList
from reader.locale.screen import Words, numbered
from reader.locale.views import PhrasesWords
from reader.query import Query
from reader.text.cells import cells, crop, pad
from reader.text.reasons import reason_text
from reader.text.safety import one_line
from reader.text.typeset import typeset, visible
from reader.tui.slices import in_slices
from reader.tui.views.flowing import Piece, flowed, paragraphs
from reader.tui.views.phrase_rows import WIDE, Columns, PhrasesView, shown_text
from reader.tui.views.rows import MOST
from reader.tui.views.view import Target, ViewScreen, bound
from reader.views.filter import filter_told
from reader.views.phrasing import (
    Counted,
    Entry,
    Found,
    count_watched,
    entries,
    query_of,
    told,
    told_missing,
    with_watched,
)


class Shown(NamedTuple):
    """Of which meetings the phrases are, and how they are listed.

    `query` narrows the meetings; `here` is the number of the one that was shown when the view was opened, None where
    it is none of them.
    """

    query: Query | None
    watch_list: WatchList
    here: int | None
    order: Order = Order.COMMON
    not_here: bool = False
    only_watched: bool = False

    @property
    def filter(self) -> str:
        """What narrows the meetings, as it was typed; empty for nothing."""
        return filter_told(self.query)


class PhrasesScreen(ViewScreen[Entry]):
    """Phrases by meeting."""

    BINDINGS: ClassVar[list[Binding]] = [bound("sort", "s"), bound("not_here", "n"), bound("watched", "w")]

    def __init__(self, library: Library, found: Found, shown: Shown, words: tuple[PhrasesWords, Words]) -> None:
        """`shown` says of which meetings these are, and how they are listed."""
        super().__init__(PhrasesView(found), words[0].keys)
        self._library = library
        self._found = found
        self._shown = shown
        self._words, self._shared = words
        self._about_list = self._cut = ""
        self._about: Sequence[str] = ()

    def copy(self) -> PhrasesScreen:
        """The same phrases, listed in the same way."""
        return PhrasesScreen(self._library, self._found, self._shown, (self._words, self._shared))

    def fill(self, cursor: int) -> None:
        """The phrases; what is watched is counted after they are painted."""
        self._list(cursor)
        if self._found.watched is None:
            self._count_watched()
        watch = self._shown.watch_list
        if watch.is_cut or watch.fault:
            self._tell(self._words.watch_list_unread if watch.fault else self._words.watch_list_cut)

    def _list(self, cursor: int) -> None:
        shown, words = self._shown, self._words
        listed = entries(self._found, shown.order, not_in=self._not_in, only_watched=shown.only_watched)
        nothing = words.nothing if self._not_in is None else words.nothing_missing
        self._view.show_entries(listed[:MOST], cursor, nothing)
        self._about = told(self._found, words)
        if self._not_in is not None:
            self._about = told_missing(self._found.meetings[self._not_in], listed, words)
        self._cut = ""
        if len(listed) > MOST:
            self._cut = words.cut_rows.format(shown=MOST, total=len(listed), command="phrases")
        self.show_head()

    @property
    def _view(self) -> PhrasesView:
        assert isinstance(self._rows, PhrasesView)
        return self._rows

    @property
    def _not_in(self) -> int | None:
        return self._shown.here if self._shown.not_here else None

    def show_head(self) -> None:
        """How many phrases there are, and what is known of the one under the cursor."""
        width, here, about = max(2, self.size.width - 3), self._rows.here, self._about_list
        lines = flowed(self._told(), width) + paragraphs([(self._cut, "detail")] if self._cut else [], width)
        lines += [[(visible(about, line), "mark")] for line in typeset(about, width, 0)]
        if here is not None and not about:
            heading = self._heading(self._view.columns(self.size.width - 1))
            lines += [*self._told_of(here, width), [(heading, "detail")]]
        self._head.show(lines)

    def _told(self) -> list[Piece]:
        words, shown, not_in = self._words, self._shown, self._not_in
        return [
            (words.title, "mark"),
            *((part, "text") for part in self._about),
            (words.filtered.format(query=shown.filter) if shown.filter else "", "detail"),
            (words.only_watched if shown.only_watched else "", "detail"),
            (words.orders[shown.order] if not_in is None else "", "detail"),
        ]

    def _told_of(self, entry: Entry, width: int) -> list[list[Piece]]:
        """What is known of a phrase, in as many lines for every phrase: itself, its numbers, its first and last."""
        numbers, ends = "  ".join(self._numbers(entry, brief=width < WIDE)), self._ends(entry)
        text = shown_text(entry)
        shown = crop(text, max(0, width - cells(numbers) - 2))
        return [[(shown, "title"), (f"  {numbers}", "text")], *([(end, "detail")] for end in ends)]

    def _numbers(self, entry: Entry, *, brief: bool) -> list[str]:
        """In how many meetings a phrase stands (not where it is to be brief), how often, with which gaps."""
        words, phrase = self._words, entry.phrase
        if phrase is None:
            return [words.counting if self._found.watched is None else words.not_found]
        meetings = words.in_meetings.format(meetings=len(phrase.counts), total=len(self._found.meetings))
        since = len(self._found.meetings) - 1 - phrase.last
        return [
            *([] if brief else [meetings]),
            numbered(words.times, phrase.total),
            *([numbered(words.gaps, phrase.gaps)] if phrase.gaps else []),
            *([numbered(words.gone, since)] if since else []),
            *([words.no_gap] if phrase.life > 1 and not phrase.gaps and not since else []),
        ]

    def _ends(self, entry: Entry) -> list[str]:
        """The first and the last meeting that has a phrase."""
        phrase = entry.phrase
        if phrase is None:
            return ["", ""]
        words, meetings = self._words, self._found.meetings
        labels = (words.first_filtered, words.last_filtered) if self._shown.filter else (words.first, words.last)
        ends = zip(labels, (meetings[phrase.first], meetings[phrase.last]), strict=True)
        return [f"{label} {held.day} {one_line(held.name)}" for label, held in ends]

    def _heading(self, columns: Columns) -> str:
        text, share, times, first, last, bars = self._words.heads
        if self._not_in is not None:
            share = self._words.before
        sizes = [(text, columns.text, False), (share, columns.share, True)]
        if columns.times:
            sizes += [(times, columns.times, True), (first, columns.day, False), (last, columns.day, False)]
        heads = [(crop(head, size, ""), size, right) for head, size, right in sizes]
        padded = [" " * (size - cells(head)) + head if right else pad(head, size) for head, size, right in heads]
        return "   " + "  ".join([*padded, bars])

    @work(exclusive=True)
    async def _count_watched(self) -> None:
        """Counts what is watched; until all of it is counted, nothing is known of any."""
        counted: list[Counted] = []
        async for done in in_slices(count_watched(self._library, self._found)):
            counted += (item for items in done for item in items)
        here = self._rows.here if self._rows.cursor else None
        self._found = self._view.found = with_watched(self._found, counted)
        self._list(0)
        self._put_on(here)

    def _put_on(self, entry: Entry | None) -> None:
        """Puts the cursor on a phrase, on the first where that is not listed."""
        rows, name = self._rows.rows, (entry.text, entry.watched) if entry else None
        self._rows.move_to(next((number for number, row in enumerate(rows) if (row.text, row.watched) == name), 0))
        self.show_head()

    def target(self, row: Entry) -> Target | None:
        """Nothing: a phrase stands in several meetings."""
        return None

    def action_open(self) -> None:
        """Opens every place where the phrase stands, in context."""
        entry = self._rows.here
        if entry is None or entry.phrase is None:
            return
        from reader.locale.views import view_words  # noqa: PLC0415  # where it is wanted
        from reader.tui.views.context import ContextScreen  # noqa: PLC0415  # as above
        from reader.views.context import Concordance  # noqa: PLC0415  # as above

        narrowed = self._shown.query
        found = Concordance(self._library, query_of(entry), [narrowed] if narrowed else [])
        own = view_words(self._shared.lang).context
        self.open_over(ContextScreen(self._library, found, narrowed, (own, self._shared)))

    def moved(self) -> None:
        """What was told has been read; above stands what is known of another phrase."""
        super().moved()
        self._about_list = ""
        self.show_head()

    def action_sort(self) -> None:
        """Sorts by the next order, from the beginning."""
        orders = list(Order)
        order = orders[(orders.index(self._shown.order) + 1) % len(orders)]
        self._change(self._shown._replace(order=order, not_here=False))

    def action_not_here(self) -> None:
        """Lists what the meeting has not that was shown when this was opened, or everything again."""
        if self._shown.here is None:
            self._foot.warning = self._words.no_meeting
            return
        self._change(self._shown._replace(not_here=not self._shown.not_here))

    def action_watched(self) -> None:
        """Lists only what is watched, or everything again."""
        if not self._found.items:
            unread = self._shown.watch_list.fault
            self._tell(self._words.watch_list_unread if unread else self._words.no_watch_list)
            return
        self._change(self._shown._replace(only_watched=not self._shown.only_watched))

    def _change(self, shown: Shown) -> None:
        self._shown = shown
        self._list(0)
        self.moved()

    def _tell(self, sentence: str) -> None:
        """Tells of the file of the watch list, above the phrases: a path may be longer than the foot."""
        watch = self._shown.watch_list
        reason = reason_text(watch.fault)
        self._about_list = sentence.format(file=one_line(str(watch.file)), count=len(watch.items), reason=reason)
        self.show_head()
