"""What is shared by the command line and the screen and has not become a text in place yet. May import `offices`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, NamedTuple

from reader.locale.offices import gloss


class Labels:
    """Short names of the things a readout consists of."""

    paragraph: str
    weekdays: tuple[str, ...]
    acts: ClassVar[Mapping[str, str]]
    """What a person did, by the code of the act."""
    joined: str
    """What stands between the parts of a list."""
    brackets: str
    """How an addition is put in brackets: `{text}`."""


class Offices:
    """The English of offices."""

    def gloss(self, role: str | None) -> str:
        """As `offices.gloss`."""
        return gloss(role)


class Words(NamedTuple):
    """All shared words of one language."""

    lang: str
    labels: Labels
    offices: Offices
