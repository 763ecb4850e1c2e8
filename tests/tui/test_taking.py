"""Taking away what one reads."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.i18n import use
from reader.library.index import open_library
from reader.locale import LANGUAGES
from reader.text.cells import cells, clusters
from reader.tui.page import Block, Point, Tone, character_at, lay_out
from reader.tui.readout_page import readout_blocks
from reader.tui.selection import Selection
from tests.conftest import SAMPLES
from tests.tui.reading import lines, opened, screen, status, text_pane, until


async def test_the_paragraph_that_is_read_is_copied() -> None:
    """y sends the words of the paragraph, without ends of lines, to the terminal's clipboard, and the foot says so."""
    async with opened() as pilot:
        await pilot.press("g", "2", "y")
        readout = screen(pilot).desk.post.readout
        assert readout is not None
        assert pilot.app.clipboard in readout.body
        assert "\n" not in pilot.app.clipboard
        assert "已送往终端剪贴板" in status(pilot)


async def test_a_quotation_carries_its_citation() -> None:
    """Y copies the paragraph in quotation marks, and below it meeting, day, title, publication and paragraph."""
    async with opened() as pilot:
        await pilot.press("g", "2", "Y")
        words, where = pilot.app.clipboard.split("\n")
        assert words.startswith("“")
        assert words.endswith("”")
        for part in ("党委扩大会议", "2022-04-28", "《", "第"):
            assert part in where


async def test_a_link_is_copied_or_opened_only_when_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """c copies the address; w alone opens it; a post without one says so."""
    asked: list[str] = []
    monkeypatch.setattr("reader.tui.parts.taking.open_link", lambda link, failed: asked.append(link))
    async with opened() as pilot:
        readout = screen(pilot).desk.post.readout
        assert readout is not None
        screen(pilot).desk.post.readout = readout._replace(link="https://example.org/a")
        await pilot.press("c")
        assert (pilot.app.clipboard, asked) == ("https://example.org/a", [])
        await pilot.press("w")
        assert asked == ["https://example.org/a"]
        for link in ("file:///etc/passwd", "https:", "HTTPS://", "http://:80/a", "http://[", "https:///a"):
            screen(pilot).desk.post.readout = readout._replace(link=link)
            await pilot.press("w", "c")
            assert len(asked) == 1, link
            assert pilot.app.clipboard == "https://example.org/a"
            assert status(pilot) == "这篇没有可打开的链接"


@pytest.mark.parametrize("columns", [40, 63, 80, 110, 160])
async def test_what_the_mouse_selects_is_the_text(columns: int) -> None:
    """Dragged over all that is seen, the mouse copies the text of the post, whatever the width: no hard wraps."""
    async with opened(columns, 60) as pilot:
        if columns < 70:
            await pilot.press("enter")
        pane = text_pane(pilot)
        readout = screen(pilot).desk.post.readout
        assert readout is not None
        shown = [line.strip(" ›*") for line in lines(pilot, pane)]
        first = next(y for y, line in enumerate(shown) if line.startswith(readout.body[0][:4]))
        last = max(y for y, line in enumerate(shown) if line and line in readout.body[-1])
        await pilot.mouse_down("TextPane", offset=(0, first))
        await pilot.hover("TextPane", offset=(pane.size.width - 1, last))
        await pilot.mouse_up("TextPane", offset=(pane.size.width - 1, last))
        await until(pilot, lambda: bool(pilot.app.clipboard))
        assert pilot.app.clipboard == "\n".join(readout.body)
        assert "选中的" in status(pilot)


async def test_paragraphs_are_selected_by_keys() -> None:
    """V selects the paragraph, } takes the next as well, y copies both."""
    async with opened() as pilot:
        await pilot.press("l", "V", "}", "y")
        readout = screen(pilot).desk.post.readout
        assert readout is not None
        assert pilot.app.clipboard == "\n".join(readout.body[:2])


