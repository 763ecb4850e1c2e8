"""Imitations of every form of post, each with a table of its facts."""

from __future__ import annotations

import pytest

from tests.readout.imitations import FOLDER, differences, table

FACTS = table()


@pytest.mark.parametrize("name", FACTS)
def test_an_imitation_says_what_its_table_says(name: str) -> None:
    """Every fact of a post is shown as its text prints it, and nothing more."""
    assert differences(name, FACTS[name]) == []


def test_every_post_has_its_facts() -> None:
    """No imitation lies about without a table, and no table without its post."""
    assert {path.stem for path in FOLDER.iterdir()} == {name for name, facts in FACTS.items() if "post" not in facts}
