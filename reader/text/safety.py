"""What may reach a terminal: text without control, bidi and invisible characters, as wide as it is counted.

May import nothing of the project. Textual filters nothing, so a post's escape sequences would be obeyed; every text
passes here when it is read, and again where HTML entities have been resolved or a person has typed.
"""

from __future__ import annotations

import re
import unicodedata

COMBINING_CAP = 4
"""Most combining marks on one character. They count no cell, but a flood of them is painted over the lines around, and
a terminal that keeps few marks a cell puts the rest anywhere; no script that a post may quote stacks more.
"""

_PLAIN = (
    "\t\n -~\xa0-\xac\xae-\u02ff\u0391-\u03a1\u03a3-\u03c9\u0400-\u0482\u048a-\u052f"  # Latin, Greek, Cyrillic
    "\u2010-\u2027\u202f-\u205f\u2070\u2071\u2074-\u208e\u20a0-\u20bf\u2100-\u218b\u2190-\u2426\u2440-\u244a"
    "\u2460-\u2b73\u2e80-\u2e99\u2e9b-\u2ef3\u2f00-\u2fd5\u2ff0-\u2ffb"
    "\u3000-\u3029\u3030-\u303f\u3041-\u3096\u309b-\u30ff\u3105-\u312f\u3131-\u3163\u3165-\u318e\u3190-\u31e3"
    "\u31f0-\u321e\u3220-\ua48c\uac00-\ud7a3\ue000-\ufa6d\ufa70-\ufad9"
    "\ufe10-\ufe19\ufe30-\ufe52\ufe54-\ufe66\ufe68-\ufe6b\uff01-\uff9f\uffa1-\uffbe\uffe0-\uffe6\uffe8-\uffee\ufffd"
    "\U0001f300-\U0001f3fa\U0001f400-\U0001f64f\U0001f680-\U0001f6c5\U00020000-\U0002fffd\U00030000-\U0003fffd"
)
"""What stays as it is. Chinese posts hold hardly anything else, so that one look settles a text."""
_ODD = re.compile(f"[^{_PLAIN}]+")
"""What has to be looked at; most of it is other scripts and stays too."""
_LINE_END = re.compile("\r\n?|[\u2028\u2029]")
_SEQUENCE = re.compile(
    r"(?:\x1b\[|\x9b)[0-9:;<=>?]{0,40}[ -/]{0,4}[@-~]"
    r"|(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])[^\x00-\x1f\x7f-\x9f]{0,200}(?:\x07|\x1b\\|\x9c)"
)
"""A whole control sequence or control string: without its first character the rest would stand in the text as junk.
A string holds no control character, so that a million openings are not each looked through to the end.
"""
_INVISIBLE = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0\U0001f3fb-\U0001f3ff\U000e0000-\U000e0fff]"
)
"""Fillers, selectors of a variation and shades of skin: what is of no format category and yet not seen by itself.
Terminals disagree on whether it changes the width of the character before it.
"""
_VOWELS_AND_FINALS = re.compile("[\u1161-\u11ff\ud7b0-\ud7ff]")
"""Parts of Korean syllables: letters, but without a cell of their own, as combining marks are."""
_FLAG_A, _FLAG_Z = 0x1F1E6, 0x1F1FF
"""The letters that flags are spelt with: one or two cells each, or two a pair, as terminals please."""
_IDEOGRAPHS = range(0x20000, 0x40000)
"""Two cells each, whether they are assigned yet or not."""


class _Safe(dict[int, str]):
    """Character to what is written for it, filled as characters are met; empty for what goes."""

    def __missing__(self, code: int) -> str:
        self[code] = safe = _safe(chr(code))
        return safe


def _safe(character: str) -> str:
    code, category = ord(character), unicodedata.category(character)
    if character in "\t\n":
        return character
    if category in {"Cc", "Cf", "Zl", "Zp"} or _INVISIBLE.match(character):
        return ""
    if _FLAG_A <= code <= _FLAG_Z:
        return chr(code - _FLAG_A + ord("A"))
    if category == "Cs" or (category == "Cn" and (code not in _IDEOGRAPHS or code & 0xFFFE == 0xFFFE)):
        return "\ufffd"  # nobody knows how wide an unassigned character is going to be
    return character


_SAFE = _Safe()


def clean(text: str) -> str:
    """Text without C0 (but tab and newline), DEL, C1, bidi, joining and other invisible characters.

    Escape sequences go whole. CR LF, CR and the Unicode line separators become a newline, lone surrogates and
    unassigned characters U+FFFD, the letters of flags plain ones; combining marks are cut to COMBINING_CAP in a row.
    """
    if not _ODD.search(text):
        return text
    return _ODD.sub(_cleaned, _SEQUENCE.sub("", _LINE_END.sub("\n", text)))


def one_line(text: str) -> str:
    """Cleaned text in one line: every run of white space is one space, none at the ends."""
    return " ".join(clean(text).split())


def escape(text: str) -> str:
    r"""JSON in which whatever cleaning would drop or change is an escape (\u202e): kept, and harmless."""
    return _ODD.sub(_escaped, text)


def _cleaned(odd: re.Match[str]) -> str:
    """What stays of odd characters; beside them stand plain ones, so that all marks on a character are seen."""
    safe = odd[0].translate(_SAFE)
    if len(safe) <= COMBINING_CAP:
        return safe
    kept, marks = [], 0
    for character in safe:
        marks = marks + 1 if _is_mark(character) else 0
        if marks <= COMBINING_CAP:
            kept.append(character)
    return "".join(kept)


def _escaped(odd: re.Match[str]) -> str:
    written, marks = [], 0
    for character in odd[0]:
        marks = marks + 1 if _is_mark(character) else 0
        safe = marks <= COMBINING_CAP and _SAFE[ord(character)] == character
        units = character.encode("utf-16-be", "surrogatepass").hex()
        written.append(character if safe else "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4)))
    return "".join(written)


def _is_mark(character: str) -> bool:
    return unicodedata.category(character)[0] == "M" or bool(_VOWELS_AND_FINALS.match(character))
