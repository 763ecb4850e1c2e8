"""The forms for people: plain text and Markdown, a block of facts and then the body of each post.

May import `readout` for the type checker only, `text.safety` and `locale`. Lines are not broken: a paragraph is a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import TYPE_CHECKING

from reader.export.data import Post
from reader.locale.base import Labels
from reader.text.safety import clean, one_line

if TYPE_CHECKING:
    from reader.readout.model import Meeting
    from reader.readout.people import Attendance

HEADING = "heading"
"""The kind of a paragraph that is a sub-heading."""
INDENT = "　　"
"""The indent of a Chinese paragraph: two full-width spaces."""
_MARKDOWN = re.compile(r"[\\`*_\[\]<>|~&#]")
_MARKDOWN_START = re.compile(r"^(\s*)([-+]|\d+(?=[.)]))", re.MULTILINE)


def as_text(posts: Iterable[Post], labels: Labels) -> Iterator[str]:
    """Plain text: title, facts, body with its indent; a line of dashes between posts."""
    between = ""
    for post in posts:
        facts = [f"{label}{labels.colon}{value}" for label, value in _facts(post, labels)]
        body = [
            clean(paragraph.text) if paragraph.kind == HEADING else INDENT + clean(paragraph.text)
            for paragraph in post.readout.paragraphs
        ]
        yield between + "\n".join([one_line(post.readout.title), *facts]) + "\n\n"
        yield "\n\n".join(body) + "\n"
        between = "\n" + "—" * 20 + "\n\n"


def as_markdown(posts: Iterable[Post], labels: Labels) -> Iterator[str]:
    """Markdown: the title a heading, facts a list, the body in paragraphs without indent; no mark-up of a post acts."""
    between = ""
    for post in posts:
        title = _escape(one_line(post.readout.title)) or _escape(one_line(post.path))
        facts = [f"- {label}{labels.colon}{_escape(value)}" for label, value in _facts(post, labels)]
        body = [
            ("## " if paragraph.kind == HEADING else "") + _escape(clean(paragraph.text))
            for paragraph in post.readout.paragraphs
        ]
        yield between + "\n\n".join([f"# {title}", "\n".join(facts), *body]) + "\n"
        between = "\n---\n\n"


def weekday(day: date, labels: Labels) -> str:
    """A day with its weekday: 2022-03-15 (Tue)."""
    return day.isoformat() + labels.brackets.format(text=labels.weekdays[day.weekday()])


def _facts(post: Post, labels: Labels) -> list[tuple[str, str]]:
    """What is known of a post beside its title and body, as label and value, in the order of a title page."""
    readout = post.readout
    facts = [(labels.original_title, readout.original_title)]
    if readout.meeting:
        facts += _meeting_facts(readout.meeting, labels)
    facts += [
        (labels.published, _moment(readout.published)),
        *((credit.label, credit.value) for credit in readout.credits),
        (labels.author, readout.author),
        (labels.link, readout.link),
        (labels.path, post.path),
    ]
    return [(one_line(label), one_line(value)) for label, value in facts if value]


def _meeting_facts(meeting: Meeting, labels: Labels) -> list[tuple[str, str | None]]:
    return [
        (labels.date, _days(meeting, labels)),
        (labels.convener, meeting.convener),
        (labels.place, meeting.place),
        (labels.people, labels.joined.join(_person(person, labels) for person in meeting.people)),
        (labels.collective, labels.joined.join(meeting.collective)),
    ]


def _days(meeting: Meeting, labels: Labels) -> str | None:
    """The day of the meeting, or its first and last."""
    days = [day for day in (meeting.date, meeting.date_end) if day]
    return " – ".join(weekday(day, labels) for day in days) or None


def _person(person: Attendance, labels: Labels) -> str:
    """A name with the printed role and what the person did."""
    acts = labels.joined.join(labels.acts[str(act)] for act in person.acts)
    return person.name + labels.brackets.format(text=" · ".join(part for part in (person.role, acts) if part))


def _moment(published: datetime | date | None) -> str | None:
    if isinstance(published, datetime):
        return published.strftime("%Y-%m-%d %H:%M")
    return published.isoformat() if published else None


def _escape(text: str) -> str:
    """Text in which nothing acts as Markdown or as HTML."""
    escaped = _MARKDOWN.sub(lambda match: "\\" + match[0], text)
    return _MARKDOWN_START.sub(lambda match: f"{match[1]}\\{match[2]}" if not match[2].isdigit() else match[0], escaped)
