"""Forgiving search forms of a text, with offsets into it.

May import opencc, at the first fold only. Folding is one character to one: full width to half, capitals to small,
traditional to simplified script; so the fold of a part is the part of the fold. The blind form also leaves out
punctuation and spaces, and can tell where each of its characters stood.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from opencc import OpenCC

_CLAUSE_MARKS = "，。；：！？,;:!?"
"""Marks that end a clause (、 does not); full width and half."""
BARRIER = "\x1f"
"""Stands for a clause mark in the form in which `*` is looked for. No cleaned text holds it, nor the gap."""

_GAP = "\0"
_KEPT = "\n.%‰"
"""Kept by the table; a pattern then drops a point that stands between no digits, and % and ‰ after none."""
_SYMBOLS = "~`^|｜"
_EXTRA = dict(zip("瞭著鍾乾徵甦妳牠祂汚祇衹欵", "了着钟干征苏你它他污只只款", strict=True))
"""Variants that a table of single characters leaves alone, because only some words with them are simplified."""
_LOOSE = re.compile(r"[.%‰](?:(?<![0-9].)|(?<=\.)(?![0-9]))")  # begins with what is rare: five times as fast


class Offsets(NamedTuple):
    """A form of a text with, for each of its characters, where it stood."""

    text: str
    offsets: list[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The characters of the original that the characters [start, end) of this form stand for."""
        return self.offsets[start], self.offsets[end - 1] + 1


def fold(text: str) -> str:
    """Script, width and letter case folded; as long as the text."""
    return text.translate(_FOLDS)


def simplify(text: str) -> str:
    """Traditional script folded to simplified, nothing else; as long as the text."""
    return text.translate(_SCRIPT)


def blind(text: str) -> str:
    """The folded text without punctuation and spaces; newlines stay, for they part paragraphs.

    A point between two digits and a % or ‰ after one stay, so that 1.5万 is not found in 115万.
    """
    return _marked(text).replace(_GAP, "").replace(BARRIER, "")


def blind_clauses(text: str) -> str:
    """The blind form with a BARRIER for every clause mark."""
    return _marked(text).replace(_GAP, "")


def with_offsets(text: str, *, clauses: bool = False) -> Offsets:
    """The blind form of one paragraph (with barriers where `clauses` is set) and its offsets."""
    marked = _marked(text)
    dropped = _GAP if clauses else _GAP + BARRIER
    offsets = [index for index, character in enumerate(marked) if character not in dropped]
    return Offsets("".join([marked[index] for index in offsets]), offsets)


def _marked(text: str) -> str:
    """The folded text, as long as the text, with a gap or barrier for each character that the blind form leaves out."""
    return _LOOSE.sub(_GAP, text.translate(_MARKS))


@cache
def _converter() -> OpenCC:
    """opencc's table of traditional to simplified characters; 20 ms to import, so only when something is folded."""
    from opencc import OpenCC  # noqa: PLC0415 -- see above

    return OpenCC("t2s")


class _Script(dict[int, str]):
    """Character to simplified character, filled as characters are met."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        if "\u3400" <= character <= "\u9fff":
            simple = _EXTRA.get(character) or _converter().convert(character)
            character = simple if len(simple) == 1 else character
        self[code] = character
        return character


class _Folds(dict[int, str]):
    """Character to folded character, filled as characters are met."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        wide = unicodedata.normalize("NFKC", character)
        folded = _SCRIPT[ord(wide)] if len(wide) == 1 else character
        lower = folded.lower()
        self[code] = folded = lower if len(lower) == 1 else folded
        return folded


class _Marks(dict[int, str]):
    """As `_Folds`, with a gap for punctuation, spaces and controls and a barrier for clause marks."""

    def __missing__(self, code: int) -> str:
        folded = _FOLDS[code]
        if folded in _CLAUSE_MARKS:
            folded = BARRIER
        elif folded not in _KEPT and (folded in _SYMBOLS or unicodedata.category(folded)[0] in "PZC"):
            folded = _GAP
        self[code] = folded
        return folded


_SCRIPT = _Script()
_FOLDS = _Folds()
_MARKS = _Marks()
