"""The figures of a post as a table, and one figure's line through the meetings.

May import Textual, `views.figuring`, `analysis`, `locale` and this room.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.binding import Binding

from reader.analysis.figures import Same, same
from reader.analysis.where import Where
from reader.locale.screen import numbered
from reader.locale.views import FiguresWords
from reader.tui.views.figure_rows import BESIDE, FiguresView, ThroughView
from reader.tui.views.view import Target, ViewScreen, bound
from reader.views.figuring import FigureLine, FoundFigure, bars

_BAR = 16
"""The longest bar, in cells."""


class FiguresScreen(ViewScreen[FoundFigure]):
    """The figures of a post."""

    BINDINGS: ClassVar[list[Binding]] = [bound("through", "t", "T")]

    def __init__(
        self, figures: Sequence[FoundFigure], words: FiguresWords, through: Callable[[Same], FigureLine], filtered: str
    ) -> None:
        """`through` finds one figure's line in the meetings; `filtered` tells by what these are filtered."""
        super().__init__(FiguresView(words), words.keys)
        self._figures = figures
        self._words = words
        self._through = through
        self._filtered = filtered

    def copy(self) -> FiguresScreen:
        """The same table."""
        return FiguresScreen(self._figures, self._words, self._through, self._filtered)

    def fill(self, cursor: int) -> None:
        """The post and how many figures it has; then these."""
        words, post = self._words, self._figures[0].post
        derived = sum(told.is_derived for told in self._figures)
        counted = [numbered(words.count, len(self._figures)), numbered(words.derived_count, derived)]
        self._head.show(
            [
                [(f"{post.day or ''}  ".lstrip(), "detail"), (post.name, "title")],
                [(words.title, "mark"), *((f"  {text}", "detail") for text in counted[: 1 + bool(derived)])],
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
        line = self._through(wanted)
        if not line.found:
            self._foot.warning = self._words.nothing_through
            return
        self.open_over(ThroughScreen(line, here, self._words, self._filtered))


class ThroughScreen(ViewScreen[tuple[FoundFigure, int]]):
    """One figure's line through the meetings, oldest first; the cursor is on the figure that it was opened from."""

    def __init__(self, line: FigureLine, here: FoundFigure, words: FiguresWords, filtered: str) -> None:
        super().__init__(ThroughView(), words.through_keys)
        self._line = line
        self._here = here
        self._words = words
        self._filtered = filtered
        self._start = next((number for number, told in enumerate(line.found) if _is(told, here)), 0)

    def copy(self) -> ThroughScreen:
        """The same line."""
        return ThroughScreen(self._line, self._here, self._words, self._filtered)

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
