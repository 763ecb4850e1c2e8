"""A short run of two.py."""

from __future__ import annotations

from pathlib import Path

from tests.robustness.two import Pair


def test_two_readers_of_one_folder_do_not_get_in_each_others_way(tmp_path: Path) -> None:
    """The reader is open twice: no error in either, no star or note lost, and the index is that of the folder."""
    pair = Pair(tmp_path, seconds=3, posts=60)
    assert pair.run() == []
    assert len(pair.told) == 4
    assert not pair.told[-1].endswith(" 0 clashes told")
