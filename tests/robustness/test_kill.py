"""A few kills of the long run in kill.py."""

from __future__ import annotations

from pathlib import Path

from tests.robustness.kill import Killing

KILLS = 5
"""A run of the tests kills so often; `python -m tests.robustness.kill 200` is the long form."""


def test_whatever_moment_it_is_killed_nothing_is_lost(tmp_path: Path) -> None:
    """Killed while posts are read and starred: the next start has every post and every star, and says nothing."""
    killing = Killing(tmp_path, seed=1, posts=100, latest=1.6)
    for number in range(KILLS):
        assert killing.strike() == [], f"kill {number}"
    assert killing.stars.number
