"""A command line that is run in this process."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from reader.cli import main
from reader.views import VIEWS

_PLAIN = (view.name for view in VIEWS.values() if view.takes in ("paths", "post") and view.name != "officials")
ACROSS = (
    *((name,) for name in _PLAIN),
    *(("kwic", "会议"), ("series", "--months"), ("officials", "--matrix"), ("officials", "--person", "倪岳峰")),
)
"""Command lines that answer across the meetings of a query."""
OVER_A_FOLDER = (
    *(("list", "--all"), ("list", "--all", "--format", "json"), ("check",), ("check", "--format", "json")),
    *(("search", "口岸"), ("search", "口岸", "--format", "json")),
    *((*line, "--format", form) for line in (*ACROSS, ("officials",)) for form in ("text", "json", "csv")),
    *(("export", "--format", form) for form in ("text", "md", "csv", "json", "jsonl")),
)
"""Command lines that go over every post of a folder."""


class Run:
    """Runs command lines and keeps what the last one wrote."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys
        self.out = self.err = ""

    def __call__(self, *args: str | Path) -> int:
        """Runs one; its exit code."""
        code = main([str(arg) for arg in args])
        self.out, self.err = self._capsys.readouterr()
        return code

    def json(self) -> Any:
        """What was written as JSON."""
        return json.loads(self.out)

    def rows(self) -> list[dict[str, str]]:
        """What was written as CSV, by the names of the columns."""
        return list(csv.DictReader(io.StringIO(self.out.removeprefix("\ufeff"))))

    def cells(self) -> list[list[str]]:
        """What was written as CSV, cell by cell, with the names of the columns first."""
        return list(csv.reader(io.StringIO(self.out.removeprefix("\ufeff"))))
