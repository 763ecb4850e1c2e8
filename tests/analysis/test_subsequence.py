"""The longest common subsequence, against its definition."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reader.analysis.subsequence import Prepared, common_spans
from tests.analysis.made_bodies import made_bodies

TEXTS = st.text("海关人物，1", max_size=14)
LONGER = st.text("海关人物国门安全，", max_size=140)


def lcs(one: str, other: str) -> int:
    """The length of the LCS, by its definition, beginning by beginning."""
    lengths = [0] * (len(other) + 1)
    for sign in one:
        before, lengths = lengths, [0]
        for at, twin in enumerate(other):
            lengths.append(before[at] + 1 if sign == twin else max(before[at + 1], lengths[at]))
    return lengths[-1]


@given(TEXTS, st.lists(TEXTS, max_size=3))
def test_one_text_with_others(text: str, others: list[str]) -> None:
    """Each of the others has its own length, whatever was asked before."""
    ready = Prepared(text)
    assert [ready.common(other) for other in others] == [lcs(text, other) for other in others]


@given(LONGER, LONGER)
def test_texts_longer_than_a_word_of_the_machine(one: str, other: str) -> None:
    """A carry goes through the whole of a long text."""
    assert Prepared(one).common(other) == lcs(one, other)


def test_clauses_of_made_meetings() -> None:
    """The paragraphs of some made meetings with each other."""
    paragraphs = [text[:40] for body in made_bodies()[:24] for text in body]
    for text in paragraphs[::9]:
        ready = Prepared(text)
        assert [ready.common(other) for other in paragraphs] == [lcs(text, other) for other in paragraphs]


def table_spans(former: str, latter: str) -> list[tuple[int, int]]:
    """The pairs of an LCS as the whole table of lengths tells them: a pair where one can be, else down."""
    lengths = [[0] * (len(latter) + 1) for _ in range(len(former) + 1)]
    for at in range(len(former) - 1, -1, -1):
        for other in range(len(latter) - 1, -1, -1):
            down, right = lengths[at + 1][other], lengths[at][other + 1]
            lengths[at][other] = lengths[at + 1][other + 1] + 1 if former[at] == latter[other] else max(down, right)
    pairs = []
    at = other = 0
    while lengths[at][other]:
        if former[at] == latter[other]:
            pairs.append((at, other))
            at, other = at + 1, other + 1
        elif lengths[at + 1][other] >= lengths[at][other + 1]:
            at += 1
        else:
            other += 1
    return pairs


@given(TEXTS | LONGER, TEXTS | LONGER)
def test_of_all_longest_one_found_from_the_left_is_taken(former: str, latter: str) -> None:
    """The same characters are marked as by the table."""
    mine, yours = common_spans(former, latter)
    pairs = zip(
        (at for span in mine for at in range(*span)), (at for span in yours for at in range(*span)), strict=True
    )
    assert list(pairs) == table_spans(former, latter)


@given(TEXTS, TEXTS)
def test_common_spans_are_a_longest_common_subsequence(former: str, latter: str) -> None:
    """The spans in both texts read the same, are as long as the LCS, in order, and none touches the next."""
    mine, yours = common_spans(former, latter)
    read = "".join(former[start:end] for start, end in mine)
    assert read == "".join(latter[start:end] for start, end in yours)
    assert len(read) == lcs(former, latter)
    for spans in (mine, yours):
        assert all(start < end for start, end in spans)
        assert all(one[1] < other[0] for one, other in pairwise(spans))


def test_the_pair_worth_seeing() -> None:
    """What differs between the two is what a reader would mark."""
    former, latter = "全力以赴支持外贸促稳提质", "全力促进外贸保稳提质"
    mine, yours = common_spans(former, latter)
    assert [former[start:end] for start, end in mine] == ["全力", "外贸", "稳提质"]
    assert [latter[start:end] for start, end in yours] == ["全力", "外贸", "稳提质"]
