"""The order in which many new posts are read."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.library.posts import scan
from reader.library.posts.scan import find_posts


def test_where_there_is_no_time_for_all_the_newest_come_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of more posts than can be looked at, those whose names come last are: they are the newest, as a rule."""
    monkeypatch.setattr(scan, "PATIENCE", -1.0)
    for number in range(300):
        day = f"20{10 + number // 28:02}-01-{number % 28 + 1:02}"
        (tmp_path / f"{number:05}.md").write_text(f"---\ndate: {day}\n---\n<p>文</p>", encoding="utf-8")
    ordered = [Path(file.file).name for file in scan.newest_first(find_posts([tmp_path]).files)]
    assert ordered[:3] == ["00299.md", "00298.md", "00297.md"]
    assert len(ordered) == 300
