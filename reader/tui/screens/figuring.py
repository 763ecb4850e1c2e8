"""The figures of the post that is shown, and the line of one of them through the meetings that the filter leaves.

May import Textual, `views`, the rooms below and this one; what the start does not need, inside functions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.tui.screens.attending import AttendingScreen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.analysis.figures import Same
    from reader.analysis.steps import Steps
    from reader.locale.views import FiguresWords
    from reader.views.figuring import FigureLine, FoundFigure


class FiguringScreen(AttendingScreen):
    """Everything below, with these views. `do_…` methods are commands of the table."""

    def do_figures(self) -> None:
        """Opens the figures of the post; says so where it has none."""
        from reader.locale.views import view_words  # noqa: PLC0415  # off the start
        from reader.tui.views.rows import MOST  # noqa: PLC0415  # off the start
        from reader.tui.views.working import when_done  # noqa: PLC0415  # off the start
        from reader.views.figuring import finding_figures_of_post  # noqa: PLC0415  # off the start

        words = view_words(self._words.lang).figures
        if self._shown is None:
            self._show_state(self._words.screen.nothing_shown)
            return
        steps = finding_figures_of_post(self._session.library, self._shown, MOST + 1)
        try:
            when_done(self, steps, words.looking, lambda found: self._show_figures(found, words))
        except KeyError:
            self._show_state(words.gone)

    def _show_figures(self, figures: Sequence[FoundFigure], words: FiguresWords) -> None:
        from reader.tui.views.figures import FiguresScreen  # noqa: PLC0415  # off the start
        from reader.views.figuring import going_through  # noqa: PLC0415  # off the start
        from reader.views.report import filter_told  # noqa: PLC0415  # off the start

        if not figures:
            self._show_state(words.none)
            return
        library, query = self._session.library, self._session.query

        def through(wanted: Same, most: int) -> Steps[FigureLine]:
            return going_through(library, wanted, query, most)

        narrowed = filter_told(query)
        filtered = words.filtered.format(query=narrowed) if narrowed else ""
        self._open_view(FiguresScreen(figures, words, through, filtered))
