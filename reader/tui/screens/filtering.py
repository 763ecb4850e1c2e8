"""The filter: its bar comes and goes, the list follows as one types, former filters come back.

May import Textual and this room.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.tui.key_gate import gate_of
from reader.tui.opening import Opening
from reader.tui.screens.finding import FindingScreen
from reader.tui.session import Place

if TYPE_CHECKING:
    from reader.tui.widgets.filter_bar import FilterBar


class FilteringScreen(FindingScreen):
    """Everything below, with the filter. `do_…` methods are commands of the table."""

    def __init__(self, opening: Opening) -> None:
        super().__init__(opening)
        self._filter: FilterBar | None = None
        self._former: Place | None = None
        self._former_queries: list[Place] = []

    @property
    def _typing(self) -> bool:
        return self._filter is not None and self.focused is self._filter

    def do_filter(self) -> None:
        """Opens the filter bar, or goes back into it."""
        if self._filter is None:
            from reader.text.safety import one_line  # noqa: PLC0415  # off the start
            from reader.tui.widgets.filter_bar import FilterBar  # noqa: PLC0415  # off the start: it imports Input

            self._former = self._session.place
            last = self._session.library.marks.last_query()
            self._filter = FilterBar(self._words, self._session.text, one_line(last), self._typed)
            self.mount(self._filter)
            self._status.show_keys(self._words.screen.line_keys)
        elif self._typing and not self._filter.value:
            self._filter.recall()
        self.set_focus(self._filter)

    def _typed(self, text: str) -> None:
        if self._filter is not None:
            self._counter.drop()
            self._look_for_posts(text)
            self._show_list_first()

    def _ask(self, text: str) -> None:
        self._look_for_posts(text)
        self._refresh()

    def _look_for_posts(self, text: str) -> None:
        """Asks for posts; the text of one that the list had no more is left for that under the cursor."""
        self._session.ask(text)
        if self._version is not None and self._version not in self._session.versions:
            self._version = None

    def do_enter(self) -> None:
        """From the filter into the list, from the list into the text."""
        if self._filter is None:
            self.do_to_text()
            return
        gate_of(self.app).hold()
        # The bar's own queue may still hold letters typed before Enter: close it behind them.
        self._filter.call_later(self._finish)

    def _finish(self) -> None:
        bar = self._close_bar()
        if bar is not None:
            if self._former and self._former.text != bar.value:
                self._former_queries.append(self._former)
            self._ask(bar.value)
            if bar.value and not self._session.error:
                self._session.library.marks.keep_query(bar.value)
        gate_of(self.app).release()

    def _end_sitting(self) -> None:
        """What is looked for at the end, also by a line that nobody has finished, is one key away the next time."""
        super()._end_sitting()
        session = self._session
        if session.text and not session.error:
            session.library.marks.keep_query(session.text)

    def _close_bar(self) -> FilterBar | None:
        """Gives the keys back to the list; answers with the bar that had them, if there was one."""
        bar, self._filter = self._filter, None
        if bar is not None:
            self.set_focus(self._list)
            self._status.show_keys(self._foot_keys)
            bar.remove()
        return bar

    def do_back(self) -> None:
        """One step back: out of the filter as it was before, out of the text, out of the query."""
        if self._filter is not None:
            self._close_bar()
            if self._former:
                self._session.restore(self._former)
            self._refresh()
        elif self._close():
            return
        elif self._in_text:
            self.do_to_list()
        elif self._session.text:
            self._apply("")

    def _close(self) -> bool:
        """Closes one thing that is open, what lies over the others first; False where nothing is."""
        if self._text.selection is None:
            return self._go_back()
        self._end_selecting()
        return True

    def do_undo(self) -> None:
        """Gives the former query back, with the cursor where it was."""
        if self._former_queries:
            self._session.restore(self._former_queries.pop())
            self._refresh()
        else:
            self._show_state(self._words.screen.no_former_query)

    def do_filters(self) -> None:
        """Opens the filters that have names; the one chosen is applied, a new name is given to the present one."""
        from reader.tui.screens.filters import FiltersScreen  # noqa: PLC0415  # off the start: it imports Input

        marks = self._session.library.marks
        saved, present = marks.saved_filters(), "" if self._session.error else self._session.text
        if not saved and not present:
            self._show_state(self._words.screen.filters_none)
            return

        def chosen(names: list[str] | None) -> None:
            begun = dict(saved)
            for name in names or ():
                if name in begun:
                    self._apply(begun[name])
                else:
                    marks.save_filter(name, present, "")
                    self._show_state(self._words.screen.filter_kept)
            self._tell_of_marks()

        def forget(name: str, query: str) -> None:
            marks.save_filter(name, "", query)

        self._ask_over(FiltersScreen(saved, present, forget), chosen)

    def _apply(self, text: str) -> None:
        """Looks for something else than what was typed; U gives the former filter back."""
        if self._filter is not None:
            self._filter.value = text
        elif text != self._session.text:
            self._former_queries.append(self._session.place)
        self._ask(text)

    def do_all_posts(self) -> None:
        """Shows the posts that report no meeting too, or hides them."""
        self._session.toggle_all()
        self._refresh()

    def do_officials(self) -> None:
        """Opens the officials of the collection; those chosen go into the query."""
        from reader.tui.screens.officials import OfficialsScreen  # noqa: PLC0415  # off the start: it imports Input

        self._ask_over(OfficialsScreen(self._session.library.officials()), self._chosen)

    def _chosen(self, names: list[str] | None) -> None:
        if names:
            self._apply(self._session.with_officials(names))
