"""Which meeting a readout reports, and which it only talks about."""

from __future__ import annotations

import pytest

from reader.readout.grammar.meeting import NamedMeeting, find_meeting, read_form
from reader.readout.grammar.series import read_name, same_meeting
from tests.readout.posts import headline, meeting_of, passage, read, stretch


@pytest.mark.parametrize(
    ("lede", "convener", "name", "place"),
    [
        ("7月5日，海关总署召开第四次形势分析例会，部署工作。", "海关总署", "第四次形势分析例会", None),
        ("7月5日，总署召开党委会议。", "海关总署", "党委会议", None),
        ("7月5日，全国税务工作会议在北京召开。", None, "全国税务工作会议", "北京"),
        ("7月5日，商务部在京召开全国外资工作会议。", "商务部", "全国外资工作会议", "京"),
        ("署党委书记倪明远主持召开总署党委会议暨指挥部会议，强调要落实。", "海关总署", "党委会议暨指挥部会议", None),
        ("中共中央政治局7月5日召开会议，分析形势。", "中共中央政治局", "中共中央政治局会议", None),
        ("7月5日，海关总署与国家铁路局以视频方式召开协调会议。", "海关总署与国家铁路局", "协调会议", None),
        ("7月5日，自治区党委召开常委（扩大）会议。", "自治区党委", "常委（扩大）会议", None),
        (
            "某社北京7月5日电 (记者 陈明)海关总署党委7月4日召开党委(扩大)会议,传达精神。",
            "海关总署党委",
            "党委(扩大)会议",
            None,
        ),
        ("某社7月5日电海关总署召开例会。", "海关总署", "例会", None),
        ("7月5日海关总署召开例会。", "海关总署", "例会", None),
        ("日前海关总署召开例会。", "海关总署", "例会", None),
        ("全体党员干部召开民主生活会议。", None, "民主生活会议", None),
        ("第三次全体会议5日上午在上海开幕。", None, "第三次全体会议", "上海"),
    ],
)
def test_a_lede_names_the_meeting(lede: str, convener: str | None, name: str, place: str | None) -> None:
    """The list shows the meeting's name without its convener, who stands apart, and the place where one is printed."""
    found = find_meeting([passage(lede)], [])
    assert found is not None
    assert (found.convener_name, found.printed, found.place and found.place.printed) == (convener, name, place)


@pytest.mark.parametrize(
    "lede",
    [
        "国务院新闻办公室7月5日举行新闻发布会，介绍情况。",
        "某关深入学习贯彻海关总署召开的全国海关工作会议精神。",
        "认真学习贯彻海关总署召开的全国海关工作会议，抓好落实。",
        "海关总署将于7月20日召开第五次例会。",
        "某关抓好落实。1月24日，海关总署召开全国海关工作会议。",
        "第三届贸易论坛在上海举行。",
        "甲关、乙关等分别召开会议。",
        "任命王明为海关总署副署长。",
        "前7个月我国进出口总值增长10.4%。",
        "召开会议。",
        "",
    ],
)
def test_what_is_no_report_of_a_meeting_is_none(lede: str) -> None:
    """Press conferences, forums, meetings to come and meetings cited in passing are not listed as meetings."""
    assert find_meeting([passage(lede)], []) is None


@pytest.mark.parametrize(
    "title",
    [
        "会议",
        "一图读懂2022年全国海关工作会议",
        "海关总署将召开例会",
        "关于召开全国海关工作会议的通知",
        "阿里木·吐尔逊出席会议",
        "贯彻落实全国海关工作会议",
        "海关总署举行新闻发布会",
    ],
)
def test_a_title_that_talks_about_a_meeting_names_none(title: str) -> None:
    """A title that explains, announces or cites a meeting does not make the post its report."""
    assert find_meeting([], [headline(title)]) is None


def test_a_title_that_is_a_name_is_a_meeting() -> None:
    """A post whose title is nothing but a meeting's name reports that meeting."""
    found = find_meeting([passage("要抓好落实。")], [headline("海关总署第三十三次形势分析例会")])
    assert found is not None
    assert (found.convener_name, found.printed) == ("海关总署", "第三十三次形势分析例会")


def test_the_title_lends_its_year_and_convener_to_the_lede() -> None:
    """Where the title names the same meeting more fully, the fuller name is shown."""
    found = find_meeting([passage("7月5日，全国税务工作会议召开。")], [headline("税务总局召开2022年全国税务工作会议")])
    assert found is not None
    assert (found.printed, found.convener_name) == ("2022年全国税务工作会议", "税务总局")


@pytest.mark.parametrize(
    ("name", "series", "number", "year"),
    [
        ("第四十六次形势分析例会", "形势分析例会", 46, None),
        ("第27届理事会年会议", "理事会年会议", 27, None),
        ("第一百零二次例会", "例会", 102, None),
        ("2022年全国海关工作会议", "全国海关工作会议", None, 2022),
        ("某党第十九届纪委第六次全体会议", "某党第十九届纪委全体会议", 6, None),
        ("党委扩大会议暨第三次指挥部会议", "党委扩大会议", None, None),
        ("疫情防控工作视频会议", None, None, None),
        ("会议", None, None, None),
    ],
)
def test_a_name_tells_series_number_and_year(
    name: str, series: str | None, number: int | None, year: int | None
) -> None:
    """A meeting of a series is shown with its series and number; a year is a year and no number."""
    parts = read_name(name)
    assert (parts.series, parts.number, parts.year) == (series, number, year)


@pytest.mark.parametrize(
    ("name", "body", "form"),
    [
        ("视频会议", [], "视频"),
        ("全国电视电话会议", [], "电视电话"),
        ("工作会议", ["会议以视频的形式召开。"], "视频"),
        ("工作会议", ["会议采取电视电话会议形式召开。"], "电视电话"),
        ("工作会议", ["通过视频检查发现问题。"], None),
    ],
)
def test_how_a_meeting_was_held(name: str, body: list[str], form: str | None) -> None:
    """A video meeting is shown as one only where its name or a sentence says so."""
    found = read_form(NamedMeeting(stretch(name), None, None, stretch("")), [passage(text) for text in body])
    assert (found[0] if found else None) == form


@pytest.mark.parametrize(
    ("printed", "same"),
    [
        ("会议", True),
        ("本次会议", True),
        ("了例会", True),
        ("海关总署第四次形势分析例会", True),
        ("形势分析例会", True),
        ("廉政工作会议", False),
    ],
)
def test_an_act_belongs_to_this_meeting_or_to_another(printed: str, same: bool) -> None:
    """A person who chaired some other meeting is not shown as the chair of this one."""
    assert same_meeting(printed, "第四次形势分析例会") is same


def test_a_year_that_a_title_talks_about_is_not_the_meetings() -> None:
    """A year in a headline does not move the meeting into that year."""
    meeting = meeting_of("海关总署：2015年以来首次 召开推进会", "7月5日，海关总署召开推进会。")
    assert (str(meeting.date), meeting.year) == ("2022-07-05", None)


def test_customs_is_a_matter_of_title_and_first_paragraph() -> None:
    """A post of another ministry is not marked as customs because customs is mentioned far down."""
    assert read("海关总署召开例会", "7月5日，海关总署召开例会。").customs
    assert not read("商务部召开例会", "7月5日，商务部召开例会。", "海关等部门参加。").customs
