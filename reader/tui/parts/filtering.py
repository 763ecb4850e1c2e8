"""The filter: its bar comes and goes, the list follows as one types, previous filters come back.

May import Textual, `i18n` and this room.
"""

from __future__ import annotations

from reader.i18n import _, keyed
from reader.text.safety import one_line
from reader.tui.desk import Desk
from reader.tui.key_gate import gate_of
from reader.tui.part import Part
from reader.tui.session import Place


class Filtering(Part):
    """The filter, and what was looked for before."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._before: Place | None = None
        """What Esc gives back while the bar is open."""
        self._previous: list[Place] = []

    def do_filter(self) -> None:
        """Opens the filter bar, or goes back into it."""
        desk = self.desk
        if desk.bar is None:
            from reader.tui.widgets.filter_bar import FilterBar  # noqa: PLC0415  # it imports Input

            self._before = desk.session.place
            desk.bar = FilterBar(desk.session.text, one_line(desk.marks.last_query()), self._typed)
            desk.screen.mount(desk.bar)
            desk.status.show_keys(keyed(_("Enter Done|Esc As before")))
        elif desk.is_typing and not desk.bar.value:
            desk.bar.recall()
        desk.screen.set_focus(desk.bar)

    def _typed(self, text: str) -> None:
        """Shows the list at once, and the text after the next paint: a reader who types looks at the list."""
        desk = self.desk
        if desk.bar is not None:
            for part in desk.parts:
                part.asking()
            self._look_for(text)
            desk.is_behind = True
            desk.show_list()
            desk.tell()
            desk.screen.call_after_refresh(desk.catch_up)

    def _look_for(self, text: str) -> None:
        """Asks for posts; the text of one that the list had no more is left for that under the cursor."""
        session, post = self.desk.session, self.desk.post
        session.ask(text)
        if post.version is not None and post.version not in session.versions:
            post.version = None

    def keep(self) -> None:
        """Closes the bar with what is typed. Its own queue may still hold letters typed before: behind them."""
        if self.desk.bar is not None:
            gate_of(self.desk.screen.app).hold()
            self.desk.bar.call_later(self._finish)

    def _finish(self) -> None:
        session, text = self.desk.session, self._close()
        if text is not None:
            if self._before and self._before.text != text:
                self._previous.append(self._before)
            self._look_for(text)
            self.desk.refresh()
            if text and not session.error:
                self.desk.marks.keep_query(text)
        gate_of(self.desk.screen.app).release()

    def leave(self) -> None:
        """Closes the bar; everything is as it was before it was opened."""
        self._close()
        if self._before:
            self.desk.session.restore(self._before)
        self.desk.refresh()

    def _close(self) -> str | None:
        """Gives the keys back to the list; answers with what was typed, None where the bar was not open."""
        desk = self.desk
        bar, desk.bar = desk.bar, None
        if bar is None:
            return None
        desk.screen.set_focus(desk.list)
        desk.show_keys()
        bar.remove()
        return bar.value

    def do_undo(self) -> None:
        """Gives the previous query back, with the cursor where it was."""
        if self._previous:
            self.desk.session.restore(self._previous.pop())
            self.desk.refresh()
        else:
            self.desk.tell(_("There is no former filter."))

    def do_filters(self) -> None:
        """Opens the filters that have names; the one chosen is applied, a new name is given to the present one."""
        from reader.tui.dialogs.filters import FiltersScreen, Saved  # noqa: PLC0415  # it imports Input

        desk, marks, session = self.desk, self.desk.marks, self.desk.session
        saved, present = marks.saved_filters(), "" if session.error else session.text
        if not saved and not present:
            desk.tell(_("No filter has a name yet: filter with /, then F gives it one."))
            return

        def chosen(filters: list[Saved] | None) -> None:
            for one in filters or ():
                if not one.is_new:
                    self.apply(one.query)
                else:
                    marks.save_filter(one.name, present, "")
                    desk.tell(_("The filter has a name now: F lists them all"))
            for part in desk.parts:
                part.marked()

        def forget(name: str, query: str) -> None:
            marks.save_filter(name, "", query)

        desk.ask(FiltersScreen(saved, present, forget), chosen)

    def apply(self, text: str) -> None:
        """Looks for something else than what was typed; the key of `undo` gives the previous filter back."""
        desk = self.desk
        if desk.bar is not None:
            desk.bar.value = text
        elif text != desk.session.text:
            self._previous.append(desk.session.place)
        self._look_for(text)
        desk.refresh()

    def do_all_posts(self) -> None:
        """Shows the posts that report no meeting too, or hides them."""
        self.desk.session.toggle_all()
        self.desk.refresh()

    def do_officials(self) -> None:
        """Opens the officials of the collection; those chosen go into the query."""
        from reader.tui.dialogs.officials import OfficialsScreen  # noqa: PLC0415  # it imports Input

        self.desk.ask(
            OfficialsScreen(self.desk.library.officials()),
            lambda chosen: self.narrow([official.name for official in chosen or ()]),
        )

    def narrow(self, names: list[str]) -> None:
        """Has the query ask for these officials too."""
        if names:
            self.apply(self.desk.session.with_officials(names))
