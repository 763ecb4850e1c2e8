"""The main screen: meetings at the left, the text at the right, the keys' one line at the foot.

May import Textual and this room. It holds no knowledge of its own about meetings: `Session` decides, widgets paint.
Every key is a priority binding on this screen, so that keys are obeyed in the order in which they were typed: a
focus that moves by message would send the keys after `/` or Enter to the wrong widget.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import Screen
from textual.worker import get_current_worker

from reader.library.model import Library, Progress
from reader.locale.screen import Words
from reader.tui.commands import COMMANDS, key_names
from reader.tui.messages import Filled, FilterTyped
from reader.tui.notices import notice_blocks
from reader.tui.session import Place, Session
from reader.tui.status import state_text
from reader.tui.theme import other_theme
from reader.tui.widgets.meeting_list import MeetingList
from reader.tui.widgets.status_bar import StatusBar
from reader.tui.widgets.text_pane import TextPane

if TYPE_CHECKING:
    from reader.tui.widgets.filter_bar import FilterBar

NARROW = 70
"""Below so many cells one pane is shown at a time."""


def bindings() -> Iterator[Binding]:
    """The screen's bindings from the table of commands."""
    for command in COMMANDS:
        for keys, typing in ((command.keys, False), (command.typing_keys, True)):
            for key in key_names(keys):
                yield Binding(key, f"command('{command.name}',{typing})", show=False, priority=True)


