"""What may reach a terminal: text without control, bidi and invisible characters.

May import nothing of the project. Textual filters nothing, so a post's escape sequences would be obeyed; every text
passes here when it is read, and again where HTML entities have been resolved or a person has typed.
"""

from __future__ import annotations

import re

COMBINING_CAP = 4
"""Most combining marks on one character: a flood of them would paint over the lines around."""

_DROPPED = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200c\u200e-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
)
_EMOJI = "\u2190-\u27bf\u2b00-\u2bff\ufe0f\U0001f000-\U0001faff"
_SEQUENCE = re.compile(r"\x1b(?:\[[0-9;?]{0,20}[@-~]|\][^\x07\x1b\n]{0,200}(?:\x07|\x1b\\))|\x9b[0-9;?]{0,20}[@-~]")
"""A whole escape sequence: without its first character the rest would stand in the text as junk."""
_REMOVED = re.compile(rf"[{_DROPPED}]")
_LOOSE_JOINER = re.compile(rf"(?<![{_EMOJI}])\u200d|\u200d(?![{_EMOJI}])")
_SURROGATE = re.compile("[\ud800-\udfff]")
_COMBINING = "\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_FLOOD = re.compile(rf"([{_COMBINING}]{{{COMBINING_CAP}}})[{_COMBINING}]+")
_ODD = re.compile(rf"[{_DROPPED}\r\u2028\u2029\ud800-\udfff\u200d{_COMBINING}]")
"""What nothing is done without: one look at a text that holds none of it, as nearly all do."""


def clean(text: str) -> str:
    """Text without C0 (but tab and newline), DEL, C1, bidi and zero-width characters.

    Escape sequences go whole. CR LF, CR and the Unicode line separators become a newline, lone surrogates U+FFFD; a
    zero-width joiner stays between emoji only; combining marks are cut to COMBINING_CAP in a row.
    """
    if not _ODD.search(text):
        return text
    text = _SEQUENCE.sub("", re.sub("\r\n?|[\u2028\u2029]", "\n", text))
    text = _SURROGATE.sub("\ufffd", _REMOVED.sub("", text))
    return _FLOOD.sub(r"\1", _LOOSE_JOINER.sub("", text))


def one_line(text: str) -> str:
    """Cleaned text in one line: every run of white space is one space, none at the ends."""
    return " ".join(clean(text).split())
