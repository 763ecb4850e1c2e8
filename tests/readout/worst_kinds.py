"""Texts that a rule finds hard, composed from what its own patterns are made of.

A kind is a few characters that are repeated: a text that a pattern takes (each alternative by turns), the same broken
off at every place, single characters of it, pairs. So the prefix of a required end without that end, openers without
closers and runs of what a repeat takes come up by themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from random import Random
from re import _constants as op  # type: ignore[attr-defined]  # what re itself is made of; no stub names it
from re import _parser as parser  # type: ignore[attr-defined]  # as above
from typing import Any

_CATEGORIES = {op.CATEGORY_DIGIT: "3", op.CATEGORY_SPACE: " ", op.CATEGORY_WORD: "海"}
_MOST_REPEATS = 3
_STRAY = "海"
COMMON = (
    "海",
    "王",
    " ",
    "\u3000",
    "\n",
    "3",
    "，",
    "、",
    "。",
    "“",
    "《",
    "（",
    "(",
    "【",
    "<",
    "&",
    "等",
    "长",
    "和",
    "同比",
    "海、",
    "王小明、",
    "第一",
)
"""What no pattern needs to name for it to be hard."""


def kinds(pattern: re.Pattern[str], count: int, seed: int = 1) -> tuple[str, ...]:
    """So many kinds for a pattern, the same for the same seed: what it takes, broken off, and its single characters."""
    rng = Random(f"{seed} {pattern.pattern!r}")
    tree = parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG)
    found: dict[str, None] = {}
    for _ in range(20 * count):
        if len(found) >= count:
            break
        text = "".join(_sample(tree, rng))
        if not text:
            continue
        start = rng.randrange(len(text)) if rng.random() < 0.5 else 0
        end = rng.randint(start + 1, len(text))
        whole = rng.random() < 0.2
        found[text if whole else text[start:end] if rng.random() < 0.7 else rng.choice(text)] = None
    return tuple(found)


def _sample(tree: Any, rng: Random) -> Iterator[str]:
    """Characters of a text that a parsed pattern takes, or nearly: what looks around is passed over."""
    for code, value in tree:
        if code is op.LITERAL:
            yield chr(value)
        elif code is op.NOT_LITERAL or code is op.ANY:
            yield _STRAY
        elif code is op.IN:
            yield _one_of(value, rng)
        elif code is op.BRANCH:
            yield from _sample(rng.choice(value[1]), rng)
        elif code is op.SUBPATTERN:
            yield from _sample(value[-1], rng)
        elif code is op.ATOMIC_GROUP:
            yield from _sample(value, rng)
        elif code in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
            least, most, inner = value
            for _ in range(rng.randint(least, max(least, min(most, least + _MOST_REPEATS)))):
                yield from _sample(inner, rng)


def _one_of(members: Sequence[Any], rng: Random) -> str:
    if members[0][0] is op.NEGATE:
        return _STRAY
    code, value = rng.choice(members)
    if code is op.LITERAL:
        return chr(value) if not 0xD800 <= value <= 0xDFFF else _STRAY
    if code is op.RANGE:
        character = _STRAY if value[0] <= ord(_STRAY) <= value[1] else chr(rng.randint(*value))
        return character if not "\ud800" <= character <= "\udfff" else _STRAY
    return _CATEGORIES.get(value, _STRAY)
