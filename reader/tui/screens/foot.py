"""What the foot tells of the session, of the text and of the folder.

May import Textual and this room. The first of the layers of the reading screen (`panes` says which there are).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from textual.screen import Screen

from reader.i18n import _
from reader.library.model import Progress
from reader.tui.commands import in_foot
from reader.tui.measure import Measure
from reader.tui.opening import Opening
from reader.tui.prefix import Prefix
from reader.tui.session import Session
from reader.tui.status import share_text, state_text
from reader.tui.widgets.status_bar import PARTED, StatusBar
from reader.tui.widgets.text_pane import TextPane

if TYPE_CHECKING:
    from reader.readout.model import Readout

GONE = -1
"""What stands for the key of the post that is shown once it has gone: the number of no post."""


class FootScreen(Screen[None]):
    """A session, the pane for its texts, and the foot."""

    def __init__(self, opening: Opening) -> None:
        super().__init__()
        self._words = opening.words
        self._commands = opening.commands
        self._session = Session(opening.library, opening.query)
        self._measure = Measure(opening.settings.measure, opening.library.marks)
        self._text = TextPane(self._measure.cells, opening.settings.line_spacing)
        self._keys = [(command.shown, _(command.label)) for command in in_foot(opening.commands)]
        self._status = StatusBar(self._keys)
        self._shown: int | None = None
        self._readout: Readout | None = None
        self._version: int | None = None
        self._progress: Progress | None = None
        self._told = opening.told
        self._behind = False
        self._prefix = Prefix()

    @property
    def _key(self) -> int | None:
        """The post whose text is shown: the one under the cursor, or another version of it."""
        return self._session.key if self._version is None else self._version

    def _show_state(self, warning: str = "") -> None:
        """Shows what the foot says; a warning stays until the next key, whatever is read or counted meanwhile."""
        self._show_place()
        self._told = warning or self._told
        error = self._session.error
        self._status.warning = warning or (error.sentence if error else self._told)
        self._status.state = " · ".join(filter(None, (self._state(), *self._changes())))

    def _changes(self) -> Iterator[str]:
        """What the foot says of changes in the folder, whatever is lit."""
        screen, arrived = self._words.screen, self._session.arrived
        if arrived:
            yield screen.arrived.format(count=arrived)
        if self._has_gone:
            yield screen.gone

    @property
    def _has_gone(self) -> bool:
        """Whether the post that is shown is not in the folder any more."""
        return self._shown == GONE

    @property
    def _nothing_there(self) -> str:
        """Why nothing can be asked of the library about the post that is shown; empty where it can."""
        if self._has_gone:
            return self._words.screen.gone
        return "" if self._shown is not None else self._words.screen.nothing_shown

    def _state(self) -> str:
        """What the foot says of the answer and of the hit that is stood on."""
        current = None if self._behind or self._stays_here else self._text.current
        return state_text(self._session, self._key, current, self._progress)

    def _show_place(self) -> None:
        self._status.place = PARTED.join(self._place_parts())

    def _place_parts(self) -> list[str]:
        """What the foot says of the keys being typed and of the place in the text."""
        share = "" if self._behind or self._shown is None else share_text(*self._text.share)
        return [part for part in (self._prefix.shown, share) if part]

    @property
    def _stays_here(self) -> bool:
        """Whether what is lit belongs to this post alone, not to the filter."""
        return False

    @property
    def _foot_keys(self) -> Sequence[tuple[str, str]]:
        """The keys that the foot names while nothing is typed, with what they do."""
        return self._keys
