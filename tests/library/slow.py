"""A slow reading of a folder: what a library should say of it, spelt out once more from the definitions.

Knows nothing of the index. Every file is read, every two posts are compared, every run of characters is looked for.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from functools import cache
from pathlib import Path
from typing import NamedTuple

from reader.library.posts.scan import is_post
from reader.readout.faults import Fault, PostError
from reader.readout.grammar.dates import BEIJING
from reader.readout.model import DateBasis, Meeting, Readout
from reader.readout.read import read_post
from tests.library.brute import BAR, seen

RUN = 8
"""So many characters that stand in an earlier meeting were said before."""
LONG = 40
"""Two bodies of so many characters that are alike are one readout."""
_HEADQUARTERS = ("海关总署", "总署")


class Post(NamedTuple):
    """A file that can be read."""

    path: str
    readout: Readout


class Listed(NamedTuple):
    """A row of the list: the post that is listed, and all that are the same readout, itself among them."""

    post: Post
    versions: tuple[Post, ...]


class Folder(NamedTuple):
    """What is to be said of a folder: the list, newest first, and what is wrong with which post."""

    rows: list[Listed]
    problems: list[tuple[str, Fault, bool]]

    def meetings(self) -> list[Listed]:
        """Those that report a meeting whose day is known, oldest first."""
        return [row for row in reversed(self.rows) if row.post.readout.meeting and row.post.readout.day]


def read_folder(folder: Path) -> Folder:
    """Reads all posts of a folder."""
    posts: list[Post] = []
    problems: list[tuple[str, Fault, bool]] = []
    for file in sorted(file for file in folder.rglob("*") if file.is_file() and is_post(file.name)):
        path = file.relative_to(folder).as_posix()
        found = _read(file.read_bytes(), file.suffix)
        if isinstance(found, Fault):
            problems.append((path, found, False))
        else:
            posts.append(Post(path, found))
            problems += [(path, fault, True) for fault in found.faults]
    return Folder(sorted(map(_listed, _groups(posts)), key=_order), sorted(problems))


@cache
def _read(data: bytes, suffix: str) -> Readout | Fault:
    try:
        return read_post(data, suffix=suffix)
    except PostError as error:
        return error.fault


def _groups(posts: Sequence[Post]) -> list[list[Post]]:
    """The posts that are the same readout, directly or through a third."""
    groups: list[list[Post]] = []
    for post in posts:
        same = [group for group in groups if any(_is_same(post.readout, other.readout) for other in group)]
        groups = [group for group in groups if group not in same]
        groups.append([post, *(other for group in same for other in group)])
    return groups


def _is_same(one: Readout, other: Readout) -> bool:
    bodies, events = (_body(one), _body(other)), (_event(one.meeting), _event(other.meeting))
    return any(first is not None and first == second for first, second in (bodies, events))


@cache
def _body(readout: Readout) -> str | None:
    """The body as searching sees it; None for a short one."""
    characters = seen("\n".join(readout.body)).characters
    return characters.replace(BAR, "") if len(characters) >= LONG else None


@cache
def _event(meeting: Meeting | None) -> tuple[object, ...] | None:
    """What names an event: its day, who convened it, its number in a series or its name and place."""
    if not meeting or not meeting.date or meeting.date_basis == DateBasis.PUBLISHED:
        return None
    convener = _sight(meeting.convener)
    name = (
        (_sight(meeting.series), meeting.number)
        if meeting.series and meeting.number
        else (_sight(meeting.name), meeting.place)
    )
    return meeting.date, "" if convener in _HEADQUARTERS else convener, bool(meeting.series and meeting.number), name


def _sight(text: str | None) -> str:
    return seen(text or "").characters.replace(BAR, "")


def _listed(group: Sequence[Post]) -> Listed:
    """The fullest is listed, a report of the meeting before any other post; of equals the latest, then by path."""

    def weight(post: Post) -> tuple[bool, int, float, str]:
        return post.readout.meeting is None, -sum(map(len, post.readout.body)), -_moment(post.readout), post.path

    return Listed(min(group, key=weight), tuple(group))


def _order(row: Listed) -> tuple[bool, int, bool, float, str]:
    """Newest first, those without a day last; of a day the meetings first, then the last published, then by path."""
    readout = row.post.readout
    day = readout.day
    return day is None, -day.toordinal() if day else 0, readout.meeting is None, -_moment(readout), row.post.path


def _moment(readout: Readout) -> float:
    published: date | datetime | None = readout.published
    if published is None:
        return 0.0
    if not isinstance(published, datetime):
        published = datetime.combine(published, time.min)
    return (published if published.tzinfo else published.replace(tzinfo=BEIJING)).timestamp()


def name_of(post: Post) -> str:
    """What the list calls a post."""
    readout = post.readout
    if readout.meeting:
        return readout.meeting.name
    beginning = readout.body[0][:40] if readout.body else ""
    return readout.title or readout.original_title or beginning or os.path.basename(post.path)  # noqa: PTH119 -- a str


def said_before(folder: Folder) -> Iterator[tuple[Post, bool, set[tuple[int, int]], int]]:
    """Of every report of a meeting whose day is known, among all and (True) among those of its series: the places of
    the characters that were said before, and in how many meetings was looked.
    """
    meetings = folder.meetings()
    for number, row in enumerate(meetings):
        earlier = [one.post.readout for one in meetings[:number]]
        for post in row.versions:
            yield post, False, _said(post.readout, earlier), len(earlier)
        series = _series(row.post.readout)
        if series is not None:
            of_series = [readout for readout in earlier if _series(readout) == series]
            for post in row.versions:
                yield post, True, _said(post.readout, of_series), len(of_series)


def _series(readout: Readout) -> tuple[str | None, str] | None:
    meeting = readout.meeting
    return (meeting.convener, meeting.series) if meeting and meeting.series is not None else None


def _said(readout: Readout, earlier: Sequence[Readout]) -> set[tuple[int, int]]:
    known = {text[at : at + RUN] for one in earlier for text in one.body for at in range(len(text) - RUN + 1)}
    return {
        (number, place)
        for number, text in enumerate(readout.body)
        for at in range(len(text) - RUN + 1)
        if text[at : at + RUN] in known
        for place in range(at, at + RUN)
    }
