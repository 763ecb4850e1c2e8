"""Phrases by meeting on the screen: P, orders, what one meeting has not, what is watched, and the way into a text."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from reader.library.places import watch_file
from reader.text.cells import cells
from reader.views.kwic import Kwic
from reader.views.phrases import Phrases
from tests.conftest import write_watch_list
from tests.tui.reading import opened, until
from tests.tui.views import head, leaves, lit, opens, rows, shows
from tests.views.formulas import write_meeting


def names(pilot: Pilot[None]) -> list[str]:
    """The phrases of the lines that are seen."""
    return [line[4:].split("  ")[0].strip() for line in rows(pilot)]


@pytest.mark.parametrize("size", [(110, 32), (80, 24), (40, 20)])
@pytest.mark.parametrize("lang", ["zh", "en"])
async def test_phrases_with_their_meetings(size: tuple[int, int], lang: str) -> None:
    """P lists the quoted phrases with n of N and a digit a meeting; nothing is beyond the edge; the head tells more."""
    async with opened(*size, lang=lang) as pilot:
        await opens(pilot, Phrases, "P")
        assert names(pilot)[:3] == ["两个维护", "六保", "六稳"]
        assert rows(pilot)[0].split()[2] == "5/5"
        assert rows(pilot)[1].endswith("-1111")
        assert all(cells(line) < size[0] for line in (*rows(pilot), *head(pilot).split("\n")))
        await pilot.press("j")
        await until(pilot, lambda: "2021-12-13" in head(pilot))
        assert ("首见于本集" if lang == "zh" else "first in this collection") in head(pilot)


async def test_s_goes_through_the_orders() -> None:
    """s: last come first, last gone first, longest life first, in most meetings first again."""
    async with opened(lang="en") as pilot:
        await opens(pilot, Phrases, "P")
        common = names(pilot)
        for order in ("last come first", "last gone first", "longest life first", "in most meetings first"):
            await pilot.press("s")
            assert order in head(pilot)
            if order == "last come first":
                assert all(line.endswith("----1") for line in rows(pilot)[:4])
            elif order == "last gone first":
                assert rows(pilot)[0].endswith("1-")
        assert names(pilot) == common


async def test_a_phrase_that_has_gone_is_not_said_to_have_no_gap() -> None:
    """Of a phrase that the newest meeting has, gaps or none are told; of one that has gone, since how many meetings."""
    async with opened(lang="en") as pilot:
        await opens(pilot, Phrases, "P")
        told = {}
        for line in range(len(names(pilot))):
            bar = rows(pilot)[line].split()[-1]
            since = len(bar) - len(bar.rstrip("-"))
            told[since, "-" in bar.strip("-"), len(bar.strip("-")) > 1] = head(pilot).split("\n")[1].split("  ")
            await pilot.press("j")
        assert {since for since, *_ in told} >= {0, 1, 2}
        for (since, has_gaps, long_lived), parts in told.items():
            assert ("no gap" in parts) == (long_lived and not since and not has_gaps)
            assert any("not in the last" in part for part in parts) == bool(since)
            assert since < 2 or f"not in the last {since}" in parts


async def test_a_phrase_is_followed_into_its_texts() -> None:
    """Enter shows a phrase in context; Enter again opens the passage; Esc leads back the same way."""
    async with opened() as pilot:
        await opens(pilot, Phrases, "P", "j")
        await opens(pilot, Kwic, "enter")
        await until(pilot, lambda: len(rows(pilot)) == 4)
        assert "“六保”" in head(pilot)
        await leaves(pilot, "j", "enter")
        assert lit(pilot) == ["“六保”"]
        await opens(pilot, Kwic, "escape")
        await until(pilot, lambda: len(rows(pilot)) == 4)
        assert rows(pilot)[1].startswith("›")
        await opens(pilot, Phrases, "escape")
        assert rows(pilot)[1].startswith("›")
        await leaves(pilot, "escape")


async def test_the_filter_narrows() -> None:
    """Only the meetings that the filter leaves count, and the head says so."""
    async with opened(lang="en", query="since:2022") as pilot:
        await opens(pilot, Phrases, "P")
        assert "in 3 meetings" in head(pilot)
        assert "filtered by: since:2022" in head(pilot)
        assert all("/3" in line for line in rows(pilot))


async def test_without_a_list_it_is_said_where_to_write_it() -> None:
    """w without a watch list names the file in full, even on a narrow terminal; the next key takes that away."""
    async with opened(40, 20, lang="en") as pilot:
        await opens(pilot, Phrases, "P", "w")
        assert str(watch_file()) in "".join(line.strip() for line in head(pilot).split("\n")).replace(" ", "")
        await pilot.press("j")
        assert "No phrases are watched" not in head(pilot)


async def test_what_is_watched_stands_first() -> None:
    """Watched items have a sign and stand first, wherever they are found; w shows them alone, and all again."""
    write_watch_list("人*同防\n海牙\n")
    async with opened(lang="zh") as pilot:
        await opens(pilot, Phrases, "P")
        await until(pilot, lambda: "4/5" in rows(pilot)[0])
        assert [line[2:4] for line in rows(pilot)[:3]] == ["* ", "* ", "  "]
        assert names(pilot)[:2] == ["人*同防", "海牙"]
        assert "0/5" in rows(pilot)[1]
        await pilot.press("w")
        assert names(pilot) == ["人*同防", "海牙"]
        assert "只看关注的" in head(pilot)
        await pilot.press("j", "enter")
        assert shows(pilot, Phrases)
        await opens(pilot, Kwic, "k", "enter")
        await until(pilot, lambda: len(rows(pilot)) == 4)
        await opens(pilot, Phrases, "escape", "w")
        assert len(rows(pilot)) > 2


async def test_what_the_meeting_has_not(tmp_path: Path) -> None:
    """n lists what three quarters of the meetings before have and the one that was shown has not, with n of N."""
    posts = tmp_path / "posts"
    posts.mkdir()
    write_meeting(posts, "a.txt", "1月24日", "会议指出，“三智”要推进，“六稳”要落实。", "四十八")
    write_meeting(posts, "b.txt", "3月15日", "会议要求，“六稳”要落实。")
    async with opened(80, 24, "en", folder=posts) as pilot:
        await opens(pilot, Phrases, "P", "n")
        assert names(pilot) == ["三智"]
        assert "1/1" in rows(pilot)[0]
        assert "not in 2022-03-15" in head(pilot)
        await pilot.press("n")
        assert names(pilot) == ["六稳", "三智"]
        await pilot.press("escape", "j")
        await opens(pilot, Phrases, "P", "n")
        assert "None" in rows(pilot)[0]


async def test_no_meeting_no_comparison() -> None:
    """On a filter that leaves no meeting the view is empty; n says that there is none to compare with."""
    async with opened(lang="en", query="海牙") as pilot:
        await opens(pilot, Phrases, "P")
        await pilot.press("n", "enter", "G")
        assert "no phrase in quotation marks" in rows(pilot)[0]
