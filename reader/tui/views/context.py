"""A word in its contexts: the hits, sorted by day or context; another term is asked for here too.

May import Textual, `views`, `analysis.concordance`, `library.model`, `query`, `text`, `locale` and this room. The first
lines are there at once; the rest is found in slices, between which keys are obeyed.
"""

from __future__ import annotations

from itertools import takewhile
from time import monotonic
from typing import ClassVar

from textual import work
from textual.binding import Binding

from reader.analysis.concordance import KwicLine, Order, ordered
from reader.library.protocols import Library
from reader.locale.screen import Words
from reader.locale.views import ContextWords
from reader.query import Query, QueryError, parse
from reader.query.parse import parted
from reader.text.safety import one_line
from reader.tui.key_gate import gate_of
from reader.tui.slices import in_slices
from reader.tui.views.context_rows import ContextView
from reader.tui.views.flowing import flowed
from reader.tui.views.view import Target, ViewScreen, bound
from reader.views.context import Concordance, told, told_spellings
from reader.views.filter import filter_told

AT_ONCE = 0.012
"""Seconds in which the first lines are found, before anything is painted."""
MOST = 20_000
"""Hits after which no more are looked for."""
TOLD_EVERY = 0.1
"""Seconds between two looks at how far it is."""


class ContextScreen(ViewScreen[KwicLine]):
    """A word in its contexts."""

    BINDINGS: ClassVar[list[Binding]] = [
        bound("sort", "s"),
        bound("ask", "/", "、", "f4"),
    ]

    def __init__(
        self,
        library: Library,
        found: Concordance,
        narrowed: Query | None,
        words: tuple[ContextWords, Words],
        order: Order = Order.DATE,
    ) -> None:
        """`narrowed` are the meetings in which another term is looked for, too."""
        super().__init__(ContextView(found, words[0].nothing), words[0].keys)
        self._library = library
        self._found = found
        self._narrowed = narrowed
        self._own, self._shared = words
        self._order = order
        self._spellings: list[str] | None = None

    def copy(self) -> ContextScreen:
        """The same lines, as far as they are found."""
        return ContextScreen(self._library, self._found, self._narrowed, (self._own, self._shared), self._order)

    def fill(self, cursor: int) -> None:
        """As many lines as the screen holds, or as are found at once; the rest comes later."""
        found, until = self._found, monotonic() + AT_ONCE
        for count in found.find():
            if count > max(cursor, self.size.height) or monotonic() > until:
                break
        self._show(cursor)
        if not found.is_complete and not self._is_full:
            self._find_rest()

    @property
    def _is_full(self) -> bool:
        """Whether there are as many hits as are shown."""
        return len(self._found.lines) >= MOST

    def _show(self, cursor: int) -> None:
        self._rows.show(ordered(self._found.lines, self._order), cursor)
        self.show_head()

    def show_head(self) -> None:
        """What is looked for, how many hits there are, how they are printed."""
        found, words = self._found, self._own
        pieces = [
            (words.title, "mark"),
            (one_line(found.term.text), "title"),
            (told(found, words), "text"),
            (words.filtered.format(query=found.filter) if found.filter else "", "detail"),
            (words.orders[self._order], "detail"),
            (words.first_only if self._is_full and not found.is_complete else "", "mark"),
        ]
        if found.is_complete and self._spellings is None:
            self._spellings = told_spellings(found, words)
        width = max(1, self.size.width - 3)
        lines = flowed(pieces, width)
        if self._spellings and len(self._spellings) > 1:
            first, *others = self._spellings
            lines += flowed([(text, "detail") for text in (words.spellings + first, *others)], width)
        self._head.show(lines)

    @work(exclusive=True)
    async def _find_rest(self) -> None:
        """Finds the other lines. Sorted by their contexts they are shown once all of them are there."""
        found, shown = self._found, monotonic()
        async for _ in in_slices(takewhile(lambda count: count < MOST, found.find())):
            if monotonic() - shown > TOLD_EVERY or len(self._rows.rows) < self._rows.pane_height:
                shown = monotonic()
                self.show_head()
                if self._order is Order.DATE:
                    self._grow()
        self.show_head()
        if self._order is Order.DATE:
            self._grow()
        else:
            self._sort()

    def _grow(self) -> None:
        assert isinstance(self._rows, ContextView)
        self._rows.grow(list(self._found.lines))

    def _sort(self) -> None:
        """Shows the lines in their order, with the cursor on the same one."""
        here = self._rows.here
        lines = ordered(self._found.lines, self._order)
        self._show(lines.index(here) if here else 0)

    def action_leave(self) -> None:
        """Leaves, and looks for no more."""
        self._found.close()
        super().action_leave()

    def target(self, row: KwicLine) -> Target:
        """The hit."""
        return Target(self._found.meetings[row.meeting].key, row.where)

    def action_sort(self) -> None:
        """Sorts by the next of day, left context, right context."""
        orders = list(Order)
        self._order = orders[(orders.index(self._order) + 1) % len(orders)]
        self._sort()
        self.moved()

    def action_ask(self) -> None:
        """Asks for another term."""
        from reader.tui.dialogs.asking import AskScreen  # noqa: PLC0415  # it imports Input

        def answered(text: str | None) -> None:
            if text:
                self._look_for(text)
            gate_of(self.app).release()

        self.moved()
        narrowed = filter_told(self._narrowed)
        about = self._own.filtered.format(query=narrowed) if narrowed else ""
        self.app.push_screen(AskScreen(self._own.hint, "", keys=self._own.ask_keys, about=about), answered)

    def _look_for(self, text: str) -> None:
        found = looked_for(self._library, text, self._narrowed, self._own, self._shared)
        if isinstance(found, str):
            self._foot.warning = found
            return
        self._found, self._spellings = found, None
        assert isinstance(self._rows, ContextView)
        self._rows.found = found
        self.workers.cancel_node(self)
        self.fill(0)


def looked_for(
    library: Library, text: str, narrowed: Query | None, own: ContextWords, shared: Words
) -> Concordance | str:
    """The lines of what was typed, none of them found yet; or the sentence that says what is wrong with it."""
    try:
        parse(text)
        term, fields = parted(text)
    except QueryError as error:
        return error.sentence
    if not any(term.words()):
        return own.no_term
    return Concordance(library, term, [fields, *([narrowed] if narrowed else [])])
