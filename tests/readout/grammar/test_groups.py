"""One stretch of a list: roles, names, groups without names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.readout.grammar.groups import read_group
from tests.readout.posts import stretch


def people(text: str) -> list[tuple[str, str | None]]:
    """(name, role) of everyone in a list, as printed."""
    return [
        (named.name.printed, named.role.printed if named.role else None) for named in read_group(stretch(text)).people
    ]


def group_of(text: str) -> str:
    """The group without names that a list holds, empty where it holds none."""
    found = read_group(stretch(text)).collective
    return found.printed if found else ""


ROLES = ["副署长", "署领导", "海关总署署长、党委书记", "党委委员、政治部主任", "部党组成员、人事司司长", "总工程师"]
NAMES = ["胡伟", "王令浚", "张明文", "孙玉明", "欧阳晨", "阿里木·吐尔逊", "许大春", "黄冠"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("署领导胡伟、王令浚、张明文", [("胡伟", "署领导"), ("王令浚", "署领导"), ("张明文", "署领导")]),
        ("海关总署署长、党委书记胡伟", [("胡伟", "海关总署署长、党委书记")]),
        ("行长胡伟、党委书记王令浚", [("胡伟", "行长"), ("王令浚", "党委书记")]),
        (
            "党委委员、副行长胡伟、王令浚、纪检组长张明文",
            [("胡伟", "党委委员、副行长"), ("王令浚", "党委委员、副行长"), ("张明文", "纪检组长")],
        ),
        ("副署长吕明、鲁培文和政治部主任胡伟", [("吕明", "副署长"), ("鲁培文", "副署长"), ("胡伟", "政治部主任")]),
        ("胡伟和王令浚", [("胡伟", None), ("王令浚", None)]),
        ("胡伟、王令浚", [("胡伟", None), ("王令浚", None)]),
        ("农业和农村部部长胡伟", [("胡伟", "农业和农村部部长")]),
        (
            "公安部部长胡伟、应急管理部部长王令浚等有关部门负责人",
            [("胡伟", "公安部部长"), ("王令浚", "应急管理部部长")],
        ),
        ("副署长王令浚（兼广东分署主任、党委书记）", [("王令浚", "副署长")]),
        ("公安部、商务部、司法部、华为、温州市", []),
        ("胡伟、小米", []),
        ("会议听取了缉私局局长胡伟", []),
        ("某大学教授胡伟、王令浚", []),
        ("王林副署长", [("王林", "副署长")]),
        ("盛署长", [("盛", "署长")]),
        ("胡伟王令浚张明文", [("胡伟", None), ("王令浚", None), ("张明文", None)]),
        ("署领导胡伟王令浚", [("胡伟", "署领导"), ("王令浚", "署领导")]),
        ("海關總署署長于廣洲", [("于廣洲", "海關總署署長")]),
        ("", []),
    ],
)
def test_who_is_in_a_list_and_as_what(text: str, expected: list[tuple[str, str | None]]) -> None:
    """Each person of a list is shown with the role that stands before the name or is shared by the list."""
    assert people(text) == expected


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("总署各部门、各在京单位主要负责人", "总署各部门、各在京单位主要负责人"),
        ("总工程师、总检验师", "总工程师、总检验师"),
        ("习近平总书记", ""),
        ("王林副署长", ""),
        ("会议要求各部门负责人", ""),
        ("各方", ""),
    ],
)
def test_a_group_without_names_is_a_group(text: str, group: str) -> None:
    """Groups such as 各部门主要负责人 stand apart from people; a named person is never a group."""
    assert group_of(text) == group


@given(
    st.lists(
        st.tuples(st.sampled_from(ROLES), st.lists(st.sampled_from(NAMES), min_size=1, max_size=3)),
        min_size=1,
        max_size=3,
    )
)
def test_a_composed_list_gives_back_its_people(parts: list[tuple[str, list[str]]]) -> None:
    """Any list put together from roles and names is shown with exactly those people and roles, in that order."""
    text = "、".join(role + "、".join(names) for role, names in parts)
    assert people(text) == [(name, role) for role, names in parts for name in names]
