"""Records into the index: one transaction a batch, so that a killed process leaves whole posts behind.

May import this room and what a record is. Full-text search without content of its own must be given the old text to
forget it; it is made from the words that are kept. Posts are the same readout (a later revision, another source, the
same meeting in two files) where their bodies are alike or they report the same event, directly or through a third. The
fullest is listed, the others are its versions; so every count sees them once.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from operator import attrgetter
from typing import NamedTuple

from reader.library.records.codec import unpack_words
from reader.library.records.record import Outcome, Person, Record
from reader.library.records.tokens import all_tokens
from reader.library.sqlite import transaction, value_of
from reader.library.tables import order, repeats
from reader.library.tables.order import Section
from reader.library.tables.store import READ, UNREAD, has_full_text

MERGED = 400
"""Pages of the full-text index that one step of a merge writes: about 50 ms."""
_COLUMNS = (
    *("digest", "alike", "event", "alias", "day", "moment", "delay", "is_meeting", "name", "chair"),
    *("convener", "series", "number", "length"),
)
"""What is kept of a record under the same name."""
_POST = f"INSERT INTO post (key, place, leader, {', '.join(_COLUMNS)}) VALUES (?, ?, ?{', ?' * len(_COLUMNS)})"
_SORTED = "SELECT key, place, moment, path, file FROM post JOIN file USING (key)"
_IN_DAY = f"{_SORTED} WHERE place >= ? AND place < ?"


class _Move(NamedTuple):
    """A post that goes to another place; negative places are those of posts that stand nowhere yet."""

    key: int
    old: int
    new: int


class Writer:
    """Writes into one index. Every public method is one transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._full_text = has_full_text(connection)
        self._names: dict[str, int] = {}
        self._touched: list[int] = []

    def begin_loading(self) -> None:
        """Tunes the full-text index for many posts at once: it merges at the end instead of all the time."""
        self._connection.execute("PRAGMA cache_size = -32000")
        if self._full_text:
            self._tune(hashsize=32 * 1024 * 1024, automerge=0)

    def end_loading(self) -> None:
        """Ends what `begin_loading` began."""
        if self._full_text:
            self._tune(hashsize=1024 * 1024, automerge=4)
        self._connection.execute("PRAGMA cache_size = -4000")

    def _tune(self, hashsize: int, automerge: int) -> None:
        for option, value in (("hashsize", hashsize), ("automerge", automerge)):
            self._connection.execute("INSERT INTO words (words, rank) VALUES (?, ?)", (option, value))

    def merge(self, stop: Callable[[], bool]) -> None:
        """Makes one tree of the many that loading leaves, in short steps: each word is looked up in every one."""
        pages = -MERGED  # negative: begins to merge all there are, whatever their sizes
        while self._full_text and not stop():
            before = self._connection.total_changes
            self._connection.execute("INSERT INTO words (words, rank) VALUES ('merge', ?)", (pages,))
            if self._connection.total_changes - before < 2:  # SQLite's own sign that nothing is left to be merged
                return
            pages = MERGED

    def names(self) -> frozenset[str]:
        """The names, of people and of meetings, that are known: their pinyin need not be looked up again."""
        known = self._connection.execute("SELECT text FROM name UNION ALL SELECT text FROM title")
        return frozenset(name for (name,) in known)

    def tidy(self) -> None:
        """Gives back what the file does not need any more, and empties the write-ahead log into it."""
        self._connection.executescript("PRAGMA incremental_vacuum")  # `execute` would stop after one page
        self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def put(self, outcomes: Sequence[tuple[int, Outcome]]) -> None:
        """Keeps what became of these files, in place of what was known of them."""
        with transaction(self._connection):
            before = self._forget([key for key, _ in outcomes])
            records = [(key, outcome) for key, outcome in outcomes if isinstance(outcome, Record)]
            self._insert(records)
            for key, outcome in outcomes:
                faults = outcome.faults if isinstance(outcome, Record) else ((outcome.code, outcome.detail),)
                state = READ if isinstance(outcome, Record) else UNREAD
                self._connection.executemany("INSERT INTO fault VALUES (?, ?, ?)", [(key, *item) for item in faults])
                self._connection.execute("UPDATE file SET state = ? WHERE key = ?", (state, key))
            self._settle({key for key, _ in records} | before, dict(records))

    def remove(self, keys: Sequence[int]) -> None:
        """Forgets files that are gone, and their posts."""
        if keys:
            with transaction(self._connection):
                before = self._forget(keys)
                self._connection.executemany("DELETE FROM file WHERE key = ?", [(key,) for key in keys])
                self._settle(before, {})

    def rename(self, keys: Sequence[int]) -> None:
        """Settles posts whose files have other names now: of versions alike, and of one moment, the names decide."""
        if keys:
            with transaction(self._connection):
                groups = {key: group for key in keys if (group := self._group_of(key)) is not None}
                wrong = {group for group in groups.values() if not self._is_in_order(group)}
                self._settle(groups, {}, {key for key, group in groups.items() if group in wrong})

    def _group_of(self, key: int) -> int | None:
        """The day and part that a post stands in; None where it was not read."""
        place = value_of(self._connection, order.PLACE, key)
        return None if place is None else order.group_at(place)

    def _is_in_order(self, group: int) -> bool:
        day = self._connection.execute(f"{_IN_DAY} ORDER BY place", (group, order.end_of(group))).fetchall()
        return day == sorted(day, key=_weight)

    def _forget(self, keys: Sequence[int]) -> set[int]:
        """Takes posts out; answers with those that belonged together with them."""
        execute = self._connection.execute
        known = {key: place for key in keys if (place := value_of(self._connection, order.PLACE, key)) is not None}
        others = peers(self._connection, known) - set(keys)
        for key, place in known.items():
            self._make_unfindable(key, place)
            execute("DELETE FROM post WHERE key = ?", (key,))
            self._touched.append(place)
            for table in ("content", "person", "phrase", "repeats"):
                execute(f"DELETE FROM {table} WHERE key = ?", (key,))
        self._connection.executemany("DELETE FROM fault WHERE key = ?", [(key,) for key in keys])
        return others

    def _insert(self, records: Sequence[tuple[int, Record]]) -> None:
        many = self._connection.executemany
        many(_POST, [(key, -key, key, *attrgetter(*_COLUMNS)(record)) for key, record in records])
        many(
            "INSERT INTO content VALUES (?, ?, ?)",
            [(key, record.words, record.readout) for key, record in records],
        )
        read = [(record.name, *record.reading) for _, record in records if record.reading]
        many("INSERT OR IGNORE INTO title VALUES (?, ?, ?, ?)", read)
        people = [(key, person) for key, record in records for person in record.people]
        many(
            "INSERT INTO person VALUES (?, ?, ?, ?, ?, ?)",
            [
                (key, item.position, self._name(item), item.role, " ".join(item.acts), item.at_meeting)
                for key, item in people
            ],
        )
        many("INSERT INTO phrase VALUES (?, ?, ?)", [(key, *item) for key, one in records for item in one.phrases])

    def _name(self, person: Person) -> int:
        """The number of a name, a new one where it has none."""
        number = self._names.get(person.name)
        if number is None:
            execute = self._connection.execute
            execute(
                "INSERT OR IGNORE INTO name (text, folded, pinyin, initials) VALUES (?, ?, ?, ?)",
                (person.name, person.folded, person.pinyin, person.initials),
            )
            number = int(value_of(self._connection, "SELECT name FROM name WHERE text = ?", person.name))
            self._names[person.name] = number
        return number

    def _settle(self, keys: Iterable[int], records: dict[int, Record], astray: Set[int] = frozenset()) -> None:
        """Gives every post the place that it now belongs to; those `astray` stand on the right day in a wrong one."""
        execute = self._connection.execute
        arriving: defaultdict[int, list[int]] = defaultdict(list)
        for standing in standings(self._connection, keys):
            day, place, leader = execute(
                "SELECT day, place, leader FROM post WHERE key = ?", (standing.key,)
            ).fetchone()
            if leader != standing.leader:
                execute("UPDATE post SET leader = ? WHERE key = ?", (standing.leader, standing.key))
            group = order.group_of(standing.part, day)
            if place < 0 or order.group_at(place) != group or standing.key in astray:
                arriving[group].append(standing.key)
        moving = {key for members in arriving.values() for key in members}
        moves = [move for group, members in arriving.items() for move in self._moves(group, members, moving)]
        for move in moves:
            if move.old >= 0:
                self._make_unfindable(move.key, move.old)
                execute("UPDATE post SET place = ? WHERE key = ?", (-move.key, move.key))
        for move in sorted(moves, key=lambda move: move.new):
            execute("UPDATE post SET place = ? WHERE key = ?", (move.new, move.key))
            self._make_findable(move.key, move.new, records.get(move.key))
        repeats.forget(self._connection, [*self._touched, *(place for move in moves for place in (move.old, move.new))])
        self._touched.clear()

    def _moves(self, group: int, keys: Sequence[int], moving: Set[int]) -> list[_Move]:
        """The places of posts that come into a group; where it is too narrow, new ones for all that stay in it.

        `moving` are all posts on their way, some of them out of this group.
        """
        execute = self._connection.execute
        rows = execute(_IN_DAY, (group, order.end_of(group))).fetchall()
        rows = [row for row in rows if row[0] not in moving]
        staying = {row[0] for row in rows}
        for key in keys:
            rows += execute(f"{_SORTED} WHERE key = ?", (key,)).fetchall()
        rows.sort(key=_weight)
        places = order.slots(group, [row[1] if row[0] in staying else None for row in rows])
        if places is None:
            places = order.spread(group, len(rows))
        return [_Move(row[0], row[1], place) for row, place in zip(rows, places, strict=True) if row[1] != place]

    def _make_findable(self, key: int, place: int, record: Record | None) -> None:
        """Makes the words of a post findable at its place; those of a version are not."""
        if self._full_text and not _is_version(place):
            tokens = record.tokens if record else self._tokens(key)
            self._connection.execute("INSERT INTO words (rowid, titles, body) VALUES (?, ?, ?)", (place, *tokens))

    def _make_unfindable(self, key: int, place: int) -> None:
        """Makes the words of a post unfindable at its place."""
        if self._full_text and place >= 0 and not _is_version(place):
            self._connection.execute(
                "INSERT INTO words (words, rowid, titles, body) VALUES ('delete', ?, ?, ?)", (place, *self._tokens(key))
            )

    def _tokens(self, key: int) -> tuple[str, str]:
        return all_tokens(*unpack_words(value_of(self._connection, "SELECT forms FROM content WHERE key = ?", key)))


