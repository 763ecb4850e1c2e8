"""The library that holds a folder of posts in memory, filled by a worker thread while it is already being searched.

May import `query` and `readout` (for the type checker) and this room. The worker never changes what a reader of the
library may be looking at: it makes a new sorted tuple of records and puts it in the place of the old one, which is one
step for Python, so that no lock is needed. Whole readouts are kept; a collection of many thousand posts wants an
index on disk behind the same interface.
"""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import date
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING

from reader.library.model import Answer, Appearance, Official, Problem, Progress, Row
from reader.library.scan import SHORTEST_ID, Found, PostFile, Unlisted, find_posts

if TYPE_CHECKING:
    from reader.library.reading import Person, Record
    from reader.query import Hit, Query
    from reader.readout.model import Readout

PUBLISH_EVERY = 0.25
"""Seconds between two batches that the worker makes searchable."""


class FolderLibrary:
    """A `Library` over folders and files. It is filled once, by one thread; everything else is called by any."""

    def __init__(self, paths: Iterable[Path]) -> None:
        self._paths = tuple(paths)
        self._found = Found((), (), 0)
        self._records: tuple[Record, ...] = ()
        self._by_id: dict[str, Record] = {}
        self._problems: tuple[Problem, ...] = ()

    @property
    def files(self) -> tuple[PostFile, ...]:
        """The posts that the scan found, by path, read or not."""
        return self._found.files

    @property
    def passed_over(self) -> int:
        """How many files the scan passed over because they are no posts."""
        return self._found.passed_over

    @property
    def unlisted(self) -> tuple[Unlisted, ...]:
        """The folders and files that the scan could not look at."""
        return self._found.unlisted

    @property
    def count(self) -> int:
        """How many posts have been read, be it in part."""
        return len(self._records)

    def scan(self) -> Progress:
        """Finds out which posts there are, without opening any; answers with the work that lies ahead."""
        self._found = find_posts(self._paths)
        return Progress(0, len(self._found.files))

    def read(
        self,
        report: Callable[[Progress], None] = lambda progress: None,
        stop: Callable[[], bool] = lambda: False,
        *,
        only: Collection[str] | None = None,
    ) -> None:
        """Reads the posts that the scan found (or `only` those with these ids), one by one.

        What was read becomes searchable in batches; `report` is called after each, and a last time at the end, by
        the thread that reads. Between two files `stop` is asked whether to leave off.
        """
        from reader.library.reading import read_record, unlisted_problems  # noqa: PLC0415 -- brings in the parsers

        files = [file for file in self._found.files if only is None or file.id in only]
        self._problems += unlisted_problems(self._found)
        records: list[Record] = []
        problems: list[Problem] = []
        done, published = 0, time.monotonic()
        while done < len(files) and not stop():
            result = read_record(files[done])
            if isinstance(result, Problem):
                problems.append(result)
            else:
                records.append(result)
                problems += (Problem(result.row.path, fault, read=True) for fault in result.readout.faults)
            done += 1
            if time.monotonic() - published >= PUBLISH_EVERY:
                self._publish(records, problems)
                report(Progress(done, len(files)))
                published = time.monotonic()
        self._publish(records, problems)
        report(Progress(done, len(files)))

    def fill(self, report: Callable[[Progress], None], stop: Callable[[], bool]) -> None:
        """Scans and reads everything; `report` is called with the work ahead first."""
        report(self.scan())
        self.read(report, stop)

    def search(self, query: Query, *, all_posts: bool = False) -> Answer:
        """The posts that match, newest first by day, then by publication; meetings only unless `all_posts`."""
        records = self._records
        if query.is_empty:
            rows = [record.row for record in records if all_posts or record.row.is_meeting]
            return Answer(rows, 0, len(records) - len(rows))
        rows, others = [], 0
        for record in records:
            if not record.matches(query):
                continue
            if all_posts or record.row.is_meeting:
                rows.append(record.row._replace(hits=record.count_hits(query)))
            else:
                others += 1
        return Answer(rows, sum(row.hits for row in rows), others)

    def readout(self, post_id: str) -> Readout:
        """The readout with this id. Raises KeyError where there is none, or it is not read (yet)."""
        return self._by_id[post_id].readout

    def row(self, post_id: str) -> Row:
        """The row of the post with this id, without hits. Raises KeyError as `readout` does."""
        return self._by_id[post_id].row

    def hits(self, post_id: str, query: Query) -> list[Hit]:
        """Where the query's words stand in a post: titles first, then the body in order. Raises KeyError."""
        return self._by_id[post_id].hits(query)

    def officials(self, query: Query | None = None) -> list[Official]:
        """Everyone named as attending a matching meeting; most meetings first, then latest, then name.

        One name is one person; traditional and simplified spellings are one name, shown as it is printed most often.
        """
        spellings: dict[str, Counter[str]] = {}
        appearances: dict[str, list[Appearance]] = {}
        pinyin: dict[str, str] = {}
        for record, person in self._people(query):
            spellings.setdefault(person.key, Counter())[person.attendance.name] += 1
            pinyin.setdefault(person.key, person.pinyin)
            appearances.setdefault(person.key, []).append(_appearance(record.row, person))
        found = [
            Official(spellings[key].most_common(1)[0][0], pinyin[key], tuple(reversed(meetings)))
            for key, meetings in appearances.items()
        ]
        return sorted(found, key=_weight)

    def problems(self) -> list[Problem]:
        """What could not be read, or only in part, ordered by path."""
        return sorted(self._problems, key=attrgetter("path"))

    def find(self, name: str) -> str | None:
        """The id of the post that a person means by a file name, a relative path or an id; None if there is none.

        A beginning of a file name does too where it is the only one of its kind. The post need not be read yet.
        """
        files = self._found.files
        absolute = os.path.abspath(name)  # noqa: PTH100 -- resolve() would follow links
        for means in (
            lambda file: file.id == name,
            lambda file: file.path == name,
            lambda file: os.path.abspath(file.file) == absolute,  # noqa: PTH100 -- as above
            lambda file: _file_name(file) == name,
            lambda file: len(name) >= SHORTEST_ID and _file_name(file).startswith(name),
        ):
            found = [file.id for file in files if means(file)]
            if len(found) == 1:
                return found[0]
        return None

    def _people(self, query: Query | None) -> Iterator[tuple[Record, Person]]:
        """The people of every meeting that matches, newest meeting first, in printed order."""
        for record in self._records:
            if record.people and (query is None or query.is_empty or record.matches(query)):
                yield from ((record, person) for person in record.people)

    def _publish(self, records: list[Record], problems: list[Problem]) -> None:
        """Makes a batch searchable and empties it."""
        self._by_id.update((record.row.id, record) for record in records)
        self._records = tuple(sorted((*self._records, *records), key=attrgetter("key")))
        self._problems += tuple(problems)
        records.clear()
        problems.clear()


def _appearance(row: Row, person: Person) -> Appearance:
    named = person.attendance
    return Appearance(row.id, row.path, row.day, named.role, named.acts, named.position)


def _weight(official: Official) -> tuple[int, int, str]:
    """Sorts the officials: most meetings first, then the latest, then by name."""
    latest = official.meetings[-1].day or date.min
    return (-len(official.meetings), -latest.toordinal(), official.name)


def _file_name(file: PostFile) -> str:
    return file.path.rsplit("/", 1)[-1]
