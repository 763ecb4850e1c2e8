"""Who chaired, spoke, reported and attended, and who did not although named."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.readout.grammar.officials import attendees
from reader.readout.people import Attendance
from tests.readout.posts import acts, meeting_of, passage, people_of


def read_people(text: str) -> tuple[Attendance, ...]:
    """Who is named in one paragraph as taking part in the meeting that it reports."""
    return attendees([passage(text)], [], "座谈会").people


BOSS = ("署长", "chaired")


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("署长倪明远主持会议。", {"倪明远": BOSS}),
        ("会议由署长倪明远主持。", {"倪明远": BOSS}),
        ("署长倪明远在主持会议时指出，要抓落实。", {"倪明远": BOSS}),
        ("署长倪明远日前主持会议。", {"倪明远": BOSS}),
        ("署长倪明远7月5日在北京主持召开座谈会。", {"倪明远": BOSS}),
        ("署长倪明远主持会议，并作讲话。", {"倪明远": ("署长", "chaired spoke")}),
        (
            "署长倪明远出席会议并讲话，副署长张文主持会议。",
            {"倪明远": ("署长", "attended spoke"), "张文": ("副署长", "chaired")},
        ),
        ("署长倪明远代表总署党委作工作报告。", {"倪明远": ("署长", "reported")}),
        ("署长倪明远作了题为守好国门的工作报告。", {"倪明远": ("署长", "reported")}),
        (
            "副署长张文、某局副局长安路明共同主持会议。",
            {"张文": ("副署长", "chaired"), "安路明": ("某局副局长", "chaired")},
        ),
        ("倪明远、张文参加。", {"倪明远": (None, "attended"), "张文": (None, "attended")}),
        ("署领导黄胜以视频方式出席会议。", {"黄胜": ("署领导", "attended")}),
        (
            "副部长郭婷，部党组成员、人事司司长李国，总经济师陈春出席会议。",
            {
                "郭婷": ("副部长", "attended"),
                "李国": ("部党组成员、人事司司长", "attended"),
                "陈春": ("总经济师", "attended"),
            },
        ),
        ("受署长倪明远委托，副署长张文主持会议。", {"张文": ("副署长", "chaired")}),
        ("署长倪明远主持会议。倪明远同志讲话。署长倪明远在会上作讲话。", {"倪明远": ("署长", "chaired spoke")}),
    ],
)
def test_what_each_person_did(text: str, people: dict[str, tuple[str | None, str]]) -> None:
    """The people of a meeting are shown with their role and acts, whoever chairs."""
    assert people_of(text) == people


@pytest.mark.parametrize(
    "text",
    [
        "会议传达了习近平总书记重要讲话精神，国务院总理李明远出席会议并发表讲话。",
        "会议学习贯彻国务院副总理何明远重要讲话、指示批示精神。",
        "会议认为，国务院副总理何明远在会上作重要讲话，意义重大。",
        "会议听取了缉私局局长孙志明、某分署主任李文的汇报，有关部门负责同志参加会议。",
        "1月10日，国务院召开廉政工作会议，国务院总理李明远出席会议并讲话，国务委员王文主持会议。",
        "此前，署长倪明远主持召开署务会议。",
        "署长倪明远出席全国税务工作会议并讲话。",
        "某大学教授李道明、研究员张明等专家学者参加会议并发言。",
        "公安部、商务部、农业农村部、司法部、温州市、华为参加会议。",
        "副署长张文将出席会议。",
        "本报记者陈春作报告。",
    ],
)
def test_who_is_only_mentioned_did_not_attend(text: str) -> None:
    """Leaders of other meetings, cited speeches, experts, ministries and reporters are never listed as attending."""
    assert people_of(text) == {}


def test_groups_without_names_stand_apart_and_keep_their_order() -> None:
    """Groups are shown as printed, without the hall in which they sat."""
    meeting = meeting_of(
        "海关总署召开座谈会",
        "7月5日，海关总署召开座谈会。",
        "总工程师，各部门负责人在主会场参加会议。各直属海关班子成员等分别在分会场参加会议。",
    )
    assert meeting.collective == ("总工程师", "各部门负责人", "各直属海关班子成员等")
    assert meeting.people == ()


def test_positions_follow_the_printed_order() -> None:
    """The printed order is kept over sentences and paragraphs, which is what professionals read."""
    meeting = meeting_of(
        "海关总署召开座谈会",
        "7月5日，海关总署召开座谈会。署长倪明远主持会议。",
        "会议指出，要抓落实。",
        "副署长张文、黄胜出席会议。",
    )
    assert [(person.position, person.name) for person in meeting.people] == [(1, "倪明远"), (2, "张文"), (3, "黄胜")]
    assert [person.name for person in meeting.chairs] == ["倪明远"]


@settings(max_examples=100)
@given(
    st.sampled_from(
        [
            ("主持会议", "chaired"),
            ("出席会议", "attended"),
            ("作工作报告", "reported"),
            ("出席会议并讲话", "attended spoke"),
        ]
    ),
    st.sampled_from(["", "7月5日", "在京", "应邀", "共同", "日前"]),
    st.lists(st.sampled_from(["胡伟", "王令浚", "张明文", "欧阳晨"]), min_size=1, max_size=4, unique=True),
)
def test_a_composed_sentence_gives_back_people_and_acts(act: tuple[str, str], adverb: str, names: list[str]) -> None:
    """Any sentence of role, names, adverb and act is shown as those people with that act."""
    verb, expected = act
    found = read_people(f"副署长{'、'.join(names)}{adverb}{verb}。")
    assert [(person.name, person.role, acts(person)) for person in found] == [
        (name, "副署长", expected) for name in names
    ]


WORDS = "主持 召开 出席 会议 并 讲话 在 ， 、 （ ） 。 署长 王林 以及 等 作 报告 了 “ 7月5日"


@settings(max_examples=100)
@given(
    st.lists(
        st.sampled_from(WORDS.split()),
        max_size=40,
    )
)
def test_any_jumble_of_words_is_read(words: list[str]) -> None:
    """No order of words stops the reading, and nobody but the one person named is ever found."""
    assert {person.name for person in read_people("".join(words))} <= {"王林"}
