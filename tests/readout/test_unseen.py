"""Imitations of kinds of posts that the samples do not hold: what they say is read, what they do not say is null."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from reader.readout.model import Kind
from tests.readout.posts import acts, read


class Case(NamedTuple):
    """A post and its facts: people as "name/role/acts", with - for no role."""

    title: str
    paragraphs: tuple[str, ...]
    convener: str | None
    name: str
    day: str
    people: tuple[str, ...] = ()
    collective: tuple[str, ...] = ()


MEETINGS = {
    "another ministry": Case(
        "商务部召开2022年全国外资会议",
        (
            "7月5日，商务部在京召开2022年全国外资会议。商务部党组书记、部长王文远出席会议并讲话，副部长郭婷主持会议，"
            "部党组成员、人事司司长李国，总经济师陈春出席会议。",
            "各省商务主管部门负责同志参加会议。",
        ),
        "商务部",
        "2022年全国外资会议",
        "2022-07-05",
        (
            "王文远/商务部党组书记、部长/attended spoke",
            "郭婷/副部长/chaired",
            "李国/部党组成员、人事司司长/attended",
            "陈春/总经济师/attended",
        ),
        ("各省商务主管部门负责同志",),
    ),
    "flash": Case(
        "快讯",
        ("某社7月6日电，海关总署党委书记、署长倪明远日前主持召开总署党委会议，传达学习有关会议精神。",),
        "海关总署",
        "党委会议",
        "2022-07-06",
        ("倪明远/海关总署党委书记、署长/chaired",),
    ),
    "title only": Case(
        "海关总署第三十三次形势分析例会", ("要抓好防控。",), "海关总署", "第三十三次形势分析例会", "2022-07-06"
    ),
    "names alone": Case(
        "全国政协召开座谈会",
        ("7月4日，全国政协在京召开座谈会。全国政协主席汪远主持会议。", "王令文、邹志明、张际远参加。"),
        "全国政协",
        "座谈会",
        "2022-07-04",
        ("汪远/全国政协主席/chaired", "王令文/-/attended", "邹志明/-/attended", "张际远/-/attended"),
    ),
    "a deputy convenes": Case(
        "海关总署召开专题会议",
        (
            "7月5日下午，海关总署副署长、党委委员孙玉明主持召开打私专题会议。",
            "会议听取了某局局长孙志、某分署主任李文的汇报。",
        ),
        None,
        "打私专题会议",
        "2022-07-05",
        ("孙玉明/海关总署副署长、党委委员/chaired",),
    ),
    "a group role for one": Case(
        "海关总署召开推进会",
        ("某社广州7月5日电 （甲 乙）7月4日下午，海关总署在广州召开口岸工作推进会。署领导黄胜出席会议并致辞。",),
        "海关总署",
        "口岸工作推进会",
        "2022-07-04",
        ("黄胜/署领导/attended spoke",),
    ),
    "shared and own roles": Case(
        "某银行召开工作会议",
        (
            "7月1日，某银行召开下半年工作会议。某银行党委书记郭清、行长易明出席会议并讲话。党委委员、副行长陈雨、范一明，"
            "驻行纪检监察组组长曲山出席会议。",
        ),
        "某银行",
        "下半年工作会议",
        "2022-07-01",
        (
            "郭清/某银行党委书记/attended spoke",
            "易明/行长/attended spoke",
            "陈雨/党委委员、副行长/attended",
            "范一明/党委委员、副行长/attended",
            "曲山/驻行纪检监察组组长/attended",
        ),
    ),
    "experts": Case(
        "海关总署召开专家座谈会",
        (
            "7月5日，海关总署召开专家座谈会。署长倪明远主持会议。某院研究员张明、某大学教授李道明等专家学者参加会议并发言。",
        ),
        "海关总署",
        "专家座谈会",
        "2022-07-05",
        ("倪明远/署长/chaired",),
    ),
    "minority names": Case(
        "某自治区召开会议",
        (
            "7月5日，自治区党委召开常委（扩大）会议。自治区党委书记马兴主持会议，自治区领导阿里木·吐尔逊、李邑明出席会议。",
        ),
        "自治区党委",
        "常委（扩大）会议",
        "2022-07-05",
        ("马兴/自治区党委书记/chaired", "阿里木·吐尔逊/自治区领导/attended", "李邑明/自治区领导/attended"),
    ),
    "a plenum": Case(
        "某委六次全会开幕",
        (
            "某党第十九届某委第六次全体会议5日上午在北京开幕。总书记习明出席会议并发表重要讲话。",
            "李明、栗书、汪远出席会议。赵际主持会议。",
        ),
        None,
        "某党第十九届某委第六次全体会议",
        "2022-07-05",
        ("习明/总书记/attended spoke", "李明/-/attended", "栗书/-/attended", "汪远/-/attended", "赵际/-/chaired"),
    ),
    "another meeting is cited": Case(
        "海关总署召开党委会议",
        (
            "7月5日，海关总署召开党委会议。署长倪明远主持会议。",
            "7月1日，国务院召开廉政工作会议，国务院总理李明出席会议并讲话，国务委员王文主持会议。",
            "副署长王令文、邹志明出席会议。",
        ),
        "海关总署",
        "党委会议",
        "2022-07-05",
        ("倪明远/署长/chaired", "王令文/副署长/attended", "邹志明/副署长/attended"),
    ),
}


@pytest.mark.parametrize("case", MEETINGS.values(), ids=MEETINGS)
def test_an_unseen_kind_of_meeting_says_what_it_says_and_no_more(case: Case) -> None:
    """Meetings of other bodies and in other forms show exactly the facts that their text prints."""
    meeting = read(case.title, *case.paragraphs).meeting
    assert meeting is not None
    assert (meeting.convener, meeting.name, str(meeting.date)) == case[2:5]
    assert tuple(f"{person.name}/{person.role or '-'}/{acts(person)}" for person in meeting.people) == case.people
    assert meeting.collective == case.collective


ARTICLES = {
    "press conference": (
        "国新办就进出口情况举行发布会",
        "国务院新闻办公室于7月5日上午10时举行新闻发布会，某司司长吕明介绍情况。",
    ),
    "appointment": ("国务院任免国家工作人员", "任命俞明为海关总署署长；免去倪明远的海关总署署长职务。"),
    "statistics": ("海关总署：前6个月我国进出口增长9.4%", "据海关统计，前6个月我国进出口总值19.8万亿元，增长9.4%。"),
    "visit": ("倪明远会见某国关税局局长", "7月5日，海关总署署长倪明远会见某国关税局局长，某司司长王明参加会见。"),
    "signing": ("海关总署与某省签署备忘录", "7月5日，海关总署与某省签署备忘录，署长倪明远出席签约仪式并讲话。"),
    "forum": ("倪明远出席论坛并致辞", "7月5日，第三届海关论坛在上海举行，署长倪明远出席论坛并致辞。"),
    "cited": ("广州海关贯彻会议精神", "广州海关认真贯彻会议精神。1月24日，海关总署召开全国海关工作会议。"),
    "industry": ("某公司董事长谈回收", "7月5日，2022世界某某电池大会在某市举行。董事长王明在会上表示，大有可为。"),
    "minutes": ("某行公布会议纪要", "7月5日，某行公布6月14日至15日会议纪要，与会官员认为可能加息。"),
    "notice": ("关于召开全国海关工作会议的通知", "经研究，决定召开全国海关工作会议，现通知如下。"),
    "to come": ("海关总署将召开例会", "海关总署将于7月20日召开第五次例会。"),
    "digest": ("一图读懂2022年全国海关工作会议", "来看要点。"),
}


@pytest.mark.parametrize("key", ARTICLES)
def test_what_reports_no_meeting_is_an_article(key: str) -> None:
    """Press conferences, appointments, statistics, visits and announcements are not in the list of meetings."""
    readout = read(*ARTICLES[key])
    assert (readout.kind, readout.meeting) == (Kind.ARTICLE, None)