class ReadingScreen(Screen[None]):
    """List, text and foot; the filter bar comes and goes."""

    BINDINGS: ClassVar[list[Binding]] = list(bindings())  # type: ignore[assignment]  # narrower than Textual's union
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (NARROW, "-wide")]  # noqa: RUF012  # Textual declares no ClassVar
    AUTO_FOCUS = "MeetingList"

    DEFAULT_CSS = """
    ReadingScreen {
        layout: horizontal;
        & > MeetingList { width: 40%; min-width: 30; max-width: 48; height: 1fr; }
        & > TextPane { width: 1fr; height: 1fr; }
        &.-narrow > MeetingList { width: 1fr; max-width: 100%; }
        &.-narrow > TextPane { display: none; }
        &.-narrow.-text > MeetingList { display: none; }
        &.-narrow.-text > TextPane { display: block; }
    }
    """

    def __init__(self, library: Library, words: Words, query: str) -> None:
        super().__init__()
        self._words = words
        self._session = Session(library, query)
        self._list = MeetingList(words)
        self._text = TextPane()
        self._status = StatusBar(
            [(command.shown, words.commands.label(command.name)) for command in COMMANDS if command.footer]
        )
        self._filter: FilterBar | None = None
        self._former: Place | None = None
        self._finishing = False
        self._waiting: list[str] = []
        self._shown: str | None = None
        self._progress: Progress | None = None

    def compose(self) -> ComposeResult:
        """The widgets, in order."""
        yield self._list
        yield self._text
        yield self._status

    def on_mount(self) -> None:
        """The first paint is the frame; reading begins after it, for its imports are heavy."""
        self._show_state()
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        self._refresh()
        gc.freeze()
        gc.enable()
        self._fill()

    @work(thread=True, exit_on_error=True)
    def _fill(self) -> None:
        worker = get_current_worker()
        self._session.library.fill(self._report, lambda: worker.is_cancelled)

    def _report(self, progress: Progress) -> None:
        self.post_message(Filled(progress))

    @on(Filled)
    def _filled(self, message: Filled) -> None:
        self._progress = message.progress
        self._session.refresh()
        self._refresh()

    # Painting what the session holds

    def _refresh(self) -> None:
        self._list.show(self._session.answer.rows, self._session.index)
        self._show_text()

    def _show_text(self) -> None:
        readout = self._session.readout()
        if readout is None:
            self._shown = None
            self._text.show(notice_blocks(self._session, self._progress, self._words))
        else:
            hits = self._session.hits()
            if self._shown != self._session.post_id:
                from reader.tui.readout_page import readout_blocks  # noqa: PLC0415  # off the start: the whole model

                self._shown = self._session.post_id
                self._text.show(readout_blocks(readout, self._words), hits)
            elif list(self._text.hits) != hits:
                self._text.light(hits)
            if hits and self._text.current is None:
                self._text.go_to_hit(0)
        self._show_state()

    def _show_state(self, warning: str = "") -> None:
        error = self._session.error
        self._status.warning = warning or (self._words.query.sentence(error.code, error.detail) if error else "")
        self._status.state = state_text(self._session, self._text.current, self._progress, self._words)

    def _stand_on(self, index: int) -> None:
        self._session.stand_on(index)
        self._list.move(self._session.index)
        self._show_text()

    # Keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While the filter is typed, only the keys that are no letters are commands."""
        return action != "command" or bool(parameters[1]) or not self._typing

    def action_command(self, name: str, typing: bool) -> None:
        """Obeys a key; while the filter is closing, keys wait until its last letters have arrived."""
        if self._finishing:
            self._waiting.append(name)
        else:
            self.perform(name)

    def perform(self, name: str) -> None:
        """Does what the command of this name does."""
        getattr(self, f"do_{name}")()

    @property
    def _typing(self) -> bool:
        return self._filter is not None and self.focused is self._filter

    @property
    def _in_text(self) -> bool:
        return self.focused is self._text

    def do_filter(self) -> None:
        """Opens the filter bar, or goes back into it."""
        if self._filter is None:
            from reader.tui.widgets.filter_bar import FilterBar  # noqa: PLC0415  # off the start: it imports Input

            self._former = self._session.place
            self._filter = FilterBar(self._words, self._session.text)
            self.mount(self._filter)
        self.set_focus(self._filter)

    @on(FilterTyped)
    def _typed(self, message: FilterTyped) -> None:
        if self._filter is not None and not self._finishing:
            self._ask(message.text)

    def _ask(self, text: str) -> None:
        self._session.ask(text)
        self._refresh()

    def do_enter(self) -> None:
        """From the filter into the list, from the list into the text."""
        if self._filter is None:
            self.do_to_text()
            return
        self._finishing = True
        self.set_focus(self._list)
        # The bar's own queue may still hold letters typed before Enter: close it behind them.
        self._filter.call_later(self._finish)

    def _finish(self) -> None:
        bar = self._filter
        self._finishing, waiting, self._waiting = False, self._waiting, []
        if bar is not None:
            self._filter = None
            self._ask(bar.value)
            bar.remove()
        for name in waiting:
            self.perform(name)

    def do_back(self) -> None:
        """One step back: out of the filter as it was before, out of the text, out of the query."""
        if self._filter is not None:
            bar, self._filter = self._filter, None
            self.set_focus(self._list)
            bar.remove()
            if self._former:
                self._session.restore(self._former)
            self._refresh()
        elif self._in_text:
            self.do_to_list()
        elif self._session.text:
            self._ask("")

    def do_to_text(self) -> None:
        """Gives the keys to the text; on a narrow terminal, shows it."""
        self.add_class("-text")
        self.set_focus(self._text)

    def do_to_list(self) -> None:
        """Gives the keys to the list; on a narrow terminal, shows it."""
        self.remove_class("-text")
        self.set_focus(self._list)

    def do_other_pane(self) -> None:
        """Changes between list and text."""
        if self._in_text:
            self.do_to_list()
        else:
            self.do_to_text()

    def do_down(self) -> None:
        """The next meeting, or the text's next line."""
        self._move(1)

    def do_up(self) -> None:
        """The meeting before, or the text's line before."""
        self._move(-1)

    def _move(self, step: int) -> None:
        if self._in_text:
            self._text.scroll_lines(step)
        else:
            self._stand_on(self._session.index + step)

    def do_page_down(self) -> None:
        """A screenful of the text on; in a narrow list, of the list."""
        self._page(self._text.pane_height - 1)

    def do_page_up(self) -> None:
        """A screenful back."""
        self._page(1 - self._text.pane_height)

    def do_half_down(self) -> None:
        """Half a screenful on."""
        self._page(self._text.pane_height // 2)

    def do_half_up(self) -> None:
        """Half a screenful back."""
        self._page(-(self._text.pane_height // 2))

    def _page(self, lines: int) -> None:
        if self._text.display:
            self._text.scroll_lines(lines)
        else:
            self._stand_on(self._session.index + (self._list.page_rows if lines > 0 else -self._list.page_rows))

    def do_top(self) -> None:
        """The newest meeting, or the text's beginning."""
        if self._in_text:
            self._text.scroll_to_line(0)
        else:
            self._stand_on(0)

    def do_bottom(self) -> None:
        """The oldest meeting, or the text's end."""
        if self._in_text:
            self._text.scroll_lines(self._text.virtual_size.height)
        else:
            self._stand_on(len(self._session.answer.rows) - 1)

    def do_next_hit(self) -> None:
        """The next hit of the filter, here or in the next meeting that has one."""
        self._step_hit(1)

    def do_previous_hit(self) -> None:
        """The hit before, here or in the meeting before."""
        self._step_hit(-1)

    def _step_hit(self, step: int) -> None:
        current = self._text.current
        target = None if current is None else current + step
        if target is not None and 0 <= target < len(self._text.hits):
            self._text.go_to_hit(target)
            self._show_state()
            return
        row = self._session.next_with_hits(step)
        if row is None:
            self._show_state(self._words.screen.no_more_hits if self._text.hits else self._words.screen.no_hits)
            return
        self._stand_on(row)
        if step < 0:
            self._text.go_to_hit(len(self._text.hits) - 1)
            self._show_state()

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
        """Opens the command palette."""
        self.app.action_command_palette()

    def do_quit(self) -> None:
        """Leaves the program."""
        self.app.exit()

    @on(MeetingList.Chosen)
    def _clicked(self, message: MeetingList.Chosen) -> None:
        self._stand_on(message.index)
        if not self._text.display:
            self.do_to_text()
