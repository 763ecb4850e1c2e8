"""How well something typed fits a name."""

from __future__ import annotations

import pytest

from reader.query.lookup import Fit, Form, fit, person_fit

ANALYSIS = Form("第四十六次形势分析例会", "di si shi liu ci xing shi fen xi li hui", "dsslcxsfxlh")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("第四十六次形势分析例会", Fit.EXACT),
        ("第四十六次", Fit.BEGINS),
        ("disishi", Fit.BEGINS),
        ("dssl", Fit.BEGINS),
        ("d", Fit.BEGINS),
        ("形勢，分析", Fit.HOLDS),
        ("xing shi fen x", Fit.HOLDS),
        ("xsfx", Fit.HOLDS),
        ("x", None),
        ("ingshi", None),
        ("四十七", None),
        ("", None),
        ("，", None),
    ],
)
def test_a_phrase(typed: str, found: Fit | None) -> None:
    """The whole, its beginning, a part, by characters or from a syllable on; never from within a syllable."""
    assert fit(typed, ANALYSIS) is found


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("倪岳峰", Fit.EXACT),
        ("nyf", Fit.EXACT),
        ("niy", Fit.BEGINS),
        ("yue", Fit.HOLDS),
        ("y", Fit.HOLDS),
        ("yf", None),
        ("feng", None),
    ],
)
def test_a_person(typed: str, found: Fit | None) -> None:
    """Whoever the list of officials would leave is found, and nobody else."""
    assert person_fit(typed, "倪岳峰", "ni yuefeng", "nyf") is found
