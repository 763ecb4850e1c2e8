"""The room against posts whose facts were checked by hand: the bundled samples, and five real posts where they are."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from reader.readout.read import read_post
from tests.conftest import PROJECT, SAMPLES, SEEDS
from tests.readout.posts import as_truth

LATER = {"path", "figures", "points", "captions"}
"""Keys that are not compared here: the path is the library's, figures are not read yet, the rest are extra."""


def _posts(folder: Path, truth: Path) -> list[Any]:
    """Each post of a truth file as a test case; none where the file is not there."""
    if not truth.is_file():
        return [pytest.param(folder, {}, marks=pytest.mark.skip(f"no {truth.name} here"), id=truth.name)]
    posts = json.loads(truth.read_text(encoding="utf-8"))["posts"]
    return [pytest.param(folder, expected, id=expected["path"]) for expected in posts]


CASES = [
    *_posts(SAMPLES, PROJECT / "tests" / "samples_truth.json"),
    *_posts(SEEDS, SEEDS / "truth.json"),
]


@pytest.mark.parametrize(("folder", "expected"), CASES)
def test_every_fact_of_a_checked_post_is_read(folder: Path, expected: dict[str, Any]) -> None:
    """Each checked post shows exactly the facts that were checked by hand, and no fault."""
    readout = read_post((folder / expected["path"]).read_bytes())
    found = as_truth(readout)
    wanted = {key: value for key, value in expected.items() if key not in LATER}
    if wanted["meeting"] and found["meeting"]:
        assert {key: found["meeting"].get(key) for key in wanted["meeting"]} == wanted["meeting"]
        del wanted["meeting"]
    assert {key: found[key] for key in wanted if key in found} == wanted
    assert readout.faults == ()
