"""List, text and foot: painting what the session holds, and moving through it.

May import Textual and this room. The base of the reading screen, which adds the filter and everything that opens
something else. `Session` decides, widgets paint.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.screen import Screen

from reader.library.model import Library, Progress
from reader.locale.screen import Words
from reader.tui.commands import COMMANDS
from reader.tui.notices import notice_blocks
from reader.tui.session import Session
from reader.tui.status import evidence_text, state_text
from reader.tui.widgets.meeting_list import MeetingList
from reader.tui.widgets.status_bar import StatusBar
from reader.tui.widgets.text_pane import TextPane

if TYPE_CHECKING:
    from reader.query.model import Hit
    from reader.readout.model import Readout
    from reader.tui.evidence import Fact

NARROW = 70
"""Below so many cells one pane is shown at a time."""


class BrowsingScreen(Screen[None]):
    """Two panes and the foot. `do_…` methods are commands of the table."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (NARROW, "-wide")]  # noqa: RUF012  # Textual declares no ClassVar
    AUTO_FOCUS = "MeetingList"

    DEFAULT_CSS = """
    BrowsingScreen {
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
        self._shown: int | None = None
        self._readout: Readout | None = None
        self._version: int | None = None
        self._progress: Progress | None = None
        self._facts: list[Fact] | None = None
        self._told = ""

    def compose(self) -> ComposeResult:
        """The widgets, in order."""
        yield self._list
        yield self._text
        yield self._status

    def _refresh(self) -> None:
        self._list.show(self._session.answer.rows, self._session.index)
        self._show_text()

    @property
    def _key(self) -> int | None:
        """The post whose text is shown: the one under the cursor, or another version of it."""
        return self._session.key if self._version is None else self._version

    def _show_text(self) -> None:
        key = self._key
        if key is not None and key == self._shown:
            self._light(key)
        else:
            self._leave()
            self._open(key)
        self._show_state()

    def _open(self, key: int | None) -> None:
        """Shows the text of a post where it was left, or at its first hit."""
        readout = None if key is None else self._session.readout(key)
        self._shown = key if readout else None
        self._readout = readout
        if key is None or readout is None:
            self._text.show(notice_blocks(self._session, self._progress, self._words))
            return
        from reader.tui.readout_page import readout_blocks  # noqa: PLC0415  # off the start: the whole model

        if self._facts is not None:
            self._facts = self._read_facts(readout)
        self._text.show(readout_blocks(readout, self._words), self._lit(key))
        if self._text.hits:
            self._text.go_to_hit(0)
        elif place := self._session.library.marks.of(key).place:
            self._text.go_to_place(*place)

    def _renew(self) -> None:
        """Shows the post anew at the same words if its text has changed on disk."""
        if self._shown is None:
            return
        readout = self._session.readout(self._shown)
        if readout is None or readout == self._readout:
            self._shown = self._shown if readout else None
            return
        from reader.tui.readout_page import readout_blocks  # noqa: PLC0415  # off the start: the whole model

        self._readout = readout
        self._text.show(readout_blocks(readout, self._words), self._lit(self._shown), keep=True)

    def _lit(self, key: int) -> list[Hit]:
        return self._session.hits(key) if self._facts is None else [fact.hit for fact in self._facts]

    def _light(self, key: int) -> None:
        """Lights the hits of a post whose text is shown already."""
        hits = self._lit(key)
        if list(self._text.hits) != hits:
            self._text.light(hits)
        if hits and self._text.current is None:
            self._text.go_to_hit(0)

    def _leave(self) -> None:
        """Keeps where the reading of the shown post stops."""
        if self._shown is not None and self._text.was_moved:
            with suppress(KeyError):  # it has gone
                self._session.library.marks.set_place(self._shown, self._text.place)

    def _show_state(self, warning: str = "") -> None:
        error = self._session.error
        self._status.warning = warning or (
            self._words.query.sentence(error.code, error.detail) if error else self._told
        )
        if self._facts is None:
            self._status.state = state_text(self._session, self._key, self._text.current, self._progress, self._words)
        else:
            self._status.state = evidence_text(self._facts, self._text.current, self._words)

    def _read_facts(self, readout: Readout) -> list[Fact]:
        from reader.tui.evidence import facts  # noqa: PLC0415  # off the start: the whole model

        return facts(readout, self._words)

    def do_evidence(self) -> None:
        """Lights where the facts of the post were read, or the filter's words again."""
        readout = None if self._shown is None else self._session.readout(self._shown)
        self._facts = self._read_facts(readout) if self._facts is None and readout else None
        self._show_text()

    def do_star(self) -> None:
        """Gives the post a star, or takes it away."""
        if self._shown is not None:
            marks = self._session.library.marks
            marks.set_starred(self._shown, not marks.of(self._shown).starred)
            self._marked()

    def do_read(self) -> None:
        """Marks the post as read, or as unread."""
        if self._shown is not None:
            marks = self._session.library.marks
            marks.set_read(self._shown, not marks.of(self._shown).read)
            self._marked()

    def _mark_read(self) -> None:
        """Whoever goes into a text, or pages to its end, has read it."""
        if self._shown is not None and not self._session.library.marks.of(self._shown).read:
            self._session.library.marks.set_read(self._shown, True)
            self._marked()

    def _marked(self) -> None:
        """Shows a mark that was just made. The row stays even if the query would not find it any more."""
        self._session.forget_rows()
        self._list.refresh()
        self._show_state()

    def do_versions(self) -> None:
        """Shows the next version of the same readout."""
        versions = self._session.versions
        if len(versions) < 2:
            self._show_state(self._words.screen.no_versions)
            return
        here = versions.index(self._key) if self._key in versions else 0
        self._version = versions[(here + 1) % len(versions)]
        self._show_text()

    def _stand_on(self, index: int) -> None:
        self._version = None
        self._session.stand_on(index)
        self._list.move(self._session.index)
        self._show_text()

    @property
    def _in_text(self) -> bool:
        return self.focused is self._text

    def do_to_text(self) -> None:
        """Gives the keys to the text; on a narrow terminal, shows it."""
        self.add_class("-text")
        self.set_focus(self._text)
        self._mark_read()

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
            if self._text.at_end:
                self._mark_read()
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
        row = self._session.next_with_hits(step) if self._facts is None else None
        if row is None:
            self._show_state(self._words.screen.no_more_hits if self._text.hits else self._words.screen.no_hits)
            return
        self._stand_on(row)
        if step < 0:
            self._text.go_to_hit(len(self._text.hits) - 1)
            self._show_state()

    @on(MeetingList.Chosen)
    def _clicked(self, message: MeetingList.Chosen) -> None:
        self._stand_on(message.index)
        if not self._text.display:
            self.do_to_text()
