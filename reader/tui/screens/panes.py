"""List, text and foot, and what they show of the session.

May import Textual and this room. One of the layers of the reading screen, each on the one before: `foot` tells what is
shown, `panes` shows it, `placing` keeps places, `following` follows the library, `marking` marks, `browsing` moves,
`outlining` knows parts and history, `taking` copies, `noting` writes notes, `evidence` shows where facts were read,
`finding` finds, `filtering` filters, `exporting` writes files, `reading` obeys the keys. `Session` decides, widgets
paint.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from textual.app import ComposeResult
from textual.screen import Screen

from reader.library.mark import Mark
from reader.tui.key_gate import gate_of
from reader.tui.notices import notice_blocks
from reader.tui.opening import Opening
from reader.tui.screens.foot import FootScreen
from reader.tui.widgets.lines import LineView
from reader.tui.widgets.meeting_list import MeetingList

if TYPE_CHECKING:
    from reader.query.model import Hit
    from reader.readout.model import Readout
    from reader.tui.page import Block

Result = TypeVar("Result")

NARROW = 70
"""Below so many cells one pane is shown at a time."""
ROOMY = 124
"""From so many cells on there is room for the outline beside list and text."""


class PanesScreen(FootScreen):
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
        super().__init__(opening)
        self._list = MeetingList(opening.words)
        self._paragraph_spacing = opening.settings.paragraph_spacing
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
            self._text.show(notice_blocks(self._session, self._progress))
            return
        self._session.note_opened(key)
        mark = self._session.library.marks.of(key)
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
        mark = Mark() if self._has_gone else self._session.library.marks.of(key)
        self._text.show(self._blocks_of(mark, readout), self._lit(readout), keep=True, quiet=self._is_quiet)

    def _blocks_of(self, mark: Mark, readout: Readout) -> list[Block]:
        from reader.tui.readout_page import readout_blocks  # noqa: PLC0415  # off the start: the whole model

        return readout_blocks(readout, mark, self._paragraph_spacing)

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

    def _go_back(self) -> bool:
        """Ends one thing that is shown over the text, such as a light; False where there is nothing of the kind."""
        return False

    def _leave(self) -> None:
        """Is called before another text is shown."""

    def _ask_over(self, screen: Screen[Result], then: Callable[[Result | None], None]) -> None:
        """Opens a screen that asks for something; keys typed after its Enter wait until `then` has been done."""

        def answered(result: Result | None) -> None:
            then(result)
            gate_of(self.app).release()

        self._show_state()  # what was told before has nothing to do with what is asked
        self.app.push_screen(screen, answered)

    @property
    def _is_covered(self) -> bool:
        """Whether something else is lit than what was asked for before: the passage that a view was left for."""
        return False

    @property
    def _is_quiet(self) -> bool:
        """Whether of what is lit only that is seen which is stood on."""
        return False
