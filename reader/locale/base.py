"""What has a sentence in both languages and is shared by the command line and the screen: faults, bad queries, labels.

May import nothing of the project: the values of the codes of faults and of query errors are the
names of the attributes here. `{detail}` is where a sentence names the detail.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import ClassVar, NamedTuple


class Faults:
    """What is wrong with a post and what to do about it; one attribute a code, `…_at` where there is a detail."""

    empty: str
    encoding: str
    date: str
    reasons: ClassVar[Mapping[str, str]]
    """The system's reasons why a file cannot be read, by the name of the error."""

    def sentence(self, code: str | Enum, detail: str = "") -> str:
        """The sentence for a fault. Raises AttributeError for a code that is none."""
        return _template(self, code, detail).format(detail=self.reasons.get(detail, detail))


class QueryErrors:
    """Why a query cannot be understood; one attribute a code, `…_at` where there is a detail."""

    def sentence(self, code: str | Enum, detail: str = "") -> str:
        """The sentence for a query error. Raises AttributeError for a code that is none."""
        return _template(self, code, detail).format(detail=detail)


class Labels:
    """Short names of the things a readout consists of."""

    date: str
    published: str
    delay: str
    convener: str
    place: str
    people: str
    collective: str
    original_title: str
    author: str
    link: str
    path: str
    paragraph: str
    weekdays: tuple[str, ...]
    """Monday first."""
    acts: ClassVar[Mapping[str, str]]
    """What a person did, by the code of the act."""
    joined: str
    """What stands between the parts of a list."""
    colon: str
    brackets: str
    """How an addition is put in brackets: `{text}`."""


class Notices:
    """What is told of the program's own files: a sentence for each `NoticeCode`, with `{detail}`."""

    sentences: ClassVar[Mapping[str, str]]

    def sentence(self, code: str, detail: str) -> str:
        """The sentence for a notice."""
        return self.sentences[code].format(detail=detail)


class Settings:
    """What is told of the settings."""

    sentences: ClassVar[Mapping[str, str]]
    """What is wrong in the file, by the code, with `{detail}`."""
    reasons: ClassVar[Mapping[str, str]]
    """As `Faults.reasons`."""

    def sentence(self, code: str, detail: str) -> str:
        """The sentence for what is wrong."""
        return self.sentences[code].format(detail=self.reasons.get(detail, detail))


class Offices:
    """The English that China Customs itself uses for its offices; the Chinese is always shown beside it."""

    names: ClassVar[Mapping[str, str]]
    """By the Chinese name of the office; empty where no gloss is wanted."""
    customs_only: frozenset[str]
    """Offices that no other body has: beside one of them the other names in a role are those of China Customs."""

    def gloss(self, role: str | None) -> str:
        """The English of a printed role, as far as it is known; empty for a role of another body, or none.

        Most offices (CPC Committee Secretary, Chief Engineer) exist everywhere, so that they are glossed only where
        the role itself names China Customs or holds an office of it.
        """
        parts = (role or "").split("、") if self.names else []
        bare = [part.removeprefix("在京").removeprefix("海关总署").removeprefix("总署") for part in parts]
        named = any("总署" in part or short in self.customs_only for part, short in zip(parts, bare, strict=True))
        return ", ".join(self.names[short] for short in bare if short in self.names) if named else ""


class Words(NamedTuple):
    """All shared words of one language."""

    lang: str
    faults: Faults
    query: QueryErrors
    labels: Labels
    offices: Offices
    notices: Notices
    settings: Settings


def _template(sentences: Faults | QueryErrors, code: str | Enum, detail: str) -> str:
    """The sentence for a code, the fuller one where there is a detail and such a sentence."""
    name = code.value if isinstance(code, Enum) else code
    plain: str = getattr(sentences, name)
    return getattr(sentences, f"{name}_at", plain) if detail else plain
