"""One file on disk -> one record in memory: what the library keeps of a post.

May import `readout`, `query`, `text` and this room's model and scan. Brings in the parsers (a quarter of a second),
so it is imported only when reading begins.
"""

from __future__ import annotations

import errno
import os
import stat
from datetime import date, datetime, time, timedelta, timezone
from typing import NamedTuple

from reader.library.model import Problem, Row
from reader.library.scan import Found, PostFile, reason_of
from reader.query import Hit, Query
from reader.query.match import Document, count_hits, hits, matches, prepare
from reader.readout.model import Attendance, DateBasis, Fault, FaultCode, Meeting, PostError, Readout
from reader.readout.read import read_post
from reader.text.folding import fold
from reader.text.pinyin import pinyin_of
from reader.text.safety import one_line

LARGEST = 16 * 1024 * 1024
"""The largest file that is read, in bytes."""
_BEIJING = timezone(timedelta(hours=8))
_TITLE_FROM_TEXT = 40
"""How much of the first paragraph stands for a title that is missing, in characters."""

SortKey = tuple[bool, int, float, str, str]


class Person(NamedTuple):
    """One person of a meeting, with the key that is equal for traditional and simplified spellings of a name."""

    key: str
    pinyin: str
    attendance: Attendance


class Record(NamedTuple):
    """A post that was read: its row, the readout, and what makes searching it quick. Sorts by `key`, newest first."""

    key: SortKey
    row: Row
    readout: Readout
    document: Document
    people: tuple[Person, ...]

    def matches(self, query: Query) -> bool:
        """Whether the query finds this post."""
        return matches(query, self.document)

    def count_hits(self, query: Query) -> int:
        """How many hits the query's words have in this post."""
        return count_hits(query, self.document)

    def hits(self, query: Query) -> list[Hit]:
        """The hits of the query's words: titles first, then the body in order."""
        return hits(query, self.readout)


def read_record(file: PostFile) -> Record | Problem:
    """Reads one post; whatever is wrong with it is in the answer, nothing is raised."""
    try:
        readout = read_post(_bytes_of(file), suffix=os.path.splitext(file.file)[1])  # noqa: PTH122 -- a str is at hand
        return _record(file, readout)
    except PostError as error:
        return Problem(file.path, error.fault, read=False)
    except OSError as error:
        return Problem(file.path, Fault(FaultCode.UNREADABLE, reason_of(error)), read=False)
    except Exception as error:  # noqa: BLE001 -- the edge: a post must never stop the others, and it is reported
        return Problem(file.path, Fault(FaultCode.UNREADABLE, type(error).__name__), read=False)


def unlisted_problems(found: Found) -> tuple[Problem, ...]:
    """The folders and files that could not even be looked at, as problems."""
    return tuple(Problem(path, Fault(FaultCode.UNREADABLE, reason), read=False) for path, reason in found.unlisted)


def _bytes_of(file: PostFile) -> bytes:
    """The bytes of a file. Never opens what is no regular file, never waits for one, never reads more than LARGEST."""
    if not file.regular:
        raise OSError(errno.ESPIPE, "not a regular file")
    if file.size > LARGEST:
        raise PostError(_too_large(file.size))
    handle = os.open(file.file, os.O_RDONLY | os.O_CLOEXEC | getattr(os, "O_NONBLOCK", 0))
    with os.fdopen(handle, "rb") as opened:
        status = os.fstat(opened.fileno())
        if not stat.S_ISREG(status.st_mode):  # replaced since the folder was listed
            raise OSError(errno.ESPIPE, "not a regular file")
        if status.st_size > LARGEST:
            raise PostError(_too_large(status.st_size))
        return opened.read(LARGEST)


def _too_large(size: int) -> Fault:
    """The fault of a file of so many bytes; its detail is the size in whole megabytes."""
    return Fault(FaultCode.TOO_LARGE, str(round(size / 1024 / 1024)))


def _record(file: PostFile, readout: Readout) -> Record:
    meeting = readout.meeting
    people = meeting.people if meeting else ()
    return Record(
        key=_sort_key(file, readout),
        row=Row(
            id=file.id,
            path=file.path,
            day=readout.day,
            delay=_delay(meeting, readout.published_day),
            is_meeting=meeting is not None,
            name=meeting.name if meeting else _title_of(file, readout),
            chair="、".join(person.name for person in meeting.chairs) if meeting else "",
        ),
        readout=readout,
        document=prepare(readout),
        people=tuple(Person(fold(person.name), pinyin_of(person.name), person) for person in people),
    )


def _title_of(file: PostFile, readout: Readout) -> str:
    """What the list calls a post that reports no meeting: its title, else how its text begins, else the file."""
    beginning = readout.paragraphs[0].text[:_TITLE_FROM_TEXT] if readout.paragraphs else one_line(file.path)
    return readout.title or readout.original_title or beginning


def _delay(meeting: Meeting | None, published: date | None) -> int:
    """Days from the (last day of the) meeting to the publication; 0 where either is not known."""
    if not meeting or not meeting.date or not published or meeting.date_basis == DateBasis.PUBLISHED:
        return 0
    return max(0, (published - (meeting.date_end or meeting.date)).days)


def _sort_key(file: PostFile, readout: Readout) -> SortKey:
    """Newest first by day, then by the moment of publication; posts without a day last; then by path."""
    day = readout.day
    return (day is None, -day.toordinal() if day else 0, -_moment(readout.published), file.path, file.file)


def _moment(published: datetime | date | None) -> float:
    """The moment of publication in seconds; a bare date counts as its beginning in Beijing, none as the earliest."""
    if published is None:
        return 0.0
    if not isinstance(published, datetime):
        published = datetime.combine(published, time.min)
    return (published if published.tzinfo else published.replace(tzinfo=_BEIJING)).timestamp()
