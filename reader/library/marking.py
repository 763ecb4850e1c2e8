"""Marks by the post's number in the index.

May import `kept_marks`, `mark`, `marks_changes`, the model. What is marked is on the disk when the method returns;
where it is not, `unkept` says why, and `notices` tells it.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from reader.library.kept_marks import KeptMarks
from reader.library.mark import Identity, Mark, PassageNote, Source
from reader.library.model import Notice

if TYPE_CHECKING:
    from reader.library.marks_changes import SetNote, SetPassage


def _changes() -> ModuleType:
    """The changes that there are; at the start hardly ever one is made."""
    from reader.library import marks_changes  # noqa: PLC0415 -- not at the start

    return marks_changes


class MarkKeeper:
    """The marks of one collection. `identity` tells what a post's marks are kept by, and raises KeyError."""

    def __init__(self, file: Path, collection: str, identity: Callable[[int], Identity]) -> None:
        self._kept = KeptMarks(file)
        self._collection = collection
        self._identity = identity

    @property
    def unkept(self) -> Notice | None:
        """Why what is marked is not on the disk; None where it is."""
        return self._kept.unkept

    @property
    def notices(self) -> list[Notice]:
        """What is to be told; whoever tells it empties the list."""
        return self._kept.notices

    @property
    def source(self) -> Source:
        """What a connection to the index attaches to see the marks."""
        return self._kept.source

    @property
    def are_faulty(self) -> bool:
        """Whether the file of marks is damaged; may be asked by any thread."""
        return self._kept.are_faulty

    def mend(self) -> bool:
        """Puts the file right as far as possible; whether it was damaged and is sound now."""
        return self._kept.mend()

    def settle(self) -> None:
        """Looks through the marks, and writes what waits. To be called when there is time, and while `unkept`."""
        self._kept.settle()

    def of(self, key: int) -> Mark:
        """What was done with a post. Raises KeyError, as all that take a key."""
        identity = self._identity(key)
        return self._kept.ask(lambda marks: marks.of(identity))

    def set_read(self, key: int, read: bool) -> None:
        """Keeps whether a post was read."""
        self._kept.keep(_changes().SetFlag(self._identity(key), "read", read))

    def set_starred(self, key: int, starred: bool) -> None:
        """Keeps whether a post has a star."""
        self._kept.keep(_changes().SetFlag(self._identity(key), "starred", starred))

    def identity(self, key: int) -> Identity:
        """What the marks of a post are kept by: it outlasts the post itself, which may go while a note is written."""
        return self._identity(key)

    def keep(self, change: SetNote | SetPassage) -> None:
        """Keeps a note on a post or a passage."""
        self._kept.keep(change)

    def set_note(self, post: Identity, note: str, begun: str | None = None) -> None:
        """Keeps a note on a post; an empty one is none. Where another stands now than the one that it was `begun` on,
        both are kept; for None, whatever stands there is replaced.
        """
        self._kept.keep(_changes().SetNote(post, note, begun))

    def set_passage(
        self, post: Identity, passage: PassageNote, former: PassageNote | None = None, begun: str | None = None
    ) -> None:
        """Keeps a note on a passage in the place of a former one; an empty one is none. `begun` as in `set_note`."""
        self._kept.keep(_changes().SetPassage(post, passage, former, begun))

    def set_place(self, key: int, place: tuple[int, int] | None) -> None:
        """Keeps where the reading of a post stopped: body paragraph and character."""
        self._kept.keep(_changes().SetPlace(self._identity(key), place))

    def last_query(self) -> str:
        """What was last looked for in this collection; empty for nothing."""
        return self._kept.ask(lambda marks: marks.last_query(self._collection))

    def keep_query(self, query: str) -> None:
        """Keeps what was looked for in this collection."""
        self._kept.keep(_changes().KeepQuery(self._collection, query))

    def saved_filters(self) -> list[tuple[str, str]]:
        """The filters that were given a name: name and query, by name."""
        return self._kept.ask(lambda marks: marks.saved_filters())

    def save_filter(self, name: str, query: str, begun: str | None = None) -> None:
        """Keeps a filter under a name; an empty one forgets the name. A name that has another filter now than the one
        that this was `begun` on keeps that; for None, whatever has the name is replaced.
        """
        self._kept.keep(_changes().SaveFilter(name, query, begun))

    def preference(self, name: str) -> str:
        """What was last chosen by a key; empty for nothing."""
        return self._kept.ask(lambda marks: marks.preference(name))

    def prefer(self, name: str, value: str) -> None:
        """Keeps what was chosen by a key."""
        self._kept.keep(_changes().Prefer(name, value))

    def close(self) -> None:
        """Writes what waits, if that is possible now, and closes the file."""
        self._kept.close()
