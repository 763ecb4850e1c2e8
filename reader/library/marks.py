"""What the reader did with posts: read, starred, noted, how far; in one SQLite file of the user's state folder.

May import `marks_file` and `sqlite`. With them are kept the filters that the reader gave names, and what was last
chosen by a key. Marks are kept by the hash of the post's bytes and found again, should the text have been edited, by
publication and title; never by the path. Whatever the reader made (a star, a note, a filter's name) is on the disk when
the method returns; two readers that are open at once write into the same file, each its own posts' rows.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from reader.library.marks_file import open_marks, set_aside
from reader.library.sqlite import is_damage, transaction

_FIND = "SELECT {} FROM mark WHERE digest = ?1 OR alias = ?2 ORDER BY digest != ?1 LIMIT 1"
"""Of a post, by its identity: the row of its bytes, else that of an earlier text."""

_SYNCHRONOUS = {True: "PRAGMA synchronous = FULL", False: "PRAGMA synchronous = NORMAL"}
"""By whether a write is to outlast even a power failure, for a wait for the disk."""


class MarksError(Exception):
    """Marks that cannot be kept; `reason` is the system's word for it."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Identity(NamedTuple):
    """What a post's marks are kept by: the hash of its bytes, and of its publication and title."""

    digest: bytes
    alias: bytes | None


class PassageNote(NamedTuple):
    """A note on the characters [start, end) of a body paragraph; `words` are what stood there when it was written."""

    paragraph: int
    start: int
    end: int
    words: str
    note: str


class Mark(NamedTuple):
    """What was done with one post. `place` is (body paragraph, character) of where the reading stopped."""

    read: bool = False
    starred: bool = False
    note: str = ""
    place: tuple[int, int] | None = None
    passages: tuple[PassageNote, ...] = ()


