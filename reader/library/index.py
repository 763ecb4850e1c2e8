"""The library over an index: opens it, keeps it up to date, answers the screen and the command line.

May import every module of this room. The screen asks through one connection and counts through another, in a thread of
its own. An index that fails answers with nothing until `upkeep` has made it anew.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from reader.library.marking import MarkKeeper
from reader.library.marks import Identity
from reader.library.model import Answer, Candidates, Held, Notice, Official, Problem, Report, Row, Said, Stop
from reader.library.places import index_file, marks_file
from reader.library.tables.order import Part
from reader.library.tables.rows import WINDOW, nothing
from reader.library.tables.view import FIRST, View
from reader.library.upkeep import Upkeep

if TYPE_CHECKING:
    from reader.library.posts.scan import Seen
    from reader.query.model import Query, Word
    from reader.readout.model import Readout
    from reader.readout.people import Attendance

Result = TypeVar("Result")

MEETINGS = (Part.MEETING,)
EVERYTHING = (Part.MEETING, Part.ARTICLE)
FEW = 2000
"""Up to so many posts are told together with their hits: to count these takes no longer than to paint twice."""
NOTHING = Answer(nothing(), True, 0, 0)


class IndexLibrary:
    """A `Library` over folders and files. `keep` and `whole` have a thread each, all else is called by one thread."""

    def __init__(self, paths: Sequence[Path], index: Path, marks: Path) -> None:
        self.roots: Sequence[Path] = [Path(os.path.abspath(path)) for path in paths]  # noqa: PTH100 -- resolve() would follow links
        self._upkeep = Upkeep(self.roots, index)
        self._here: View | None = None
        self._aside: View | None = None
        self._which = self._upkeep.store.which
        self.marks = MarkKeeper(marks, "\n".join(map(ascii, map(str, self.roots))), self.identity)

    def keep(self, report: Report, stop: Stop) -> None:
        """Reads what is new, and whatever comes later, until `stop`; `report` when there is more to see."""
        self._upkeep.keep(report, stop)

    def update(self, report: Report, stop: Stop = lambda: False) -> Seen | None:
        """Reads what is new, changed or gone; answers with what the walk saw, None where it was stopped."""
        return self._upkeep.update(report, stop)

    def first(self, query: Query | None, *, all_posts: bool = False) -> Answer:
        """The newest posts that match, at once."""

        def find(view: View) -> Answer:
            places = view.first(query, _parts(all_posts))
            rows = view.rows(places[:FIRST], query)
            if len(places) > WINDOW:
                return Answer(rows, len(places) <= FIRST, None, None)
            others = _others(view, query, all_posts)
            return Answer(rows, True, sum(row.hits for row in rows), others)

        return self._ask(find, NOTHING)

    def listed(self, query: Query | None, *, all_posts: bool = False) -> Answer:
        """All posts that match, nothing counted."""

        def find(view: View) -> Answer:
            return Answer(view.rows(view.all(query, _parts(all_posts)), query), True, None, None)

        return self._ask(find, NOTHING)

    def whole(self, query: Query | None, *, all_posts: bool = False, stop: Stop = lambda: False) -> Iterator[Answer]:
        """All posts that match, and, of many, again with the hits counted. Ends early where it is interrupted."""
        here = self._here
        try:
            self._aside = view = self._aside or self._open()
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
            self._upkeep.note(error)

    def interrupt(self) -> None:
        """Makes a `whole` that is under way end at once."""
        if self._aside is not None:
            self._aside.connection.interrupt()

    def search(self, query: Query, *, all_posts: bool = False) -> Answer:
        """All posts that match, with everything counted, in the calling thread."""

        def find(view: View) -> Answer:
            places = view.all(query, _parts(all_posts))
            others = _others(view, query, all_posts)
            return Answer(view.rows(places, query), True, view.hits(query, places), others)

        return self._ask(find, NOTHING)

    def index_of(self, key: int, answer: Answer) -> int | None:
        """Where a post stands among the rows of an answer; None where it does not."""
        place = self._ask(lambda view: view.place(key), None)
        return None if place is None else answer.rows.index_of(place)

    def identity(self, key: int) -> Identity:
        """What the marks of a post are kept by. Raises KeyError."""
        return Identity(*self._of(lambda view: view.identity(key), key))

    def row(self, key: int) -> Row:
        """The row of a post, without hits. Raises KeyError."""
        return self._of(lambda view: view.row(key), key)

    def readout(self, key: int) -> Readout:
        """All that is known of a post. Raises KeyError."""
        return self._of(lambda view: view.readout(key), key)

    def versions(self, key: int) -> list[int]:
        """The keys of all posts that are the same readout as this one, the listed first."""
        return self._ask(lambda view: view.versions(key), [])

    def officials(self, query: Query | None = None) -> list[Official]:
        """Everyone named as attending a matching meeting; most meetings first, then latest, then name."""
        return self._ask(lambda view: view.officials(query), [])

    def readings(self) -> dict[str, tuple[str, str]]:
        """Pinyin and initials (`ni yuefeng`, `nyf`) of every name of the collection, by its printed spellings."""
        return self._ask(lambda view: view.readings(), {})

    def key_of(self, file: str) -> int | None:
        """The key of the post in a file, None where that was not read; `file` is as the walk found it."""
        return self._ask(lambda view: view.key_of(file), None)

    def meetings(self, query: Query | None = None) -> list[Held]:
        """The meetings that match, oldest first; those without a day are in no order and left out."""
        return self._ask(lambda view: view.meetings(query), [])

    def bodies(self, keys: Sequence[int]) -> Iterator[tuple[int, Sequence[str]]]:
        """(key, body paragraphs) of posts, in the order given, one by one; none for one that has gone."""
        for key in keys:
            body = self._ask(partial(_body, key), None)
            if body is not None:
                yield key, body

    def meeting_keys(self, queries: Sequence[Query]) -> list[int]:
        """The keys of the meetings that match every query, oldest first, but for those without a day."""
        return self._ask(lambda view: view.meeting_keys(queries), [])

    def count_meetings(self, queries: Sequence[Query]) -> int:
        """How many these are."""
        return self._ask(lambda view: view.count_meetings(queries), 0)

    def reports(self, keys: Sequence[int]) -> Iterator[tuple[Held, Sequence[str]]]:
        """(meeting, body paragraphs), as `bodies`."""
        for key in keys:
            report = self._ask(partial(_report, key), None)
            if report is not None:
                yield report

    def count_words(self, words: Sequence[Word], keys: Sequence[int]) -> Iterator[tuple[int, list[int]]]:
        """(key, the hits of each word in the body) of posts, as `bodies`."""
        for key in keys:
            counts = self._ask(partial(_counts, key, words), None)
            if counts is not None:
                yield key, counts

    def people_of(self, keys: Sequence[int]) -> dict[int, list[Attendance]]:
        """Who is named at these meetings, in printed order; one name has one spelling throughout."""
        return self._ask(lambda view: view.people_of(keys), {})

    def quotations(self, keys: Sequence[int]) -> list[tuple[int, str, int]]:
        """(key, phrase, count) of the phrases that these meetings have in quotation marks."""
        return self._ask(lambda view: view.quotations(keys), [])

    def said_before(self, key: int, *, in_series: bool = False) -> Said | None:
        """What a meeting's report repeats of every meeting before it, or of those of its series; None if not known."""
        return self._ask(lambda view: view.said_before(key, in_series=in_series), None)

    def compare(self, stop: Stop = lambda: False) -> None:
        """Works out what `said_before` tells, for all meetings."""
        self._upkeep.compare(stop)

    def look_up(self, typed: str) -> Candidates:
        """The officials and meetings that a name, pinyin, initials, a day or a number may mean; some dozens of each."""
        return self._ask(lambda view: view.look_up(typed), Candidates([], []))

    def problems(self) -> list[Problem]:
        """What could not be read, or only in part, ordered by path."""
        return self._ask(lambda view: view.problems(), [])

    def unread(self) -> int:
        """How many posts and folders could not be read."""
        return self._ask(lambda view: view.unread(), 0)

    def posts(self, *, meetings: bool) -> int:
        """How many posts that were read report a meeting, or none; versions are counted too."""
        return self._ask(lambda view: view.posts(meetings=meetings), 0)

    def notices(self) -> list[Notice]:
        """What the reader should know about its own files, each told once."""
        told = [*self._upkeep.notices, *self.marks.notices]
        self._upkeep.notices.clear()
        self.marks.notices.clear()
        return told

    def close(self) -> None:
        """Closes what is open."""
        self.marks.close()
        for view in (self._here, self._aside):
            if view is not None:
                view.connection.close()
        self._upkeep.close()

    def _look(self) -> View | None:
        """The view of the thread that asks; None as long as there is no index."""
        which = self._upkeep.store.which
        if self._which != which:
            self._here, self._aside, self._which = None, None, which
        if self._here is None:
            self._here = self._open()
        return self._here

    def _open(self) -> View | None:
        connection = self._upkeep.store.open()
        return View(connection, self.marks.source, self._upkeep.note) if connection is not None else None

    def _ask(self, question: Callable[[View], Result], otherwise: Result) -> Result:
        """What the index answers; `otherwise` where there is none (yet), or it fails."""
        try:
            view = self._look()
            return otherwise if view is None else question(view)
        except sqlite3.Error as error:
            self._upkeep.note(error)
            return otherwise

    def _of(self, question: Callable[[View], Result], key: int) -> Result:
        """What the index knows of a post. Raises KeyError where it knows nothing."""
        answer = self._ask(question, None)
        if answer is None:
            raise KeyError(key)
        return answer


def _body(key: int, view: View) -> Sequence[str] | None:
    return view.body(key)


def _report(key: int, view: View) -> tuple[Held, Sequence[str]] | None:
    return view.report(key)


def _counts(key: int, words: Sequence[Word], view: View) -> list[int] | None:
    return view.count_words(key, words)


def _others(view: View, query: Query | None, all_posts: bool) -> int:
    """How many posts match and are left out because they report no meeting."""
    return 0 if all_posts else view.count(query, Part.ARTICLE)


def _parts(all_posts: bool) -> Sequence[Part]:
    return EVERYTHING if all_posts else MEETINGS


def open_library(paths: Sequence[Path]) -> IndexLibrary:
    """The library over these paths, with its index and marks in the program's own folders."""
    return IndexLibrary(paths, index_file(paths), marks_file())
