"""The library over an index: opens it, keeps it up to date, answers the screen and the command line.

May import every module of this room.
"""

from __future__ import annotations

import os
import sqlite3
from array import array
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from reader.library.connection import IndexConnection
from reader.library.keeper import IndexKeeper
from reader.library.marks.keeper import MarkKeeper
from reader.library.marks.mark import Identity
from reader.library.model import Answer, Candidates, Notice, Official, OnProgress, Problem, ReadAs, Row, Stop
from reader.library.places import index_file, marks_file
from reader.library.tables.order import Section
from reader.library.tables.rows import WINDOW, nothing
from reader.library.tables.view import FIRST, View

if TYPE_CHECKING:
    from reader.analysis.steps import Steps
    from reader.library.across import Across
    from reader.library.posts.scan import Seen
    from reader.query.model import Query
    from reader.readout.model import Readout

MEETINGS = (Section.MEETING,)
EVERYTHING = (Section.MEETING, Section.ARTICLE)
FEW = 2000
"""Up to so many posts are given together with their hits: to count these takes no longer than to paint twice."""
NOTHING = Answer(nothing(), True, 0, 0)
UNFINISHED = Answer(nothing(), False, None, None)


class Library:
    """A collection of posts, searched while it is being read. `keep` and `whole` may take long, and have a thread each;
    all else is called by one thread.
    """

    def __init__(self, paths: Sequence[Path], index: Path, marks: Path) -> None:
        self.roots: Sequence[Path] = [Path(os.path.abspath(path)) for path in paths]  # noqa: PTH100 -- resolve() would follow links
        """The folders and files that were opened."""
        self._keeper = IndexKeeper(self.roots, index)
        self.marks = MarkKeeper(marks, "\n".join(map(ascii, map(str, self.roots))), self.identity)
        self.connection = IndexConnection(self._keeper, self.marks)

    @cached_property
    def across(self) -> Across:
        """What is compared across its meetings."""
        from reader.library.across import Across  # noqa: PLC0415 -- not before somebody asks

        return Across(self.connection)

    def keep(self, report: OnProgress, stop: Stop) -> None:
        """Reads what is new, and whatever comes later, until `stop`; `report` when there is more to see."""
        self._keeper.keep(report, stop)

    def update(self, report: OnProgress, stop: Stop = lambda: False) -> Seen | None:
        """Reads what is new, changed or gone; answers with what the walk saw, None where it was stopped."""
        return self._keeper.update(report, stop)

    def first(self, query: Query | None, *, all_posts: bool = False) -> Answer:
        """The newest posts that match, at once; none yet, and not complete, where that takes too long."""

        def find(view: View) -> Answer:
            places = view.first(query, _parts(all_posts))
            rows = view.rows(places[:FIRST], query)
            if len(places) > WINDOW:
                return Answer(rows, len(places) <= FIRST, None, None)
            others = _others(view, query, all_posts)
            return Answer(rows, True, sum(row.hits for row in rows), others)

        at_once = query is None or query.is_empty
        return self.connection.ask(find, NOTHING) if at_once else self.connection.at_once(find, NOTHING, UNFINISHED)

    def listed(self, query: Query | None, *, all_posts: bool = False, hurry: bool = False) -> Answer:
        """All posts that match, nothing counted; with `hurry` none where that takes as long as `first` does not."""

        def find(view: View) -> Answer:
            return Answer(view.rows(view.all(query, _parts(all_posts)), query), True, None, None)

        return self.connection.at_once(find, NOTHING, UNFINISHED) if hurry else self.connection.ask(find, NOTHING)

    def listing(self, query: Query | None, *, all_posts: bool = False) -> Steps[Answer]:
        """The same in steps."""
        parts = _parts(all_posts)
        places = yield from self.connection.in_steps(View.all, array("q"), query, parts)
        return self.connection.ask(lambda view: Answer(view.rows(places, query), True, None, None), NOTHING)

    def whole(self, query: Query | None, *, all_posts: bool = False, stop: Stop = lambda: False) -> Iterator[Answer]:
        """All posts that match, and, of many, again with the hits counted. Ends early where it is interrupted."""
        here = self.connection.here
        try:
            view = self.connection.aside()
            if view is None or here is None:
                return
            places = view.all(query, _parts(all_posts))
            others = _others(view, query, all_posts)
            rows = here.rows(places, query)
            if len(places) > FEW:
                yield Answer(rows, True, None, others)
            hits = view.hits(query, places, stop) if query is not None else 0
            if not stop():
                yield Answer(rows, True, hits, others)
        except sqlite3.Error as error:
            self.connection.failed_aside(error)

    def interrupt(self) -> None:
        """Makes a `whole` that is under way end at once."""
        self.connection.interrupt()

    def search(self, query: Query, *, all_posts: bool = False) -> Answer:
        """All posts that match, with everything counted, in the calling thread."""

        def find(view: View) -> Answer:
            places = view.all(query, _parts(all_posts))
            others = _others(view, query, all_posts)
            return Answer(view.rows(places, query), True, view.hits(query, places), others)

        return self.connection.ask(find, NOTHING)

    def index_of(self, key: int, answer: Answer) -> int | None:
        """Where a post stands among the rows of an answer; None where it does not."""
        place = self.connection.ask(View.place, None, key)
        return None if place is None else answer.rows.index_of(place)

    def identity(self, key: int) -> Identity:
        """What the marks of a post are kept by. Raises KeyError."""
        return Identity(*self.connection.of(View.identity, key))

    def row(self, key: int) -> Row:
        """The row of a post, without hits. Raises KeyError."""
        return self.connection.of(View.row, key)

    def readout(self, key: int) -> Readout:
        """All that is known of a post. Raises KeyError."""
        return self.connection.of(View.readout, key)

    def versions(self, key: int) -> list[int]:
        """The keys of all posts that are the same readout as this one, the listed first."""
        return self.connection.ask(View.versions, [], key)

    def latest(self) -> int:
        """The highest key of all posts, 0 where there is none."""
        return self.connection.ask(View.latest, 0)

    def listed_after(self, key: int) -> list[tuple[int, int]]:
        """The listed posts with higher keys than this one, each with its place in the index."""
        return self.connection.ask(View.listed_after, [], key)

    def officials(self, query: Query | None = None) -> list[Official]:
        """Everyone named as attending a matching meeting; most meetings first, then latest, then name."""
        from reader.library.tables.meetings import officials  # noqa: PLC0415 -- not before somebody asks

        return self.connection.ask(officials, [], query)

    def readings(self) -> dict[str, tuple[str, str]]:
        """Pinyin and initials (`ni yuefeng`, `nyf`) of every name of the collection, by its printed spellings."""
        from reader.library.tables.meetings import readings  # noqa: PLC0415 -- not before somebody asks

        return self.connection.ask(readings, {})

    def key_of(self, file: str) -> int | None:
        """The key of the post in a file, None where that was not read; `file` is as the walk found it."""
        return self.connection.ask(View.key_of, None, file)

    def compare(self, stop: Stop = lambda: False) -> None:
        """Works out what `said_before` gives, for all meetings."""
        self._keeper.compare(stop)

    def look_up(self, typed: str) -> Candidates:
        """The officials and meetings that a name, pinyin, initials, a day or a number may mean; some dozens of each."""
        return self.connection.ask(View.look_up, Candidates([], []), typed)

    def problems(self) -> list[Problem]:
        """What could not be read, or only in part, ordered by path."""
        return self.connection.ask(View.problems, [])

    def unread(self) -> int:
        """How many posts and folders could not be read."""
        return self.connection.ask(View.unread, 0)

    def read_as(self) -> ReadAs:
        """As what the posts were read."""
        return self.connection.ask(View.read_as, ReadAs(0, 0, 0))

    def notices(self) -> list[Notice]:
        """What the reader should know about its own files, each given once."""
        notices = [*self._keeper.notices(), *self.marks.notices]
        self.marks.notices.clear()
        return notices

    def trouble(self) -> Notice | None:
        """Why what is new cannot be read, or nothing be asked, as long as that is so."""
        return self._keeper.trouble

    def close(self) -> None:
        """Closes what is open."""
        self.marks.close()
        self.connection.close()
        self._keeper.close()


def _others(view: View, query: Query | None, all_posts: bool) -> int:
    """How many posts match and are left out because they report no meeting."""
    return 0 if all_posts else view.count(query, Section.ARTICLE)


def _parts(all_posts: bool) -> Sequence[Section]:
    return EVERYTHING if all_posts else MEETINGS


def open_library(paths: Sequence[Path]) -> Library:
    """The library over these paths, with its index and marks in the program's own folders."""
    return Library(paths, index_file(paths), marks_file())
