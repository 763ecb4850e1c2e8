"""The data files: lists that readers of the code may extend."""

from __future__ import annotations

import pytest

from reader.readout.data import entries
from tests.conftest import PROJECT

FILES = [
    "surnames",
    "compound_surnames",
    "not_names",
    "role_words",
    "recurring_meetings",
    "places",
    "expert_words",
    "outlets",
]


@pytest.mark.parametrize("name", FILES)
def test_a_data_file_holds_words_and_no_comment(name: str) -> None:
    """Every list that the program goes by is there, and nothing of its comments is taken for a word."""
    words = entries(name)
    assert words
    assert not [word for word in words if word.startswith("#") or word.isascii()]


def test_family_names_have_one_character_or_two() -> None:
    """A family name is one character, or two in the list of compound ones."""
    assert {len(word) for word in entries("surnames")} == {1}
    assert {len(word) for word in entries("compound_surnames")} == {2}


def test_a_list_that_is_not_there_is_an_error() -> None:
    """A misspelled list does not count as an empty one."""
    with pytest.raises(FileNotFoundError):
        entries("no_such_list")


def test_every_row_of_credit_forms_has_a_kind_that_is_read() -> None:
    """A form of credit that is added under a misspelled kind does not go unnoticed."""
    rows = (PROJECT / "reader" / "readout" / "data" / "credit_forms.txt").read_text("utf-8").splitlines()
    kinds = {row.partition(":")[0] for row in rows if row and not row.startswith("#")}
    assert kinds == {"person", "body", "role", "rank", "verb", "alone"}
    with pytest.raises(KeyError):
        entries("credit_forms", "no such kind")
