"""A word in its contexts on the screen: K, sorting, another term, the passage and the way back."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.text.cells import cells
from reader.tui.dialogs.asking import AskScreen
from reader.views.kwic import Kwic
from tests.tui.reading import opened, screen, status, text_pane, until
from tests.tui.views import foot, head, leaves, lit, opens, rows, shows
from tests.views.formulas import write_meeting


@pytest.mark.parametrize("size", [(110, 32), (80, 24), (40, 20)])
async def test_the_word_stands_in_one_column(size: tuple[int, int]) -> None:
    """K on a filter shows each hit of its word, oldest first, the word in one column, nothing beyond the edge."""
    async with opened(*size, query="六稳") as pilot:
        await opens(pilot, Kwic, "K")
        lines = rows(pilot)
        assert len(lines) == 4
        assert len({cells(line[: line.index(" 六稳 ")]) for line in lines}) == 1
        assert all(cells(line) < size[0] for line in lines)
        days = [line[2:10] for line in lines]
        assert days == sorted(days)
        assert "见于5场会议中的4场" in head(pilot)


async def test_a_wide_terminal_names_the_meeting() -> None:
    """At 110 cells the meeting's name stands beside its day, at 80 it does not."""
    async with opened(110, 32, query="六稳") as pilot:
        await opens(pilot, Kwic, "K")
        assert "第四十六次形势分析" in rows(pilot)[0]
        await pilot.resize_terminal(80, 24)
        await until(pilot, lambda: "第四十六次形势分析" not in rows(pilot)[0])


async def test_fields_narrow_and_are_told() -> None:
    """Of a filter with words and fields the words are looked for where the fields say, and the head says so."""
    async with opened(lang="en", query="六稳 since:2022-02") as pilot:
        await opens(pilot, Kwic, "K")
        assert "2 hits in 2 of 2 meetings" in head(pilot)
        assert "filtered by: since:2022-02" in head(pilot)


async def test_a_passage_is_opened_and_left_again() -> None:
    """Enter lights the hit in its post; Esc brings the view back on the same line, in the same order."""
    async with opened(query="六稳") as pilot:
        await opens(pilot, Kwic, "K", "s", "g", "j")
        line = rows(pilot)[1]
        await leaves(pilot, "enter")
        assert lit(pilot) == ["六稳"]
        await opens(pilot, Kwic, "escape")
        assert rows(pilot)[1] == line
        assert line.startswith("›")
        assert "按左文" in head(pilot)


async def test_s_sorts_and_stays_on_the_line() -> None:
    """s sorts by left context, by right context, by day again; the cursor stays on its hit."""
    async with opened(query="海关") as pilot:
        await opens(pilot, Kwic, "K")
        oldest_first = rows(pilot)
        here = oldest_first[0][2:]
        await pilot.press("s")
        assert "按左文" in head(pilot)
        assert rows(pilot) != oldest_first
        assert [line[2:] for line in rows(pilot) if line.startswith("›")] == [here]
        await pilot.press("s")
        assert "按右文" in head(pilot)
        await pilot.press("s")
        assert rows(pilot) == oldest_first


async def test_spellings_are_told() -> None:
    """Each way in which the word is printed with n of N hits."""
    async with opened(query="人物同防") as pilot:
        await opens(pilot, Kwic, "K")
        assert "写法：" in head(pilot)
        assert "人、物同防 1/" in head(pilot)


async def test_selected_words_come_before_the_filter() -> None:
    """K with words selected looks for these."""
    async with opened(query="六稳") as pilot:
        text = text_pane(pilot)
        await pilot.press("enter", "right_curly_bracket", "V")
        (paragraph, start, end) = text.selected.spans()[0]
        readout = screen(pilot).desk.post.readout
        assert readout is not None
        found = (await opens(pilot, Kwic, "K")).found
        assert [line.match[:8] for line in found.lines] == [readout.body[paragraph][start:end].lstrip("“")[:8]]


async def test_a_term_is_asked_for() -> None:
    """Without a filter K asks; a bad query is explained, Esc asks no more, a word is looked for."""
    async with opened(lang="en") as pilot:
        await pilot.press("K", *"since:2022", "enter")
        await until(pilot, lambda: status(pilot).startswith("A word is needed"))
        await pilot.press("K", *"foo:1", "enter")
        await until(pilot, lambda: "foo" in status(pilot) or "field" in status(pilot).lower())
        await leaves(pilot, "K", "escape")
        await opens(pilot, Kwic, "K", *"六稳", "enter")
        assert "4 hits in 4 of 5 meetings" in head(pilot)


async def test_another_term_is_asked_for_in_the_view() -> None:
    """/ asks for another term, which the fields of the filter narrow too; a bad one leaves the lines as they are."""
    async with opened(lang="en", query="六稳 since:2022-02") as pilot:
        await opens(pilot, Kwic, "K")
        await pilot.press("slash", *"since:2022", "enter")
        await until(pilot, lambda: shows(pilot, Kwic) and "A word is needed" in foot(pilot))
        assert "2 hits" in head(pilot)
        await pilot.press("slash")
        await until(pilot, lambda: isinstance(pilot.app.screen, AskScreen))
        await pilot.press(*"六保", "enter")
        await until(pilot, lambda: shows(pilot, Kwic) and "六保" in head(pilot))
        assert "2 hits in 2 of 2 meetings" in head(pilot)
        await pilot.press("slash", *"海牙", "enter", "down", "enter")
        await until(pilot, lambda: shows(pilot, Kwic) and "海牙" in head(pilot))
        assert "No meeting has it" in rows(pilot)[0]


async def test_what_is_not_found_is_said() -> None:
    """A filter that no text of a meeting matches gives an empty view with a sentence, and Esc leads back."""
    async with opened(query="海牙") as pilot:
        await opens(pilot, Kwic, "K")
        assert "另查一个" in rows(pilot)[0]
        await leaves(pilot, "enter", "G", "s", "escape")


async def test_many_lines_come_after_the_first_screen(tmp_path: Path) -> None:
    """The first lines are there at once, all of them in the end; G goes to the last, which opens."""
    posts = tmp_path / "posts"
    posts.mkdir()
    for number in range(60):
        write_meeting(posts, f"{number:03}.txt", "3月15日", f"第{number}号：" + "口岸把关，" * 40)
    async with opened(80, 24, "en", "把关", posts) as pilot:
        view = await opens(pilot, Kwic, "K")
        found = view.found
        await until(pilot, lambda: found.is_complete and f"{len(found.lines)} hits" in head(pilot))
        assert len(found.lines) == 40 * len(screen(pilot).desk.session.library.across.meetings())
        await pilot.press("G")
        assert view.cursor == len(found.lines) - 1
        await leaves(pilot, "enter")
        assert lit(pilot) == ["把关"]
