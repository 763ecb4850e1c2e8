"""People x meetings: the printed position in each cell, signs of acts, moves in the order; a line tells of the cell.

May import Textual, `views.attending`, `analysis`, `text`, `locale` and this room. The newest meeting is under
the cursor first.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding

from reader.analysis.attendance import ORDERED, Person
from reader.text.cells import crop
from reader.tui.key_gate import bound
from reader.tui.views.person import Passage
from reader.tui.views.table import NAMES, ROOMY, MatrixView
from reader.tui.views.view import ViewScreen
from reader.tui.widgets.report_rows import Head
from reader.views.attending import (
    Named,
    Terms,
    acts_told,
    claims_told,
    inversions_told,
    role_told,
    span_told,
)
from reader.views.report import Line, Target, flowed, paragraphs

Details = Callable[[Person], ViewScreen[Any]]


class MatrixScreen(ViewScreen[Person]):
    """The table, below it what is to be told of the cell under the cursor."""

    BINDINGS: ClassVar[list[Binding]] = [
        bound("leave", "escape", "q", "ctrl+c", "ctrl+q"),
        bound("across(-1)", "h", "left"),
        bound("across(1)", "l", "right"),
        bound("across_page(-1)", "["),
        bound("across_page(1)", "]"),
        bound("oldest", "0", "^"),
        bound("newest", "$"),
        bound("inverted(-1)", "n", "f3"),
        bound("inverted(1)", "N"),
        bound("person", "p"),
    ]

    def __init__(self, named: Named, terms: Terms, passage: Passage, details: Details) -> None:
        """`passage` and `details` ask the library: where a name stands, and for a person's own page."""
        self._table = MatrixView(named, terms.words)
        super().__init__(self._table, terms.words.keys)
        self._about = Head()
        self._named = named
        self._terms = terms
        self._words = terms.words
        self._is_cut = named.is_cut
        self._passage = passage
        self._details = details

    def compose(self) -> ComposeResult:
        """The widgets, in order."""
        yield self._head
        yield self._rows
        yield self._about
        yield self._foot

    def copy(self) -> MatrixScreen:
        """The same table, with the same column under the cursor."""
        fresh = MatrixScreen(self._named, self._terms, self._passage, self._details)
        fresh._table.column = self._table.column
        return fresh

    def fill(self, cursor: int) -> None:
        """All rows, and what is told of the cell."""
        self._rows.show(self._named.people, cursor)
        self.show_head()

    def moved(self) -> None:
        """What was told has been read; another cell is told of."""
        super().moved()
        self.show_head()

    def show_head(self) -> None:
        """Heads the columns that are seen; tells, below the rows, of the cell under the cursor."""
        named, words = self._named, self._words
        told = words.summary.format(people=len(named.people), meetings=len(named.meetings))
        above = [(words.title, "mark"), *((part, "text") for part in told.split("  "))]
        if named.inversions:
            above.append((words.inverted.format(count=len(named.inversions)), "text"))
        if self._is_cut:
            above.append((words.order_cut.format(count=ORDERED), "text"))
        if named.filter:
            above.append((words.filtered.format(query=named.filter), "mark"))
        width = self.app.size.width - 2
        lines = flowed(above, width)
        if len(with_signs := flowed([*above, (words.signs_told, "detail")], width)) == len(lines):
            lines = with_signs
        self._head.show([*lines, *(self._table.head() if named.people else ())])
        self._about.show(self._lines(self._told()))

    def _told(self) -> list[tuple[str, str]]:
        """Paragraphs of (text, ink) about the cell: the meeting, the person there, moves, first and last."""
        person, number, named, words = self._rows.here, self._table.column, self._named, self._words
        if person is None:
            return []
        name = f"{person.name} {named.pinyin(person.name)}".rstrip()
        span = (span_told(named, person, words), "detail")
        if number == NAMES:
            return [(name, "title"), span]
        held, people, one = named.meetings[number], named.lists[number], person.named.get(number)
        head = (f"{held.day} {held.name}", "title")
        if one is None:
            claimed = claims_told(people, self._terms)
            return [head, (f"{name}  {words.not_named}; {claimed}", "text"), span]
        position = words.position.format(position=one.position, total=len(people))
        role = role_told(one.role, self._terms)
        moves = [(told, "mark") for told in inversions_told(named, number, person.name, words)]
        return [head, (f"{name}  {position}  {role}  {acts_told(one.acts, self._terms)}", "text"), *moves, span]

    def _lines(self, told: Sequence[tuple[str, str]]) -> list[Line]:
        """The paragraphs as lines, always the same number of them, so that the table does not move."""
        width = max(2, self.app.size.width - 3)
        height = max(1, min(4 if self.app.size.width >= ROOMY else 6, self.app.size.height // 3))
        lines = paragraphs(told, width)
        if len(lines) > height:  # the meeting's name gives way first
            head, ink = told[0]
            lines = [[(crop(head, width), ink)], *paragraphs(told[1:], width)]
        if len(lines) > height:
            last, ink = lines[height - 1][0]
            lines = [*lines[: height - 1], [(crop(f"{last}…", width), ink)]]
        return [*lines, *([("", "text")] for _ in range(height - len(lines)))]

    def target(self, row: Person) -> Target | None:
        """Where the person is named at the meeting under the cursor."""
        column = self._table.column
        held = self._named.meetings[column]
        if column not in row.named:
            return Target(held.key)
        target = self._passage(held.key, row.name)
        if target is None:
            self._foot.warning = self._words.gone
        return target

    def action_open(self) -> None:
        """Leaves for the name in the meeting's report; from the column of names, opens the person's own page."""
        if self._table.column == NAMES:
            self.action_person()
        else:
            super().action_open()

    def action_person(self) -> None:
        """Opens the person's own page."""
        if self._rows.here is not None:
            self.open_over(self._details(self._rows.here))

    def action_across(self, step: int) -> None:
        """Moves the cursor to another meeting."""
        self._table.move_across(self._table.column + step)
        self.moved()

    def action_across_page(self, step: int) -> None:
        """Moves it by as many meetings as are seen."""
        self.action_across(step * max(1, len(self._table.seen) - 1))

    def action_oldest(self) -> None:
        """Moves it to the first meeting."""
        self._table.move_across(0)
        self.moved()

    def action_newest(self) -> None:
        """Moves it to the last."""
        self._table.move_across(len(self._named.meetings) - 1)
        self.moved()

    def action_inverted(self, step: int) -> None:
        """Goes to the next cell whose order was inverted, into the past where `step` is -1; else back."""
        rows = {person.name: number for number, person in enumerate(self._named.people)}
        places = sorted({(-meeting, rows[name]) for meeting, name in self._named.inverted})
        column = self._table.column if self._table.column != NAMES else len(self._named.meetings)
        here = (-column, self._rows.cursor)
        further = [place for place in places if (place > here if step < 0 else place < here)]
        if not further:
            self._foot.warning = self._words.no_inversion
            return
        meeting, row = further[0] if step < 0 else further[-1]
        self._table.move_across(-meeting)
        self._rows.move_to(row)
        self.moved()
