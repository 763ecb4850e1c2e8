"""Posts of our own for the tests of this room, in the crawler's form."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from reader.readout.grammar.passages import Passage, Stretch, passages
from reader.readout.model import Meeting, Readout
from reader.readout.people import Attendance
from reader.readout.read import read_post

PUBLISHED = "Wed, 06 Jul 2022 06:00:00 GMT"


def post(title: str, *paragraphs: str, published: str = PUBLISHED, html: str | None = None) -> bytes:
    """The bytes of a post with these paragraphs, or with this HTML for a body."""
    body = "<div>\n" + "\n".join(f"<p>　　{text}</p>" for text in paragraphs) + "\n</div>" if html is None else html
    return f"\n---\ntitle: '{title}'\ncategories: \n - 金融\nauthor: 样例\ndate: {published}\n---\n\n{body}".encode()


def read(title: str, *paragraphs: str, published: str = PUBLISHED, html: str | None = None) -> Readout:
    """The readout of such a post."""
    return read_post(post(title, *paragraphs, published=published, html=html))


def meeting_of(title: str, *paragraphs: str, published: str = PUBLISHED) -> Meeting:
    """The meeting that such a post reports; fails where it reports none."""
    meeting = read(title, *paragraphs, published=published).meeting
    assert meeting is not None
    return meeting


def people_of(text: str) -> dict[str, tuple[str | None, str]]:
    """Name -> (role, acts) of a meeting whose readout holds this text after its first sentence."""
    found = meeting_of("海关总署召开座谈会", f"7月5日，海关总署召开座谈会。{text}").people
    return {person.name: (person.role, acts(person)) for person in found}


def passage(text: str) -> Passage:
    """A paragraph of a body as the grammar reads it."""
    return passages([text])[0][0]


def stretch(text: str) -> Stretch:
    """The whole of such a paragraph."""
    return passage(text).whole()


def headline(text: str) -> Passage:
    """A title as the grammar reads it."""
    return passages([], text)[1][0]


def acts(person: Attendance) -> str:
    """The acts of a person, parted by spaces."""
    return " ".join(person.acts)


def as_truth(readout: Readout) -> dict[str, Any]:
    """A readout in the shape of a truth file."""
    return {
        "kind": str(readout.kind),
        "title": readout.title,
        "original_title": readout.original_title,
        "author": readout.author,
        "categories": list(readout.categories),
        "published": _iso(readout.published),
        "customs": readout.customs,
        "meeting": _meeting(readout.meeting) if readout.meeting else None,
        "highlights": [{"text": item.text, "paragraph": item.paragraph} for item in readout.highlights],
        "paragraphs": list(readout.body),
        "outline": [{"label": item.label, "paragraph": item.paragraph} for item in readout.outline],
        "quotes": dict(readout.quotes),
        "credits": [{"label": item.label, "value": item.value} for item in readout.credits],
        "images": list(readout.images),
    }


def _meeting(meeting: Meeting) -> dict[str, Any]:
    return {
        "convener": meeting.convener,
        "name": meeting.name,
        "date": _iso(meeting.date),
        "date_basis": str(meeting.date_basis) if meeting.date_basis else None,
        "series": meeting.series,
        "number": meeting.number,
        "year": meeting.year,
        "place": meeting.place,
        "form": meeting.form,
        "people": [
            {"name": person.name, "role": person.role, "acts": list(person.acts), "position": person.position}
            for person in meeting.people
        ],
        "collective": list(meeting.collective),
    }


def _iso(moment: datetime | date | None) -> str | None:
    return moment.isoformat() if moment else None
