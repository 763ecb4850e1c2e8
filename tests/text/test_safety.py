"""Nothing that a terminal obeys is left in a text."""

from __future__ import annotations

import json
import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import wcwidth

from reader.text.cells import cells
from reader.text.safety import COMBINING_CAP, clean, escape, one_line

UNSEEN = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0\U0001f1e6-\U0001f1ff\U0001f3fb-\U0001f3ff"
    "\U000e0000-\U000e0fff]"
)
EVERYTHING = [
    *range(0x3500),
    *range(0xA000, 0xAC80),
    *range(0xD700, 0x20100),
    *range(0x2FF00, 0x30100),
    *range(0xDFF00, 0xE1100),
]
"""All of Unicode but what is Han, Korean or private throughout."""
ODD = "\x1b\x9b\x9d\x90\x07[]0;m\r\n\u0301\u0e49\u1161\u200d\u200b\ufe0f\u202e👩🇨海a"
ANYTHING = st.text(alphabet=st.characters(), max_size=80) | st.text(alphabet=ODD, max_size=80)


def unsafe(text: str) -> list[str]:
    """What of a text no terminal should get; marks beyond the cap are not told."""
    return [
        char
        for char in text
        if ((category := unicodedata.category(char)) in {"Cc", "Cf", "Cs", "Zl", "Zp"} and char not in "\t\n")
        or (category == "Cn" and char < "\U00020000")
        or UNSEEN.match(char)
    ]


def most_marks(text: str) -> int:
    """The longest row of what has no cell of its own."""
    runs = re.split("[^m]+", "".join("m" if wcwidth(char) == 0 else "-" for char in text))
    return max(map(len, runs))


@given(ANYTHING)
def test_no_control_is_left(text: str) -> None:
    """Whatever a text holds, no control, bidi or invisible character and no flood of marks comes out."""
    assert not unsafe(clean(text))
    assert most_marks(clean(text)) <= COMBINING_CAP
    assert not re.search("[\t\n]", one_line(text))


def test_no_character_is_forgotten() -> None:
    """Each character of Unicode comes out safe, and as wide as it is counted, or not at all."""
    cleaned = [clean(chr(code)) for code in EVERYTHING]
    assert not unsafe("".join(cleaned))
    assert not [text for text in cleaned if text not in "\t\n" and cells(text) != wcwidth(text)]


@given(ANYTHING)
def test_cleaning_twice_changes_nothing(text: str) -> None:
    """What is clean stays as it is."""
    assert clean(clean(text)) == clean(text)


@given(ANYTHING)
def test_escaping_loses_nothing(text: str) -> None:
    """JSON with every unsafe character escaped is safe to print, and tells the text as it was."""
    shown = escape(json.dumps(text, ensure_ascii=False))
    assert clean(shown) == shown
    assert json.loads(shown) == text


@given(ANYTHING, st.integers(1, 9))
def test_a_clean_text_is_clean_in_parts(text: str, size: int) -> None:
    """A line of a paragraph is clean because the paragraph is."""
    cleaned = clean(text)
    assert all(clean(cleaned[at : at + size]) == cleaned[at : at + size] for at in range(len(cleaned)))


@pytest.mark.parametrize(
    ("dirty", "cleaned"),
    [
        ("一\x1b[31m二", "一二"),
        ("一\x9b31m二", "一二"),
        ("一\u202e二\u2066三", "一二三"),
        ("一\r\n二\r三\u2028四", "一\n二\n三\n四"),
        ("一\ud800二", "一\ufffd二"),
        ("\u200d海\u200d关", "海关"),
        ("👩\u200d🚒", "👩🚒"),
        ("👍🏽", "👍"),
        ("☎\ufe0f葛\U000e0100", "☎葛"),
        ("🇨🇳", "CN"),
        ("a" + "\u0301" * 50, "a" + "\u0301" * 4),
        ("a" + "\u0301\u200b\ufeff" * 50, "a" + "\u0301" * 4),
        ("ก" + "\u0e49\u0e47" * 50, "ก" + "\u0e49\u0e47" * 2),
        ("\u1112" + "\u1161" * 50, "\u1112" + "\u1161" * 4),
        ("海\u3164\u115f\U000e0041\u034f关", "海关"),
        ("一\u0378二\uffff三", "一\ufffd二\ufffd三"),
        ("一\x1bPq夺\x1b\\二\x1b_夺\x1b\\三\x9d0;夺\x9c四\x1b]52;c;cHdu\x07五", "一二三四五"),
        (
            "Ελληνικά, Ґанок, áé, 한국어, 🎉, ①㎡, 𠮷\U000323b0\ue000",
            "Ελληνικά, Ґанок, áé, 한국어, 🎉, ①㎡, 𠮷\U000323b0\ue000",
        ),
        ("海关总署：“六稳”……", "海关总署：“六稳”……"),
    ],
)
def test_examples(dirty: str, cleaned: str) -> None:
    """Escapes lose their sting, bidi marks and joiners go, line ends become newlines, Chinese stays."""
    assert clean(dirty) == cleaned


def test_one_line() -> None:
    """A title over several lines is one line with single spaces."""
    assert one_line(" 海关\n\t总署  例会 ") == "海关 总署 例会"
