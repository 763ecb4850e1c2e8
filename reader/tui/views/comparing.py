"""Two meetings side by side: what was kept, reworded, dropped, added, with the characters that differ marked.

May import Textual, `views.comparing`, `analysis`, `text`, `locale` and this room. On a wide terminal the two texts
stand beside each other, on a narrow one below each other. What is kept is muted; a sign at the margin tells the rest.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import ClassVar, NamedTuple

from rich.style import Style
from textual.binding import Binding

from reader.analysis.comparison import Change, Clause, Kind
from reader.analysis.rewording import LONGEST
from reader.analysis.subsequence import common_spans
from reader.locale.views import CompareWords
from reader.text.cells import cells
from reader.text.typeset import Line, typeset, visible
from reader.tui.key_gate import bound
from reader.tui.views.rows import RowsView, first_of
from reader.tui.views.view import ViewScreen
from reader.tui.widgets.inks import Ink
from reader.tui.widgets.lines import Pen
from reader.views.comparing import SIGNS, Compared, left_out_told, people_changes
from reader.views.report import Target, flowed, paragraphs

BESIDE = 76
"""From so many cells on the two texts stand beside each other."""
_GAP = 2
"""Cells between the two texts."""


@lru_cache(maxsize=4096)
def _set(text: str, width: int) -> tuple[Line, ...]:
    if text and cells(text) <= width:
        return (Line(0, len(text), 0),)
    return tuple(typeset(text, width, 0))


class PeopleRow(NamedTuple):
    """What changed in the people: a label and the names."""

    label: str
    text: str


class ChangesView(RowsView[PeopleRow | Change]):
    """What changed in the people; then one row a clause, or a pair of them."""

    INKS: ClassVar[Mapping[str, Ink]] = {
        "kept": Ink("text-muted"),
        "dropped": Ink("error", few="underline"),
        "new": Ink("success", few="bold"),
        "reworded": Ink("warning", bold=True, few="underline"),
    }

    def height_of(self, row: PeopleRow | Change) -> int:
        """As many lines as the longer of two beside each other has, or as both have together."""
        if isinstance(row, PeopleRow):
            return len(self._told(row))
        heights = [len(_set(clause.text, self._room)) for clause in self._shown(row) if clause]
        return max(1, max(heights) if self._beside else sum(heights))

    def _told(self, row: PeopleRow) -> Sequence[Line]:
        return _set(f"{row.label} {row.text}", self.pane_width - 3)

    @property
    def _beside(self) -> bool:
        return self.pane_width >= BESIDE

    @property
    def _room(self) -> int:
        """The cells of a line of text."""
        room = self.pane_width - 5
        return max(2, (room - _GAP) // 2 if self._beside else room)

    def _shown(self, row: Change) -> Sequence[Clause | None]:
        """The clauses of a row that are painted: what is kept stands there once where there is no room beside."""
        if not self._beside and row.kind is Kind.KEPT:
            return (row.latter,)
        return (row.former, row.latter)

    def write(self, pen: Pen, row: PeopleRow | Change, part: int, base: Style) -> None:
        """A line: the sign, then the former text and the latter beside it, or one of them."""
        if isinstance(row, PeopleRow):
            text = f"{row.label} {row.text}"
            line, end = self._told(row)[part], len(row.label)
            pen.write(text[line.start : min(end, line.end)], self.ink_on("detail", base))
            pen.write(text[max(end, line.start) : line.end], self.ink_on("text", base))
            return
        if self._beside:
            pen.write(f"{SIGNS[row.kind]} " if not part else "  ", self.ink_on(row.kind.value, base))
            self._write_clause(pen, row, row.former, part, base)
            pen.space(4 + self._room + _GAP - pen.used, base)
            self._write_clause(pen, row, row.latter, part, base)
            return
        for clause in self._shown(row):
            height = len(_set(clause.text, self._room)) if clause else 0
            if part < height:
                sign = ">" if row.kind is Kind.REWORDED and clause is row.latter else SIGNS[row.kind]
                pen.write(sign if not part else " ", self.ink_on(row.kind.value, base)).space(1, base)
                self._write_clause(pen, row, clause, part, base)
                return
            part -= height

    def _write_clause(self, pen: Pen, row: Change, clause: Clause | None, part: int, base: Style) -> None:
        lines = _set(clause.text, self._room) if clause else ()
        if clause is None or part >= len(lines):
            return
        line, name = lines[part], "text" if row.kind is Kind.REWORDED else row.kind.value
        end = line.start + len(visible(clause.text, line))
        at = line.start
        for start, stop in self._common(row, clause):
            for span, ink in (((at, start), "reworded"), ((start, stop), name)):
                first, last = max(span[0], line.start), min(span[1], end)
                if first < last:
                    pen.write(clause.text[first:last], self.ink_on(ink, base))
            at = stop

    def _common(self, row: Change, clause: Clause) -> Sequence[tuple[int, int]]:
        """What both clauses of a reworded pair have, and the end of the text; else the whole text."""
        size = len(clause.text)
        if row.kind is not Kind.REWORDED or row.former is None or row.latter is None:
            return ((0, size),)
        former, latter = _alike(row.former.text, row.latter.text)
        return (*(former if clause is row.former else latter), (size, size))


def _short(row: Change) -> Change:
    """A row whose clauses are no longer than any clause of prose; what is longer has no partner."""
    if all(clause is None or len(clause.text) <= LONGEST for clause in row):
        return row
    return Change(*(clause and clause._replace(text=clause.text[:LONGEST] + "…") for clause in row))


@lru_cache(maxsize=512)
def _alike(former: str, latter: str) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    return common_spans(former, latter)


class CompareScreen(ViewScreen[PeopleRow | Change]):
    """Two meetings side by side."""

    BINDINGS: ClassVar[list[Binding]] = [
        bound("next('reworded',1)", "n", "f3"),
        bound("next('reworded',-1)", "N", "p"),
        bound("next('dropped',1)", "-"),
        bound("next('new',1)", "+", "="),
        bound("changes", "c"),
    ]

    def __init__(self, compared: Compared, words: CompareWords, changes_only: bool = False) -> None:
        super().__init__(ChangesView(), words.keys)
        self._compared = compared
        self._words = words
        self._changes_only = changes_only
        self._cut: tuple[int, int] | None = None
        """How many rows of how many are shown, where these are not all."""

    def copy(self) -> CompareScreen:
        """The same comparison."""
        return CompareScreen(self._compared, self._words, self._changes_only)

    def fill(self, cursor: int) -> None:
        """The two meetings above; the people, then the clauses."""
        compared, words = self._compared, self._words
        told = [PeopleRow(*line) for line in people_changes(compared, words)]
        changes = [row for row in compared.changes if row.kind is not Kind.KEPT or not self._changes_only]
        shown = first_of(map(_short, changes), lambda row: sum(len(clause.text) for clause in row if clause))
        self._cut = (len(shown), len(changes)) if len(shown) < len(changes) else None
        self.show_head()
        self._rows.show([*told, *shown], cursor)

    def show_head(self) -> None:
        """The two meetings, what became of how many clauses, the new shares."""
        compared, words = self._compared, self._words
        sides = (("-", compared.former), ("+", compared.latter))
        meetings = [[(f"{sign} {held.day}  ", "mark"), (held.name, "title")] for sign, held in sides]
        found = compared.comparison
        labels = (words.kept, words.reworded, words.dropped, words.new)
        sizes = map(len, (found.kept, found.reworded, found.dropped, found.new))
        pieces = [(f"{label} {size}", "text") for label, size in zip(labels, sizes, strict=True)]
        pieces += [(share, "detail") for share in self._shares()]
        pieces += [(words.changes_only, "mark")] if self._changes_only else []
        sentences = left_out_told(compared, words)
        if self._cut:
            shown, total = self._cut
            sentences.append(words.cut_rows.format(shown=shown, total=total, command="compare"))
        width = self.app.size.width - 2
        cut = paragraphs([(sentence, "mark") for sentence in sentences], width)
        self._head.show([*meetings, *flowed(pieces, width), *cut])

    def _shares(self) -> list[str]:
        words, compared = self._words, self._compared
        shares = ((words.share, compared.new_share), (words.share_of_partner, compared.new_share_of_partner))
        return [template.format(share=f"{share:.1f}") for template, share in shares if share is not None]

    def target(self, row: PeopleRow | Change) -> Target | None:
        """The clause in the latter meeting, or in the former where it was dropped."""
        if isinstance(row, PeopleRow):
            return None
        if row.latter is not None:
            return Target(self._compared.latter.key, row.latter.where)
        return Target(self._compared.former.key, row.former.where) if row.former else None

    def action_next(self, kind: str, step: int) -> None:
        """Goes to the next row of a kind, or to the one before."""
        rows, at = self._rows.rows, self._rows.cursor
        ahead = [*range(at + 1, len(rows))] if step > 0 else [*range(at - 1, -1, -1)]
        for number in ahead:
            row = rows[number]
            if isinstance(row, Change) and row.kind == kind:
                self._rows.move_to(number)
                self.moved()
                return
        self._foot.warning = self._words.no_more

    def action_changes(self) -> None:
        """Leaves out what was kept, or shows it again, with the cursor on the same row where that is there."""
        here = self._rows.here
        self._changes_only = not self._changes_only
        self.fill(0)
        rows = list(self._rows.rows)
        self._rows.move_to(rows.index(here) if here in rows else 0)
