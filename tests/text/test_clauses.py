"""What is a clause."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.clauses import clauses
from tests.analysis.made_bodies import made_bodies

MARKS = "，。；：！？"
TWINS = ",.;:!?"
TEXTS = st.text("海关人物12、，。；：！？,.;:!?“” 　a１", max_size=40)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("会议指出，要做到“人、物”同防；守住底线。", ["会议指出", "要做到“人、物”同防", "守住底线"]),
        ("外贸总值39.1万亿元，共1,234家，10:30开始", ["外贸总值39.1万亿元", "共1,234家", "10:30开始"]),
        ("要稳,要准.好:1;2", ["要稳", "要准", "好", "1;2"]),
        ("　　一、防线 ，", ["一、防线"]),
        ("10：30", ["10", "30"]),
        ("。。，！", []),
        ("", []),
    ],
)
def test_clauses(text: str, found: list[str]) -> None:
    """Marks end a clause, 、 does not, nor does a point, comma or colon between two digits."""
    assert [text[start:end] for start, end in clauses(text)] == found


@given(TEXTS)
def test_clauses_are_what_stands_between_marks(text: str) -> None:
    """Cut at every mark and stripped, a text gives the same clauses."""
    assert [text[start:end] for start, end in clauses(text)] == slow_clauses(text)


@given(TEXTS)
def test_nothing_but_marks_and_spaces_is_left_out(text: str) -> None:
    """Clauses follow each other and leave out only what parts them."""
    at = 0
    for start, end in (*clauses(text), (len(text), len(text))):
        assert at <= start <= end
        assert not text[at:start].strip(MARKS + TWINS + " \u3000")
        at = end


def test_clauses_of_made_bodies() -> None:
    """The same in 300 bodies."""
    for text in (text for body in made_bodies() for text in body):
        assert [text[start:end] for start, end in clauses(text)] == slow_clauses(text)


def slow_clauses(text: str) -> list[str]:
    """The clauses of a text, character by character."""
    found = [""]
    for at, sign in enumerate(text):
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        inside_number = before.isdecimal() and after.isdecimal()
        if sign in MARKS or (sign in TWINS and not inside_number):
            found.append("")
        else:
            found[-1] += sign
    return [clause.strip() for clause in found if clause.strip()]
