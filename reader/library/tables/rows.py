"""The rows of the list, fetched by windows: an answer of a hundred thousand posts is an array of numbers.

May import `order`, the model, and the standard library.
"""

from __future__ import annotations

import os
import sqlite3
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import Literal, overload

from reader.library.model import Row
from reader.library.tables.order import Section, across_parts, backwards_of, day_at, group_of

WINDOW = 16
"""Rows that are fetched at once."""
KEPT = 16
"""Windows that are remembered."""
_ROW = """
SELECT p.place, p.key, f.id, f.path, p.day, p.delay, p.is_meeting, p.name, p.chair,
  (SELECT count(*) FROM post AS v WHERE v.leader = p.key AND v.leader != v.key),
  coalesce((SELECT (starred IS TRUE) * 2 + (read IS TRUE) FROM state.mark AS m WHERE m.digest = p.digest),
           (SELECT (starred IS TRUE) * 2 + (read IS TRUE) FROM state.mark AS m WHERE m.alias = p.alias
            AND NOT EXISTS (SELECT 1 FROM post AS q WHERE q.alias = p.alias AND q.key != p.key) LIMIT 1))
FROM post AS p JOIN file AS f USING (key) WHERE p.{column} IN ({places})
"""

GONE = Row(-1, "", "", None, 0, False, "", "")
"""Stands for a post that has gone since the answer was found."""

Fetch = Callable[[Sequence[int]], Iterable[tuple[int, Row]]]
"""Places to (place, row) of those that are still there, in any order."""


def fetch_rows(
    connection: sqlite3.Connection, numbers: Sequence[int], column: Literal["place", "key"] = "place"
) -> Iterator[tuple[int, Row]]:
    """(place, row) of the posts at these places or with these keys, in any order; none for those that are gone."""
    statement = _ROW.format(column=column, places=",".join("?" * len(numbers)))
    for values in connection.execute(statement, tuple(numbers)):
        place, key, short, path, day, delay, is_meeting, name, chair, others, marks = values
        when = date.fromordinal(day) if day else None
        starred, read = divmod(marks or 0, 2)
        row = Row(key, short, os.fsdecode(path), when, delay, bool(is_meeting), name, chair)
        yield place, row._replace(versions=1 + others, read=bool(read), starred=bool(starred))


def nothing() -> Rows:
    """No rows."""
    return Rows(array("q"), lambda places: ())


class Rows(Sequence[Row]):
    """The rows at ascending places. A post that is gone when its window is fetched leaves a blank row."""

    def __init__(self, places: array[int], fetch: Fetch) -> None:
        self._places = places
        self._fetch = fetch
        self._windows: dict[int, dict[int, Row]] = {}

    def __len__(self) -> int:
        return len(self._places)

    @overload
    def __getitem__(self, index: int) -> Row: ...

    @overload
    def __getitem__(self, index: slice) -> list[Row]: ...

    def __getitem__(self, index: int | slice) -> Row | list[Row]:
        if isinstance(index, slice):
            return [self[number] for number in range(*index.indices(len(self)))]
        if not -len(self) <= index < len(self):
            raise IndexError(index)
        return self._window(index % len(self) // WINDOW)[index % WINDOW]

    def _window(self, number: int) -> dict[int, Row]:
        window = self._windows.get(number)
        if window is None:
            first = number * WINDOW
            places = self._places[first : first + WINDOW]
            found = dict(self._fetch(places))
            window = {index: found.get(place, GONE) for index, place in enumerate(places)}
            if len(self._windows) >= KEPT:
                del self._windows[next(iter(self._windows))]
            self._windows[number] = window
        return window

    def forget(self) -> None:
        """Has every row fetched anew when it is asked for again."""
        self._windows.clear()

    def years(self) -> list[tuple[int | None, int]]:
        """Each year with the index of its first row; None for the posts without a day."""
        years: list[tuple[int | None, int]] = []
        index = 0
        while index < len(self):
            day = day_at(self._places[index])
            years.append((day.year if day else None, index))
            if day is None:
                break
            end = backwards_of(group_of(Section.MEETING, date(day.year, 1, 1).toordinal()))
            index = bisect_right(self._places, end, lo=index, key=backwards_of)
        return years

    def index_of(self, place: int) -> int | None:
        """Where the post at a place stands, None where it is not among these."""
        index = bisect_left(self._places, across_parts(place), key=across_parts)
        return index if index < len(self) and self._places[index] == place else None
