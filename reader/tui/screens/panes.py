"""List, text and foot, and what they show of the session.

May import Textual and this room. The first of the layers of the reading screen, each on the one before: `panes` shows,
`following` follows the library, `marking` marks, `browsing` moves, `outlining` knows parts and history, `taking`
copies, `noting` writes notes, `evidence` shows where facts were read, `finding` finds, `filtering` filters,
`exporting` writes files, `reading` obeys the keys. `Session` decides, widgets paint.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, TypeVar

from textual.app import ComposeResult
from textual.screen import Screen

from reader.library.model import Progress
from reader.tui.commands import in_foot
from reader.tui.key_gate import gate_of
from reader.tui.measure import Measure
from reader.tui.notices import notice_blocks
from reader.tui.opening import Opening
from reader.tui.prefix import Prefix
from reader.tui.session import Session
from reader.tui.status import share_text, state_text
from reader.tui.widgets.lines import LineView
from reader.tui.widgets.meeting_list import MeetingList
from reader.tui.widgets.status_bar import PARTED, StatusBar
from reader.tui.widgets.text_pane import TextPane

if TYPE_CHECKING:
    from reader.library.marks import Mark
    from reader.query.model import Hit
    from reader.readout.model import Readout
    from reader.tui.page import Block

Result = TypeVar("Result")

NARROW = 70
"""Below so many cells one pane is shown at a time."""
ROOMY = 124
"""From so many cells on there is room for the outline beside list and text."""
REST = 1.0
"""Seconds after a move when the place is kept, lest the program be killed: no key has to wait for it."""


class PanesScreen(Screen[None]):
    """Two panes and the foot. `do_…` methods are commands of the table."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (NARROW, "-wide")]  # noqa: RUF012  # Textual declares no ClassVar
    AUTO_FOCUS = "MeetingList"

    DEFAULT_CSS = """
    PanesScreen {
        layout: horizontal;
        & > MeetingList { width: 40%; min-width: 30; max-width: 48; height: 1fr; }
        & > TextPane { width: 1fr; height: 1fr; }
        &.-narrow > MeetingList { width: 1fr; max-width: 100%; }
        &.-narrow > TextPane { display: none; }
        &.-narrow.-text > MeetingList { display: none; }
        &.-narrow.-text > TextPane { display: block; }
        &.-zen > MeetingList { display: none; }
    }
    """

    def __init__(self, opening: Opening) -> None:
        super().__init__()
        self._words = words = opening.words
        self._commands = opening.commands
        self._session = Session(opening.library, opening.query)
        self._list = MeetingList(words)
        self._measure = Measure(opening.settings.measure, opening.library.marks)
        self._text = TextPane(self._measure.cells, opening.settings.line_spacing)
        self._paragraph_spacing = opening.settings.paragraph_spacing
        self._keys = [(command.shown, words.commands.label(command.name)) for command in in_foot(opening.commands)]
        self._status = StatusBar(self._keys)
        self._shown: int | None = None
        self._readout: Readout | None = None
        self._version: int | None = None
        self._kept: tuple[int, int] | None = None
        """The place in the shown post that the marks have."""
        self._resting = False
        self._progress: Progress | None = None
        self._told = opening.told
        self._behind = False
        self._prefix = Prefix()
        self._number = 0

    def compose(self) -> ComposeResult:
        """The widgets, in order."""
        yield self._list
        yield self._text
        yield self._status

    def set_anew(self) -> None:
        """Sets everything anew: what is known of the terminal has changed."""
        self._text.set_anew()
        self.refresh()
        for view in self.query(LineView):
            view.paint_all()
        self._status.refresh()

    def _refresh(self) -> None:
        self._show_list()
        self._behind = False
        self._show_text()

    def _show_list(self) -> None:
        self._list.show(self._session.answer.rows, self._session.index)

    def _show_list_first(self) -> None:
        """Shows an answer's list at once, and the text after the next paint: whoever types looks at the list."""
        self._behind = True
        self._show_list()
        self._show_state()
        self.call_after_refresh(self._catch_up)

    def _catch_up(self) -> None:
        """Shows the text that the list is ahead of, if it is."""
        if self._behind:
            self._behind = False
            self._show_text()

    @property
    def _key(self) -> int | None:
        """The post whose text is shown: the one under the cursor, or another version of it."""
        return self._session.key if self._version is None else self._version

    def _show_text(self) -> None:
        key = self._key
        if key is not None and key == self._shown and self._readout is not None:
            self._light(self._readout)
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
        mark = self._session.library.marks.of(key)
        self._kept = mark.place
        self._text.show(self._blocks_of(mark, readout), self._lit(readout), quiet=self._is_quiet)
        if mark.place:
            self._text.go_to_place(mark.place)
        if self._text.hits and not self._is_quiet:
            self._text.jump_to_hit(0)

    def _renew(self) -> None:
        """Shows the post anew at the same words if its text has changed on disk."""
        if self._shown is None:
            return
        readout = self._session.readout(self._shown)
        if readout is None or readout == self._readout:
            self._shown = self._shown if readout else None
            return
        self._readout = readout
        self._show_at(self._shown, readout)

    def _show_again(self) -> None:
        """Shows the post anew where it is, for its notes have changed."""
        if self._shown is not None and self._readout is not None:
            self._show_at(self._shown, self._readout)

    def _show_at(self, key: int, readout: Readout) -> None:
        """Shows a post where the view is."""
        mark = self._session.library.marks.of(key)
        self._text.show(self._blocks_of(mark, readout), self._lit(readout), keep=True, quiet=self._is_quiet)

    def _blocks_of(self, mark: Mark, readout: Readout) -> list[Block]:
        from reader.tui.readout_page import readout_blocks  # noqa: PLC0415  # off the start: the whole model

        return readout_blocks(readout, self._words, mark, self._paragraph_spacing)

    def _lit(self, readout: Readout) -> list[Hit]:
        """What is lit in a post."""
        return self._session.hits(readout)

    def _light(self, readout: Readout) -> None:
        """Lights the hits of a post whose text is shown already."""
        hits = self._lit(readout)
        if list(self._text.hits) != hits:
            self._text.light(hits, quiet=self._is_quiet)
            if hits and not self._is_quiet:
                self._text.jump_to_hit(0)
            else:
                self._text.return_home()

    def _leave(self) -> None:
        """Is called before another text is shown."""
        self._keep_place()

    def _keep_place(self) -> None:
        """Keeps where the reading of the shown post stops, unless it is what is kept already."""
        place = self._text.place
        if self._shown is not None and place != self._kept:
            self._kept = place
            with suppress(KeyError):  # it has gone
                self._session.library.marks.set_place(self._shown, place)

    def _keep_place_soon(self) -> None:
        """Keeps it after a rest, if the reader has moved."""
        if not self._resting and self._text.place != self._kept:
            self._resting = True
            self.set_timer(REST, self._rested)

    def _rested(self) -> None:
        self._resting = False
        self._keep_place()

    def _end_sitting(self) -> None:
        """Keeps what a later sitting begins with: the one end of every way out, whether a key, a signal or a fault."""
        self._keep_place()

    def _show_state(self, warning: str = "") -> None:
        """Shows what the foot says; a warning stays until the next key, whatever is read or counted meanwhile."""
        self._show_place()
        self._told = warning or self._told
        error = self._session.error
        self._status.warning = warning or (
            self._words.query.sentence(error.code, error.detail) if error else self._told
        )
        self._status.state = self._state()

    def _state(self) -> str:
        """What the foot says of the answer and of the hit that is stood on."""
        current = None if self._behind or self._stays_here else self._text.current
        return state_text(self._session, self._key, current, self._progress, self._words)

    def _show_place(self) -> None:
        self._status.place = PARTED.join(self._place_parts())

    def _place_parts(self) -> list[str]:
        """What the foot says of the keys being typed and of the place in the text."""
        share = "" if self._behind or self._shown is None else share_text(*self._text.share, self._words)
        return [part for part in (self._prefix.shown, share) if part]

    def _ask_over(self, screen: Screen[Result], then: Callable[[Result | None], None]) -> None:
        """Opens a screen that asks for something; keys typed after its Enter wait until `then` has been done."""

        def answered(result: Result | None) -> None:
            then(result)
            gate_of(self.app).release()

        self._show_state()  # what was told before has nothing to do with what is asked
        self.app.push_screen(screen, answered)

    @property
    def _stays_here(self) -> bool:
        """Whether what is lit belongs to this post alone, not to the filter."""
        return False

    @property
    def _foot_keys(self) -> Sequence[tuple[str, str]]:
        """The keys that the foot names while nothing is typed, with what they do."""
        return self._keys

    @property
    def _is_quiet(self) -> bool:
        """Whether of what is lit only that is seen which is stood on."""
        return False
