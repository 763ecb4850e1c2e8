"""What a personal name is, and where the role before it ends."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.readout.grammar.names import as_name, ends_in_role, is_expert, split_role

NO_NAMES = """
国家 欧洲 农业 文化 水利部 公安部 商务厅 温州市 金华海关 东部 国内 方面
副署长 党委书记 党组 华为 全体 江苏 会议 出席 王 王大小明 Wang
自治区领导阿里木·吐尔逊 公司总经理 ， （）
"""


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("胡伟", "胡伟"),
        ("王令浚", "王令浚"),
        ("李国", "李国"),
        ("欧阳晨", "欧阳晨"),
        ("司马光明", "司马光明"),
        ("杨 洁", "杨洁"),
        ("王　林", "王林"),
        ("陈月（女）", "陈月"),
        ("郭婷(左三)", "郭婷"),
        ("周明等", "周明"),
        ("周明同志", "周明"),
        ("阿里木·吐尔逊", "阿里木·吐尔逊"),
        ("金华强", "金华强"),
    ],
)
def test_a_name_is_known_in_every_form(printed: str, name: str) -> None:
    """Short, long, spaced, foreign and bracketed names are shown as the name alone."""
    assert as_name(printed) == name


@pytest.mark.parametrize(
    "word",
    NO_NAMES.split(),
)
def test_a_word_that_begins_like_a_name_is_none(word: str) -> None:
    """Places, ministries and offices that begin with a family name are never listed as people."""
    assert as_name(word) is None


@pytest.mark.parametrize(
    ("printed", "role", "name"),
    [
        ("海关总署署长倪明远", "海关总署署长", "倪明远"),
        ("署领导 黄 胜", "署领导", "黄胜"),
        ("国家发展和改革委员会副主任王小川", "国家发展和改革委员会副主任", "王小川"),
        ("自治区领导阿里木·吐尔逊", "自治区领导", "阿里木·吐尔逊"),
        ("某局局长欧阳晨（女）", "某局局长", "欧阳晨"),
        ("经济司司长李甲明", "经济司司长", "李甲明"),
        ("对外贸易司司长李甲明", "对外贸易司司长", "李甲明"),
    ],
)
def test_a_role_ends_where_the_name_begins(printed: str, role: str, name: str) -> None:
    """A title before a name is shown as that person's role, exactly as printed."""
    cut = split_role(printed)
    assert cut is not None
    assert (printed[slice(*cut.role)], as_name(printed[slice(*cut.name)])) == (role, name)


@pytest.mark.parametrize(
    "text", ["学习贯彻国务院副总理何明远", "受署长俞明远", "倪明远", "署长", "", "各部门负责人", "党委书记、署长"]
)
def test_a_phrase_with_a_verb_or_without_a_name_is_no_pair(text: str) -> None:
    """A phrase such as 学习…副总理某某 makes nobody an attendee."""
    assert split_role(text) is None


def test_an_expert_is_told_from_an_official_who_is_also_one() -> None:
    """A professor who is heard is an expert; a president who is also a professor is an official."""
    assert is_expert("某大学教授")
    assert is_expert("本报记者")
    assert not is_expert("院长、教授")
    assert not is_expert("署长")


def test_a_role_may_be_followed_by_spaces() -> None:
    """A space after a title does not hide it."""
    assert ends_in_role("海关总署署长　 ")
    assert not ends_in_role("海关总署")
    assert not ends_in_role("")


@given(st.text(max_size=30))
def test_any_text_has_a_name_or_none(text: str) -> None:
    """Whatever stands in a list, looking for a name in it never fails, and a name holds no blank."""
    name = as_name(text)
    assert name is None or not any(character.isspace() for character in name)
    assert split_role(text) is None or as_name(text) is None
