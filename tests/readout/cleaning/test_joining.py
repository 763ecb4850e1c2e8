"""Posts of very many lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.readout.read import read_post
from tests.conftest import write_post


def test_a_post_of_very_many_lines_is_set_into_fewer_paragraphs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first stand as they are, those behind them together; nothing is lost, and it is told."""
    monkeypatch.setattr("reader.readout.cleaning.blocks.MOST", 50)
    monkeypatch.setattr("reader.readout.read.MOST", 50)
    lines = [f"海关第{at}行" for at in range(500)]
    path = write_post(tmp_path, "a.md", "一篇很长的文章", "\n\n".join(lines))
    readout = read_post(path.read_bytes(), suffix=".md")
    assert len(readout.paragraphs) < 60
    assert " ".join(readout.body).split() == lines
    assert [(fault.code, fault.detail) for fault in readout.faults] == [("many_paragraphs", "500")]
