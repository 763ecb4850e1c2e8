"""A short run of two.py."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.library.marks.file import PATIENCE
from tests.robustness.two import Pair


@pytest.mark.parametrize("patience", [PATIENCE, 0.002])
def test_two_readers_of_one_folder_do_not_get_in_each_others_way(tmp_path: Path, patience: float) -> None:
    """The reader is open twice, on a quick disk and a slow one: no error in either, no star or note lost, and the
    index is that of the folder.
    """
    pair = Pair(tmp_path, seconds=2, posts=60, patience=patience)
    assert pair.run() == []
    assert len(pair.told) == 4
