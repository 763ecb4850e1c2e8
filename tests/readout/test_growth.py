"""Whether a hostile post can hold the reading: the work of every rule grows linearly with its input."""

from __future__ import annotations

import pytest

from reader.readout.cleaning.tree import build
from reader.readout.evidence import Source
from reader.readout.grammar.attendance import Register
from reader.readout.grammar.groups import Named
from reader.readout.grammar.passages import Passage, Stretch
from reader.readout.people import Act
from tests.readout.growth import FRAMES, Rule, growth, measure, rules

KINDS = 3
"""So many of its worst kinds for each rule; `python -m tests.readout.growth` tries more."""
RULES = {rule.name.removeprefix("reader."): rule for rule in rules()}
BARE = FRAMES[0]
POST = "reading of a post, its figures and its record"
HARD = (
    ("readout.grammar.groups.read_group (one text)", "等", BARE),
    ("readout.grammar.groups.read_group (one text)", "、", BARE),
    ("readout.grammar.groups.read_group (one text)", "海和", BARE),
    ("readout.grammar.groups.read_group (one text)", "3", ("", "海")),
    ("readout.grammar.groups.read_group (one text)", "王小明、（", BARE),
    ("readout.grammar.names.split_title (one text)", "等", ("", "海")),
    ("readout.grammar.sentences.bare_subject (one text)", "就", ("", "，")),
    ("readout.grammar.sentences.bare_subject (one text)", "消息（", BARE),
    ("readout.grammar.figures.figures (one text)", "同比", ("出口", "3%")),
    ("readout.grammar.figures.figures (one text)", "一二", ("三亿", "")),
    ("readout.grammar.figures.figures (one text)", " ", ("3%", "海3%")),
    ("readout.grammar.series.same_meeting (one text)", "（", BARE),
    ("readout.grammar.series.read_name (one text)", "2023年", BARE),
    ("readout.cleaning.furniture.trimmed (one text)", " ", ("海", "海）")),
    ("readout.cleaning.tree.drop_comments (one text)", "<!---->", BARE),
    (POST, "等", ("海关总署召开会议。出席会议的有", "海")),
)
"""What took minutes at a megabyte, or would have."""


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_a_rule_takes_work_that_grows_with_its_input(rule: Rule) -> None:
    """Whatever a post repeats a hundred thousand times, reading it takes no longer than its length explains."""
    assert not list(measure(rule, KINDS, seed=1))


@pytest.mark.parametrize(("name", "kind", "frame"), HARD)
def test_what_was_hard_is_read_in_one_go(name: str, kind: str, frame: tuple[str, str]) -> None:
    """A post made of a word that the grammar looks for is read as fast as any of its length."""
    assert growth(RULES[name], kind, frame) is None


def test_ends_of_tags_that_were_never_opened_are_read_in_one_go() -> None:
    """A page of a hundred thousand open tags and as many ends of others is read as fast as any of its length."""

    def read(text: str) -> None:
        tree = build(text[::2].replace("x", "<div>") + text[::2].replace("x", "</p>") + "<p>海</p>")
        assert tree.get_text() == "海"

    assert growth(Rule("tree", read, ()), "x", BARE) is None


def test_many_people_are_told_apart_in_one_go() -> None:
    """A post that names thousands of people, each also by family name and title, is read as fast as any."""

    def register(text: str) -> None:
        names = Register()
        for number, family in enumerate(text[::5]):
            people = [(f"{family}{chr(0x4E00 + number % 20000)}", "署长"), (family, f"第{number}署长")]
            printed = [Passage(Source.BODY, 0, name + role, name + role) for name, role in people]
            named = [Named(passage.stretch(0, len(passage.text) - 2), passage.stretch(0, 9)) for passage in printed]
            names.add(
                [named[0], Named(Stretch(printed[1], 0, family), named[1].role)], [(Act.SPOKE, named[0].name.span)]
            )
            assert named[0].name.text in names.known

    assert growth(Rule("Register", register, ()), "王李张", BARE) is None
