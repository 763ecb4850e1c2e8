"""What all views have in common."""

from __future__ import annotations

import pytest

from reader.library.index import Library
from reader.library.model import Progress
from reader.text.cells import cells
from tests.every_view import VIEWS as OPENED
from tests.every_view import Opened
from tests.tui.reading import opened, reader, status, until
from tests.tui.views import foot, head, head_lines, opens, press


@pytest.mark.parametrize("view", OPENED, ids=lambda view: view.command)
async def test_a_view_says_that_posts_are_still_being_read(view: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    """Opened before everything has been read, a view says so until the cursor is moved."""
    monkeypatch.setattr(Library, "keep", lambda library, report, stop: report(Progress(1, 5)))
    async with reader("en").run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "reading" in status(pilot).lower())
        await press(pilot, "j", "j")
        await opens(pilot, object, *view.pressed)
        await pilot.pause()
        assert foot(pilot).startswith("Posts are still being read")
        await press(pilot, "j")
        assert not foot(pilot).startswith("Posts")


@pytest.mark.parametrize("keys", ["O", "S", "Sm", "jC"])
async def test_the_head_is_set_anew_for_another_width(keys: str) -> None:
    """On a terminal that gets narrow the head says what it said, in more lines, and no line is too wide."""
    async with opened(110, 32, "en", "since:2021-01 until:2023-12") as pilot:
        await opens(pilot, object, *keys)
        said = head(pilot).split()
        await pilot.resize_terminal(60, 24)
        await until(pilot, lambda: max(map(cells, head_lines(pilot))) <= 60)
        await pilot.pause()
        if keys == "O":  # which meetings are seen depends on the width, and so do the signs that are explained
            said = ["filtered", "by:", "since:2021-01", "until:2023-12"]
        assert set(said) <= set(head(pilot).split())