def _weight(row: tuple[int, int, float, bytes, bytes]) -> tuple[float, bytes, bytes]:
    """Sorts the rows of one day: the last published first, then by name."""
    return -row[2], row[3], row[4]


def _is_version(place: int) -> bool:
    return place >= order.range_of(Section.VERSION)[0]


_PEERS = """
SELECT key FROM post WHERE alike = (SELECT alike FROM post WHERE key = ?1)
UNION SELECT key FROM post WHERE event = (SELECT event FROM post WHERE key = ?1)
"""
_MEMBER = "SELECT is_meeting, length, moment, file.path FROM post JOIN file USING (key) WHERE key = ?"


class Standing(NamedTuple):
    """Where a post belongs: its part of the list, and the version that stands for it there (maybe itself)."""

    key: int
    part: Section
    leader: int


def peers(connection: sqlite3.Connection, keys: Iterable[int]) -> set[int]:
    """The posts that belong together with any of these, without these."""
    given = set(keys)
    return {key for first in given for key in _together(connection, first)} - given


def standings(connection: sqlite3.Connection, keys: Iterable[int]) -> Iterator[Standing]:
    """Where each of these posts, and each that belongs together with one of them, now belongs."""
    done: set[int] = set()
    for key in keys:
        if key in done:
            continue
        group = _together(connection, key)
        done |= group
        leader, part = _leader(connection, group) if len(group) > 1 else (key, _part(connection, key))
        for member in group:
            yield Standing(member, part if member == leader else Section.VERSION, leader)


def _together(connection: sqlite3.Connection, key: int) -> set[int]:
    group, waiting = {key}, [key]
    while waiting:
        found = {peer for (peer,) in connection.execute(_PEERS, (waiting.pop(),))} - group
        group |= found
        waiting += found
    return group


def _part(connection: sqlite3.Connection, key: int) -> Section:
    is_meeting = value_of(connection, "SELECT is_meeting FROM post WHERE key = ?", key)
    return Section.MEETING if is_meeting else Section.ARTICLE


def _leader(connection: sqlite3.Connection, group: Iterable[int]) -> tuple[int, Section]:
    """The fullest of the group, a report of the meeting before any other; of equals the latest, then the first path."""
    weights = []
    for key in group:
        is_meeting, length, moment, path = connection.execute(_MEMBER, (key,)).fetchone()
        weights.append((-is_meeting, -length, -moment, path, key))
    best = min(weights)
    return best[-1], Section.MEETING if best[0] else Section.ARTICLE
