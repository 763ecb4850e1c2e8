"""What full-text search is fed and asked: one token a character of the blind form, so that any phrase is found exactly.

May import `text.folding`. SQLite's `ascii` tokenizer parts at whatever is ASCII and no letter or digit, so that such
characters (the point of 1.5万, a +) become tokens of several letters, which no single character can be. Paragraphs are
parted by such a token too, and every text begins with one, by which all posts are found.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.text.folding import BARRIER

EVERY = "zz"
"""The token that every post's titles begin with."""
LONGEST_PHRASE = 64
"""Most characters of a phrase that are asked for: each has a list of its own to be gone through."""


_MARK = re.compile(r"[\x00-\x1f!-/:-@\[-`{-\x7f]")
"""What the tokenizer would part at: ASCII without letters, digits and the space."""


def tokens(form: str) -> str:
    """The tokens of a folded text, barriers left out, parted by spaces."""
    parted = " ".join(form.replace(BARRIER, ""))
    return _MARK.sub(_spelled, parted)


def _spelled(mark: re.Match[str]) -> str:
    """The token of a mark, longer than any character's; NUL, which would end the text for SQLite, has none."""
    return f"u{ord(mark[0])}" if mark[0] != "\0" else ""


def all_tokens(titles: str, body: str) -> tuple[str, str]:
    """The tokens of a post's titles and of its body."""
    return f"{EVERY} {tokens(titles)}", tokens(body)


def phrase(part: str) -> str:
    """What asks for a part of a text, as far as the bound of a phrase."""
    return f'"{tokens(part[:LONGEST_PHRASE]).rstrip()}"'


def near(parts: Sequence[str], gap: int) -> str:
    """What asks for parts that stand near each other, in any order: at most `gap` characters between neighbours."""
    if len(parts) == 1:
        return phrase(parts[0])
    between = gap * (len(parts) - 1) + sum(map(len, parts[1:-1])) + max(0, len(parts[0]) - LONGEST_PHRASE)
    return f"NEAR({' '.join(map(phrase, parts))}, {between})"
