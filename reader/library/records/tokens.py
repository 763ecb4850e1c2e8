"""What full-text search is fed and asked: one token a character of the blind form, so that any phrase is found exactly.

May import `text.folding`. SQLite's `ascii` tokenizer parts at whatever is ASCII and no letter or digit, so that such
characters (the point of 1.5万, a +) become tokens of several letters, which no single character can be. Paragraphs are
parted by such a token too, and every text begins with one, by which all posts are found.
"""

from __future__ import annotations

from collections.abc import Sequence

from reader.text.folding import BARRIER

EVERY = "zz"
"""The token that every post's titles begin with."""


class _Tokens(dict[int, str]):
    """Character to token and space, filled as characters are met."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        plain = code > 127 or character.isalnum()
        self[code] = token = f"{character} " if plain else f"u{code} "
        return token


_TOKENS = _Tokens({ord(BARRIER): "", 0: "", ord(" "): ""})


def tokens(form: str) -> str:
    """The tokens of a folded text, barriers left out, parted by spaces."""
    return form.translate(_TOKENS)


def all_tokens(titles: str, body: str) -> tuple[str, str]:
    """The tokens of a post's titles and of its body."""
    return f"{EVERY} {tokens(titles)}", tokens(body)


def phrase(part: str) -> str:
    """What asks for a part of a text."""
    return f'"{tokens(part).rstrip()}"'


def near(parts: Sequence[str], gap: int) -> str:
    """What asks for parts that stand near each other, in any order: at most `gap` characters between neighbours."""
    if len(parts) == 1:
        return phrase(parts[0])
    between = gap * (len(parts) - 1) + sum(map(len, parts[1:-1]))
    return f"NEAR({' '.join(map(phrase, parts))}, {between})"
