"""How much a printed number is."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.numerals import number_of

DIGITS = "零一二三四五六七八九"
SCALES = {"": 1, "万": 10**4, "亿": 10**8, "万亿": 10**12, "百万": 10**6, "千万": 10**7, "十亿": 10**9}


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("394.8万", "3948000"),
        ("1,234.5亿", "123450000000"),
        ("39.1万亿", "39100000000000"),
        ("2十亿", "2000000000"),
        ("１．２", "1.2"),
        ("23294", "23294"),
        ("两万亿", "2000000000000"),
        ("二十", "20"),
        ("十五", "15"),
        ("一百十五", "115"),
        ("二千零五", "2005"),
        ("一万零三百亿", "1030000000000"),
        ("三点五", "3.5"),
        ("〇点〇五", "0.05"),
        ("百", "100"),
    ],
)
def test_what_is_printed_exactly_has_its_value(printed: str, value: str) -> None:
    """Digits with commas and decimals, numerals, and both with a scale are read."""
    assert number_of(printed) == Decimal(value)


@pytest.mark.parametrize(
    "printed",
    [
        *("300多", "3万余", "二三十", "千亿", "一百二", "二千五", "零五", "1,23", "1234,567", "5.", "点五", "三点"),
        *("三点十", "", "万", "亿亿", "数十", "约5", "一二三", "1e5", "9" * 40, "一亿" * 2000),
    ],
)
def test_what_nobody_can_tell_exactly_has_none(printed: str) -> None:
    """More than 300, twenty to thirty, and whatever is spelled oddly is never guessed."""
    assert number_of(printed) is None


@given(st.integers(0, 10**9), st.integers(0, 999), st.sampled_from(sorted(SCALES)), st.booleans())
def test_digits_with_a_scale_are_multiplied_exactly(whole: int, thousandths: int, scale: str, commas: bool) -> None:
    """No digit is lost or rounded, with commas or without."""
    printed = f"{whole:,}" if commas else str(whole)
    expected = (Decimal(whole) + Decimal(thousandths) / 1000) * SCALES[scale]
    assert number_of(f"{printed}.{thousandths:03}{scale}") == expected


@given(st.integers(1, 10**12))
def test_a_numeral_that_is_spelled_out_is_read_back(number: int) -> None:
    """A number said digit by digit with its places is that number."""
    assert number_of(spelled(number)) == number
    assert number_of(spelled(number).replace("二千", "两千")) == number


@given(st.text("〇零一二两三四五六七八九十百千万亿点多余0123456789.,", max_size=12))
def test_whatever_is_read_is_the_only_reading(printed: str) -> None:
    """No text stops the reading, and one with 多 or 余 has no value."""
    value = number_of(printed)
    assert value is None or (value >= 0 and "多" not in printed and "余" not in printed)


def spelled(number: int) -> str:
    """A numeral, put together from its digits place by place; ten is 一十."""
    text = ""
    for place, sign in ((10**8, "亿"), (10**4, "万"), (1, "")):
        part, number = divmod(number, place)
        if not part:
            continue
        if part >= 10**4:
            text += spelled(part) + sign
            continue
        digits = f"{part:04}" if text else str(part)
        for at, digit in enumerate(digits):
            size = ["千", "百", "十", ""][at - len(digits)]
            if digit != "0":
                text += DIGITS[int(digit)] + size
            elif digits[at:].strip("0") and not text.endswith("零"):
                text += "零"
        text += sign
    return text
