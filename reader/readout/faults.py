"""What can be wrong with a post, for whoever reads one and whoever tells of it.

May import nothing of the project.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class FaultCode(StrEnum):
    """What is wrong with a post; the interface has one sentence for each."""

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


class Fault(NamedTuple):
    """One thing wrong with a post, with the detail (a line number, a value) that the sentence names."""

    code: FaultCode
    detail: str = ""


class PostError(Exception):
    """A post from which nothing can be read; carries the `Fault` that says why."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(f"{fault.code}: {fault.detail}" if fault.detail else str(fault.code))
        self.fault = fault
