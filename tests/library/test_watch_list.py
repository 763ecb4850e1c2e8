"""The reader's own list of phrases: what is taken from the file, and what is not."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reader.library.places import settings_file, watch_file
from reader.library.watch_list import LONGEST_FILE, LONGEST_ITEM, MOST_ITEMS, load


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "watch.txt"


def test_it_lies_beside_the_settings() -> None:
    """The list is in the folder of the settings."""
    assert watch_file() == settings_file().with_name("watch.txt")


def test_one_item_a_line(file: Path) -> None:
    """Comments, blank lines, marks alone and what is there already are left out; a byte order mark is none."""
    file.write_bytes("\ufeff六稳\r\n\r\n# 国门\n  人*同防 \n，。\n六、稳\n人同防\n人＊同防\n*\n".encode())
    assert load(file).items == ("六稳", "人*同防", "人同防")
    assert load(file).is_there
    assert not load(file).is_cut


def test_what_a_terminal_would_obey_is_cleaned(file: Path) -> None:
    """Escape sequences, bidi marks and bytes that are no UTF-8 do not come through."""
    file.write_bytes("六\x1b[31m稳\u202e\n".encode() + b"\xff\xfe\xb0\n")
    assert load(file).items[0] == "六稳"
    assert all("\x1b" not in item and "\u202e" not in item for item in load(file).items)


def test_too_much_is_cut(file: Path) -> None:
    """Of a list that is too long its beginning is read, of an item that is too long nothing; both are told."""
    file.write_text("".join(f"提法{number}\n" for number in range(MOST_ITEMS + 1)), "utf-8")
    assert (load(file).items[-1], len(load(file).items), load(file).is_cut) == (
        f"提法{MOST_ITEMS - 1}",
        MOST_ITEMS,
        True,
    )
    file.write_text("六稳\n" + "保" * (LONGEST_ITEM + 1), "utf-8")
    assert (load(file).items, load(file).is_cut) == (("六稳",), True)
    file.write_text("六稳\n" + "#" * LONGEST_FILE, "utf-8")
    assert (load(file).items, load(file).is_cut) == (("六稳",), True)


def test_a_file_that_is_not_there(file: Path) -> None:
    """No file, a folder, a pipe: no items, and nobody waits."""
    assert not load(file).is_there
    file.mkdir()
    assert not load(file).is_there
    os.mkfifo(file.with_name("pipe"))
    assert not load(file.with_name("pipe")).is_there
