"""The marks of a collection, kept whatever becomes of their file: nothing is lost without a word.

May import this room, `sqlite`, the model. What is marked is on the disk when the method returns; where it is not,
`unkept` says why, and a notice does. What was marked is a list of changes that wait until the file has taken them,
which is at once as a rule; as long as they wait they lie in a file of their own. All marks are in memory besides: from
there a file that was removed or damaged is written again, and from there they are shown while none can be written.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, TypeVar

from reader.library.marks.fallback import StandIn, Waiting
from reader.library.marks.file import (
    ForeignSchema,
    Marks,
    MarksError,
    State,
    is_faulty,
    rows_of,
    rows_of_copy,
    set_aside,
)
from reader.library.marks.mark import Identity, Mark, MarksSource
from reader.library.model import Notice, NoticeCode
from reader.library.sqlite import NotOurs, is_damage, result_code

if TYPE_CHECKING:
    from reader.library.marks.changes import Change

Result = TypeVar("Result")

_WORTH_WAITING = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_FULL)
"""Result codes after which a later attempt to write is likely to succeed."""


def _changes() -> ModuleType:
    """The changes that there are; at the start hardly ever one is made."""
    from reader.library.marks import changes  # noqa: PLC0415 -- not at the start

    return changes


class MarkKeeper:
    """The marks of one collection. One thread at a time, but for `are_faulty`.

    `identity` gives what a post's marks are kept by, by its number in the index, and raises KeyError; so does all that
    takes such a number.
    """

    def __init__(self, file: Path, collection: str, identity: Callable[[int], Identity]) -> None:
        self._file = file
        self._collection = collection
        self.identity = identity
        """What a post's marks are kept by: it outlasts the post itself, which may go while a note is written."""
        self._marks = Marks(file)
        self._memory: Marks | None = None
        self._owes = False
        self._pending: list[Change] = []
        self._waiting = Waiting(file)
        self._stand_in: StandIn | None = None
        self._turn = 0
        self.unkept: Notice | None = None
        """Why what is marked is not on the disk; None where it is."""
        self.notices: list[Notice] = []
        """What is to be shown, by who then empties the list."""

    def of(self, key: int) -> Mark:
        """What was done with a post."""
        identity = self.identity(key)
        return self._ask(lambda marks: marks.of(identity))

    def set_read(self, key: int, read: bool) -> None:
        """Keeps whether a post was read."""
        self.keep(_changes().SetFlag(self.identity(key), "read", read))

    def set_starred(self, key: int, starred: bool) -> None:
        """Keeps whether a post has a star."""
        self.keep(_changes().SetFlag(self.identity(key), "starred", starred))

    def set_place(self, key: int, place: tuple[int, int] | None) -> None:
        """Keeps where the reading of a post stopped: body paragraph and character."""
        self.keep(_changes().SetPlace(self.identity(key), place))

    def last_query(self) -> str:
        """What was last looked for in this collection; empty for nothing."""
        return self._ask(lambda marks: marks.last_query(self._collection))

    def keep_query(self, query: str) -> None:
        """Keeps what was looked for in this collection."""
        self.keep(_changes().KeepQuery(self._collection, query))

    def saved_filters(self) -> list[tuple[str, str]]:
        """The filters that were given a name: name and query, by name."""
        return self._ask(Marks.saved_filters)

    def save_filter(self, name: str, query: str, begun: str | None = None) -> None:
        """Keeps a filter under a name; an empty one forgets the name. A name that has another filter now than the one
        that this was `begun` on keeps that; for None, whatever has the name is replaced.
        """
        self.keep(_changes().SaveFilter(name, query, begun))

    def preference(self, name: str) -> str:
        """What was last chosen by a key; empty for nothing."""
        return self._ask(lambda marks: marks.preference(name))

    def prefer(self, name: str, value: str) -> None:
        """Keeps what was chosen by a key."""
        self.keep(_changes().Prefer(name, value))

    def keep(self, change: Change) -> None:
        """Does something, in memory and, as soon as possible, on the disk: a note on a post or a passage, for one."""
        self._look()
        self._take_in()
        for place in (self._memory, self._stand_in):
            if place is not None:
                place.write(change)
        self._pending.append(change)
        self._attempt(self._write)
        if self._pending:
            self._waiting.put_down(self._pending)

    def _ask(self, question: Callable[[Marks], Result]) -> Result:
        """Asks the file; where it cannot be asked, memory."""
        answers: list[Result] = []
        if self.unkept is None:
            self._attempt(lambda: answers.append(question(self._marks)))
        return answers[0] if answers else question(self._memory or Marks(None))

    @property
    def source(self) -> MarksSource:
        """What a connection to the index attaches to see the marks."""
        self._look()
        self._ask(Marks.open)
        shown = self._file if self.unkept is None else self._stand_in and self._stand_in.file
        return MarksSource(f"{shown.as_uri()}?mode=rw" if shown else None, self._turn)

    @property
    def are_faulty(self) -> bool:
        """Whether the file is damaged, or another program's; may be asked by any thread."""
        return is_faulty(self._file)

    def mend(self) -> bool:
        """Puts the file right as far as possible; whether it was damaged and is sound now."""
        return self.unkept is None and self.are_faulty and self._mend()

    def settle(self) -> None:
        """Takes the marks into memory, and writes what waits. To be called when there is time, and while `unkept`."""
        self._look()
        self._take_in()
        if self._pending or self.unkept:
            self._attempt(self._write)

    def close(self) -> None:
        """Writes what waits, if that is possible now, and closes the file; no stand-in is left behind."""
        if self._pending or self._owes:
            self.settle()
        if self._pending or self._owes:
            self._wait_for_the_next()
        self._waiting.leave()
        for place in (self._marks, self._memory):
            if place is not None:
                place.close()
        self._dismiss_stand_in()

    def _attempt(self, action: Callable[[], None]) -> None:
        """Does something with the file; once more where it was damaged and has been put right. Where it fails, memory
        takes the file's place.
        """
        for is_again in (False, True):
            try:
                action()
            except MarksError as error:
                if is_again or not self._is_damage(error):
                    self._fall_back(error)
                elif self._mend():
                    continue
            return

    def _is_damage(self, error: MarksError) -> bool:
        cause = error.cause
        if not isinstance(cause, sqlite3.Error) or isinstance(cause, ForeignSchema):
            return False
        if result_code(cause) in _WORTH_WAITING:  # another reader may be making the file, which is empty as yet
            return False
        return is_damage(cause) or is_faulty(self._file)

    def _look(self) -> None:
        """Notices where the file was removed, replaced, emptied or damaged while it is open."""
        if self._marks.is_open:
            state = self._marks.state()
            if state is State.OTHER or (state is State.CHANGED and is_faulty(self._file)):
                self._mend()

    def _take_in(self) -> None:
        if self._memory is None:
            self._attempt(self._copy)

    def _copy(self) -> None:
        """Takes all marks into memory; what is no mark is put aside first."""
        self._marks.open()
        if is_faulty(self._file):
            raise MarksError(NotOurs("no marks of ours"))
        odd = self._marks.set_odd_aside()
        if odd:
            self.notices.append(Notice(NoticeCode.MARKS_ODD, str(odd)))
        memory = self._memory or Marks(None)
        self._marks.copy_to(memory)
        self._memory = memory
        self._pending += self._waiting.take()

    def _write(self) -> None:
        """Has the file take what waits."""
        self._marks.open()
        if self._owes and self._memory is not None:
            self.notices += self._marks.merge(self._memory.rows())
        new = self._marks.write(*self._pending)
        is_other = bool(self.unkept or self._owes or new or self._waiting) or self._marks.were_changed()
        self.notices += new
        self._owes = False
        self._pending.clear()
        self._waiting.clear()
        if is_other:
            self._copy()
        if self.unkept:
            self.unkept = None
            self.notices.append(Notice(NoticeCode.MARKS_KEPT))
            self._marks.wait()
            self._turn += 1
            self._dismiss_stand_in()

    def _mend(self) -> bool:
        """Gathers in memory what can be read, and writes a new file from there; False where that fails."""
        is_lost = self._marks.is_open and self._marks.state() is State.OTHER
        memory = self._memory = self._memory or Marks(None)
        self._owes = True
        try:
            if is_lost:  # what is open is sound, whatever has its name now
                self._marks.copy_to(memory)
                memory.write(*self._pending)
            logs = self._marks.own_logs() if is_lost else []
            self._marks.close()
            self._clear_the_place(memory, logs, is_lost=is_lost)
            self._marks = Marks(self._file)
            self._turn += 1
            self._write()
        except (MarksError, OSError) as error:
            self._fall_back(error if isinstance(error, MarksError) else MarksError(error))
        return self.unkept is None

    def _clear_the_place(self, memory: Marks, logs: list[Path], *, is_lost: bool) -> None:
        """Sets aside what is damaged, and takes into memory what can be read of it; another file that has the name of
        one that was lost may be sound. Raises MarksError and OSError.
        """
        if logs:
            set_aside(self._file, logs)
        if self._file.exists() and (not is_lost or is_faulty(self._file, may_be_new=True)):
            aside = set_aside(self._file)
            self.notices.append(Notice(NoticeCode.MARKS_ASIDE, str(aside)))
            memory.merge(rows_of_copy(aside))
        elif is_lost:
            self.notices.append(Notice(NoticeCode.MARKS_AGAIN, str(self._file)))

    def _fall_back(self, error: MarksError) -> None:
        """Has memory take the place of the file, and a file of its own that of the marks in the lists."""
        if self._memory is None:
            self._memory = Marks(None)
            if not isinstance(error.cause, ForeignSchema):
                self._memory.merge(rows_of(self._file))
        may_wait = result_code(error.cause) in _WORTH_WAITING
        notice = Notice(NoticeCode.MARKS_WAIT if may_wait else NoticeCode.NO_MARKS, error.reason)
        if isinstance(error.cause, ForeignSchema):
            notice = Notice(NoticeCode.MARKS_FOREIGN, str(self._file))
        if self.unkept is None or self.unkept.code != notice.code:
            self.notices.append(notice)
        self.unkept = notice
        self._marks.wait(0)
        if self._stand_in is None:
            self._stand_in = StandIn(self._memory)
            self._turn += 1

    def _dismiss_stand_in(self) -> None:
        if self._stand_in is not None:
            self._stand_in.close()
            self._stand_in = None

    def _wait_for_the_next(self) -> None:
        """Puts what waits into a file for the next start."""
        from reader.library.marks.changes import changes_of  # noqa: PLC0415 -- hardly ever

        owed = changes_of(self._memory.rows()) if self._owes and self._memory else ()
        if file := self._waiting.put_down([*owed, *self._pending]):
            self.notices.append(Notice(NoticeCode.MARKS_LATER, str(file)))