@pytest.mark.parametrize("keys", [["V"], ["V", "right_curly_bracket", "right_curly_bracket"]])
async def test_what_is_selected_is_cited(keys: list[str]) -> None:
    """Y cites every paragraph that V and } have selected, of several each with its number, and nothing else."""
    async with opened() as pilot:
        await pilot.press("l", "right_curly_bracket", *keys, "Y")
        readout = screen(pilot).desk.post.readout
        assert readout is not None
        *quoted, where = pilot.app.clipboard.split("\n")
        assert len(quoted) == len(keys)
        for number, line in enumerate(quoted, 1):
            assert line.startswith(f"“{readout.body[number]}”")
            assert f"第{number + 1}段" in (where if len(quoted) == 1 else line)
        assert "党委扩大会议" in where
        assert "及出处" in status(pilot)


async def test_the_words_that_the_mouse_selects_are_cited() -> None:
    """Y cites the dragged words alone, with the number of their paragraph, wherever the view is."""
    async with opened() as pilot:
        pane, readout = text_pane(pilot), screen(pilot).desk.post.readout
        assert readout is not None
        row = next(y for y, line in enumerate(lines(pilot, pane)) if readout.body[2][:4] in line)
        left = pane.margin_cells + 4
        await pilot.mouse_down("TextPane", offset=(left, row))
        await pilot.hover("TextPane", offset=(left + 8, row))
        await pilot.mouse_up("TextPane", offset=(left + 8, row))
        await until(pilot, lambda: bool(pilot.app.clipboard))
        await pilot.press("Y")
        words, where = pilot.app.clipboard.split("\n")
        assert words == f"“{readout.body[2][:4]}”"
        assert "第3段" in where


async def test_what_is_selected_of_a_title_is_cited_without_a_number() -> None:
    """The title is quoted as it is, and a note is not put on a paragraph that nobody selected."""
    async with opened() as pilot:
        pane = text_pane(pilot)
        await pilot.mouse_down("TextPane", offset=(pane.margin_cells, 1))
        await pilot.hover("TextPane", offset=(pane.margin_cells + 8, 1))
        await pilot.mouse_up("TextPane", offset=(pane.margin_cells + 8, 1))
        await until(pilot, lambda: bool(pilot.app.clipboard))
        await pilot.press("Y")
        words, where = pilot.app.clipboard.split("\n")
        assert words == "“海关总署”"
        assert "段" not in where
        await pilot.press("p")
        assert status(pilot) == "这里没有可以批注的段落。"


async def test_the_paragraph_of_what_is_stood_on_is_cited() -> None:
    """After words have been found in the post, Y cites the paragraph of those that the reader has gone to."""
    async with opened() as pilot:
        await pilot.press("f", *"要求", "enter", "n", "Y")
        pane, readout = text_pane(pilot), screen(pilot).desk.post.readout
        assert readout is not None
        assert pane.current is not None
        paragraph = pane.hits[pane.current].paragraph
        assert paragraph
        assert pilot.app.clipboard.startswith(f"“{readout.body[paragraph]}”")
        assert f"第{paragraph + 1}段" in pilot.app.clipboard


@given(st.text("海关，“”AEO1.5%é👍 ", max_size=80), st.integers(10, 60))
def test_a_cell_belongs_to_the_character_painted_there(text: str, width: int) -> None:
    """Wherever a character is painted, the mouse finds that character; beyond the line's end it finds the end."""
    for line in lay_out([Block(text, Tone.BODY, indent=4)], width):
        for cluster in clusters().finditer(text, line.start, line.end):
            cell = line.column + cells(text[line.start : cluster.start()])
            if cells(cluster[0]):
                assert character_at(line, cell) == cluster.start()
        assert character_at(line, 500) == line.end


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_selected_is_the_text_at_every_width(lang: str) -> None:
    """From the first cell of the body to the last, at every width from 20 to 160, the text of the post is selected."""
    use(lang)
    library = open_library([SAMPLES])
    library.update(lambda progress: None)
    for row in library.first(None, all_posts=True).rows:
        readout = library.readout(row.key)
        blocks = readout_blocks(readout)
        for width in range(20, 161):
            body = [line for line in lay_out(blocks, width) if line.block.key is not None and line.block.key >= 0]
            points = [
                Point(body[0].number, character_at(body[0], 0)),
                Point(body[-1].number, character_at(body[-1], width)),
            ]
            assert Selection(*points).text(blocks) == "\n".join(readout.body)
            assert Selection(*reversed(points)).text(blocks) == "\n".join(readout.body)
    library.close()
