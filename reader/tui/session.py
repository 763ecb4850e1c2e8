"""What the reader is looking at: a library, a query, the answer. No widget, no Textual.

May import `library` and `query`. The screen asks and paints; everything that can be decided without a screen is
decided here: which query counts, which row stays under the cursor, what Esc gives back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.library.model import Answer, Notice, Row

if TYPE_CHECKING:
    from reader.library.index import Library
    from reader.query.model import Hit, Query, QueryError
    from reader.readout.model import Readout


class Place(NamedTuple):
    """A state that Esc can give back: what was typed and where the cursor stood."""

    text: str
    key: int | None


class Session:
    """One session over one library. `text` is what is typed; `query` the last of it that could be read.

    Nothing is asked before the first `ask` or `refresh`: the query language is not imported before the first paint.
    """

    def __init__(self, library: Library, text: str = "") -> None:
        self.library = library
        self.text = _fit(text)
        self.query: Query | None = None
        self.error: QueryError | None = None
        self.all_posts = False
        self.index = 0
        self.moved = False
        self.key: int | None = None
        self.asked = 0
        self.unread = 0
        self.trouble: Notice | None = None
        self._latest: int | None = None
        """The highest number of a post once the folder had been read; None before."""
        self.arrivals: dict[int, int] = {}
        """Key and place of the listed posts that have come since, but for those that were opened."""
        self._opened: set[int] = set()
        self._in_rows: set[int] = set()
        """Those of them that are among the rows of one answer."""
        self._arrived_in: Answer | None = None
        self.refresh()

    @property
    def shown_text(self) -> str:
        """What was typed, fit to be painted."""
        return _fit(self.text)

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

    def refresh(self, *, stay: bool = False) -> None:
        """Asks the library again. The post under the cursor stays if it still matches; else the first is taken.

        So it is too while nobody has moved the cursor: as a folder is read, the newest comes first. What comes at
        once may be the beginning of the answer only; `asked` tells which question a later `complete` belongs to.
        With `stay` the library has changed, not the question: the cursor stays on its post wherever it was, should
        that be listed under another version on this one, and where it is, should it have gone.
        """
        if self.query is None and self.text:
            self._parse()
        self.asked += 1
        self.unread = self.library.unread()
        answer = self.library.first(self.query, all_posts=self.all_posts)
        if not answer.complete and (stay or self.moved) and self._index_in(answer) is None:
            whole = self.library.listed(self.query, all_posts=self.all_posts, hurry=True)
            answer = whole if whole.complete else answer
        index = self._index_in(answer) if stay or self.moved else None
        if stay and index is None and self.key is not None:
            listed = self.library.versions(self.key)[:1]
            index = next((self.library.index_of(key, answer) for key in listed), None)
        self._take(answer, index, self.index if stay else 0)
        self.moved |= stay and self.index > 0
        self.trouble = self.library.trouble()

    def complete(self, asked: int, answer: Answer) -> bool:
        """Takes the whole answer, if it is still the one that is wanted."""
        if asked != self.asked:
            return False
        self._take(answer, self._index_in(answer), self.index)
        return True

    def fetch_all(self) -> bool:
        """Takes every row of an answer of which only the first are here; whether it had to, and they came at once."""
        if self.answer.complete:
            return False
        answer = self.library.listed(self.query, all_posts=self.all_posts, hurry=True)
        if answer.complete:
            self._take(answer, self._index_in(answer), self.index)
        return answer.complete

    def _take(self, answer: Answer, index: int | None, otherwise: int) -> None:
        self.answer = answer
        self._put(otherwise if index is None else index)

    def _index_in(self, answer: Answer) -> int | None:
        """Where the post stands that the cursor is on; None where it does not."""
        return None if self.key is None else self.library.index_of(self.key, answer)

    def note_arrivals(self) -> None:
        """Is called when the folder has been read: finds the posts that have come since the first time."""
        latest = self.library.latest()
        if self._latest is None:
            self._latest = latest
        self._latest = min(self._latest, latest)  # a number may be given again
        self.arrivals = {
            key: place for key, place in self.library.listed_after(self._latest) if key not in self._opened
        }
        self._arrived_in = None

    def note_opened(self, key: int) -> None:
        """A post is shown: if it had just come, it is new no more."""
        self._opened.add(key)
        self.arrivals.pop(key, None)
        self._in_rows.discard(key)

    @property
    def arrived(self) -> int:
        """How many of the rows have come since the folder was read, and have not been opened."""
        if self._arrived_in is not self.answer:  # every key asks
            self._arrived_in = self.answer
            rows = self.answer.rows
            self._in_rows = {key for key, place in self.arrivals.items() if rows.index_of(place) is not None}
        return len(self._in_rows)

    def toggle_all(self) -> None:
        """Shows every post, or meetings only."""
        self.all_posts = not self.all_posts
        self.refresh()

    @property
    def place(self) -> Place:
        """The state to come back to."""
        return Place(self.text, self.key)

    def restore(self, place: Place) -> None:
        """Gives a previous state back."""
        self.key = place.key
        self.moved = True
        self.ask(place.text)

    def stand_on(self, index: int) -> None:
        """Moves the cursor to a row; beyond an end it stays at that end."""
        self.moved = True
        self._put(index)

    def _put(self, index: int) -> None:
        rows = self.answer.rows
        self.index = max(0, min(index, len(rows) - 1))
        self.key = rows[self.index].key if len(rows) else None

    @property
    def row(self) -> Row | None:
        """The row under the cursor."""
        return self.answer.rows[self.index] if len(self.answer.rows) else None

    def readout(self, key: int) -> Readout | None:
        """The readout of a post, None where it has gone."""
        try:
            return self.library.readout(key)
        except KeyError:
            return None

    def hits(self, readout: Readout) -> list[Hit]:
        """The query's hits in a post."""
        if self.query is None or self.query.is_empty:
            return []
        from reader.query.match import hits  # noqa: PLC0415  # off the start

        return hits(self.query, readout)

    @property
    def versions(self) -> list[int]:
        """The posts that are the readout under the cursor, the listed first."""
        return self.library.versions(self.key) if self.key is not None else []

    def forget_rows(self) -> None:
        """Has the rows fetched anew, for a mark was made."""
        self.answer.rows.forget()

    def next_with_hits(self, step: int) -> int | None:
        """The nearest row in a direction (1 down, -1 up) whose text is hit; None where there is none."""
        if self.query is None or not any(self.query.words()):
            return None
        rows = self.answer.rows
        index = self.index + step
        while 0 <= index < len(rows):
            if rows[index].hits:
                return index
            index += step
        return None

    def with_officials(self, names: list[str]) -> str:
        """The typed query with `official:` for each of these names that it does not hold yet."""
        wanted = (f"official:{name}" for name in names)
        present = self.text.split()
        return " ".join([*present, *(term for term in wanted if term not in present)])


def _fit(text: str) -> str:
    """A query fit to be painted: one from the command line may hold anything."""
    if not text:
        return ""
    from reader.text.safety import one_line  # noqa: PLC0415  # off the start

    return one_line(text)
