"""Comparing the meeting that is shown with another: the one remembered, else the one before it of its series.

May import Textual and this room.
"""

from __future__ import annotations

from reader.tui.screens.viewing import ViewingScreen


class ComparingScreen(ViewingScreen):
    """Everything below, with the comparison. `do_…` methods are commands of the table."""

    _remembered: int | None = None
    """The meeting that was remembered, for another to be compared with it."""

    def do_remember(self) -> None:
        """Remembers the meeting, to be compared with another; or forgets it."""
        from reader.locale.views import view_words  # noqa: PLC0415  # off the start

        words, held = view_words(self._words.lang).compare, self._held()
        if held is None:
            self._show_state(words.no_meeting)
            return
        self._remembered = None if self._remembered == held.key else held.key
        self._show_state(words.chosen if self._remembered else words.unchosen)

    def do_compare(self) -> None:
        """Compares the meeting with the remembered one, else with the one before it of the same series."""
        from reader.locale.views import view_words  # noqa: PLC0415  # off the start
        from reader.tui.views.comparing import CompareScreen  # noqa: PLC0415  # off the start
        from reader.views.comparing import compare_meetings, partner_of  # noqa: PLC0415  # off the start

        words, library, here = view_words(self._words.lang).compare, self._session.library, self._held()
        if here is None:
            self._show_state(words.no_meeting)
            return
        meetings = library.meetings()
        other = next((held for held in meetings if held.key == self._remembered and held.key != here.key), None)
        told = ""
        if other is None:
            partner = partner_of(meetings, here.key)
            if partner is None:
                self._show_state(words.no_former)
                return
            other, told = partner.meeting, "" if partner.same_series else words.other_series
        order = [held.key for held in meetings]
        former, latter = sorted((other, here), key=lambda held: order.index(held.key))
        try:
            compared = compare_meetings(library, former, latter)
        except KeyError:
            self._show_state(words.gone)
            return
        self._open_view(CompareScreen(compared, words, told))
