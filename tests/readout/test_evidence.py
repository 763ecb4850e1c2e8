"""Where each fact was read: the words that stand there are shown with it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.readout.evidence import Evidence, Source
from reader.readout.model import Readout
from reader.readout.people import Attendance
from reader.readout.read import read_post
from reader.text.folding import simplify
from tests.readout.imitations import FOLDER
from tests.readout.test_truth import SAMPLES, SEEDS

POSTS = sorted(path for folder in (SAMPLES, SEEDS, FOLDER) if folder.is_dir() for path in folder.glob("[!.]*.*"))


def read(path: Path) -> Readout:
    return read_post(path.read_bytes(), suffix=path.suffix)


def spans(readout: Readout) -> Iterator[Evidence]:
    """Every piece of evidence of a readout."""
    meeting = readout.meeting
    yield from meeting.evidence if meeting else ()
    for person in (*(meeting.people if meeting else ()), *readout.people):
        yield from person.spans
    for mention in readout.mentions:
        yield Evidence("name", mention.span)


def squeezed(text: str) -> str:
    """A text in simplified script without spaces."""
    return simplify("".join(text.split()))


def check_person(person: Attendance, readout: Readout) -> None:
    where = {fact: readout.text_at(span) for fact, span in person.spans}
    assert squeezed(where["name"]) == squeezed(person.name)
    assert set(where) == {"name", *person.acts, *(["role"] if person.role else [])}
    assert where.get("role", person.role) == person.role


@pytest.mark.parametrize("path", POSTS, ids=lambda path: path.stem)
def test_no_fact_lacks_its_evidence(path: Path) -> None:
    """Day, chair, each person, number and the rest can be shown at the words they were read from."""
    if path.name == "truth.json":
        return
    readout = read(path)
    for fact, span in spans(readout):
        assert readout.text_at(span), fact
    for person in readout.people:
        check_person(person, readout)
    meeting = readout.meeting
    if not meeting:
        return
    for person in meeting.people:
        check_person(person, readout)
    where = {fact: readout.text_at(span) for fact, span in meeting.evidence}
    facts = ("name", "convener", "date", "series", "number", "year", "place", "form")
    assert {fact for fact in facts if getattr(meeting, fact) is not None} == {*where} - {"collective"}
    assert where["name"] in meeting.name
    assert where.get("year", "").startswith(str(meeting.year) if meeting.year else "")
    assert [readout.text_at(span) for fact, span in meeting.evidence if fact == "collective"] == [*meeting.collective]


def test_a_day_that_only_the_publication_tells_shows_the_printed_date() -> None:
    """Where no text names the day, the post's own date is the evidence."""
    readout = read_post(
        "---\ntitle: '海关总署召开例会'\ndate: 2022-07-05\n---\n\n<p>要抓好落实，守好国门。</p>".encode()
    )
    assert readout.meeting is not None
    span = dict(readout.meeting.evidence)["date"]
    assert (span.source, readout.text_at(span)) == (Source.PUBLISHED, "2022-07-05")
