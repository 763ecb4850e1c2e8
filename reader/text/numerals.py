"""Numbers as they are printed -> their value, exactly or not at all.

May import nothing of the project. Read are digits with commas and decimals, Chinese numerals, and both with a scale
(39.1万亿, 5百万, 两万亿, 三点五). What does not say exactly how much it is has no value: 300多, 二三十, 千亿 (which
may follow 数).
"""

from __future__ import annotations

import re
from decimal import Decimal

_HALF_WIDTH = str.maketrans("０１２３４５６７８９．，〇两", "0123456789.,零二")
_DIGITS = re.compile(r"((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)([十百千]?万?亿|[百千]?万|)", re.ASCII)
_NUMERALS = "零一二三四五六七八九"
_PLACES = (("千", 1000), ("百", 100), ("十", 10))
_SCALES = (("亿", 10**8), ("万", 10**4))
_VALUES = dict((*_PLACES, *_SCALES))
_LONE_TEN = re.compile(f"(?<![{_NUMERALS[1:]}])十")
_LONGEST = 24
"""Characters of a number that is read: no longer one is printed, and Decimal keeps all digits of such a one."""
_HUNDRED = "百"
"""What stands for a hundred by itself only: 百分之百."""


def number_of(printed: str) -> Decimal | None:
    """How much a printed number is, without its unit; None for what nobody can tell exactly."""
    text = printed.translate(_HALF_WIDTH).strip()
    if len(text) > _LONGEST:
        return None
    digits = _DIGITS.fullmatch(text)
    if digits:
        value = Decimal(digits[1].replace(",", ""))
        for sign in digits[2]:
            value *= _VALUES[sign]
        return value
    whole, point, decimals = text.partition("点")
    number = 100 if text == _HUNDRED else _numeral(_LONE_TEN.sub("一十", whole))
    if number is None or bool(point) != bool(decimals) or any(digit not in _NUMERALS for digit in decimals):
        return None
    return Decimal(f"{number}.{''.join(str(_NUMERALS.index(digit)) for digit in decimals)}" if point else number)


def _numeral(text: str) -> int | None:
    """The value of a numeral that is spelled in full; None for any other text."""
    if not text or any(sign not in _NUMERALS and sign not in _VALUES for sign in text):
        return None
    number = _rough(text)
    return number if _spelled(number) == text else None


def _rough(text: str) -> int:
    """The value of a numeral if it is one."""
    for sign, value in (*_SCALES, *_PLACES):
        left, found, right = text.rpartition(sign)
        if found:
            return _rough(left) * value + _rough(right)
    return _NUMERALS.index(text[-1]) if text else 0


def _spelled(number: int) -> str:
    """A number as a numeral: 二千零五, 一十, 二万亿."""
    if number < len(_NUMERALS):
        return _NUMERALS[number]
    for sign, value in (*_SCALES, *_PLACES):
        if number >= value:
            head, rest = divmod(number, value)
            gap = "零" if 0 < rest < value // 10 else ""
            return _spelled(head) + sign + gap + (_spelled(rest) if rest else "")
    raise AssertionError(number)
