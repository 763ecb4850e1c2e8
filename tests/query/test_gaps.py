"""Words with gaps: found where the slow search finds them, however often a text repeats itself."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.query import gaps, parse
from reader.query.match import hits
from reader.query.model import Word
from reader.query.words import spans
from reader.readout.model import Kind, Paragraph, Readout
from reader.text.folding import blind_clauses
from tests.fuzz.steps import steps_of
from tests.library import brute

PARTS = st.lists(st.text(alphabet="海关", min_size=1, max_size=10), min_size=2, max_size=5)
TEXTS = st.text(alphabet="海关", max_size=60) | st.text(alphabet="海关空，、\n", max_size=60)


@given(PARTS, TEXTS)
def test_gaps_are_where_the_slow_search_finds_them(parts: list[str], text: str) -> None:
    """Whatever stands between stars, the same places are lit as by looking at every character."""
    word = Word("*".join(parts), exact=False)
    expected = list(brute.spans(word, text))
    assert list(spans(word, text)) == expected
    assert gaps.stand(tuple(parts), blind_clauses(text)) == bool(expected)


@pytest.mark.parametrize(
    "typed", ["海*海*海*海*海*海*海*关关", "*".join("海" * 9), "海海海*海海*海海海海海*关", "海*关"]
)
@pytest.mark.parametrize("tail", ["", "关关"])
def test_a_post_of_one_character_is_searched_at_once(typed: str, tail: str) -> None:
    """Seven stars over 海 three thousand times cost twice as much as over half of it."""

    def cost(length: int) -> int:
        text = f"{'海' * length}，{tail}"
        post = Readout(title="", published=None, kind=Kind.ARTICLE, customs=False, paragraphs=(Paragraph(text),))
        return steps_of(lambda: hits(parse(typed), post))

    cost(10)  # what is kept once it is known
    assert cost(3000) <= 2.2 * cost(1500) + 100


def test_the_slow_search_ends_too() -> None:
    """What the search is held against answers for a text that repeats itself, too."""
    word = Word("海*海*海*海*海*海*海*关关", exact=False)
    assert not list(brute.spans(word, "海" * 300))
