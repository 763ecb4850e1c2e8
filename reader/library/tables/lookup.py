"""Who and what something typed may mean: officials and meetings by name, pinyin, initials, day and number.

May import the model, `query`, `text` and this room. What is looked through stays in memory as long as the index does
not change: two thousand meetings are read in five milliseconds, and bear a few hundred names.
"""

from __future__ import annotations

import re
import sqlite3
from collections import defaultdict
from datetime import date
from typing import NamedTuple

from reader.library.model import Candidates, FoundMeeting, FoundOfficial
from reader.library.tables.order import Section, day_at, range_of
from reader.query.lookup import Fit, Form, fit, person_fit
from reader.text.folding import fold

MOST = 50
"""Most officials, and most meetings, that are shown: who wants another types on."""
_MEETINGS = "SELECT place, key, name, number FROM post WHERE place < ? ORDER BY place"
_COUNTS = """
SELECT n.name, n.folded, n.text, n.pinyin, count(*)
FROM person CROSS JOIN post AS p USING (key) JOIN name AS n USING (name)
WHERE person.name IN ({}) AND person.at_meeting AND p.place < ? GROUP BY n.name
"""
_DAY = re.compile(r"(\d{4})(?:[-./年](?:(\d{1,2})(?:[-./月](?:(\d{1,2})日?)?)?)?)?", re.ASCII)
_LONGEST_NUMBER = 6
"""Digits of a number that a meeting may have."""
_END = range_of(Section.MEETING)[1]


class _Listed(NamedTuple):
    """A meeting of the list."""

    place: int
    key: int
    name: str
    number: int | None


class _Printed(NamedTuple):
    """A name as it is printed, and at how many meetings; `folded` is equal for the spellings of one name."""

    folded: str
    name: str
    pinyin: str
    meetings: int


class Lookup:
    """Looks through one connection's index. Not for several threads at once."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._version: tuple[int, int] | None = None
        self._people: list[tuple[int, str, str, str]] = []
        self._printed: dict[int, _Printed | None] = {}
        self._titles: list[tuple[str, Form]] = []
        self._meetings: list[_Listed] = []
        self._by_name: dict[str, list[int]] = {}

    def look_up(self, typed: str, version: tuple[int, int]) -> Candidates:
        """The best fits; `version` changes whenever the index does. May raise sqlite3.Error."""
        if version != self._version:
            self._load()
            self._version = version
        return Candidates(self._officials(typed), self._named(typed)) if typed.strip() else Candidates([], [])

    def _load(self) -> None:
        execute = self._connection.execute
        self._people = execute("SELECT name, text, pinyin, initials FROM name").fetchall()
        self._printed = {}
        titles = execute("SELECT text, blind, pinyin, initials FROM title")
        self._titles = [(text, Form(*forms)) for text, *forms in titles]
        self._meetings = [_Listed(*row) for row in execute(_MEETINGS, (_END,))]
        by_name: defaultdict[str, list[int]] = defaultdict(list)
        for index, meeting in enumerate(self._meetings):
            by_name[meeting.name].append(index)
        self._by_name = by_name

    def _officials(self, typed: str) -> list[FoundOfficial]:
        """One name is one person, as in the list of officials: shown as it is printed most often."""
        fits = {person[0]: one for person in self._people if (one := person_fit(typed, *person[1:])) is not None}
        self._count([number for number in fits if number not in self._printed])
        spellings: defaultdict[str, list[tuple[_Printed, Fit]]] = defaultdict(list)
        for number, one in fits.items():
            if printed := self._printed[number]:
                spellings[printed.folded].append((printed, one))
        found = []
        for names in spellings.values():
            most = max((printed for printed, _ in names), key=lambda printed: printed.meetings)
            meetings = sum(printed.meetings for printed, _ in names)
            found.append(FoundOfficial(min(one for _, one in names), most.name, most.pinyin, meetings))
        return sorted(found, key=lambda one: (one.fit, -one.meetings, one.name))[:MOST]

    def _count(self, numbers: list[int]) -> None:
        """Fetches at how many meetings these are named; who types on asks for fewer and fewer of them."""
        self._printed |= dict.fromkeys(numbers)
        for number, *rest in self._connection.execute(_COUNTS.format(",".join(map(str, numbers))), (_END,)):
            self._printed[number] = _Printed(*rest)

    def _named(self, typed: str) -> list[FoundMeeting]:
        """The meetings that every word fits, each as badly as its worst word; of those that fit alike the newest."""
        first, *others = dict.fromkeys(typed.split())
        fits = self._fitting(first)
        for word in others:
            if not fits:  # a whole page may have been pasted
                break
            found = self._fitting(word)
            fits = {index: max(one, found[index]) for index, one in fits.items() if index in found}
        best = sorted(fits, key=lambda index: (fits[index], index))[:MOST]
        return [
            FoundMeeting(fits[index], meeting.key, day_at(meeting.place), meeting.name)
            for index, meeting in ((index, self._meetings[index]) for index in best)
        ]

    def _fitting(self, word: str) -> dict[int, Fit]:
        """The meetings, by their index in the list, that a word fits by name, day or number."""
        found: dict[int, Fit] = {}
        for name, form in self._titles:
            if (one := fit(word, form)) is not None:
                found |= dict.fromkeys(self._by_name.get(name, ()), one)
        digits = fold(word)
        if days := _days(digits):
            low, high, one = days
            found |= {index: one for index, meeting in enumerate(self._meetings) if low <= meeting.place < high}
        if digits.isascii() and digits.isdecimal() and len(digits) <= _LONGEST_NUMBER:
            number = int(digits)
            found |= {index: Fit.EXACT for index, meeting in enumerate(self._meetings) if meeting.number == number}
        return found


def _days(typed: str) -> tuple[int, int, Fit] | None:
    """The places of the days that a date, or the beginning of one, may mean; None where it is none."""
    match = _DAY.fullmatch(typed)
    if not match or not int(match[1]):
        return None
    parts = [part for part in match.groups() if part]
    year = range(date(int(match[1]), 1, 1).toordinal(), date(int(match[1]), 12, 31).toordinal() + 1)
    for beginning in (
        "-".join(parts),
        "-".join(part.zfill(2) for part in parts),
    ):  # 2021-1 begins 2021-12; 2021-3 is -03
        if days := [day for day in map(date.fromordinal, year) if day.isoformat().startswith(beginning)]:
            low, high = range_of(Section.MEETING, days[0], days[-1])
            return low, high, Fit.EXACT if len(parts) == 3 and len(days) == 1 else Fit.BEGINS
    return None
