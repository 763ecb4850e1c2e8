"""Marks by the post's number in the index, with a spare place where they cannot be kept.

May import `marks`, the model, `places`. A mark that cannot be kept is told, never lost without a word.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from reader.library.marks import Identity, Mark, Marks, MarksError, PassageNote
from reader.library.model import Notice, NoticeCode

Result = TypeVar("Result")


class MarkKeeper:
    """The marks of one collection. `identity` tells what a post's marks are kept by, and raises KeyError."""

    def __init__(self, file: Path, collection: str, identity: Callable[[int], Identity]) -> None:
        self._marks = Marks(file)
        self._collection = collection
        self._identity = identity
        self._spare = False
        self.unkept = ""
        """Why what is marked lasts for this sitting only; empty where it is kept."""
        self.notices: list[Notice] = []

    @property
    def source(self) -> str | None:
        """What a connection to the index attaches to see the marks; None where none can be kept."""
        return self._try(lambda marks: marks.source, None)

    def of(self, key: int) -> Mark:
        """What was done with a post. Raises KeyError, as all that take a key."""
        identity = self._identity(key)
        return self._try(lambda marks: marks.of(identity), Mark())

    def set_read(self, key: int, read: bool) -> None:
        """Keeps whether a post was read."""
        identity = self._identity(key)
        self._try(lambda marks: marks.set_read(identity, read), None)

    def set_starred(self, key: int, starred: bool) -> None:
        """Keeps whether a post has a star."""
        identity = self._identity(key)
        self._try(lambda marks: marks.set_starred(identity, starred), None)

    def identity(self, key: int) -> Identity:
        """What the marks of a post are kept by: it outlasts the post itself, which may go while a note is written."""
        return self._identity(key)

    def set_note(self, post: Identity, note: str) -> None:
        """Keeps a note on a post; an empty one is none."""
        self._try(lambda marks: marks.set_note(post, note), None)

    def set_passage(self, post: Identity, passage: PassageNote, former: PassageNote | None = None) -> None:
        """Keeps a note on a passage in the place of a former one; an empty one is none."""
        self._try(lambda marks: marks.set_passage(post, passage, former), None)

    def set_place(self, key: int, place: tuple[int, int] | None) -> None:
        """Keeps where the reading of a post stopped: body paragraph and character."""
        identity = self._identity(key)
        self._try(lambda marks: marks.set_place(identity, place), None)

    def last_query(self) -> str:
        """What was last looked for in this collection; empty for nothing."""
        return self._try(lambda marks: marks.last_query(self._collection), "")

    def keep_query(self, query: str) -> None:
        """Keeps what was looked for in this collection."""
        self._try(lambda marks: marks.keep_query(self._collection, query), None)

    def saved_filters(self) -> list[tuple[str, str]]:
        """The filters that were given a name: name and query, by name."""
        return self._try(lambda marks: marks.saved_filters(), [])

    def save_filter(self, name: str, query: str) -> None:
        """Keeps a filter under a name; an empty one forgets the name."""
        self._try(lambda marks: marks.save_filter(name, query), None)

    def preference(self, name: str) -> str:
        """What was last chosen by a key; empty for nothing."""
        return self._try(lambda marks: marks.preference(name), "")

    def prefer(self, name: str, value: str) -> None:
        """Keeps what was chosen by a key."""
        self._try(lambda marks: marks.prefer(name, value), None)

    def close(self) -> None:
        """Closes the file."""
        self._marks.close()

    def _try(self, action: Callable[[Marks], Result], otherwise: Result) -> Result:
        """Does something with the marks; where they fail, it is told, and a spare file takes their place once."""
        try:
            return self._action(action)
        except MarksError as error:
            self.unkept = error.reason
            self.notices.append(Notice(NoticeCode.NO_MARKS, error.reason))
            if self._spare:
                return otherwise
        from reader.library.places import spare_folders  # noqa: PLC0415 -- hardly ever

        self._spare = True
        folders = spare_folders()
        if not folders:
            return otherwise
        self._marks.close()
        self._marks = Marks(folders[0] / "marks.sqlite3")
        return self._try(action, otherwise)

    def _action(self, action: Callable[[Marks], Result]) -> Result:
        result = action(self._marks)
        if self._marks.aside is not None:
            self.notices.append(Notice(NoticeCode.MARKS_ASIDE, str(self._marks.aside)))
            self._marks.aside = None
        return result
