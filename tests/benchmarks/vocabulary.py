"""The words and sentences that made-up posts are made of: two text files beside this one, and names drawn at random.

Names are drawn from the 3,755 characters of the first level of GB 2312 with falling weights, so that the tail of rare
characters is as long as in real text. Persons are invented; districts, goods and subjects are those of the genre.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import accumulate
from pathlib import Path
from random import Random

_HERE = Path(__file__).parent


def sections(name: str) -> dict[str, list[str]]:
    """The lines of each `[section]` of a text file beside this module; lines that begin with # say nothing."""
    parts: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in (_HERE / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            lines = parts.setdefault(line.strip("[]"), [])
        elif line and not line.startswith("#"):
            lines.append(line)
    return parts


def vocabulary(rng: Random) -> Mapping[str, Sequence[str]]:
    """What may stand in every slot that is a word: those listed, and names of persons, firms, ships and villages."""
    words = {name: " ".join(lines).split() for name, lines in sections("vocabulary").items()}
    return {**words, **_names(rng, words)}


def _names(rng: Random, words: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    characters = _characters()
    rng.shuffle(characters)
    weights = list(accumulate(1 / (place + 40) ** 1.3 for place in range(len(characters))))

    def drawn(count: int, length: int) -> list[str]:
        picked = rng.choices(characters, cum_weights=weights, k=count * length)
        return ["".join(picked[start : start + length]) for start in range(0, count * length, length)]

    return {
        "person": [rng.choice(words["surname"]) + given for given in (*drawn(4000, 2), *drawn(1500, 1))],
        "firm": [f"{rng.choice(words['city'])}{word}{rng.choice(words['trade'])}有限公司" for word in drawn(9000, 2)],
        "ship": [f"“{word}{rng.choice('轮号')}”" for word in drawn(4000, 2)],
        "village": [word + rng.choice("村镇乡岭湾坪") for word in drawn(4000, 2)],
    }


def _characters() -> list[str]:
    codes = (bytes((row, cell)) for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF))
    return [code.decode("gb2312") for code in codes if code < b"\xd7\xfa"]
