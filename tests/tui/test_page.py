"""A page without a screen: its lines, what is highlighted and selected on it, and where the reader is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.query.model import Hit
from reader.text.cells import cells
from reader.tui.highlights import Highlights, runs
from reader.tui.page import BLANK, TITLE, Block, Layout, Point, Tone, lay_out
from reader.tui.place import NO_BODY, Home, found_again, line_at, place_at
from reader.tui.selection import Selection

WORDS = "会议强调，要守住国门，要促进外贸，要抓好落实。"
BLOCKS = [
    Block("海关总署召开会议", Tone.TITLE, key=TITLE),
    Block("2022-04-28", Tone.BODY, label="召开", gap=1),
    *(Block(WORDS * (number + 1), Tone.BODY, key=number, indent=4, gap=1) for number in range(6)),
    Block("来源", Tone.MUTED, gap=2),
]


def laid_out(width: int = 40) -> Layout:
    """The page, set to its end."""
    layout = Layout(BLOCKS, width)
    layout.go_on(60)
    return layout


@given(st.integers(2, 90), st.integers(0, 5), st.integers(0, 200))
def test_a_character_is_found_on_its_line(width: int, key: int, character: int) -> None:
    """The line that is gone to holds the character, whatever the width, and lines are set only as far as that asks."""
    character %= len(WORDS) * (key + 1)
    layout = Layout(BLOCKS, width)
    line = layout.lines[layout.line_of(key, character)]
    assert line.block.key == key
    assert line.start <= character < line.end
    assert layout.lines == [BLANK, *lay_out(BLOCKS, width)][: len(layout.lines)]
    assert not layout.complete


def test_what_is_not_there_is_the_top() -> None:
    """A paragraph or a place that the page does not have is shown as its top."""
    assert laid_out().line_of(99, 0) == 0
    assert line_at(laid_out(), (99, 3)) == 0
    assert line_at(Layout(), (2, 3)) == 0


@given(st.integers(8, 90), st.integers(8, 90), st.integers(0, 60))
def test_a_place_survives_another_width(width: int, other: int, line: int) -> None:
    """What was seen first is on the first line that is seen after the page was set for another width."""
    before, after = laid_out(width), laid_out(other)
    place = place_at(before, line)
    if place is not None:
        found = after.lines[line_at(after, place)]
        assert found.start <= place[1] < found.end
        assert place[0] in (found.block.key, NO_BODY + found.number)


def test_the_share_that_was_read_grows_to_the_whole() -> None:
    """The characters of the body that were seen never become fewer down the page; titles and credits do not count."""
    layout = laid_out()
    shares = [layout.share(line)[0] for line in range(len(layout.lines) + 5)]
    assert shares == sorted(shares)
    assert shares[0] == shares[2] == 0
    assert layout.share(999) == (21 * len(WORDS),) * 2


def test_the_paragraph_that_begins_in_sight_is_meant() -> None:
    """Of what is seen the first paragraph that begins there is meant, else the one that fills the pane, else none."""
    layout = laid_out(20)
    first, last = layout.line_of(4, 0), layout.line_of(5, 0)
    assert layout.paragraph_in(slice(first, last)) == 4
    assert layout.paragraph_in(slice(first + 1, last + 1)) == 5
    assert layout.paragraph_in(slice(first + 1, first + 3)) == 4
    assert layout.paragraph_in(slice(0, 3)) is None


def test_below_a_text_its_end_is_pointed_at() -> None:
    """Right of a line or below the text is the end of it, on a character that character; above all text is nothing."""
    layout = laid_out()
    line = layout.line_of(0, 0)
    assert layout.point_at(line, 4) == Point(2, 0)
    assert layout.point_at(line, 39) == Point(2, layout.lines[line].end)
    assert layout.point_at(10_000, 0) == Point(8, 2)
    assert layout.point_at(0, 5) is None


@pytest.mark.parametrize(("quiet", "current", "seen"), [(False, None, 2), (False, 1, 2), (True, None, 0), (True, 1, 1)])
def test_quiet_hits_are_seen_only_where_the_reader_stands(quiet: bool, current: int | None, seen: int) -> None:
    """Of quiet highlights only the one stood on is painted, and as any other; else that one stands out."""
    highlights = Highlights([Hit(0, 0, 2), Hit(0, 6, 8), Hit(None, 0, 2)], quiet=quiet)
    highlights.current = current
    line = next(line for line in lay_out(BLOCKS, 80) if line.block.key == 0)
    painted = runs(line, highlights)
    assert "".join(run.text for run in painted) == line.block.text
    assert sum(run.hit for run in painted) == seen
    assert [run.text for run in painted if run.current] == (["守住"] if current and not quiet else [])
    assert highlights.keys == {0, TITLE}


@given(st.integers(2, 60), st.lists(st.integers(0, len(WORDS)), min_size=4, max_size=4))
def test_runs_are_the_line(width: int, edges: list[int]) -> None:
    """However hits and selection overlap, the stretches of all lines join to what is painted, each in its own ink."""
    block = Block(WORDS, Tone.BODY, key=0)
    one, two, *selected = edges
    hit = Hit(0, min(one, two), max(one, two))
    selection = Selection(*(Point(0, character) for character in selected))
    for line in lay_out([block], width):
        at = line.start
        for run in runs(line, Highlights([hit]), selection):
            assert run.text == WORDS[at : at + len(run.text)]
            assert run.hit == (hit.start <= at < hit.end)
            assert run.selected == (min(selected) <= at < max(selected))
            at += len(run.text)
        assert cells(WORDS[line.start : at]) <= width


class Pane:
    """A pane without a screen: it shows ten lines of a page."""

    def __init__(self, width: int) -> None:
        self.page = laid_out(width)
        self.top_line = 0

    def scroll_to_line(self, line: int) -> None:
        self.top_line = max(0, min(line, len(self.page.lines) - 10))


def test_a_jump_does_not_move_the_reader() -> None:
    """After a jump to a hit the reader is where they were; once they scroll on from there, they are there."""
    pane = Pane(20)
    home = Home(pane)
    home.open((1, 0))
    begun = pane.top_line
    pane.scroll_to_line(40)
    home.settle(jumped=True)
    assert home.place == (1, 0)
    assert not home.has_read_on
    home.go_back()
    assert pane.top_line == begun
    pane.scroll_to_line(40)
    home.settle(jumped=True)
    pane.scroll_to_line(41)
    assert home.place == place_at(pane.page, 41)
    home.go_back()
    assert (pane.top_line, home.place, home.opened) == (41, place_at(pane.page, 41), (1, 0))


def test_a_place_follows_its_words() -> None:
    """A paragraph that has moved in an edited post is found by its words; one that was rewritten, by its number."""
    after = [Block("新的一段", Tone.BODY, key=0)] + [
        block._replace(key=block.key + 1) for block in BLOCKS if block.paragraph is not None and block.key is not None
    ]
    assert found_again((2, 5), BLOCKS, after) == (3, 5)
    assert found_again((2, 5), BLOCKS, after[:1]) == (2, 5)
    assert found_again(None, BLOCKS, after) is None