class Marks:
    """The marks in a file. One thread at a time.

    `aside` is where a damaged file was put; then the marks begin anew.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._opened: sqlite3.Connection | None = None
        self.aside: Path | None = None

    @property
    def source(self) -> str:
        """What another connection attaches (as a URI) to see the marks. Raises MarksError."""
        self._connection()
        return self._file.as_uri()

    def of(self, post: Identity) -> Mark:
        """The marks of a post; nothing is marked where none are kept. Raises MarksError."""
        row = self._ask(_FIND.format("read, starred, note, paragraph, character, passages"), post)
        if row is None:
            return Mark()
        read, starred, note, paragraph, character, passages = row
        place = None if paragraph is None else (paragraph, character)
        return Mark(bool(read), bool(starred), note, place, _passages(passages))

    def set_read(self, post: Identity, read: bool) -> None:
        """Keeps whether a post was read. Raises MarksError, as all that keep something."""
        self._keep(post, "read = ?", read)

    def set_starred(self, post: Identity, starred: bool) -> None:
        """Keeps whether a post has a star."""
        self._keep(post, "starred = ?", starred)

    def set_note(self, post: Identity, note: str) -> None:
        """Keeps a note on a post; an empty one is none."""
        self._keep(post, "note = ?", note)

    def set_passage(self, post: Identity, passage: PassageNote, former: PassageNote | None = None) -> None:
        """Keeps a note on a passage, in the place of one on the same passage, and of a former one; an empty note is
        none.
        """
        replaced = {passage[:4], (former or passage)[:4]}

        def changed(kept: Sequence[PassageNote]) -> str:
            all_now = [one for one in kept if one[:4] not in replaced] + [passage] * bool(passage.note)
            return json.dumps(sorted(all_now), ensure_ascii=False) if all_now else ""

        self._keep(post, "passages = ?", changed=changed)

    def set_place(self, post: Identity, place: tuple[int, int] | None) -> None:
        """Keeps where the reading of a post stopped."""
        self._keep(post, "paragraph = ?, character = ?", *(place or (None, None)), durable=False)

    def last_query(self, collection: str) -> str:
        """What was last looked for in a collection; empty for nothing."""
        row = self._ask("SELECT query FROM last_query WHERE collection = ?", (collection,))
        return str(row[0]) if row else ""

    def keep_query(self, collection: str, query: str) -> None:
        """Keeps what was looked for in a collection."""
        self._do("INSERT OR REPLACE INTO last_query VALUES (?, ?)", (collection, query))

    def saved_filters(self) -> list[tuple[str, str]]:
        """The names that the reader gave to filters, and what is looked for under each; by name."""
        try:
            return self._connection().execute("SELECT name, query FROM saved_filter ORDER BY name").fetchall()
        except sqlite3.Error as error:
            raise MarksError(str(error)) from error

    def save_filter(self, name: str, query: str) -> None:
        """Keeps a filter under a name, in the place of what had the name; an empty one forgets the name."""
        if query:
            self._do("INSERT OR REPLACE INTO saved_filter VALUES (?, ?)", (name, query), durable=True)
        else:
            self._do("DELETE FROM saved_filter WHERE name = ?", (name,), durable=True)

    def preference(self, name: str) -> str:
        """What was last chosen by a key; empty for nothing."""
        row = self._ask("SELECT value FROM preference WHERE name = ?", (name,))
        return str(row[0]) if row else ""

    def prefer(self, name: str, value: str) -> None:
        """Keeps what was chosen by a key."""
        self._do("INSERT OR REPLACE INTO preference VALUES (?, ?)", (name, value))

    def close(self) -> None:
        """Closes the file."""
        if self._opened is not None:
            self._opened.close()
            self._opened = None

    def _keep(
        self,
        post: Identity,
        assignment: str,
        *values: object,
        durable: bool = True,
        changed: Callable[[Sequence[PassageNote]], str] | None = None,
    ) -> None:
        """Writes into a post's row.

        Passages are `changed` inside the same transaction: another reader may have written one meanwhile.
        """
        connection = self._connection()
        try:
            connection.execute(_SYNCHRONOUS[durable])
            with transaction(connection):
                found = connection.execute(_FIND.format("digest, passages"), post).fetchone()
                if found is None:
                    connection.execute("INSERT INTO mark (digest, alias) VALUES (?, ?)", post)
                elif found[0] != post.digest:  # the text was edited since
                    connection.execute("UPDATE mark SET digest = ? WHERE digest = ?", (post.digest, found[0]))
                if changed is not None:
                    values = (changed(_passages(found[1] if found else "")),)
                connection.execute(f"UPDATE mark SET {assignment} WHERE digest = ?", (*values, post.digest))
        except sqlite3.Error as error:
            raise MarksError(str(error)) from error

    def _ask(self, statement: str, parameters: tuple[object, ...]) -> tuple[Any, ...] | None:
        try:
            row: tuple[Any, ...] | None = self._connection().execute(statement, parameters).fetchone()
        except sqlite3.Error as error:
            raise MarksError(str(error)) from error
        return row

    def _do(self, statement: str, parameters: tuple[object, ...], *, durable: bool = False) -> None:
        connection = self._connection()
        try:
            connection.execute(_SYNCHRONOUS[durable])
            connection.execute(statement, parameters)
        except sqlite3.Error as error:
            raise MarksError(str(error)) from error

    def _connection(self) -> sqlite3.Connection:
        if self._opened is None:
            try:
                self._opened = self._open()
            except (sqlite3.Error, OSError) as error:
                raise MarksError(getattr(error, "strerror", None) or str(error)) from error
        return self._opened

    def _open(self) -> sqlite3.Connection:
        try:
            return open_marks(self._file)
        except sqlite3.Error as error:
            if not is_damage(error):
                raise
            self.aside = set_aside(self._file)
            return open_marks(self._file)


def _passages(kept: str) -> tuple[PassageNote, ...]:
    """The notes on passages as they are kept: a list of lists as JSON, or nothing."""
    return tuple(PassageNote(*one) for one in json.loads(kept)) if kept else ()
