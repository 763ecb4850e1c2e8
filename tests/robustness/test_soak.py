"""A short run of soak.py."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.robustness.keyboard import FORBIDDEN, KEYS, sent
from tests.robustness.soak import Soak, thirds


def test_whoever_types_at_random_is_answered_and_loses_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keys of every kind are typed while posts change: the reader answers, writes only its own, and quits with 0."""
    monkeypatch.chdir(tmp_path)
    soak = Soak(tmp_path, posts=60, seed=3)
    soak.run(seconds=1, sitting=1)
    assert soak.keys > 30
    assert soak.stars > 0


def test_no_key_of_the_soak_opens_another_program() -> None:
    """No editor, no browser is opened by chance; every other key of the screen and the views is typed."""
    assert not FORBIDDEN & set(KEYS)
    assert len(set(map(sent, KEYS))) > 90


def test_memory_is_compared_at_both_ends() -> None:
    """A single peak is no growth; what is higher throughout at the end is."""
    assert thirds([40, 41, 90, 42, 41, 40, 41, 43, 42]) == (41, 42)
    assert thirds([40, 41, 42, 60, 61, 62, 80, 81, 82]) == (41, 81)
