"""Gathering people in printed order."""

from __future__ import annotations

from reader.readout.attendance import Register
from reader.readout.model import Act, Attendance


def test_a_person_named_again_keeps_place_and_role_and_gains_acts() -> None:
    """Someone who opens a meeting and speaks later is listed once, with both acts in text order."""
    register = Register()
    register.add([("胡伟", "署长"), ("王令浚", None)], [Act.ATTENDED])
    register.add([("胡伟", "书记")], [Act.SPOKE, Act.ATTENDED])
    register.add([("王令浚", "副署长")], [Act.CHAIRED])
    assert register.result().people == (
        Attendance("胡伟", "署长", (Act.ATTENDED, Act.SPOKE), 1),
        Attendance("王令浚", "副署长", (Act.CHAIRED,), 2),
    )


def test_a_group_is_listed_once() -> None:
    """A group that is named twice stands once in the list of groups."""
    register = Register()
    register.add_group("各部门负责人")
    register.add_group("各部门负责人")
    assert register.result() == ((), ("各部门负责人",))
