"""Pinyin that a copying site set behind the characters, 海關(guān)總署 or 国(guo)(guo)务(wu)院.

May import `data` and `text`. A gloss is only taken out where a post holds many, or one behind a traditional character:
a lone (AEO), (an) or 郇(xún) is the author's.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from reader.readout.data import entries
from reader.text.folding import simplify

TONED_AT_LEAST = 3
PLAIN_AT_LEAST = 5
"""So many glosses, of three syllables or more, make a page a copied one; with tone marks, TONED_AT_LEAST do."""
_LETTERS = "a-züāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ"
_SYMBOLS = "\u2190-\u21ff\u2300-\u23ff\u2460-\u24ff\u25a0-\u27bf\u2b00-\u2bff\ufe0f\u200d\U0001f000-\U0001faff*#@~^·"
_READ = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_BRACKETED = re.compile(rf"[(（][{_LETTERS}]{{1,6}}[)）]")
_GLOSS = re.compile(rf"(?<=[{_READ}])[{_SYMBOLS}]{{0,4}}((?:[(（][{_LETTERS}]{{1,6}}[)）][{_SYMBOLS}]{{0,4}}){{1,4}})")
_SYLLABLE = re.compile(rf"[{_LETTERS}]+")
_TONES = frozenset("\u0300\u0301\u0304\u030c")


def is_glossed(texts: Iterable[str]) -> bool:
    """Whether a page's texts carry pinyin behind their characters."""
    may_be = filter(may_be_glossed, texts)
    glosses = [(text[match.start() - 1], match[1]) for text in may_be for match in _GLOSS.finditer(text)]
    syllables = ((before, syllable) for before, gloss in glosses for syllable in _SYLLABLE.findall(gloss))
    valid = [(before, syllable) for before, syllable in syllables if _is_syllable(syllable)]
    toned = [before for before, syllable in valid if _toneless(syllable) != syllable]
    if any(simplify(before) != before for before in toned):
        return True
    return len(toned) >= TONED_AT_LEAST or (
        len(valid) >= PLAIN_AT_LEAST and len({syllable for _, syllable in valid}) >= 3
    )


def may_be_glossed(text: str) -> bool:
    """Whether it is worth looking: some small letters stand in brackets."""
    return bool(_BRACKETED.search(text))


def without_glosses(text: str) -> str:
    """A text of a glossed page without the pinyin behind its characters, and without the symbols stuck to it."""
    return _GLOSS.sub(lambda gloss: "" if all(map(_is_syllable, _SYLLABLE.findall(gloss[1]))) else gloss[0], text)


def _is_syllable(letters: str) -> bool:
    toneless = _toneless(letters)
    return toneless in _syllables() or (len(letters) == 1 and toneless != letters)


def _toneless(letters: str) -> str:
    parts = unicodedata.normalize("NFD", letters)
    return unicodedata.normalize("NFC", "".join(part for part in parts if part not in _TONES))


@cache
def _syllables() -> frozenset[str]:
    return frozenset(entries("pinyin_syllables"))
