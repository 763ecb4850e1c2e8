"""Nothing that a terminal obeys is left in a text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.safety import clean, one_line

FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200c\u200e\u200f\u2060\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
ANYTHING = st.text(alphabet=st.characters(), max_size=80)


@given(ANYTHING)
def test_no_control_is_left(text: str) -> None:
    """Whatever a text holds, no control, bidi or invisible character and no lone surrogate comes out."""
    assert not FORBIDDEN.search(clean(text))
    assert not re.search("[\t\n]", one_line(text))


@given(ANYTHING)
def test_cleaning_twice_changes_nothing(text: str) -> None:
    """What is clean stays as it is."""
    assert clean(clean(text)) == clean(text)


@pytest.mark.parametrize(
    ("dirty", "cleaned"),
    [
        ("一\x1b[31m二", "一二"),
        ("一\x9b31m二", "一二"),
        ("一\u202e二\u2066三", "一二三"),
        ("一\r\n二\r三\u2028四", "一\n二\n三\n四"),
        ("一\ud800二", "一\ufffd二"),
        ("\u200d海\u200d关", "海关"),
        ("👩\u200d🚒", "👩\u200d🚒"),
        ("a" + "\u0301" * 50, "a" + "\u0301" * 4),
        ("海关总署：“六稳”……", "海关总署：“六稳”……"),
    ],
)
def test_examples(dirty: str, cleaned: str) -> None:
    """Escapes lose their sting, bidi marks and loose joiners go, line ends become newlines, Chinese stays."""
    assert clean(dirty) == cleaned


def test_one_line() -> None:
    """A title over several lines is one line with single spaces."""
    assert one_line(" 海关\n\t总署  例会 ") == "海关 总署 例会"
