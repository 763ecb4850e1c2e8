"""The series and the months, as somebody uses them."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.text.cells import cells
from reader.views.series import Series
from tests.tui.reading import lines, opened, text_pane, until
from tests.tui.views import head_lines, here, leaves, opens, press, rows
from tests.views.gathered import write_gathered


@pytest.fixture
def posts(tmp_path: Path) -> Path:
    return write_gathered(tmp_path / "posts")


async def test_the_series_tell_what_is_missing(posts: Path) -> None:
    """The series in a line with its numbers; below it the meetings, and the missing ones at their place."""
    async with opened(80, 24, "en", folder=posts) as pilot:
        await opens(pilot, Series, "S")
        shown = rows(pilot)
        assert shown[0].startswith("› - 形势分析及工作督查例会  海关总署  3 meetings  nos. 41-45  missing 43, 44")
        assert [line.split()[0] for line in shown[1:]] == ["2022-01-10", "2022-02-10", "no.", "2022-05-10"]
        assert shown[3].strip() == "no. 43-44  not in this collection"
        assert "after 89 d" in shown[4]


async def test_enter_folds_a_series_and_opens_a_meeting(posts: Path) -> None:
    """Enter on the series folds and opens it; on a meeting it shows the text, and Esc comes back to the row."""
    async with opened(80, 24, "en", folder=posts) as pilot:
        await opens(pilot, Series, "S", "enter")
        assert len(rows(pilot)) == 1
        assert rows(pilot)[0].startswith("› +")
        await leaves(pilot, "enter", "G", "enter")
        await until(pilot, lambda: any("第四十五次" in line for line in lines(pilot, text_pane(pilot))))
        await opens(pilot, Series, "escape")
        assert "2022-05-10" in here(pilot)


async def test_what_is_missing_opens_nothing(posts: Path) -> None:
    """Enter on the missing numbers leaves the view as it is."""
    async with opened(80, 24, "en", folder=posts) as pilot:
        await opens(pilot, Series, "S", "j", "j", "j", "enter")
        assert "not in this collection" in here(pilot)


async def test_months_with_bars(posts: Path) -> None:
    """m turns to the months, the newest under the cursor; Enter shows a month's meetings; m turns back."""
    async with opened(80, 24, "en", folder=posts) as pilot:
        await opens(pilot, Series, "S", "m")
        assert head_lines(pilot)[0].split("  ")[0].strip() == "By month"
        assert [line.split()[-2:] for line in rows(pilot)] == [
            ["2022-01", "1"],
            ["2022-02", "1"],
            ["2022-03", "0"],
            ["2022-04", "0"],
            ["2022-05", "1"],
        ]
        assert "2022-05" in here(pilot)
        await press(pilot, "enter", "j")
        assert "第四十五次" in here(pilot)
        await press(pilot, "m")
        assert head_lines(pilot)[0].split("  ")[0].strip() == "Series"


async def test_all_are_folded_and_opened(posts: Path) -> None:
    """a folds everything, and opens everything again."""
    async with opened(80, 24, "en", folder=posts) as pilot:
        await opens(pilot, Series, "S")
        everything = len(rows(pilot))
        await press(pilot, "a")
        assert len(rows(pilot)) == 1
        await press(pilot, "a")
        assert len(rows(pilot)) == everything


async def test_many_series_are_folded_at_first(posts: Path) -> None:
    """Where not all meetings fit, one sees the series first."""
    async with opened(40, 6, "en", folder=posts) as pilot:
        await opens(pilot, Series, "S")
        assert rows(pilot)[0].startswith("› +")


@pytest.mark.parametrize("lang", ["zh", "en"])
async def test_the_samples_on_a_narrow_terminal(lang: str) -> None:
    """At 40x20 47 and 48 are seen, and no line is too wide; the meeting of no series is there too."""
    async with opened(40, 20, lang) as pilot:
        await opens(pilot, Series, "S")
        assert any("47-48" in line for line in rows(pilot))
        assert max(map(cells, [*rows(pilot), *head_lines(pilot)])) <= 40
        await press(pilot, "G")
        assert "2021-08-06" in "\n".join(rows(pilot))


async def test_series_follow_the_filter(posts: Path) -> None:
    """The head tells the filter, and that series are whole: what it leaves out is not missing."""
    async with opened(80, 24, "en", folder=posts, query="until:2022-03") as pilot:
        await opens(pilot, Series, "S")
        assert "filtered by: until:2022-03" in " ".join(head_lines(pilot))
        assert "series are shown whole" in " ".join(head_lines(pilot))
        assert "missing 43, 44" in " ".join(" ".join(rows(pilot)).split())
