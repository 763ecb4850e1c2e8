"""The library over an index: opens it, keeps it up to date, answers the screen and the command line.

May import every module of this room.
"""

from __future__ import annotations

import os
import sqlite3
from array import array
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from reader.library.across import AcrossMeetings
from reader.library.asking import PATIENCE, Asking, hurried
from reader.library.mark import Identity
from reader.library.marking import MarkKeeper
from reader.library.model import Answer, Candidates, Notice, Official, Problem, ReadAs, Report, Row, Stop
from reader.library.places import index_file, marks_file
from reader.library.tables.order import Part
from reader.library.tables.rows import WINDOW, nothing
from reader.library.tables.view import FIRST, View
from reader.library.upkeep import Upkeep

if TYPE_CHECKING:
    from reader.analysis.steps import Steps
    from reader.library.posts.scan import Seen
    from reader.library.protocols import Across
    from reader.query.model import Query
    from reader.readout.model import Readout

MEETINGS = (Part.MEETING,)
EVERYTHING = (Part.MEETING, Part.ARTICLE)
FEW = 2000
"""Up to so many posts are told together with their hits: to count these takes no longer than to paint twice."""
NOTHING = Answer(nothing(), True, 0, 0)
UNFINISHED = Answer(nothing(), False, None, None)


class IndexLibrary:
    """A `Library` over folders and files. `keep` and `whole` have a thread each, all else is called by one thread."""

    def __init__(self, paths: Sequence[Path], index: Path, marks: Path) -> None:
        self.roots: Sequence[Path] = [Path(os.path.abspath(path)) for path in paths]  # noqa: PTH100 -- resolve() would follow links
        self._upkeep = Upkeep(self.roots, index)
        self.marks = MarkKeeper(marks, "\n".join(map(ascii, map(str, self.roots))), self.identity)
        self._asking = Asking(self._upkeep, self.marks)
        self.across: Across = AcrossMeetings(self._asking)

    def keep(self, report: Report, stop: Stop) -> None:
        """Reads what is new, and whatever comes later, until `stop`; `report` when there is more to see."""
        self._upkeep.keep(report, stop)

    def update(self, report: Report, stop: Stop = lambda: False) -> Seen | None:
        """Reads what is new, changed or gone; answers with what the walk saw, None where it was stopped."""
        return self._upkeep.update(report, stop)

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
        return self._asking.ask(find if at_once else partial(hurried, find, PATIENCE, UNFINISHED), NOTHING)

    def listed(self, query: Query | None, *, all_posts: bool = False, hurry: bool = False) -> Answer:
        """All posts that match, nothing counted; with `hurry` none where that takes as long as `first` does not."""

        def find(view: View) -> Answer:
            return Answer(view.rows(view.all(query, _parts(all_posts)), query), True, None, None)

        return self._asking.ask(partial(hurried, find, PATIENCE, UNFINISHED) if hurry else find, NOTHING)

    def listing(self, query: Query | None, *, all_posts: bool = False) -> Steps[Answer]:
        """The same in steps."""
        parts = _parts(all_posts)
        places = yield from self._asking.in_steps(lambda view: view.all(query, parts), array("q"))
        return self._asking.ask(lambda view: Answer(view.rows(places, query), True, None, None), NOTHING)

    def whole(self, query: Query | None, *, all_posts: bool = False, stop: Stop = lambda: False) -> Iterator[Answer]:
        """All posts that match, and, of many, again with the hits counted. Ends early where it is interrupted."""
        here = self._asking.here
        try:
            view = self._asking.aside()
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
            self._asking.failed_aside(error)

    def interrupt(self) -> None:
        """Makes a `whole` that is under way end at once."""
        self._asking.interrupt()

    def search(self, query: Query, *, all_posts: bool = False) -> Answer:
        """All posts that match, with everything counted, in the calling thread."""

        def find(view: View) -> Answer:
            places = view.all(query, _parts(all_posts))
            others = _others(view, query, all_posts)
            return Answer(view.rows(places, query), True, view.hits(query, places), others)

        return self._asking.ask(find, NOTHING)

    def index_of(self, key: int, answer: Answer) -> int | None:
        """Where a post stands among the rows of an answer; None where it does not."""
        place = self._asking.ask(lambda view: view.place(key), None)
        return None if place is None else answer.rows.index_of(place)

    def identity(self, key: int) -> Identity:
        """What the marks of a post are kept by. Raises KeyError."""
        return Identity(*self._asking.of(lambda view: view.identity(key), key))

    def row(self, key: int) -> Row:
        """The row of a post, without hits. Raises KeyError."""
        return self._asking.of(lambda view: view.row(key), key)

    def readout(self, key: int) -> Readout:
        """All that is known of a post. Raises KeyError."""
        return self._asking.of(lambda view: view.readout(key), key)

    def versions(self, key: int) -> list[int]:
        """The keys of all posts that are the same readout as this one, the listed first."""
        return self._asking.ask(lambda view: view.versions(key), [])

    def latest(self) -> int:
        """The highest key of all posts, 0 where there is none."""
        return self._asking.ask(lambda view: view.latest(), 0)

    def listed_after(self, key: int) -> list[tuple[int, int]]:
        """The listed posts with higher keys than this one, each with its place in the index."""
        return self._asking.ask(lambda view: view.listed_after(key), [])

    def officials(self, query: Query | None = None) -> list[Official]:
        """Everyone named as attending a matching meeting; most meetings first, then latest, then name."""
        return self._asking.ask(lambda view: view.officials(query), [])

    def readings(self) -> dict[str, tuple[str, str]]:
        """Pinyin and initials (`ni yuefeng`, `nyf`) of every name of the collection, by its printed spellings."""
        return self._asking.ask(lambda view: view.readings(), {})

    def key_of(self, file: str) -> int | None:
        """The key of the post in a file, None where that was not read; `file` is as the walk found it."""
        return self._asking.ask(lambda view: view.key_of(file), None)

    def compare(self, stop: Stop = lambda: False) -> None:
        """Works out what `said_before` tells, for all meetings."""
        self._upkeep.compare(stop)

    def look_up(self, typed: str) -> Candidates:
        """The officials and meetings that a name, pinyin, initials, a day or a number may mean; some dozens of each."""
        return self._asking.ask(lambda view: view.look_up(typed), Candidates([], []))

    def problems(self) -> list[Problem]:
        """What could not be read, or only in part, ordered by path."""
        return self._asking.ask(lambda view: view.problems(), [])

    def unread(self) -> int:
        """How many posts and folders could not be read."""
        return self._asking.ask(lambda view: view.unread(), 0)

    def read_as(self) -> ReadAs:
        """As what the posts were read."""
        return self._asking.ask(lambda view: view.read_as(), ReadAs(0, 0, 0))

    def notices(self) -> list[Notice]:
        """What the reader should know about its own files, each told once."""
        told = [*self._upkeep.notices(), *self.marks.notices]
        self.marks.notices.clear()
        return told

    def trouble(self) -> Notice | None:
        """Why what is new cannot be read, or nothing be asked, as long as that is so."""
        return self._upkeep.trouble

    def close(self) -> None:
        """Closes what is open."""
        self.marks.close()
        self._asking.close()
        self._upkeep.close()


def _others(view: View, query: Query | None, all_posts: bool) -> int:
    """How many posts match and are left out because they report no meeting."""
    return 0 if all_posts else view.count(query, Part.ARTICLE)


def _parts(all_posts: bool) -> Sequence[Part]:
    return EVERYTHING if all_posts else MEETINGS


def open_library(paths: Sequence[Path]) -> IndexLibrary:
    """The library over these paths, with its index and marks in the program's own folders."""
    return IndexLibrary(paths, index_file(paths), marks_file())
