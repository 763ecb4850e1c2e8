"""What the rest of the program asks of a library.

May import the model, and what its annotations name, for the type checker only.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pathlib import Path

    from reader.analysis.steps import Steps
    from reader.library.marking import MarkKeeper
    from reader.library.model import Answer, Candidates, Held, Notice, Official, Report, Row, Said, Stop
    from reader.query import Query
    from reader.query.model import Word
    from reader.readout.model import Readout
    from reader.readout.people import Attendance


class Across(Protocol):
    """What is compared across the meetings of a collection: a listed version stands for all versions of a meeting."""

    def meetings(self, query: Query | None = None) -> list[Held]:
        """The meetings that match, oldest first (by day, then publication); those without a day are in no order."""

    def bodies(self, keys: Sequence[int]) -> Iterator[tuple[int, Sequence[str]]]:
        """(key, body paragraphs) of posts, in the order given, one by one; none for one that has gone."""

    def finding_meetings(self, query: Query | None) -> Steps[list[Held]]:
        """The same in steps, for a query that may be heavy."""

    def finding_keys(self, query: Query, narrowed: Sequence[Query]) -> Steps[tuple[int, list[int]]]:
        """How many meetings match all that narrows, and the keys of those that match the query too, oldest first.

        Those without a day are left out.
        """

    def reports(self, keys: Sequence[int]) -> Iterator[tuple[Held, Sequence[str]]]:
        """(meeting, body paragraphs), as `bodies`."""

    def count_words(self, words: Sequence[Word], keys: Sequence[int]) -> Iterator[tuple[int, list[int]]]:
        """(key, the hits of each word in the body) of posts, as `bodies`."""

    def people_of(self, keys: Sequence[int]) -> dict[int, list[Attendance]]:
        """Who is named at these meetings, in printed order; one name has one spelling throughout."""

    def quotations(self, keys: Sequence[int]) -> list[tuple[int, str, int]]:
        """(key, phrase, count) of the phrases that these meetings have in quotation marks."""

    def said_before(self, key: int, *, in_series: bool = False) -> Said | None:
        """What a meeting's report repeats of every meeting before it, or of those of its series.

        None as long as that is not worked out, for what is no meeting with a day, and where there is no series.
        """


class Library(Protocol):
    """A collection of posts, searched while it is being read. Only `keep` and `whole` may take long."""

    marks: MarkKeeper
    roots: Sequence[Path]
    """The folders and files that were opened."""
    across: Across
    """What is compared across its meetings."""

    def keep(self, report: Report, stop: Stop) -> None:
        """Reads what is new, and whatever comes later, until `stop`; `report` when there is more to see."""

    def first(self, query: Query | None, *, all_posts: bool = False) -> Answer:
        """The newest posts that match (all, for None); meetings only unless `all_posts`.

        None, and not complete, where they are not found at once.
        """

    def listed(self, query: Query | None, *, all_posts: bool = False, hurry: bool = False) -> Answer:
        """All posts that match, nothing counted; with `hurry` none, and not complete, where that takes too long."""

    def listing(self, query: Query | None, *, all_posts: bool = False) -> Steps[Answer]:
        """All posts that match, nothing counted, in steps."""

    def index_of(self, key: int, answer: Answer) -> int | None:
        """Where a post stands among the rows of an answer; None where it does not."""

    def whole(self, query: Query | None, *, all_posts: bool = False, stop: Stop = lambda: False) -> Iterator[Answer]:
        """All posts that match, and again with the hits counted; in another thread than the rest."""

    def interrupt(self) -> None:
        """Makes a `whole` that is under way end at once."""

    def row(self, key: int) -> Row:
        """The row of a post, without hits. Raises KeyError."""

    def readout(self, key: int) -> Readout:
        """All that is known of a post. Raises KeyError."""

    def versions(self, key: int) -> list[int]:
        """The keys of all posts that are the same readout as this one, the listed first."""

    def latest(self) -> int:
        """The highest key of all posts; one that comes later has a higher one, unless that post goes before."""

    def listed_after(self, key: int) -> list[tuple[int, int]]:
        """The listed posts with higher keys than this one, each with its place in the index."""

    def officials(self, query: Query | None = None) -> list[Official]:
        """Everyone named as attending a matching meeting; most meetings first, then latest, then name."""

    def readings(self) -> dict[str, tuple[str, str]]:
        """Pinyin and initials (`ni yuefeng`, `nyf`) of every name of the collection, by its printed spellings."""

    def look_up(self, typed: str) -> Candidates:
        """The officials and meetings that a name, pinyin, initials, a day or a number may mean; some dozens of each."""

    def unread(self) -> int:
        """How many posts and folders could not be read."""

    def notices(self) -> list[Notice]:
        """What the reader should know about its own files, each told once."""

    def trouble(self) -> Notice | None:
        """Why what is new cannot be read, or nothing be asked, as long as that is so."""

    def close(self) -> None:
        """Closes what is open."""
