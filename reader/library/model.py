"""What the rest of the program sees of a library: rows, answers, officials, problems.

May import `readout` and `query`. Rows and officials are NamedTuples: they are made by the thousand, and
a NamedTuple class costs a third of a frozen dataclass to define on the start path. What the annotations name is
imported for the type checker only, so that importing this room brings in no parser.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from reader.query import Hit, Query
    from reader.readout.model import Act, Fault, Readout


class Row(NamedTuple):
    """One post as the list shows it. `day` is the meeting's, else the publication's, in Beijing.

    `delay` counts the days from the meeting to the publication (0 where either is unknown or the post
    reports no meeting); `hits` the hits of the query that found the row.
    """

    id: str
    path: str
    day: date | None
    delay: int
    is_meeting: bool
    name: str
    chair: str
    hits: int = 0


class Answer(NamedTuple):
    """The rows that a query found, newest first, and their hits. `others` counts matching posts that are left out
    because they report no meeting.
    """

    rows: Sequence[Row]
    hits: int
    others: int


class Appearance(NamedTuple):
    """One meeting at which a person is named."""

    id: str
    path: str
    day: date | None
    role: str | None
    acts: tuple[Act, ...]
    position: int


class Official(NamedTuple):
    """A person named as attending, with every meeting of the collection that names them, oldest first.

    `pinyin` is `ni yuefeng`: family name, space, given name; empty where it is not known.
    """

    name: str
    pinyin: str
    meetings: tuple[Appearance, ...]


class Problem(NamedTuple):
    """A post that was not read (`read` is False) or read only in part, and why. `path` as in `Row`."""

    path: str
    fault: Fault
    read: bool


class Progress(NamedTuple):
    """How far the reading of the folder is, in files."""

    done: int
    total: int

    @property
    def finished(self) -> bool:
        """Whether every file has been read."""
        return self.done >= self.total


class Library(Protocol):
    """A collection of posts. Every method may be called while it is still being filled."""

    def fill(self, report: Callable[[Progress], None], stop: Callable[[], bool]) -> None:
        """Reads what there is to read, in the calling thread; `report` after each batch and at the end."""

    def search(self, query: Query, *, all_posts: bool = False) -> Answer:
        """The posts that match, newest first by day, then by publication; meetings only unless `all_posts`."""

    def readout(self, post_id: str) -> Readout:
        """The readout with this id. Raises KeyError."""

    def hits(self, post_id: str, query: Query) -> list[Hit]:
        """Where the query's words stand in a post: titles first, then the body in order. Raises KeyError."""

    def officials(self, query: Query | None = None) -> list[Official]:
        """Everyone named as attending a matching meeting; most meetings first, then latest, then name."""

    def problems(self) -> list[Problem]:
        """What could not be read, or only in part, ordered by path."""

    def find(self, name: str) -> str | None:
        """The id of the post that a person means by a file name, a relative path or an id; None if there is none."""
