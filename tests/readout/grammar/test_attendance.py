"""Gathering people in printed order."""

from __future__ import annotations

from reader.readout.grammar.attendance import Attendees, Register
from reader.readout.grammar.groups import read_group
from reader.readout.people import Act
from tests.readout.posts import acts, stretch


def registered(*told: tuple[str, Act]) -> Attendees:
    """What a register holds when these lists of people have done these acts, in this order."""
    register = Register()
    for text, act in told:
        printed = stretch(text)
        register.add(read_group(printed, register.known).people, [(act, printed.span)])
    return register.result()


def test_a_person_named_again_keeps_place_and_role_and_gains_acts() -> None:
    """Someone who opens a meeting and speaks later is listed once, with both acts in text order."""
    people = registered(("署长胡伟、王令浚", Act.ATTENDED), ("书记胡伟", Act.SPOKE), ("王令浚", Act.CHAIRED)).people
    assert [(person.name, person.role, acts(person), person.position) for person in people] == [
        ("胡伟", "署长", "attended spoke", 1),
        ("王令浚", "署长", "chaired", 2),
    ]


def test_a_person_is_the_same_in_any_form_of_the_name() -> None:
    """盛署长, a name in traditional script and one with 同志 are the person who was named before."""
    people = registered(
        ("海关总署署长盛光明", Act.ATTENDED),
        ("副署长于廣洲", Act.ATTENDED),
        ("盛署长", Act.SPOKE),
        ("于广洲同志", Act.REPORTED),
    ).people
    assert [(person.name, acts(person)) for person in people] == [
        ("盛光明", "attended spoke"),
        ("于廣洲", "attended reported"),
    ]


def test_a_title_that_two_could_bear_is_nobody() -> None:
    """王署长 is not shown as anyone where nobody of that name has that title, or two have it."""
    assert [acts(person) for person in registered(("副署长王林", Act.ATTENDED), ("王署长", Act.SPOKE)).people] == [
        "attended"
    ]
    people = registered(("副署长王林、王令文", Act.ATTENDED), ("王副署长", Act.SPOKE)).people
    assert [acts(person) for person in people] == ["attended", "attended"]


def test_a_group_is_listed_once() -> None:
    """A group that is named twice stands once in the list of groups."""
    register = Register()
    register.add_group(stretch("各部门负责人"))
    register.add_group(stretch("各部门负责人"))
    assert [printed for printed, _ in register.result().collective] == ["各部门负责人"]
