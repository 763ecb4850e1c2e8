"""Following the library: folders are read after the first paint, the rest of an answer is counted beside the screen.

May import Textual and this room.
"""

from __future__ import annotations

import gc
from time import monotonic

from textual import on

from reader.library.model import Answer, Progress
from reader.tui.counting import Counter, Question
from reader.tui.key_gate import tell_reading
from reader.tui.messages import Counted, Failed, Filled
from reader.tui.opening import Opening
from reader.tui.screens.foot import GONE
from reader.tui.screens.placing import PlacingScreen
from reader.tui.status import progress_text
from reader.tui.updating import Updater

TRY_AGAIN = 1.0
"""Seconds after which marks that could not be written are tried again."""
PATIENCE = 0.3
"""Seconds that what runs beside the screen has to end."""


class FollowingScreen(PlacingScreen):
    """The panes, kept up with what is read and counted."""

    def __init__(self, opening: Opening) -> None:
        super().__init__(opening)
        self._counter = Counter(opening.library, self._count)
        self._updater = Updater(opening.library, self._report, self._fail)
        self._settling = False
        self._touched = False
        """Whether the reader has done anything with what is shown: until then the newest post is shown."""
        self._has_been_read = False
        """Whether the folder has been read once in this sitting."""

    def on_mount(self) -> None:
        """What the index knows is painted at once; the rest is counted, and the folders looked at, after that."""
        super()._refresh()
        self.call_after_refresh(self._begin)

    def on_unmount(self) -> None:
        """Keeps what the sitting leaves, and ends what runs beside the screen, as far as it can be waited for."""
        self._end_sitting()
        until = monotonic() + PATIENCE
        self._updater.end()
        self._counter.close(PATIENCE)
        self._updater.join(max(0.0, until - monotonic()))

    def _begin(self) -> None:
        gc.freeze()
        gc.enable()
        self._settle()
        self._count_rest()
        self._updater.start()

    def _settle(self) -> None:
        """Has the marks looked through, and written once that is possible; tells what comes of it."""
        marks = self._session.library.marks
        marks.settle()
        self._tell_of_marks()

    def _tell_of_marks(self) -> None:
        """Tells what there is to tell of marks, and tries again to keep them where they are not kept."""
        marks = self._session.library.marks
        if marks.notices:
            self._tell_notices()
            self._show_state()
        if marks.unkept and not self._settling:
            self._settling = True
            self.set_timer(TRY_AGAIN, self._settle_again)

    def _settle_again(self) -> None:
        self._settling = False
        self._settle()

    def _report(self, progress: Progress) -> None:
        self.post_message(Filled(progress))

    def _fail(self, error: Exception) -> None:
        self.post_message(Failed(error))

    @on(Failed)
    def _failed(self, message: Failed) -> None:
        raise message.error

    @on(Filled)
    def _filled(self, message: Filled) -> None:
        stay = self._touched or self._session.moved or self._has_been_read
        self._progress = message.progress
        tell_reading(self.app, progress_text(message.progress))
        self._has_been_read |= message.progress.finished
        self._session.refresh(stay=stay)
        if self._has_been_read:
            self._session.note_arrivals()
        self._tell_notices()
        self._renew()
        if stay:
            self._stay()
        self._refresh()

    def _stay(self) -> None:
        """Goes on showing the text that is shown, though the list may have its post no more; only a key leaves it."""
        has_gone = self._shown is None and self._readout is not None and self._session.library.latest()
        if has_gone:
            self._shown = self._version = GONE
        elif self._version is None and self._shown != self._session.key:
            self._version = self._shown

    def _tell_notices(self) -> None:
        """What the library has to say of its own files: marks that could not be kept, for instance."""
        told = [item.sentence for item in self._session.library.notices()]
        self._told = " · ".join(told) or self._told

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
