"""Where a text was left: however the sitting ends, whatever lay over the text, it opens there again."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.conftest import write_post
from tests.tui.reading import lines, opened, screen, text_pane, title, until

SMALL = {"columns": 90, "rows": 14}


def seen(pilot: Pilot[None]) -> list[str]:
    """The lines of the text, without the marks at its margin."""
    return [line.strip(" ›+*") for line in lines(pilot, text_pane(pilot))]


async def end(pilot: Pilot[None], way: str) -> None:
    """Leaves by a key, or by a signal to the reader's process."""
    if way.startswith("SIG"):
        os.kill(os.getpid(), signal.Signals[way])
        await until(pilot, lambda: not pilot.app.is_running or pilot.app.return_code is not None)
    else:
        await pilot.press(way)


@pytest.mark.parametrize("way", ["q", "ctrl+c", "ctrl+q", "SIGHUP", "SIGTERM"])
async def test_a_text_opens_where_it_was_left(way: str) -> None:
    """Two pages on in the text, and then out by any way: the next sitting begins at the same line."""
    async with opened(**SMALL) as pilot:
        await pilot.press("enter", "space", "space")
        here = title(pilot)
        await end(pilot, way)
    async with opened(**SMALL) as pilot:
        assert title(pilot) == here


OVER = {
    "new wording": ["D"],
    "evidence": ["e"],
    "a filter that is still typed": ["slash", *"海关"],
    "a view": ["S"],
    "a selection": ["V"],
}
"""What may lie over a text, and the keys that bring it there."""


@pytest.mark.parametrize("keys", OVER.values(), ids=OVER)
async def test_what_lies_over_the_text_loses_no_place(keys: list[str]) -> None:
    """With a light, a filter, a view or a dialog open, the sitting that ends keeps where the reader was."""
    async with opened(**SMALL) as pilot:
        await pilot.press("enter", "space", "space")
        here = title(pilot)
        await pilot.press(*keys)
        await pilot.pause()
        pilot.app.exit()
    async with opened(**SMALL) as pilot:
        assert title(pilot) == here


async def test_what_was_found_is_where_the_reader_is() -> None:
    """Words that were looked for in the post and gone to are where it opens again."""
    async with opened(**SMALL) as pilot:
        await pilot.press("enter", "f", *"要求", "enter", "n", "n")
        await until(pilot, lambda: any("要求" in line for line in seen(pilot)))
        here = title(pilot)
        await pilot.press("ctrl+q")
    async with opened(**SMALL) as pilot:
        assert title(pilot) == here


async def test_a_filter_that_opens_a_text_at_its_hit_does_not_move_its_place() -> None:
    """A text that was left in its middle and is opened at a hit opens in its middle once the filter has gone."""
    async with opened(**SMALL) as pilot:
        await pilot.press("enter", "space", "space")
        here = title(pilot)
    async with opened(**SMALL, query="俞建华") as pilot:
        assert title(pilot) != here
        await pilot.press("j", "k", "escape")
        assert title(pilot) == here


async def test_a_resize_does_not_move_the_place() -> None:
    """Shown on a terminal that holds all of it, and on a small one again, a text is where it was."""
    async with opened(**SMALL) as pilot:
        await pilot.press("enter", "space", "space")
        here = title(pilot)
        for size in ((160, 90), (40, 10), (90, 14)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
        assert title(pilot) == here


async def test_the_head_of_a_text_is_a_place_too() -> None:
    """On a terminal so small that the second page is still names, these are where the text opens again."""
    async with opened(columns=40, rows=6) as pilot:
        await pilot.press("enter", "space")
        here = title(pilot)
        assert "会议" not in here
    async with opened(columns=40, rows=6) as pilot:
        await pilot.press("enter")
        assert title(pilot) == here


async def test_a_place_is_kept_after_a_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever reads on and does nothing more finds the place kept, should the reader be killed."""
    monkeypatch.setattr("reader.tui.parts.placing.REST", 0.01)
    async with opened(**SMALL) as pilot:
        key = screen(pilot).desk.post.key
        assert key is not None
        await pilot.press("enter", "space", "space")
        marks = screen(pilot).desk.session.library.marks
        await until(pilot, lambda: marks.of(key).place == text_pane(pilot).home.place)
        assert marks.of(key).place


async def test_what_was_looked_for_last_is_kept_however_the_sitting_ends() -> None:
    """A filter that nobody finished typing is one key away at the next start."""
    async with opened() as pilot:
        await pilot.press("slash", *"同防", "ctrl+c")
    async with opened() as pilot:
        assert screen(pilot).desk.session.library.marks.last_query() == "同防"


async def test_a_text_that_was_edited_is_where_its_words_are(tmp_path: Path) -> None:
    """While a post is read a paragraph comes in above: the words that were seen first still are."""
    paragraphs = [f"<p>　　{'一二三四五六七八九十'[number]}是{'精准施策' * 40}。</p>" for number in range(8)]
    write_post(tmp_path, "a.md", "全文", "".join(paragraphs))
    async with opened(**SMALL, folder=tmp_path) as pilot:
        await pilot.press("a", "enter", *["space"] * 4)
        readout, here = screen(pilot).desk.post.readout, title(pilot)
        write_post(tmp_path, "a.md", "全文", "".join(["<p>　　新来的一段。</p>", *paragraphs]))
        await until(pilot, lambda: screen(pilot).desk.post.readout != readout)
        assert title(pilot) == here
