"""The figures of the post that is shown, and the line of one of them through the meetings that the filter leaves.

May import Textual, `views`, the rooms below and this one; what the start does not need, inside functions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.tui.screens.attending import AttendingScreen

if TYPE_CHECKING:
    from reader.analysis.figures import Same
    from reader.views.figuring import FigureLine


class FiguringScreen(AttendingScreen):
    """Everything below, with these views. `do_…` methods are commands of the table."""

    def do_figures(self) -> None:
        """Opens the figures of the post; says so where it has none."""
        from reader.locale.views import view_words  # noqa: PLC0415  # off the start
        from reader.tui.views.figures import FiguresScreen  # noqa: PLC0415  # off the start
        from reader.views.figuring import figures_of_post, through_meetings  # noqa: PLC0415  # off the start
        from reader.views.filter import filter_told  # noqa: PLC0415  # off the start

        words, session = view_words(self._words.lang).figures, self._session
        if self._shown is None:
            self._show_state(self._words.screen.nothing_shown)
            return
        try:
            figures = figures_of_post(session.library, self._shown)
        except KeyError:
            self._show_state(words.gone)
            return
        if not figures:
            self._show_state(words.none)
            return
        query = session.query

        def through(wanted: Same) -> FigureLine:
            return through_meetings(session.library, wanted, query)

        narrowed = filter_told(query)
        filtered = words.filtered.format(query=narrowed) if narrowed else ""
        self._open_view(FiguresScreen(figures, words, through, filtered))
