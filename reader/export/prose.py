"""The forms for people: plain text and Markdown, a block of facts and then the body of each post.

May import `readout` for the type checker only, `text.safety` and `i18n`. Lines are not broken: a paragraph is a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import TYPE_CHECKING

from reader import i18n
from reader.export.data import Post, as_csv, as_json, as_jsonl
from reader.i18n import _
from reader.readout.people import ACTS
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


def export(posts: Iterable[Post], form: str) -> Iterator[str]:
    """The posts in one of FORMATS, in pieces to be written one after the other. Raises KeyError for another form."""
    forms = {"text": as_text, "md": as_markdown, "json": as_json, "jsonl": as_jsonl, "csv": as_csv}
    return forms[form](posts)


def as_text(posts: Iterable[Post]) -> Iterator[str]:
    """Plain text: title, facts, body with its indent; a line of dashes between posts."""
    between = ""
    for post in posts:
        facts = [f"{label}{_(': ')}{value}" for label, value in _facts(post)]
        body = [
            clean(paragraph.text) if paragraph.kind == HEADING else INDENT + clean(paragraph.text)
            for paragraph in post.readout.paragraphs
        ]
        yield between + "\n".join([one_line(post.readout.title), *facts]) + "\n\n"
        yield "\n\n".join(body) + "\n"
        between = "\n" + "—" * 20 + "\n\n"


def as_markdown(posts: Iterable[Post]) -> Iterator[str]:
    """Markdown: the title a heading, facts a list, the body in paragraphs without indent; no mark-up of a post acts."""
    between = ""
    for post in posts:
        title = escape(one_line(post.readout.title)) or escape(one_line(post.path))
        facts = [f"- {label}{_(': ')}{escape(value)}" for label, value in _facts(post)]
        body = [
            ("## " if paragraph.kind == HEADING else "") + escape(clean(paragraph.text))
            for paragraph in post.readout.paragraphs
        ]
        yield between + "\n\n".join([f"# {title}", "\n".join(facts), *body]) + "\n"
        between = "\n---\n\n"


def weekday(day: date) -> str:
    """A day with its weekday: 2022-03-15 (Tue)."""
    return day.isoformat() + _(" ({text})").format(text=i18n.weekday(day.weekday()))


def _facts(post: Post) -> list[tuple[str, str]]:
    """What is known of a post beside its title and body, as label and value, in the order of a title page."""
    readout = post.readout
    facts = [(_("Original title"), readout.original_title)]
    if readout.meeting:
        facts += _meeting_facts(readout.meeting)
    facts += [
        (_("Published"), _moment(readout.published)),
        *((credit.label, credit.value) for credit in readout.credits),
        (_("Author"), readout.author),
        (_("Link"), readout.link),
        (_("File"), post.path),
    ]
    return [(one_line(label), one_line(value)) for label, value in facts if value]


def _meeting_facts(meeting: Meeting) -> list[tuple[str, str | None]]:
    return [
        (_("Meeting"), _days(meeting)),
        (_("Convened by"), meeting.convener),
        (_("Place"), meeting.place),
        (_("Attended"), _(", ").join(_person(person) for person in meeting.people)),
        (_("Also took part"), _(", ").join(meeting.collective)),
    ]


def _days(meeting: Meeting) -> str | None:
    """The day of the meeting, or its first and last."""
    days = [day for day in (meeting.date, meeting.date_end) if day]
    return " – ".join(weekday(day) for day in days) or None


def _person(person: Attendance) -> str:
    """A name with the printed role and what the person did."""
    acts = _(", ").join(_(ACTS[act]) for act in person.acts)
    return person.name + _(" ({text})").format(text=" · ".join(part for part in (person.role, acts) if part))


def _moment(published: datetime | date | None) -> str | None:
    if isinstance(published, datetime):
        return published.strftime("%Y-%m-%d %H:%M")
    return published.isoformat() if published else None


def escape(text: str) -> str:
    """Text in which nothing acts as Markdown or as HTML."""
    escaped = _MARKDOWN.sub(lambda match: "\\" + match[0], text)
    return _MARKDOWN_START.sub(lambda match: f"{match[1]}\\{match[2]}" if not match[2].isdigit() else match[0], escaped)
