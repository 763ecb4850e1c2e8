"""What one read post leaves for the index: plain values only, so that a child process can send them.

May import nothing of the project. NamedTuples: they cross a pipe by the thousand.
"""

from __future__ import annotations

from typing import NamedTuple


class Person(NamedTuple):
    """One person of a post. `folded` is equal for traditional and simplified spellings; `acts` as in `Act`.

    `at_meeting`: of a meeting, not of an article.
    """

    name: str
    folded: str
    pinyin: str
    initials: str
    role: str | None
    acts: tuple[str, ...]
    position: int
    at_meeting: bool


class Reading(NamedTuple):
    """The forms in which the name of a meeting is looked up: as searching sees it, its pinyin, its initials."""

    blind: str
    pinyin: str
    initials: str


class Record(NamedTuple):
    """A post that was read. `day` is a proleptic ordinal (of the meeting, else of the publication), `moment` seconds.

    `digest` is of the file's bytes, `alike` of the body as searching sees it (None for a short one), `event` of what
    names the meeting (None where it is not clear), `alias` of publication and title. `tokens` are those of the titles
    and of the body, `words` is what `pack_words` makes of the searched forms, `readout` what `pack` makes of the
    whole. `reading` is that of a meeting's name, None where it is known already or there is no meeting.
    """

    digest: bytes
    alike: bytes | None
    event: bytes | None
    alias: bytes | None
    day: int | None
    moment: float
    delay: int
    is_meeting: bool
    name: str
    reading: Reading | None
    chair: str
    convener: str | None
    series: str | None
    number: int | None
    length: int
    tokens: tuple[str, str]
    words: bytes
    readout: bytes
    people: tuple[Person, ...]
    phrases: tuple[tuple[str, int], ...]
    faults: tuple[tuple[str, str], ...]


class Unread(NamedTuple):
    """A post that could not be read, and why: a `FaultCode` and its detail."""

    code: str
    detail: str


Outcome = Record | Unread
