"""The concordance says the same as a slow and obvious one, on 300 made-up meetings."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest

from reader.analysis.concordance import REACH, KwicLine, Order, lines, ordered, spellings
from reader.analysis.where import Where
from tests.analysis.made_phrases import bodies

MEETINGS = bodies(300, seed=5)


def places(word: str, text: str) -> list[int]:
    """Where a word begins, one occurrence after the other."""
    found, at = [], 0
    while at <= len(text) - len(word):
        if text[at : at + len(word)] == word:
            found.append(at)
            at += len(word)
        else:
            at += 1
    return found


def all_lines(word: str) -> list[KwicLine]:
    """The concordance of a word over all made-up meetings."""
    found = []
    for number, body in enumerate(MEETINGS):
        passages = [Where(at, start, start + len(word)) for at, text in enumerate(body) for start in places(word, text)]
        found += lines(number, body, passages)
    return found


def told(found: Sequence[KwicLine]) -> list[tuple[int, int, str, str, str]]:
    return [(line.meeting, line.where.paragraph, line.left, line.match, line.right) for line in found]


@pytest.mark.parametrize("word", ["六稳", "人物同防", "、", "口岸把关"])
def test_every_hit_has_its_line(word: str) -> None:
    """Each place of a word is a line, oldest first, with all of its paragraph to the left and to the right."""
    expected = []
    for number, body in enumerate(MEETINGS):
        for at, text in enumerate(body):
            parts = text.split(word)
            contexts = [(word.join(parts[:index]), word.join(parts[index:])) for index in range(1, len(parts))]
            expected += [(number, at, left, word, right) for left, right in contexts]
    assert told(ordered(reversed(all_lines(word)), Order.DATE)) == expected
    assert expected


@pytest.mark.parametrize("word", ["六稳", "口岸"])
def test_lines_are_sorted_by_their_contexts(word: str) -> None:
    """By left context neighbours agree from the hit outwards; what sorting does not part stays oldest first."""
    oldest_first = all_lines(word)
    for order in (Order.LEFT, Order.RIGHT):
        found = ordered(reversed(oldest_first), order)
        assert sorted(found) == sorted(oldest_first)
        for one, next_one in pairwise(found):
            former = one.right if order is Order.RIGHT else "".join(reversed(one.left))
            latter = next_one.right if order is Order.RIGHT else "".join(reversed(next_one.left))
            assert former <= latter
            if former == latter:
                assert (one.meeting, one.where) < (next_one.meeting, next_one.where)


def test_spellings_are_counted() -> None:
    """Each way of printing a word with the number of its lines, the most frequent first."""
    found = all_lines("人物同防") + all_lines("人、物同防") + all_lines("“人、物”同防")
    counted = {way: sum(line.match == way for line in found) for way in ("人物同防", "人、物同防", "“人、物”同防")}
    assert dict(spellings(found)) == counted
    counts = [count for _, count in spellings(found)]
    assert counts == sorted(counts, reverse=True)


def test_contexts_are_bounded() -> None:
    """In a paragraph of a million characters a context is what stands next to the hit, not all of it."""
    text = "稳" * 500_000 + "六保" + "稳" * 500_000
    (line,) = lines(0, [text], [Where(0, 500_000, 500_002)])
    assert (line.match, len(line.left), len(line.right)) == ("六保", REACH, REACH)
    (edge,) = lines(0, ["六保稳"], [Where(0, 0, 2)])
    assert (edge.left, edge.right) == ("", "稳")
