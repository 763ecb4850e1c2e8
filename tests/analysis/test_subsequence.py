"""The longest common subsequence, against its definition."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reader.analysis.subsequence import Many, common_spans
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


@given(st.lists(TEXTS, max_size=6), st.lists(TEXTS, max_size=3))
def test_one_text_with_many(many: list[str], texts: list[str]) -> None:
    """Each of the many has its own length, whatever stands beside it and whatever was asked before."""
    ready = Many(many)
    for text in texts:
        assert ready.common(text) == [lcs(text, other) for other in many]


@given(st.lists(LONGER, min_size=1, max_size=3), LONGER)
def test_texts_longer_than_a_word_of_the_machine(many: list[str], text: str) -> None:
    """A carry goes through the whole of a long text, and not into the next."""
    assert Many(many).common(text) == [lcs(text, other) for other in many]


def test_clauses_of_made_meetings() -> None:
    """The paragraphs of some made meetings with each other."""
    paragraphs = [text[:40] for body in made_bodies()[:24] for text in body]
    ready = Many(paragraphs)
    for text in paragraphs[::9]:
        assert ready.common(text) == [lcs(text, other) for other in paragraphs]


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
