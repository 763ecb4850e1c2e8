"""The words of this room: its data files, where `#` begins a comment, and what patterns share.

May import nothing of the project. The files lie beside the code so that a reader of it can extend them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

HAN = "\u3400-\u9fff"
"""Chinese characters that names and words are made of, as a pattern has them between brackets."""
DAY = r"(?:(?:\d{1,2}|[一二三四五六七八九十]{1,2})月)?(?:\d{1,2}|[一二三四五六七八九十]{1,3})日"
"""A printed day, 3月15日, 十五日, as a pattern."""


@cache
def entries(name: str, kind: str = "") -> tuple[str, ...]:
    """The entries of `data/NAME.txt`, in its order; of a table with kinds those in the lines `KIND: entry entry`.

    Raises FileNotFoundError where there is no such file, KeyError where it has no such kind.
    """
    text = files("reader.readout").joinpath("data", f"{name}.txt").read_text(encoding="utf-8")
    lines = [line.partition("#")[0] for line in text.splitlines()]
    if kind and not (lines := [line.removeprefix(f"{kind}:") for line in lines if line.startswith(f"{kind}:")]):
        raise KeyError(kind)
    return tuple(dict.fromkeys(word for line in lines for word in line.split()))


def any_of(words: str | Iterable[str]) -> str:
    """A pattern of any of these words, or of any entry of `data/WORDS.txt`; the longest goes first."""
    given = entries(words) if isinstance(words, str) else words
    return "|".join(map(re.escape, sorted(given, key=len, reverse=True)))
