"""The main screen: reads the library, obeys the keys, opens the filter, the officials, the help.

May import Textual and this room. What lies in the two panes and how one moves there is `browsing`'s. Every key is a
priority binding on this screen, so that keys are obeyed in the order in which they were typed: a focus that moves by
message would send the keys after `/` or Enter to the wrong widget.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding
from textual.worker import get_current_worker

from reader.library.model import Answer, Library, Progress
from reader.locale.screen import Words
from reader.settings import Settings
from reader.tui.commands import COMMANDS, PREFIXES, key_names
from reader.tui.counting import Counter, Question
from reader.tui.key_gate import gate_of
from reader.tui.messages import Counted, Filled
from reader.tui.screens.finding import FindingScreen
from reader.tui.session import Place
from reader.tui.theme import other_theme

if TYPE_CHECKING:
    from reader.tui.widgets.filter_bar import FilterBar


def bindings() -> Iterator[Binding]:
    """The screen's bindings from the table of commands."""
    for command in COMMANDS:
        for keys, typing in ((command.keys, False), (command.typing_keys, True)):
            for key in keys:
                action = f"command('{command.name}',{typing},{key!r})"
                yield Binding(",".join(key_names((key,))), action, show=False, priority=True)


class ReadingScreen(FindingScreen):
    """Reads the library after the first paint; the filter bar comes and goes."""

    BINDINGS: ClassVar[list[Binding]] = list(bindings())  # type: ignore[assignment]  # narrower than Textual's union

    def __init__(self, library: Library, words: Words, query: str, settings: Settings, told: str) -> None:
        super().__init__(library, words, query, settings, told)
        self._filter: FilterBar | None = None
        self._former: Place | None = None
        self._former_queries: list[Place] = []
        self._key_pressed = ""
        self._counter = Counter(library, self._count)

    def on_mount(self) -> None:
        """What the index knows is painted at once; the rest is counted, and the folders looked at, after that."""
        super()._refresh()
        self.call_after_refresh(self._begin)

    def on_unmount(self) -> None:
        """Ends what runs beside the screen."""
        self._counter.close()

    def _begin(self) -> None:
        gc.freeze()
        gc.enable()
        self._count_rest()
        self._keep()

    @work(thread=True, exit_on_error=True)
    def _keep(self) -> None:
        worker = get_current_worker()
        self._session.library.keep(self._report, lambda: worker.is_cancelled)

    def _report(self, progress: Progress) -> None:
        self.post_message(Filled(progress))

    @on(Filled)
    def _filled(self, message: Filled) -> None:
        self._progress = message.progress
        self._session.refresh(near=True)
        told = [self._words.notices.sentence(item.code, item.detail) for item in self._session.library.notices()]
        self._told = " · ".join(told) or self._told
        self._renew()
        self._refresh()

    def _refresh(self) -> None:
        super()._refresh()
        self._count_rest()

    def _catch_up(self) -> None:
        if self._behind:
            super()._catch_up()
            self._count_rest()

    def _count_rest(self) -> None:
        session = self._session
        if session.answer.hits is None:
            self._counter.ask(Question(session.asked, session.query, session.all_posts))

    def _count(self, asked: int, answer: Answer) -> None:
        self.post_message(Counted(asked, answer))

    @on(Counted)
    def _counted(self, message: Counted) -> None:
        key = self._session.key
        if not self._session.complete(message.asked, message.answer):
            return
        if self._session.key == key:
            self._list.complete(self._session.answer.rows, self._session.index)
            self._show_state()
        else:
            super()._refresh()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While the filter is typed, only the keys that are no letters are commands."""
        return action != "command" or bool(parameters[1]) or not self._typing

    def action_command(self, name: str, typing: bool, key: str) -> None:
        """Obeys a key."""
        self._told = ""
        self.perform(name, key)

    def perform(self, name: str, key: str = "") -> None:
        """Does what the command of this name does; `key` is the key, where it was one."""
        self._catch_up()
        self._key_pressed = key
        if name not in PREFIXES:
            begun = self._prefix.shown
            self._number = self._prefix.take()
            if begun:
                self._show_state()
        getattr(self, f"do_{name}")()

    def do_count(self) -> None:
        """A digit: of the number before a command, or of the part to go to."""
        part = self._prefix.digit(int(self._key_pressed))
        self._show_state()
        if part is not None:
            self.go_to_part(part)

    def do_go(self) -> None:
        """A g: the second of two goes to the beginning."""
        if self._prefix.go():
            self.do_top()
        self._show_state()

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
        elif self._typing and not self._filter.value:
            self._filter.recall()
        self.set_focus(self._filter)

    def _typed(self, text: str) -> None:
        if self._filter is not None:
            self._counter.drop()
            self._session.ask(text)
            self._show_list_first()

    def _ask(self, text: str) -> None:
        self._session.ask(text)
        self._refresh()

    def do_enter(self) -> None:
        """From the filter into the list, from the list into the text."""
        if self._filter is None:
            self.do_to_text()
            return
        gate_of(self.app).hold()
        # The bar's own queue may still hold letters typed before Enter: close it behind them.
        self._filter.call_later(self._finish)

    def _finish(self) -> None:
        bar, self._filter = self._filter, None
        if bar is not None:
            self.set_focus(self._list)
            if self._former and self._former.text != bar.value:
                self._former_queries.append(self._former)
            self._ask(bar.value)
            bar.remove()
            if bar.value and not self._session.error:
                self._session.library.marks.keep_query(bar.value)
        gate_of(self.app).release()

    def do_back(self) -> None:
        """One step back: out of the filter as it was before, out of the text, out of the query."""
        if self._filter is not None:
            bar, self._filter = self._filter, None
            self.set_focus(self._list)
            bar.remove()
            if self._former:
                self._session.restore(self._former)
            self._refresh()
        elif self._facts is not None:
            self.do_evidence()
        elif self._go_back():
            return
        elif self._in_text:
            self.do_to_list()
        elif self._session.text:
            self._ask("")

    def do_undo(self) -> None:
        """Gives the former query back, with the cursor where it was."""
        if self._former_queries:
            self._session.restore(self._former_queries.pop())
            self._refresh()
        else:
            self._show_state(self._words.screen.no_former_query)

    def do_all_posts(self) -> None:
        """Shows the posts that report no meeting too, or hides them."""
        self._session.toggle_all()
        self._refresh()

    def do_officials(self) -> None:
        """Opens the officials of the collection; those chosen go into the query."""
        from reader.tui.screens.officials import OfficialsScreen  # noqa: PLC0415  # off the start: it imports Input

        self.app.push_screen(OfficialsScreen(self._session.library.officials(), self._words), self._chosen)

    def _chosen(self, names: list[str] | None) -> None:
        if names:
            self._ask(self._session.add_officials(names))
            if self._filter is not None:
                self._filter.value = self._session.text

    def do_help(self) -> None:
        """Opens the help."""
        from reader.tui.screens.help import HelpScreen  # noqa: PLC0415  # off the start

        self.app.push_screen(HelpScreen(self._words))

    def do_theme(self) -> None:
        """Changes between dark and light."""
        self.app.theme = other_theme(self.app.theme)

    def do_palette(self) -> None:
        """Opens the palette: does the command chosen there, filters by the official, shows the meeting."""
        from reader.tui.screens.palette import PaletteScreen  # noqa: PLC0415  # off the start: it imports Input

        self.app.push_screen(PaletteScreen(self._words, self._session.library.look_up), self._picked)

    def _picked(self, keys: list[str] | None) -> None:
        from reader.tui.looking_up import Kind, chosen  # noqa: PLC0415  # as above

        for kind, name in map(chosen, keys or ()):
            if kind is Kind.COMMAND:
                self.perform(name)
            elif kind is Kind.OFFICIAL:
                self._chosen([name])
            else:
                self._show_post(int(name))
                if not self._text.display:
                    self.do_to_text()

    def do_quit(self) -> None:
        """Leaves the program."""
        self.app.exit()
