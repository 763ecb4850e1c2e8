"""A word in its contexts, and phrases by meeting.

May import Textual, `views`, the rooms below and this one; what the start does not need, inside functions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.tui.screens.comparing import ComparingScreen

if TYPE_CHECKING:
    from reader.library.watch_list import WatchList
    from reader.query.model import Query
    from reader.views.phrasing import Found


class PhrasingScreen(ComparingScreen):
    """Everything below, with these views. `do_…` methods are commands of the table."""

    def do_context(self) -> None:
        """Shows the selected words in their contexts, else the filter's words, else those that are asked for."""
        self._ask_view("kwic", selected=self._selected_words())

    def _selected_words(self) -> str:
        """What is selected of one paragraph of the body, the first of several; nothing for nothing."""
        spans = self._text.selected_spans()
        if not spans or self._readout is None:
            return ""
        paragraph, start, end = spans[0]
        return self._readout.body[paragraph][start:end]

    def do_phrases(self) -> None:
        """Shows the phrases of the meetings that match the filter."""
        from reader.library.places import watch_file  # noqa: PLC0415  # off the start
        from reader.library.watch_list import load  # noqa: PLC0415  # off the start
        from reader.locale.views import view_words  # noqa: PLC0415  # off the start
        from reader.tui.views.working import when_done  # noqa: PLC0415  # off the start
        from reader.views.phrasing import finding  # noqa: PLC0415  # off the start

        library, query, watch = self._session.library, self._session.query, load(watch_file())
        narrowed = None if query is None or query.is_empty else query
        words = view_words(self._words.lang).phrases
        steps = finding(library, narrowed, watch.items)
        when_done(self, steps, words.looking, lambda found: self._show_phrases(found, narrowed, watch))

    def _show_phrases(self, found: Found, narrowed: Query | None, watch: WatchList) -> None:
        from reader.locale.views import view_words  # noqa: PLC0415  # off the start
        from reader.tui.views.phrasing import PhrasesScreen, Shown  # noqa: PLC0415  # off the start

        held = self._held(found.meetings)
        here = found.meetings.index(held) if held is not None else None
        words = view_words(self._words.lang).phrases, self._words
        self._open_view(PhrasesScreen(self._session.library, found, Shown(narrowed, watch, here), words))
