"""How well what was typed fits a name: exactly, as its beginning, or somewhere within; in Chinese, pinyin or initials.

May import `text` and `match`. Asked of every name with every key, so that what does not fit is passed over quickly.
"""

from __future__ import annotations

from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from reader.query.match import letters_of, name_matches
from reader.text.folding import blind


class Fit(IntEnum):
    """How something typed fits a name, the better first."""

    EXACT = 0
    BEGINS = 1
    HOLDS = 2


class Form(NamedTuple):
    """The forms in which a name is found: as searching sees it, `xing shi fen xi`, `xsfx`; empty where unknown."""

    blind: str
    pinyin: str = ""
    initials: str = ""


def fit(typed: str, form: Form) -> Fit | None:
    """How what was typed fits a name; None where it does not.

    Pinyin and initials may begin at any syllable; but one letter alone is a beginning, or it would mean everything.
    """
    text, letters = _typed(typed)
    if not text:
        return None
    found = _place(text, form.blind) if text in form.blind else None
    if not letters or not form.pinyin or found is Fit.EXACT:
        return found
    if len(letters) == 1:
        read = _place(letters, form.initials) if form.initials[:1] == letters else None
    else:
        read = _reading(letters, form.pinyin, form.initials)
    return found if read is None or (found is not None and found < read) else read


def person_fit(typed: str, name: str, pinyin: str, initials: str) -> Fit | None:
    """How what was typed fits a person, as the list of officials finds them; None where it does not."""
    if not name_matches(typed, name, pinyin, initials):
        return None
    found = fit(typed, Form(blind(name), pinyin, initials))
    return Fit.HOLDS if found is None else found


def _place(wanted: str, text: str) -> Fit:
    """How something fits the text that holds it."""
    return Fit.EXACT if wanted == text else Fit.BEGINS if text.startswith(wanted) else Fit.HOLDS


def _reading(letters: str, pinyin: str, initials: str) -> Fit | None:
    """How letters fit initials, or syllables from the beginning of one on, however the last of them is cut."""
    found = _place(letters, initials) if letters in initials else None
    joined = pinyin.replace(" ", "")
    if letters not in joined or found is Fit.EXACT:
        return found
    spelt = _place(letters, joined)
    if spelt is Fit.HOLDS and found is None and not _at_a_syllable(letters, pinyin, joined):
        return None
    return spelt if found is None else min(found, spelt)


def _at_a_syllable(letters: str, pinyin: str, joined: str) -> bool:
    start = 0
    for syllable in pinyin.split():
        if joined.startswith(letters, start):
            return True
        start += len(syllable)
    return False


@lru_cache(maxsize=16)
def _typed(typed: str) -> tuple[str, str]:
    """What was typed as searching sees it, and as pinyin is compared: empty where it is none."""
    letters = letters_of(typed)
    return blind(typed), letters if letters.isascii() else ""
