"""What the readout derives from its fields."""

from __future__ import annotations

from datetime import date, datetime

from reader.readout.grammar.dates import BEIJING
from reader.readout.model import DateBasis, Kind, Meeting, Readout
from reader.readout.people import Act, Attendance

PLAIN = Readout(
    title="例会", published=datetime(2022, 7, 6, 1, tzinfo=BEIJING), kind=Kind.ARTICLE, customs=True, paragraphs=()
)


def test_a_readout_is_filed_under_its_meeting_else_its_publication() -> None:
    """A readout stands in the list under the day of its meeting, and an article under that of its publication."""
    meeting = Meeting(name="例会", date=date(2022, 7, 5), date_basis=DateBasis.TEXT)
    assert PLAIN.day == date(2022, 7, 6)
    assert PLAIN._replace(meeting=meeting).day == date(2022, 7, 5)
    assert PLAIN._replace(meeting=meeting._replace(date=None)).day == date(2022, 7, 6)
    assert PLAIN._replace(published=date(2022, 7, 1)).published_day == date(2022, 7, 1)
    assert PLAIN._replace(published=None).day is None


def test_the_chairs_are_those_who_chaired() -> None:
    """Only people printed as chairing are shown as chairs."""
    people = (Attendance("倪明远", "署长", (Act.REPORTED,), 1), Attendance("张文", "副署长", (Act.CHAIRED,), 2))
    meeting = Meeting(name="例会", date=None, date_basis=None, people=people)
    assert meeting.chairs == people[1:]
