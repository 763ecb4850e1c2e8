"""The figures of a post as a table, and one figure's line through the meetings.

May import Textual, `views.figuring`, `analysis`, `locale` and this room.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.binding import Binding

from reader.analysis.figures import Same, same
from reader.analysis.steps import Steps
from reader.analysis.where import Where
from reader.locale.screen import numbered
from reader.locale.views import FiguresWords
from reader.tui.key_gate import bound
from reader.tui.views.figure_rows import BESIDE, FiguresView, ThroughView
from reader.tui.views.rows import MOST
from reader.tui.views.view import ViewScreen
from reader.tui.views.working import when_done
from reader.views.figuring import FigureLine, FoundFigure, bars
from reader.views.report import Target, paragraphs

_BAR = 16
"""The longest bar, in cells."""


class FiguresScreen(ViewScreen[FoundFigure]):
    """The figures of a post."""

    BINDINGS: ClassVar[list[Binding]] = [bound("through", "t", "T")]

    def __init__(
        self,
        figures: Sequence[FoundFigure],
        words: FiguresWords,
        through: Callable[[Same, int], Steps[FigureLine]],
        filtered: str,
    ) -> None:
        """`figures` are those of the post, at most one more than MOST. `through` finds one figure's line in the
        meetings, of at most so many; `filtered` tells by what these are filtered.
        """
        super().__init__(FiguresView(words), words.keys)
        self._all = figures
        self._figures = figures[:MOST]
        self._words = words
        self._through = through
        self._filtered = filtered

    def copy(self) -> FiguresScreen:
        """The same table."""
        return FiguresScreen(self._all, self._words, self._through, self._filtered)

    def fill(self, cursor: int) -> None:
        """The post and how many figures it has; then these."""
        words, post = self._words, self._figures[0].post
        derived = sum(told.is_derived for told in self._figures)
        counted = [numbered(words.count, len(self._figures)), numbered(words.derived_count, derived)]
        self._head.show(
            [
                [(f"{post.day or ''}  ".lstrip(), "detail"), (post.name, "title")],
                [(words.title, "mark"), *((f"  {text}", "detail") for text in counted[: 1 + bool(derived)])],
                *(paragraphs([(words.first_only, "mark")], self.size.width - 2) if len(self._all) > MOST else ()),
            ]
        )
        self._rows.show(self._figures, cursor)

    def target(self, row: FoundFigure) -> Target:
        """The figure in its post."""
        return _target(row)

    def action_through(self) -> None:
        """Opens the line of the figure under the cursor."""
        here = self._rows.here
        wanted = same(here.figure) if here is not None else None
        if here is None or wanted is None:
            self._foot.warning = self._words.unclear
            return
        figure = here

        def found(line: FigureLine) -> None:
            if line.found:
                self.open_over(ThroughScreen(line, figure, self._words, self._filtered))
            else:
                self._foot.warning = self._words.nothing_through

        when_done(self, self._through(wanted, MOST + 1), self._words.looking, found)


class ThroughScreen(ViewScreen[tuple[FoundFigure, int]]):
    """One figure's line through the meetings, oldest first; the cursor is on the figure that it was opened from."""

    def __init__(self, line: FigureLine, here: FoundFigure, words: FiguresWords, filtered: str) -> None:
        super().__init__(ThroughView(), words.through_keys)
        self._all = line
        self._line = line._replace(found=line.found[:MOST])
        self._here = here
        self._words = words
        self._filtered = filtered
        self._start = next((number for number, told in enumerate(line.found) if _is(told, here)), 0)

    def copy(self) -> ThroughScreen:
        """The same line."""
        return ThroughScreen(self._all, self._here, self._words, self._filtered)

    def fill(self, cursor: int) -> None:
        """What is counted, in how many meetings; then the figures."""
        words, line = self._words, self._line
        kind = words.derived if self._here.is_derived else words.level
        unit = f"  {line.same.unit}" if line.same.unit else ""
        among = words.meetings.format(count=line.named, total=line.meetings)
        self._head.show(
            [
                [(line.same.counts, "title"), (f"{unit}  {kind}", "mark")],
                [(words.through, "text"), (f"  {among}", "detail"), (f"  {self._filtered}", "mark")],
                *(paragraphs([(words.first_only, "mark")], self.size.width - 2) if len(self._all.found) > MOST else ()),
            ]
        )
        width = _BAR if self.size.width >= BESIDE else max(4, min(_BAR, self.size.width - 32))
        self._rows.show(list(zip(line.found, bars(line, width), strict=True)), cursor)

    def on_resize(self) -> None:
        """Bars are as long as there is room."""
        if self._rows.rows:
            self.fill(self._rows.cursor)

    def target(self, row: tuple[FoundFigure, int]) -> Target:
        """The figure in its meeting."""
        return _target(row[0])


def _target(told: FoundFigure) -> Target:
    figure = told.figure
    return Target(told.post.key, Where(figure.paragraph, figure.start, figure.end))


def _is(one: FoundFigure, other: FoundFigure) -> bool:
    return _target(one) == _target(other)
