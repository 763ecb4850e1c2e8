"""One file on disk -> one record for the index.

May import `readout`, `query`, `text` and this room. Brings in the parsers (a quarter of a second, ten megabytes), so
it is imported by the child processes that read, and by the command that reads a single post.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable, Container
from datetime import date, datetime, time
from hashlib import blake2b
from typing import TypeVar

from reader.library.posts.scan import PostFile
from reader.library.records.codec import pack, pack_words
from reader.library.records.record import Outcome, Person, Reading, Record, Unread
from reader.library.records.tokens import all_tokens
from reader.own_files import reason_of
from reader.readout.faults import Fault, FaultCode, PostError
from reader.readout.grammar.dates import BEIJING
from reader.readout.model import DateBasis, Meeting, Readout
from reader.readout.people import Attendance
from reader.readout.read import read_post
from reader.text.folding import BARRIER, blind, blind_clauses, fold
from reader.text.pinyin import initials_of, pinyin_of, reading_of
from reader.text.safety import one_line

Result = TypeVar("Result")

LARGEST = 16 * 1024 * 1024
"""The largest file that is read, in bytes."""
DIGEST_SIZE = 16
"""Length of every hash that is kept, in bytes."""
SHORTEST_ALIKE = 40
"""Below so many characters two bodies may be equal by accident."""
_TITLE_FROM_TEXT = 40
"""How much of the first paragraph stands for a title that is missing, in characters."""
_HEADQUARTERS = frozenset(("海关总署", "总署", ""))
"""Conveners that a text may print or leave out for the same meeting."""


def read_record(file: PostFile, known: Container[str] = ()) -> Outcome:
    """Reads one post; whatever is wrong with it is in the answer, nothing is raised.

    The pinyin of `known` names, of people and of meetings, is left out: the first look-up takes a quarter of a second.
    """
    outcome = _read(file, lambda data, readout: record_of(file, readout, _hash(data), known))
    return Unread(outcome.code.value, outcome.detail) if isinstance(outcome, Fault) else outcome


def read_one(file: PostFile) -> Readout | Fault:
    """Reads one post past the index; nothing is raised."""
    return _read(file, lambda data, readout: readout)


def _read(file: PostFile, make: Callable[[bytes, Readout], Result]) -> Result | Fault:
    """What is made of the bytes of a post and its readout, or why there is none."""
    try:
        data = _bytes_of(file)
        return make(data, read_post(data, suffix=os.path.splitext(file.file)[1]))  # noqa: PTH122 -- a str is at hand
    except PostError as error:
        return error.fault
    except OSError as error:
        return Fault(FaultCode.UNREADABLE, reason_of(error))
    except MemoryError:
        return Fault(FaultCode.UNREADABLE, errno.errorcode[errno.ENOMEM])
    except Exception as error:  # noqa: BLE001 -- the edge: a post must never stop the others, and it is reported
        return Fault(FaultCode.UNREADABLE, type(error).__name__)


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


def record_of(file: PostFile, readout: Readout, digest: bytes, known: Container[str]) -> Record:
    """What the index keeps of a readout; `digest` is that of the bytes of its file."""
    meeting = readout.meeting
    at_meeting = meeting.people if meeting else ()
    day = readout.day
    titles = blind_clauses("\n".join((readout.title, readout.original_title or "")))
    body = blind_clauses("\n".join(readout.body))
    return Record(
        digest=digest,
        alike=_hash(body.replace(BARRIER, "").encode("utf-8", "replace")) if len(body) >= SHORTEST_ALIKE else None,
        event=_event(meeting) if meeting else None,
        alias=_alias(readout),
        day=day.toordinal() if day else None,
        moment=_moment(readout.published),
        delay=_delay(meeting, readout.published_day),
        is_meeting=meeting is not None,
        name=meeting.name if meeting else _title_of(file, readout),
        reading=_reading(meeting.name) if meeting and meeting.name not in known else None,
        chair="、".join(person.name for person in meeting.chairs) if meeting else "",
        convener=meeting.convener if meeting else None,
        series=meeting.series if meeting else None,
        number=meeting.number if meeting else None,
        length=sum(map(len, readout.body)),
        tokens=all_tokens(titles, body),
        words=pack_words(titles, body),
        readout=pack(readout),
        people=tuple(_person(person, person in at_meeting, known) for person in readout.everyone),
        phrases=readout.quotes,
        faults=tuple((fault.code.value, fault.detail) for fault in readout.faults),
    )


def _person(person: Attendance, at_meeting: bool, known: Container[str]) -> Person:
    name = person.name
    acts = tuple(act.value for act in person.acts)
    pinyin, initials = ("", "") if name in known else (pinyin_of(name), initials_of(name))
    return Person(name, fold(name), pinyin, initials, person.role, acts, person.position, at_meeting)


def _reading(name: str) -> Reading:
    return Reading(blind(name), *reading_of(name))


def _title_of(file: PostFile, readout: Readout) -> str:
    """What the list calls a post that reports no meeting: its title, else how its text begins, else the file."""
    beginning = readout.paragraphs[0].text[:_TITLE_FROM_TEXT] if readout.paragraphs else ""
    return readout.title or readout.original_title or beginning or one_line(os.path.basename(file.file))  # noqa: PTH119 -- a str


def _delay(meeting: Meeting | None, published: date | None) -> int:
    """Days from the (last day of the) meeting to the publication; 0 where either is not known."""
    if not meeting or not meeting.date or not published or meeting.date_basis == DateBasis.PUBLISHED:
        return 0
    return max(0, (published - (meeting.date_end or meeting.date)).days)


def _event(meeting: Meeting) -> bytes | None:
    """What two posts on one meeting have in common: day, convener and number in its series, else its name and place.

    None where the day is only that of the publication: another source may have published on another day.
    """
    if not meeting.date or meeting.date_basis == DateBasis.PUBLISHED:
        return None
    convener = blind(meeting.convener or "")
    convener = "" if convener in _HEADQUARTERS else convener
    name = f"{blind(meeting.series)} {meeting.number}" if meeting.series and meeting.number else ""
    return _hash(repr((meeting.date.toordinal(), convener, name or (blind(meeting.name), meeting.place))).encode())


def _alias(readout: Readout) -> bytes | None:
    """Publication and folded title, by which marks find a post whose text was edited; None without a title."""
    title = blind(readout.original_title or readout.title)
    return _hash(f"{readout.published} {title}".encode()) if title and readout.published else None


def _moment(published: datetime | date | None) -> float:
    """The moment of publication in seconds; a bare date counts as its beginning in Beijing, none as the earliest."""
    if published is None:
        return 0.0
    if not isinstance(published, datetime):
        published = datetime.combine(published, time.min)
    return (published if published.tzinfo else published.replace(tzinfo=BEIJING)).timestamp()


def _hash(data: bytes) -> bytes:
    return blake2b(data, digest_size=DIGEST_SIZE).digest()
