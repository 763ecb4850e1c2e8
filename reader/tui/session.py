"""What the reader is looking at: a library, a query, the answer. No widget, no Textual.

May import `library` and `query`. The screen asks and paints; everything that can be decided without a screen is
decided here: which query counts, which row stays under the cursor, what Esc gives back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.library.model import Answer, Library

if TYPE_CHECKING:
    from reader.query.model import Hit, Query, QueryError
    from reader.readout.model import Readout

NO_ROWS = Answer((), 0, 0)


class Place(NamedTuple):
    """A state that Esc can give back: what was typed and where the cursor stood."""

    text: str
    post_id: str | None


class Session:
    """One sitting over one library. `text` is what is typed; `query` the last of it that could be read.

    Nothing is asked before the first `ask` or `refresh`: the query language is not imported before the first paint.
    """

    def __init__(self, library: Library, text: str = "") -> None:
        self.library = library
        self.text = text
        self.query: Query | None = None
        self.error: QueryError | None = None
        self.all_posts = False
        self.answer = NO_ROWS
        self.index = 0
        self.moved = False
        self.post_id: str | None = None

    @property
    def shown_text(self) -> str:
        """What was typed, fit to be painted."""
        from reader.text.safety import one_line  # noqa: PLC0415  # off the start

        return one_line(self.text) if self.text else ""

    def ask(self, text: str) -> None:
        """Takes what was typed; a query that cannot be read leaves the last good answer and sets `error`."""
        self.text = text
        self._parse()
        if not self.error:
            self.refresh()

    def _parse(self) -> None:
        from reader.query import QueryError, parse  # noqa: PLC0415  # off the start

        try:
            self.query, self.error = parse(self.text), None
        except QueryError as error:
            self.query, self.error = self.query or parse(""), error

    def refresh(self) -> None:
        """Asks the library again. The post under the cursor stays if it still matches; else the first is taken.

        So it is too while nobody has moved the cursor: as a folder is read, the newest comes first.
        """
        if self.query is None:
            self._parse()
        if self.query is not None:
            self.answer = self.library.search(self.query, all_posts=self.all_posts)
        here = self.post_id if self.moved else None
        self._put(next((index for index, row in enumerate(self.answer.rows) if row.id == here), 0))

    def toggle_all(self) -> None:
        """Shows every post, or meetings only."""
        self.all_posts = not self.all_posts
        self.refresh()

    @property
    def place(self) -> Place:
        """The state to come back to."""
        return Place(self.text, self.post_id)

    def restore(self, place: Place) -> None:
        """Gives a former state back."""
        self.post_id = place.post_id
        self.moved = True
        self.ask(place.text)

    def stand_on(self, index: int) -> None:
        """Moves the cursor to a row; beyond an end it stays at that end."""
        self.moved = True
        self._put(index)

    def _put(self, index: int) -> None:
        rows = self.answer.rows
        self.index = max(0, min(index, len(rows) - 1))
        self.post_id = rows[self.index].id if rows else None

    def readout(self) -> Readout | None:
        """The readout under the cursor."""
        return self.library.readout(self.post_id) if self.post_id is not None else None

    def hits(self) -> list[Hit]:
        """The query's hits in the readout under the cursor."""
        if self.post_id is None or self.query is None or self.query.is_empty:
            return []
        return self.library.hits(self.post_id, self.query)

    def next_with_hits(self, step: int) -> int | None:
        """The nearest row in a direction (1 down, -1 up) whose text is hit; None where there is none."""
        rows = self.answer.rows
        index = self.index + step
        while 0 <= index < len(rows):
            if rows[index].hits:
                return index
            index += step
        return None

    def add_officials(self, names: list[str]) -> str:
        """The typed query with `official:` for each of these names that it does not hold yet."""
        wanted = (f"official:{name}" for name in names)
        present = self.text.split()
        return " ".join([*present, *(term for term in wanted if term not in present)])
