"""Forgiving search forms: what they are blind to, and that offsets lead back to the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.folding import BARRIER, blind, blind_clauses, fold, with_offsets

TEXTS = st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\0\x1f"), max_size=60)


@pytest.mark.parametrize(
    ("printed", "typed"),
    [
        ("黃冠勝", "黄冠胜"),
        ("ＡＥＯ", "aeo"),
        ("人、物、环境”同防", "人物环境同防"),
        ("於廣洲", "于广洲"),
        ("瞭解", "了解"),
        ("汚染", "污染"),
        ("１５％", "15%"),
        ("一 带　一路", "一带一路"),
    ],
)
def test_forms_that_are_the_same(printed: str, typed: str) -> None:
    """Script, width, letter case, spaces and punctuation make no difference."""
    assert blind(printed) == blind(typed)


def test_a_point_in_a_number_counts() -> None:
    """1.5万 is not found in 115万, nor 279 in 27.9%."""
    assert blind("1.5万") not in blind("115万吨")
    assert blind("279") not in blind("增长27.9%、27.8%")
    assert blind("3‰") != blind("3%") != blind("3")
    assert blind("27.9%") in blind("增长27.9%、27.8%")


@given(TEXTS)
def test_folding_keeps_the_length(text: str) -> None:
    """One character becomes one character."""
    assert len(fold(text)) == len(text)


@given(TEXTS, TEXTS)
def test_the_fold_of_a_part_is_the_part_of_the_fold(before: str, after: str) -> None:
    """Folding looks at one character at a time."""
    assert fold(before + after) == fold(before) + fold(after)


@given(TEXTS)
def test_offsets_lead_back_to_the_text(text: str) -> None:
    """Each character of the blind form is the fold of the character at its offset."""
    form = with_offsets(text)
    assert form.text == blind(text)
    assert [fold(text[offset]) for offset in form.offsets] == list(form.text)


def test_clause_marks_are_barriers() -> None:
    """，ends a clause, 、 does not."""
    assert blind_clauses("人、物，环境") == f"人物{BARRIER}环境"
    assert with_offsets("人、物，环境", clauses=True).text == blind_clauses("人、物，环境")
