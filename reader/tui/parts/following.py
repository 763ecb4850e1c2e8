"""Following the library: folders are read after the first paint, and what is read and counted is shown.

May import Textual and this room.
"""

from __future__ import annotations

import gc
from functools import partial
from time import monotonic

from reader.library.model import Answer, Progress
from reader.tui.counting import Counter, Question
from reader.tui.desk import Desk
from reader.tui.key_gate import tell_reading
from reader.tui.part import Part
from reader.tui.post import GONE
from reader.tui.status import progress_text
from reader.tui.updating import Updater

TRY_AGAIN = 1.0
"""Seconds after which marks that could not be written are tried again."""
PATIENCE = 0.3
"""Seconds that what runs beside the screen has to end."""


class Following(Part):
    """Keeps the desk up with the library."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._counter = Counter(desk.library, partial(desk.later, self._count))
        self._updater = Updater(desk.library, partial(desk.later, self.fill), partial(desk.later, self._fail))
        self._is_settling = False
        self._has_been_read = False
        """Whether the folder has been read once in this session."""
        self.is_touched = False
        """Whether the reader has done anything with what is shown: until then the newest post is shown."""

    def begin(self) -> None:
        """What the index knows has been painted: the rest is counted, and the folders looked at."""
        gc.freeze()
        gc.enable()
        self._settle()
        self.answered()
        self._updater.start()

    def end(self) -> None:
        """Ends what runs beside the screen, as far as it can be waited for."""
        until = monotonic() + PATIENCE
        self._updater.end()
        self._counter.close(PATIENCE)
        self._updater.join(max(0.0, until - monotonic()))

    def _settle(self) -> None:
        """Has the marks looked through, and written once that is possible; says what comes of it."""
        self._is_settling = False
        self.desk.marks.settle()
        self.marked()

    def marked(self) -> None:
        """Says what there is to say of marks, and tries again to keep them where they are not kept."""
        marks = self.desk.marks
        if marks.notices:
            self.desk.tell_notices()
            self.desk.tell()
        if marks.unkept and not self._is_settling:
            self._is_settling = True
            self.desk.screen.set_timer(TRY_AGAIN, self._settle)

    def asking(self) -> None:
        """What is being counted is not wanted any more."""
        self._counter.drop()

    def answered(self) -> None:
        """Has what is not known of the answer counted beside the screen."""
        session = self.desk.session
        if session.answer.hits is None:
            self._counter.ask(Question(session.asked, session.query, session.all_posts))

    def _count(self, asked: int, answer: Answer) -> None:
        """Shows more of the answer that was asked for, where that is still wanted."""
        desk, session = self.desk, self.desk.session
        key = session.key
        if not session.complete(asked, answer):
            return
        if session.key == key:
            desk.list.complete(session.answer.rows, session.index)
            desk.tell()
        else:
            desk.show_list()
            desk.is_behind = False
            desk.show_text()

    def fill(self, progress: Progress) -> None:
        """Shows what has been read meanwhile. The text that is being read stays."""
        desk, session = self.desk, self.desk.session
        stay = self.is_touched or session.moved or self._has_been_read
        desk.progress = progress
        tell_reading(desk.screen.app, progress_text(progress))
        self._has_been_read |= progress.finished
        session.refresh(stay=stay)
        if self._has_been_read:
            session.note_arrivals()
        desk.tell_notices()
        self._renew()
        for part in desk.parts:
            part.renewed()
        if stay:
            self._stay()
        desk.refresh()

    def _fail(self, error: Exception) -> None:
        """The thread that follows the library has met a fault of the program: it is raised here."""
        raise error

    def _renew(self) -> None:
        """Shows the post anew at the same words if its text has changed on disk."""
        post = self.desk.post
        if post.key is None:
            return
        readout = self.desk.session.readout(post.key)
        if readout is None:
            post.key = None
        elif readout != post.readout:
            post.readout = readout
            self.desk.show_again()

    def _stay(self) -> None:
        """Goes on showing the text that is shown, though the list may have its post no more; only a key leaves it."""
        post, session = self.desk.post, self.desk.session
        if post.key is None and post.readout is not None and session.library.latest():
            post.key = post.version = GONE
        elif post.version is None and post.key != session.key:
            post.version = post.key
