"""Where the words of a query stand in a readout, and whether what was typed means a name, a role, a series.

May import `readout.model`, `text` and this room.
"""

from __future__ import annotations

import re
from functools import lru_cache

from reader.query.model import Hit, Query, Scope
from reader.query.words import places
from reader.readout.model import Readout
from reader.text.folding import blind, fold
from reader.text.pinyin import plain


def hits(query: Query, readout: Readout) -> list[Hit]:
    """Where the query's words stand: title, 原标题, then the body in order; the same place only once."""
    words = tuple(dict.fromkeys(query.words()))
    found: list[Hit] = []
    if query.scope is not Scope.BODY:
        found += [Hit(None, *span) for span in places(words, readout.title)]
        found += [Hit(None, *span, original=True) for span in places(words, readout.original_title or "")]
    if query.scope is not Scope.TITLE:
        for index, text in enumerate(readout.body):
            found += [Hit(index, *span) for span in places(words, text)]
    return found


def name_matches(typed: str, name: str, pinyin: str, initials: str) -> bool:
    """Whether what was typed means a person: part of the name, or how its pinyin, given name or initials begin.

    `pinyin` is `ni yuefeng`, `initials` `nyf`.
    """
    letters = letters_of(typed)
    if not letters.isascii():
        return _blind(typed) in _blind(name)
    family, _, given = pinyin.partition(" ")
    forms = (family + given.replace(" ", ""), given, initials)
    return bool(letters) and any(form.startswith(letters) for form in forms)


def is_part(typed: str, printed: str) -> bool:
    """Whether a role or series holds what was typed, as far as searching sees."""
    return _blind(typed) in _blind(printed)


@lru_cache(maxsize=4096)
def _blind(text: str) -> str:
    """The same names are compared with every key, and each of them with all that was typed."""
    return blind(text)


@lru_cache(maxsize=128)
def letters_of(typed: str) -> str:
    """What was typed as pinyin is compared: without spaces, marks and tones."""
    return re.sub(r"[\s'’·-]", "", plain(fold(typed)))
