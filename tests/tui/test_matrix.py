"""The table of people and meetings, and a person's own page, as somebody uses them."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.text.cells import cells
from reader.views.officials import Matrix
from reader.views.person import PersonReport
from tests.tui.reading import lines, opened, text_pane, until
from tests.tui.views import about, foot, head_lines, here, leaves, opens, pane, press, rows
from tests.views.gathered import write_gathered, write_meeting


@pytest.fixture
def posts(tmp_path: Path) -> Path:
    return write_gathered(tmp_path / "posts")


def columns(line: str) -> list[str]:
    """The cells of a row behind name and count."""
    return line.removeprefix("›").replace("›", " ").split()[2:]


async def test_the_table_shows_positions_and_signs(posts: Path) -> None:
    """Everyone has a row; cells have the position, C for the chair, arrows for moves, a dot for not named."""
    async with opened(80, 24, "en", folder=posts) as pilot:
        await opens(pilot, Matrix, "O")
        assert [columns(line) for line in rows(pilot)] == [
            ["1C", "1C", "1C"],
            ["4", ".", "2^"],
            ["3", "3", "3^v"],
            ["2", "2", "4v"],
        ]
        assert head_lines(pilot)[1].split() == ["2022"]
        assert head_lines(pilot)[2].split() == ["01-10", "02-10", "05-10"]
        assert "people 4" in head_lines(pilot)[0]


async def test_the_cell_under_the_cursor_is_told(posts: Path) -> None:
    """The newest meeting is under the cursor first; left and up and down tell of other cells, also of an empty one."""
    async with opened(80, 24, "en", folder=posts) as pilot:
        await opens(pilot, Matrix, "O", "j")
        assert "2022-05-10 第四十五次" in about(pilot)
        assert "张际文 zhang jiwen  no. 2 of 4  在京署领导 (GACC leader)  attended" in about(pilot)
        assert "^ here before 邹志武、王令浚; on 2022-01-10 after" in about(pilot)
        assert "first in this collection 2022-01-10, last 2022-05-10  2 of 3 meetings" in about(pilot)
        await press(pilot, "h")
        assert "not named; the list names: 在京署领导 (GACC leader) x2" in about(pilot).replace("\n ", " ")
        assert "absent" not in about(pilot)
        await press(pilot, "left", "k")
        assert "倪岳峰 ni yuefeng  no. 1 of 4  海关总署署长 (Minister of GACC)  chaired" in about(pilot)
        assert "2022-01-10" in about(pilot)


async def test_a_cell_opens_the_name_and_escape_comes_back(posts: Path) -> None:
    """Enter shows the report with the name lit; Esc comes back to the same cell."""
    async with opened(80, 24, "en", folder=posts) as pilot:
        await opens(pilot, Matrix, "O", "j", "left", "left")
        await leaves(pilot, "enter")
        await until(pilot, lambda: any("第四十一次" in line for line in lines(pilot, text_pane(pilot))))
        await opens(pilot, Matrix, "escape")
        assert "2022-01-10" in about(pilot)
        assert "张际文" in here(pilot)
        await leaves(pilot, "escape")


async def test_an_empty_cell_opens_the_report(posts: Path) -> None:
    """Of a meeting that does not name the person the text is shown."""
    async with opened(80, 24, "en", folder=posts) as pilot:
        await opens(pilot, Matrix, "O", "j", "left")
        await leaves(pilot, "enter")
        await until(pilot, lambda: any("第四十二次" in line for line in lines(pilot, text_pane(pilot))))


async def test_the_ends_and_the_column_of_names(posts: Path) -> None:
    """0 goes to the oldest meeting, $ to the newest; left of the oldest are the names, and Enter opens the person."""
    async with opened(80, 24, "en", folder=posts) as pilot:
        await opens(pilot, Matrix, "O", "j", "0")
        assert "2022-01-10 第" in about(pilot)
        await press(pilot, "dollar_sign")
        assert "2022-05-10 第" in about(pilot)
        await press(pilot, "0", "left", "left")
        assert about(pilot).split("\n")[0].strip() == "张际文 zhang jiwen"
        await opens(pilot, PersonReport, "enter")


async def test_walking_from_one_inverted_cell_to_the_next(posts: Path) -> None:
    """n goes through the cells with arrows, newest first, and says when there is none; N goes back."""
    async with opened(80, 24, "en", folder=posts) as pilot:
        await opens(pilot, Matrix, "O", "n")
        assert "张际文" in here(pilot)
        await press(pilot, "n", "n")
        assert "王令浚" in here(pilot)
        await press(pilot, "n")
        assert foot(pilot) == "The order is inverted nowhere else in this direction"
        await press(pilot, "N")
        assert "邹志武" in here(pilot)
        assert foot(pilot) == ""


async def test_a_person_has_a_page(posts: Path) -> None:
    """p shows roles, meetings with what an intermediate list claims, and mentions; each row opens its passage."""
    async with opened(80, 24, "en", folder=posts) as pilot:
        await opens(pilot, PersonReport, "O", "j", "p")
        await until(pilot, lambda: "Mentions elsewhere: 1" in "\n".join(rows(pilot)))
        shown = "\n".join(rows(pilot))
        assert head_lines(pilot)[0].strip() == "张际文 zhang jiwen"
        assert "Roles as printed: 1" in shown
        assert "named at 2 of the 3 from the first to the last (of 3 in all)" in shown
        assert "2/4 attended" in shown
        assert "not named  第四十二次" in shown
        await press(pilot, "G")
        assert "2022-03-02  mentioned  海关总署副署长" in here(pilot)
        await leaves(pilot, "enter")
        await until(pilot, lambda: any("代表团" in line for line in lines(pilot, text_pane(pilot))))
        await opens(pilot, PersonReport, "escape")
        await until(pilot, lambda: "2022-03-02" in here(pilot))
        await opens(pilot, Matrix, "escape")
        assert "张际文" in here(pilot)


async def test_the_table_follows_the_filter(posts: Path) -> None:
    """With a filter there are fewer columns, the head tells it, and first is the first within it."""
    async with opened(80, 24, "en", folder=posts, query="since:2022-02") as pilot:
        await opens(pilot, Matrix, "O")
        assert head_lines(pilot)[2].split() == ["02-10", "05-10"]
        assert "filtered by: since:2022-02" in head_lines(pilot)[0]
        assert "first within the filter 2022-02-10" in about(pilot)


async def test_columns_scroll_on_a_narrow_terminal(tmp_path: Path) -> None:
    """Of more meetings than fit the newest are seen; going left brings the older ones, and no line is too wide."""
    folder = write_gathered(tmp_path / "posts")
    for month in (3, 4, 6, 7, 8, 9, 10, 11, 12):
        (folder / f"{month}").mkdir()
        write_meeting(folder / f"{month}", 41, month, "倪岳峰", ["王令浚", "邹志武", "张际文"])
    async with opened(40, 20, "en", folder=folder) as pilot:
        await opens(pilot, Matrix, "O")
        days = head_lines(pilot)[-1].split()
        assert days[-1] == "12-10"
        assert 3 <= len(days) < 12
        await press(pilot, *["left"] * 11)
        assert head_lines(pilot)[-1].split()[0] == "01-10"
        assert head_lines(pilot)[-2].split() == ["2022"]
        assert max(map(cells, [*rows(pilot), *head_lines(pilot), *about(pilot).split("\n")])) <= 40
        await press(pilot, "right_square_bracket", "right_square_bracket", "right_square_bracket")
        assert head_lines(pilot)[-1].split()[-1] == "12-10"


async def test_a_click_chooses_a_cell_and_a_second_opens_it(posts: Path) -> None:
    """The cell that is clicked is told of; clicked again, its passage is shown."""
    async with opened(80, 24, "en", folder=posts) as pilot:
        matrix = await opens(pilot, Matrix, "O")
        table = pane(pilot)
        await pilot.click(table, offset=(matrix.margin(79) + 1, 3))
        await until(pilot, lambda: "王令浚" in here(pilot))
        assert "2022-01-10" in about(pilot)
        await pilot.click(table, offset=(matrix.margin(79) + 1, 3))
        await leaves(pilot)


async def test_the_samples_in_chinese() -> None:
    """主, 讲, 报 stand for chair, speech and report; the columns are straight although the signs are wide."""
    async with opened(40, 20) as pilot:
        await opens(pilot, Matrix, "O")
        row = next(line for line in rows(pilot) if "倪岳峰" in line)
        assert row.split()[1:] == ["1讲", "1主", "1报", "1主"]
        wanted = {"张际文": "5", "孙玉宁": "6", "黄冠胜": "9", "倪岳峰": "1报"}  # all of 24 January
        shown = {name: next(line for line in rows(pilot) if name in line) for name in wanted}
        assert len({cells(shown[name][: shown[name].rindex(mark)]) for name, mark in wanted.items()}) == 1
