"""Which posts are the same readout: a later revision, another source, the same meeting in two files.

May import `order` and the standard library. Posts belong together where their bodies are alike or they report the same
event, directly or through a third. The fullest is listed, the others are its versions; so every count sees them once.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from reader.library.tables.order import Section

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
    (is_meeting,) = connection.execute("SELECT is_meeting FROM post WHERE key = ?", (key,)).fetchone()
    return Section.MEETING if is_meeting else Section.ARTICLE


def _leader(connection: sqlite3.Connection, group: Iterable[int]) -> tuple[int, Section]:
    """The fullest of the group, a report of the meeting before any other; of equals the latest, then the first path."""
    weights = []
    for key in group:
        is_meeting, length, moment, path = connection.execute(_MEMBER, (key,)).fetchone()
        weights.append((-is_meeting, -length, -moment, path, key))
    best = min(weights)
    return best[-1], Section.MEETING if best[0] else Section.ARTICLE
