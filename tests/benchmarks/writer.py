"""Fills templates: sentences, paragraphs and headlines of made-up posts, from `sentences.txt` and the vocabulary."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Sequence
from random import Random
from typing import NamedTuple

from tests.benchmarks.vocabulary import sections, vocabulary

Pieces = tuple[str, ...]
"""A template: texts and, at odd places, names of slots."""
THEMES = ("news", "figures", "quarantine", "smuggling", "service")
_SAID = ("会议指出", "会议要求", "会议强调", "会议认为", "会议提出", "会议明确")
_POINTS = ("一是", "二是", "三是", "四是", "五是")
_MARK = re.compile(r"\{(\w+)\}")


class Length(NamedTuple):
    """How many characters a body shall have: drawn from a log-normal law and held between two bounds."""

    low: int = 400
    high: int = 2500
    centre: float = 6.6
    spread: float = 0.5


class Writer:
    """Writes sentences with one random source; `day` is the day that they speak of."""

    def __init__(self, rng: Random) -> None:
        self.rng = rng
        self.words = vocabulary(rng)
        self.day = datetime.date(2008, 1, 1)
        self._templates = {name: [_pieces(line) for line in lines] for name, lines in sections("sentences").items()}
        self._numbers: dict[str, Callable[[], int]] = {
            "n": lambda: int(10 ** (1 + rng.random() * 2.5)),
            "h": lambda: 2 + int(rng.random() * 18),
            "p": lambda: 1 + int(rng.random() ** 2 * 90),
            "m": lambda: self.day.month,
            "d": lambda: self.day.day,
            "y": lambda: self.day.year,
        }

    def pick(self, choices: Sequence[str]) -> str:
        """One of these, each as likely as the others."""
        return choices[int(self.rng.random() * len(choices))]

    def word(self, slot: str) -> str:
        """A word for a slot; of a list of words the first are the most frequent, of names all are alike."""
        choices = self.words[slot]
        share = self.rng.random()
        return choices[int((share * share if len(choices) < 1000 else share) * len(choices))]

    def line(self, section: str) -> str:
        """A sentence, or part of one, of this section of `sentences.txt`."""
        templates = self._templates[section]
        parts = list(templates[int(self.rng.random() * len(templates))])
        for place in range(1, len(parts), 2):
            number = self._numbers.get(parts[place])
            parts[place] = str(number()) if number else self.word(parts[place])
        return "".join(parts)

    def length(self, law: Length = Length()) -> int:  # noqa: B008 -- a constant
        """How long the next body shall be, in characters."""
        return int(min(law.high, max(law.low, self.rng.lognormvariate(law.centre, law.spread))))

    def news(self, length: int) -> list[str]:
        """Paragraphs of an article of about so many characters, mostly on one theme."""
        theme, paragraphs, written = self.pick(THEMES), list[str](), 0
        while written < length:
            lines = [self.line(theme if self.rng.random() < 0.7 else "news") for _ in range(2 + self._up_to(3))]
            paragraphs.append("".join(lines))
            written += len(paragraphs[-1])
        return paragraphs

    def speeches(self, length: int) -> list[str]:
        """Paragraphs of what a meeting pointed out, asked for and stressed, of about so many characters."""
        paragraphs, written, at = list[str](), 0, self._up_to(3)
        while written < length:
            said = f"{_SAID[at % len(_SAID)]}，{self.line('situations')}。"
            paragraphs.append(said + "".join(self._demand() for _ in range(2 + self._up_to(2))))
            if self.rng.random() < 0.15:
                paragraphs += [f"{label}{self._demand(with_must=False)}" for label in _POINTS[: 3 + self._up_to(3)]]
            written, at = sum(map(len, paragraphs)), at + 1
        return paragraphs

    def _demand(self, *, with_must: bool = True) -> str:
        """要……，……，……。"""
        duties = "，".join(self.line("duties") for _ in range(2 + self._up_to(2)))
        return f"{'要' if with_must else ''}{duties}，{self.line('aims')}。"

    def _up_to(self, count: int) -> int:
        return int(self.rng.random() * count)


def _pieces(template: str) -> Pieces:
    return tuple(_MARK.split(template))
