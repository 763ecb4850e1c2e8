"""Meetings made up at random for concordance and phrases: bodies of few words, so that everything recurs."""

from __future__ import annotations

from random import Random

WORDS = [
    "六稳",
    "六保",
    "人、物同防",
    "人物同防",
    "“人、物”同防",
    "口岸",
    "把关",
    "，",
    "。",
    "、",
    "“",
    "”",
    "a",
    "ＡＥＯ",
]
PHRASES = ["六稳", "六保", "两个维护", "放管服", "三智", "人、物", "外防输入、内防反弹"]


def bodies(count: int, seed: int) -> list[list[str]]:
    """The bodies of `count` meetings: some paragraphs of words, empty ones among them."""
    chance = Random(seed)
    return [
        ["".join(chance.choices(WORDS, k=chance.randrange(12))) for _ in range(chance.randrange(4))]
        for _ in range(count)
    ]


def quoted(count: int, seed: int) -> list[list[str]]:
    """What stands in quotation marks in each of `count` meetings, as often as it does; seldom nothing."""
    chance = Random(seed)
    kept = [chance.random() for _ in PHRASES]
    return [
        [phrase for phrase, often in zip(PHRASES, kept, strict=True) for _ in range(3) if chance.random() < often]
        for _ in range(count)
    ]
