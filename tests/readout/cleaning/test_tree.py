"""The light tree says what beautifulsoup4 says of the same page."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.readout.cleaning.tree import build, drop_comments
from tests.conftest import SAMPLES
from tests.readout.cleaning.soup import FRAGMENTS, ours, theirs

IMITATIONS = Path(__file__).resolve().parents[1] / "imitations"


@given(st.lists(st.sampled_from(FRAGMENTS), min_size=1, max_size=25))
def test_of_tag_soup_both_trees_say_the_same(pieces: list[str]) -> None:
    """However a page is broken, the text that is shown is the one that the well-known parser finds."""
    html = drop_comments("".join(pieces))
    if html.strip():
        assert ours(build(html)) == theirs(html)


@pytest.mark.parametrize("path", sorted([*SAMPLES.iterdir(), *IMITATIONS.iterdir()]), ids=lambda path: path.name)
def test_of_every_imitation_both_trees_say_the_same(path: Path) -> None:
    """The forms of real posts give one and the same tree."""
    html = drop_comments(path.read_bytes().decode("utf-8", "ignore").lstrip("\ufeff"))
    assert ours(build(html)) == theirs(html)


@pytest.mark.parametrize(
    "html",
    ["", " ", "<div>" * 5000 + "海" + "</div>" * 5000, "<b>" * 100_000 + "海"],
    ids=["nothing", "white", "closed", "open"],  # else the text is the name, and is told wherever tests are named
)
def test_nothing_is_too_deep_or_too_empty(html: str) -> None:
    """An empty text and a hundred thousand nested tags are read like any other."""
    assert build(html).get_text().strip() == ("海" if "海" in html else "")
