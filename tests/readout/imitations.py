"""Reads the tables of imitation posts and says where a readout differs from them.

The facts of a post stand in one of the tables `imitations_….yaml`, under its name; the post itself lies in
`imitations/`, or stands beside its facts.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml

from reader.readout.model import Meeting, Readout
from reader.readout.people import Attendance
from reader.readout.read import read_post
from tests.readout.posts import post

HERE = Path(__file__).parent
FOLDER = HERE / "imitations"
TABLES = sorted(HERE.glob("imitations_*.yaml"))


class _Printed(yaml.SafeLoader):
    """Days and times stay as they are printed."""


_Printed.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith("timestamp")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def table() -> dict[str, dict[str, Any]]:
    """Name of a post -> its facts."""
    facts: dict[str, dict[str, Any]] = {}
    for name in TABLES:
        facts |= yaml.load(name.read_text(encoding="utf-8"), Loader=_Printed) or {}
    return facts


def file_of(name: str) -> Path:
    """The file of a post."""
    return next(path for path in FOLDER.glob(f"{name}.*") if path.stem == name)


def read_imitation(name: str, facts: dict[str, Any]) -> Readout:
    """The readout of a post, which lies in its file or stands in the table."""
    if "post" not in facts:
        path = file_of(name)
        return read_post(path.read_bytes(), suffix=path.suffix)
    given = facts["post"]
    lines = [line if line.startswith("<") else f"<p>　　{line}</p>" for line in given["text"].splitlines()]
    return read_post(post(given["title"], published=given["date"], html="\n".join(lines)))


def told(readout: Readout) -> dict[str, Any]:
    """What a readout tells, in the words of the table."""
    meeting = readout.meeting
    facts: dict[str, Any] = {
        "kind": str(readout.kind),
        "genre": str(readout.genre) if readout.genre else None,
        "customs": readout.customs,
        "published": readout.published.isoformat() if readout.published else None,
        "original_title": readout.original_title,
        "mentions": sorted(f"{mention.name} / {mention.role or '-'}" for mention in readout.mentions),
        "paragraphs": len(readout.paragraphs),
        "highlights": len(readout.highlights),
        "credits": [f"{credit.label} / {credit.value}" for credit in readout.credits],
        "people": [_person(person) for person in (meeting.people if meeting else readout.people)],
    }
    return facts | (_meeting(meeting) if meeting else {})


def differences(name: str, facts: dict[str, Any]) -> list[tuple[str, Any, Any]]:
    """(fact, expected, found) for each fact of the table that the post's readout tells otherwise."""
    readout = read_imitation(name, facts)
    found = told(readout)
    wrong = []
    for fact, expected in facts.items():
        if fact in ("form", "post", "body_has", "body_lacks"):
            continue
        wanted = expected or [] if isinstance(found.get(fact), list) else expected
        if fact == "mentions":
            wanted = sorted(wanted)
        if fact == "people":
            wanted = [re.sub(r"\s+", " ", person) for person in wanted]
        if found.get(fact) != wanted:
            wrong.append((fact, wanted, found.get(fact)))
    body = "\n".join(readout.body)
    wrong.extend(("body_has", text, None) for text in facts.get("body_has") or () if text not in body)
    wrong.extend(("body_lacks", None, text) for text in facts.get("body_lacks") or () if text in body)
    return wrong


def _meeting(meeting: Meeting) -> dict[str, Any]:
    return {
        "convener": meeting.convener,
        "name": meeting.name,
        "date": meeting.date.isoformat() if meeting.date else None,
        "date_end": meeting.date_end.isoformat() if meeting.date_end else None,
        "date_basis": str(meeting.date_basis) if meeting.date_basis else None,
        "series": meeting.series,
        "number": meeting.number,
        "year": meeting.year,
        "place": meeting.place,
        "form_of_meeting": meeting.form,
        "collective": list(meeting.collective),
    }


def _person(person: Attendance) -> str:
    return f"{person.name} / {person.role or '-'} / {' '.join(person.acts)}"
