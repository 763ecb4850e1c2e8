"""What can be wrong with a post, for the code that reads one and the code that reports it.

May import `i18n` and `text.reasons`.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from reader.i18n import N_, _
from reader.text.reasons import reason_text


class FaultCode(StrEnum):
    """What is wrong with a post."""

    EMPTY = "empty"
    ENCODING = "encoding"
    FRONT_MATTER_BROKEN = "front_matter_broken"
    FRONT_MATTER_UNCLOSED = "front_matter_unclosed"
    FRONT_MATTER_TOO_LONG = "front_matter_too_long"
    DATE = "date"
    NO_TEXT = "no_text"
    MANY_PARAGRAPHS = "many_paragraphs"
    TOO_LARGE = "too_large"
    TOO_SLOW = "too_slow"
    UNREADABLE = "unreadable"


_SENTENCES: Mapping[FaultCode, str] = {
    FaultCode.EMPTY: N_("The file is empty."),
    FaultCode.ENCODING: N_(
        "It is neither UTF-8 nor GB18030; characters that could not be read show as �. Save it as UTF-8."
    ),
    FaultCode.FRONT_MATTER_BROKEN: N_(
        "The front matter is not valid YAML, so only its plain lines were used. Quote its values."
    ),
    FaultCode.FRONT_MATTER_UNCLOSED: N_(
        "The front matter has no end, so only its first lines were used. Close it with a line ---."
    ),
    FaultCode.FRONT_MATTER_TOO_LONG: N_(
        "The front matter has {detail} characters, more than 16,384, so only its plain lines were "
        "used. Move the text below the closing ---."
    ),
    FaultCode.DATE: N_(
        "The date “{detail}” was not understood, so the day of publication is unknown. Write it like 2022-03-15."
    ),
    FaultCode.NO_TEXT: N_(
        "There is no text in it. If the post is a picture or a video, there is nothing to read here."
    ),
    FaultCode.MANY_PARAGRAPHS: N_(
        "It has {detail} paragraphs; those after the first 20,000 run together. Split it to part them."
    ),
    FaultCode.TOO_LARGE: N_(
        "It has {detail} MB, and files over 16 MB are not read. Split it, or take out what is no text."
    ),
    FaultCode.TOO_SLOW: N_(
        "It took longer than 10 s to read and is not tried again until it changes. Split it if you can."
    ),
    FaultCode.UNREADABLE: N_("It could not be read."),
}
_DETAILED: Mapping[FaultCode, str] = {
    FaultCode.FRONT_MATTER_BROKEN: N_(
        "The front matter is not valid YAML near line {detail} of it, so only its plain lines were "
        "used. Put quotes round the value there."
    ),
    FaultCode.UNREADABLE: N_("It could not be read: {detail}."),
}
"""The sentences of those of which a detail may be known."""


class Fault(NamedTuple):
    """One thing wrong with a post, with the detail (a line number, a value) that the sentence names."""

    code: FaultCode
    detail: str = ""

    @property
    def sentence(self) -> str:
        """What is wrong and what to do about it."""
        template = (_DETAILED if self.detail and self.code in _DETAILED else _SENTENCES)[self.code]
        return _(template).format(detail=reason_text(self.detail))


class PostError(Exception):
    """A post from which nothing can be read; carries the `Fault` that says why."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(f"{fault.code}: {fault.detail}" if fault.detail else str(fault.code))
        self.fault = fault
