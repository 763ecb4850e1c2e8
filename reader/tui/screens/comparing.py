"""Comparing the meeting that is shown with another: the one remembered, else the one before it of its series.

May import Textual, `views`, the rooms below and this one; what the start does not need, inside functions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.tui.screens.viewing import ViewingScreen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.library.model import Held
    from reader.locale.views import CompareWords
    from reader.views.comparing import Compared, Partner


class ComparingScreen(ViewingScreen):
    """Everything below, with the comparison. `do_…` methods are commands of the table."""

    _remembered: int | None = None
    """The meeting that was remembered, for another to be compared with it."""

    def do_remember(self) -> None:
        """Remembers the meeting, to be compared with another; or forgets it."""
        from reader.locale.views import view_words  # noqa: PLC0415  # off the start

        words, held = view_words(self._words.lang).compare, self._held(self._session.library.across.meetings())
        if held is None:
            self._show_state(words.no_meeting)
            return
        self._remembered = None if self._remembered == held.key else held.key
        self._list.remembered = self._remembered
        self._list.paint_all()
        self._show_state(words.chosen if self._remembered else words.unchosen)

    def do_compare(self) -> None:
        """Compares the meeting with the remembered one, else with the one before it of the same series."""
        from reader.locale.views import view_words  # noqa: PLC0415  # off the start
        from reader.tui.views.working import when_done  # noqa: PLC0415  # off the start
        from reader.views.comparing import Reason, comparing_meetings  # noqa: PLC0415  # off the start

        words, library = view_words(self._words.lang).compare, self._session.library
        meetings = library.across.meetings()
        if self._nothing_there:
            self._show_state(self._nothing_there)
            return
        here = self._held(meetings)
        partner = self._partner(meetings, here) if here else None
        if here is None or partner is None:
            self._show_state(words.no_former if here else words.no_meeting)
            return
        former, latter = sorted((partner.meeting, here), key=meetings.index)
        told = {Reason.BEFORE: words.other_series, Reason.CHOSEN: words.with_chosen}.get(partner.reason, "")
        steps = comparing_meetings(library, former, latter)
        try:
            when_done(self, steps, words.comparing, lambda compared: self._show_compared(compared, told, words))
        except KeyError:
            self._show_state(words.gone)

    def _show_compared(self, compared: Compared, told: str, words: CompareWords) -> None:
        from reader.tui.views.comparing import CompareScreen  # noqa: PLC0415  # off the start

        view = CompareScreen(compared, words)
        view.told = told
        self._open_view(view)

    def _partner(self, meetings: Sequence[Held], here: Held) -> Partner | None:
        """The meeting with which one is compared; None where there is none."""
        from reader.views.comparing import Partner, Reason, partner_of  # noqa: PLC0415  # off the start

        for held in meetings:
            if held.key == self._remembered and held.key != here.key:
                return Partner(held, Reason.CHOSEN)
        return partner_of(meetings, here.key)
