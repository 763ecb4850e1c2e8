"""When a post was published and when its meeting was held."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.readout.grammar.dates import BEIJING, MeetingDay, Published, chinese_number, meeting_day, parse_published
from reader.readout.model import DateBasis
from tests.readout.posts import headline, stretch


def found_day(lede: str, title: str, published: date | None, year: int | None = None) -> MeetingDay | None:
    """The day of a meeting whose lede and title are these."""
    titles = [headline(title)] if title else []
    return meeting_day(stretch(lede), titles, Published(published, "printed"), year)


def told(found: MeetingDay | None) -> tuple[date, date | None, DateBasis] | None:
    """A day without its place in the text."""
    return found[:3] if found else None


@pytest.mark.parametrize(
    ("printed", "iso"),
    [
        ("Tue, 14 Dec 2021 06:08:26 GMT", "2021-12-14T14:08:26+08:00"),
        ("Tue, 14 Dec 2021 16:00:00 GMT", "2021-12-15T00:00:00+08:00"),
        ("Tue, 14 Dec 2021 06:08:26 +0800", "2021-12-14T06:08:26+08:00"),
        ("2021-07-14 08:21:56", "2021-07-14T08:21:56+08:00"),
        ("2021-07-14T08:21:56Z", "2021-07-14T16:21:56+08:00"),
        ("2021-07-14T20:21:56-05:00", "2021-07-15T09:21:56+08:00"),
        ("2021-07-14T08:21:56.123+01:00", "2021-07-14T15:21:56+08:00"),
        ("2021/7/4 8:21", "2021-07-04T08:21:00+08:00"),
        ("2021年7月14日 08:21", "2021-07-14T08:21:00+08:00"),
        ("2021-07-14", "2021-07-14"),
        ("2021.7.4", "2021-07-04"),
    ],
)
def test_publication_is_told_in_beijing_time(printed: str, iso: str) -> None:
    """An evening in London is shown as the next day in Beijing; a date alone stays a date."""
    found = parse_published(printed)
    assert found is not None
    assert found.isoformat() == iso


@pytest.mark.parametrize(
    "printed",
    [
        "",
        "昨天",
        "2021-13-45",
        "2021-02-30",
        "2021-07-14 25:00:00",
        "Fri, 31 Dec 9999 23:00:00 GMT",
        "0000-01-01",
        "1639461906",
        "true",
    ],
)
def test_an_impossible_date_is_none(printed: str) -> None:
    """A date that cannot be is unknown, never guessed."""
    assert parse_published(printed) is None


PUBLISHED = date(2022, 7, 6)


@pytest.mark.parametrize(
    ("lede", "day", "end"),
    [
        ("7月5日，海关总署召开例会", "2022-07-05", None),
        ("7月5日上午，海关总署召开例会", "2022-07-05", None),
        ("12月30日，海关总署召开例会", "2021-12-30", None),
        ("2020年2月29日，海关总署召开例会", "2020-02-29", None),
        ("2月29日，海关总署召开例会", "2020-02-29", None),
        ("5日上午，海关总署召开例会", "2022-07-05", None),
        ("20日，海关总署召开例会", "2022-06-20", None),
        ("署长于明5日主持召开例会", "2022-07-05", None),
        ("七月五日，海关总署召开例会", "2022-07-05", None),
        ("二〇二二年六月二十三日，海关总署召开例会", "2022-06-23", None),
        ("6月25-26日，海关总署召开例会", "2022-06-25", "2022-06-26"),
        ("6月25日至26日，海关总署召开例会", "2022-06-25", "2022-06-26"),
        ("6月30日至7月1日，海关总署召开例会", "2022-06-30", "2022-07-01"),
        ("6月25日、26日，海关总署召开例会", "2022-06-25", "2022-06-26"),
        ("某社广州7月5日电 7月4日下午，海关总署召开例会", "2022-07-04", None),
        ("某社广州7月5日电 海关总署召开例会", "2022-07-05", None),
        ("为落实7月1日重要讲话精神，7月5日，海关总署召开例会", "2022-07-05", None),
    ],
)
def test_the_day_in_the_lede(lede: str, day: str, end: str | None) -> None:
    """The meeting stands in the list under the day that its text names, in the latest year that is possible."""
    found = found_day(lede, "", PUBLISHED)
    assert found is not None
    assert (found.day.isoformat(), found.end and found.end.isoformat(), found.basis) == (day, end, DateBasis.TEXT)


@pytest.mark.parametrize(
    "lede",
    [
        "为期5日的会议召开",
        "自7月1日起施行的规定",
        "截至6月30日止",
        "13月40日召开会议",
        "2月30日召开会议",
        "海关总署召开例会",
        "7月1日以来",
    ],
)
def test_what_is_no_day_of_a_meeting(lede: str) -> None:
    """A length, a deadline or an impossible day does not date the meeting: then only its publication is known."""
    assert told(found_day(lede, "", PUBLISHED)) == (PUBLISHED, None, DateBasis.PUBLISHED)


def test_the_title_tells_where_the_text_does_not() -> None:
    """A day that only the headline names is used, and said to come from there."""
    assert told(found_day("海关总署召开例会", "海关总署7月4日召开例会", PUBLISHED)) == (
        date(2022, 7, 4),
        None,
        DateBasis.TITLE,
    )


def test_without_a_publication_a_day_without_a_year_is_unknown() -> None:
    """No year is invented where neither text nor publication tells it."""
    assert found_day("7月5日，召开例会", "", None) is None
    assert told(found_day("2022年7月5日，召开例会", "", None)) == (date(2022, 7, 5), None, DateBasis.TEXT)


@pytest.mark.parametrize(
    ("lede", "year", "published", "day"),
    [
        ("12月29日，会议召开", 2022, date(2021, 12, 30), date(2021, 12, 29)),
        ("1月14日，会议召开", 2022, date(2022, 1, 15), date(2022, 1, 14)),
        ("1月14日，会议召开", 2012, date(2015, 6, 1), date(2012, 1, 14)),
        ("12月20日，会议召开", 2007, date(2015, 6, 1), None),
        ("会议召开", 2007, date(2015, 6, 1), None),
    ],
)
def test_a_conference_of_a_year_and_its_repost(lede: str, year: int, published: date, day: date | None) -> None:
    """A conference of 2022 may be held in December 2021; of a repost of years later only what is certain is told."""
    found = found_day(lede, "", published, year)
    assert (found.day if found else None) == day


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("四十六", 46),
        ("十", 10),
        ("二十", 20),
        ("一百零二", 102),
        ("三十一", 31),
        ("49", 49),
        ("〇", 0),
        ("万", None),
        ("", None),
    ],
)
def test_numerals(printed: str, value: int | None) -> None:
    """Ordinals in Chinese numerals are numbers."""
    assert chinese_number(printed) == value


@given(st.datetimes(min_value=datetime(1970, 1, 1), max_value=datetime(2100, 1, 1)))
def test_any_moment_that_is_printed_is_read(moment: datetime) -> None:
    """Every moment printed without a zone comes back as that moment in Beijing, to the second."""
    seconds = moment.replace(microsecond=0)
    assert parse_published(seconds.isoformat(sep=" ")) == seconds.replace(tzinfo=BEIJING)


@given(st.dates(min_value=date(1950, 1, 1), max_value=date(2100, 1, 1)), st.integers(0, 364))
def test_a_day_without_its_year_is_the_latest_possible(published: date, before: int) -> None:
    """A day of the year before the publication is dated rightly, and never after it."""
    day = date.fromordinal(published.toordinal() - before)
    found = found_day(f"{day.month}月{day.day}日，召开例会", "", published)
    assert found is not None
    assert found.day == day


@given(st.text(max_size=60), st.text(max_size=30), st.none() | st.dates())
def test_any_text_has_a_day_or_none(lede: str, title: str, published: date | None) -> None:
    """No text and no publication, not even in the year 1, stops the reading."""
    found = found_day(lede, title, published)
    assert found is None or isinstance(found.day, date)
