"""A word in its contexts: which hits there are, in which meetings, and how a line is cut."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.analysis.concordance import KwicLine
from reader.analysis.where import Where
from reader.i18n import use
from reader.library.index import Library
from reader.query import parse
from reader.text.cells import cells
from reader.views.kwic import Concordance, cut, of_quotation, of_word
from reader.views.report import filter_text
from tests.conftest import across
from tests.views.folder import opened
from tests.views.formulas import write_formulas


@pytest.fixture(autouse=True)
def english() -> None:
    """What is told is told in English."""
    use("en")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two meetings, the earlier in two versions, and an article."""
    return write_formulas(tmp_path / "posts")


def found(library: Library, term: str, *narrowed: str) -> Concordance:
    """All lines of a term."""
    concordance = Concordance(library, parse(term), [parse(query) for query in narrowed])
    for _ in concordance.find():
        pass
    assert concordance.is_complete
    return concordance


def test_each_meeting_counts_once_and_titles_not_at_all(folder: Path) -> None:
    """The hits are of the bodies of the two meetings, oldest first: not of titles, the other version, the article."""
    with opened(folder) as library:
        concordance = found(library, "六稳")
    lines = [(concordance.meetings[line.meeting].path, line.match) for line in concordance.lines]
    assert lines == [("c.txt", "六、稳"), ("b.txt", "六稳"), ("b.txt", "六稳")]
    assert concordance.summary() == "3 hits in 2 of 2 meetings"
    assert concordance.spellings == ["六稳 2/3", "六、稳 1/3"]


def test_words_are_anded_and_fields_narrow(folder: Path) -> None:
    """Two words: the hits of both where both are; a filter leaves fewer meetings to look in."""
    with opened(folder) as library:
        assert [line.match for line in found(library, "六稳 六保").lines] == ["六稳", "六 保", "六稳"]
        assert [line.match for line in found(library, '"六稳"').lines] == ["六稳", "六稳"]
        assert [line.match for line in found(library, "六稳|大局 -指出").lines] == ["六稳", "六稳", "大局"]
        narrowed = found(library, "六稳", "until:2022-02", "chair:倪岳峰")
        assert [line.match for line in narrowed.lines] == ["六、稳"]
        assert narrowed.summary() == "1 hit in 1 of 1 meetings"
        assert filter_text(*narrowed.narrowed) == "until:2022-02 chair:倪岳峰"
        assert found(library, "其他").total == 2
        assert len(found(library, "其他").meetings) == 1
        assert not found(library, "海牙").lines


def test_a_filter_that_holds_nothing_is_none(folder: Path) -> None:
    """An empty filter narrows nothing and is not told."""
    with opened(folder) as library:
        concordance = found(library, "六稳", "", "")
    assert (concordance.total, filter_text(*concordance.narrowed)) == (2, "")


def test_lines_come_as_they_are_looked_for(folder: Path) -> None:
    """The first meeting's line is there after one step; who goes on later finds the rest, each once."""
    with opened(folder) as library:
        concordance = Concordance(library, parse("六稳"))
        assert next(concordance.find()) == 1
        assert not concordance.is_complete
        assert concordance.summary() == "1 hit so far, 1 of 2 meetings looked at"
        assert list(concordance.find()) == [3]
        assert concordance.is_complete


def test_selected_words_are_one_word(folder: Path) -> None:
    """What is selected is looked for as one word, whatever a query would make of its marks."""
    with opened(folder) as library:
        for selected in ("六稳”“六保", "-六稳|六\n保", "“六稳” 六：保*"):
            concordance = Concordance(library, of_word(selected))
            assert list(concordance.find()) == [1]
            assert concordance.lines[0].match == "六稳”“六 保"
    assert not list(of_word("，。").words())


def test_a_quotation_is_found_as_it_is_quoted(folder: Path) -> None:
    """A phrase of the list of phrases is found only where it stands in quotation marks."""
    with opened(folder) as library:
        concordance = Concordance(library, of_quotation("六稳"))
        assert list(concordance.find()) == [1]
    assert concordance.lines[0].match == "“六稳”"


@pytest.mark.parametrize("width", range(0, 30))
def test_a_cut_line_fills_its_cells(width: int) -> None:
    """Whatever the width, the word stands in its column and no wide character is cut in half."""
    text = "会议要求a做好“六稳”b工作\t再接再厉"
    at = text.index("六稳")
    line = KwicLine(0, Where(0, at, at + 2), text)
    left = width // 3
    parts = cut(line, left, width)
    assert cells(parts.left) == left
    assert cells("".join(parts)) <= width
    assert text[:at].endswith(parts.left.lstrip())
    assert "六稳".startswith(parts.match)
    assert text[at + 2 :].replace("\t", " ").startswith(parts.right)
    if width > 20:
        assert cells("".join(parts)) >= min(width - 1, left + cells(text[at:].replace("\t", " ")))


def test_the_column_is_of_the_longest_word(folder: Path) -> None:
    """The word stands in the middle; one that is wider than half of the line begins in its first quarter."""
    with opened(folder) as library:
        assert Concordance(library, parse("六稳")).column(44) == 20
        assert Concordance(library, parse("六稳" * 30)).column(44) == 11
        assert Concordance(library, parse("六稳")).column(0) == 0


def test_the_seeds(seeds: Path) -> None:
    """The contexts of 六稳 in the real posts are those that were noted, in that order."""
    truth = across(seeds)["kwic"]
    with opened(seeds) as library:
        for term, expected in truth.items():
            concordance = found(library, term)
            lines = [(concordance.meetings[line.meeting].path[:3], line.left) for line in concordance.lines]
            assert [name for name, _ in lines] == [name for name, _ in expected]
            assert all(left.endswith(end) for (_, left), (_, end) in zip(lines, expected, strict=True))
