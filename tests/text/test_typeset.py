"""Chinese line breaking: the laws hold for any text at any width, and on real and sample readouts."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from uniseg.linebreak import line_break_boundaries

from reader.text.atoms import CLOSING, OPENING, Spans, stretches
from reader.text.cells import cells, crop, crop_start, pad
from reader.text.typeset import INDENT, Line, visible
from reader.text.typeset import typeset as lines_of
from tests.conftest import PROJECT


def typeset(text: str, width: int, indent: int = INDENT, whole: Spans = ()) -> list[Line]:
    """All lines of a paragraph."""
    return list(lines_of(text, width, indent, whole))


HAN = "海关总署召开例会强调口岸防疫外贸稳增长"
PIECES = st.sampled_from(
    [
        *HAN,
        *"，。；：！？、",
        *"“”‘’（）《》「」",
        "——",
        "……",
        "39.1万亿元",
        "27.9%",
        "12月",
        "AEO",
        "RCEP",
        " ",
        "　",
        "é",
        "👍",
        "—",
    ]
)
TEXTS = st.lists(PIECES, max_size=60).map("".join)
WIDTHS = st.integers(min_value=2, max_value=160)


def sample_paragraphs() -> list[str]:
    """Every paragraph of the samples."""
    posts = json.loads((PROJECT / "tests" / "samples_truth.json").read_text(encoding="utf-8"))["posts"]
    return [paragraph for post in posts for paragraph in post["paragraphs"]]


def painted(text: str, width: int) -> list[str]:
    """The lines as they are painted, indent included."""
    return [" " * line.indent + visible(text, line) for line in typeset(text, width)]


@given(TEXTS, WIDTHS)
def test_lines_join_to_the_text(text: str, width: int) -> None:
    """Nothing is lost, added or moved by breaking a paragraph."""
    lines = typeset(text, width)
    assert "".join(text[line.start : line.end] for line in lines) == text


@given(TEXTS, WIDTHS)
def test_no_line_is_wider_than_the_pane(text: str, width: int) -> None:
    """Every painted line fits, its indent included."""
    assert all(cells(line) <= width for line in painted(text, width))


def assert_edges(text: str, width: int) -> None:
    """No line begins with a closing mark or ends with an opening one, but at the edges of the paragraph."""
    lines = [line.strip() for line in painted(text, width)]
    assert not [line for line in lines[1:] if line and line[0] in CLOSING]
    assert not [line for line in lines[:-1] if line and line[-1] in OPENING]


@given(st.lists(st.sampled_from([*HAN, "AEO", "3.5万吨", "“六稳”", "，", "。", "（含）"]), max_size=80).map("".join))
def test_no_line_begins_or_ends_with_a_forbidden_mark(text: str) -> None:
    """At 24 cells, wider than any run of these texts' marks, the edges of lines are clean."""
    runs = text.replace("，", "\0").replace("。", "\0")
    if "\0" * 6 not in runs:
        assert_edges(text, 24)


@pytest.mark.parametrize("width", range(20, 161))
def test_the_samples_are_set_cleanly(width: int) -> None:
    """No line of any sample begins or ends with a forbidden mark."""
    for paragraph in sample_paragraphs():
        assert_edges(paragraph, width)


@pytest.mark.parametrize("width", range(20, 161))
def test_real_posts_are_set_cleanly(seeds: Path, width: int) -> None:
    """No line of the five real posts begins or ends with a forbidden mark."""
    for post in json.loads((seeds / "truth.json").read_text(encoding="utf-8"))["posts"]:
        for paragraph in post["paragraphs"]:
            assert_edges(paragraph, width)


@pytest.mark.parametrize(
    "unit",
    [
        "39.1万亿元",
        "27.9%",
        "2021年12月",
        "3月15日",
        "第四十九次",
        "AEO",
        "RCEP",
        "COVID-19",
        "《政府工作报告》",
        "——",
        "……",
        "1.5万列",
    ],
)
def test_units_are_kept_whole(unit: str) -> None:
    """A number with its unit, a Latin word, a short title, a dash stand in one line wherever they come to stand."""
    for before in range(30):
        text = "海" * before + unit + "关" * 20
        lines = [visible(text, line) for line in typeset(text, 40)]
        assert any(unit in line for line in lines), lines


def test_a_long_title_is_divided_rather_than_tearing_the_line() -> None:
    """A title in 《》 wider than two fifths of the line begins where it stands."""
    text = "海关总署印发《关于统筹口岸防疫和促进外贸稳增长的若干措施》"
    assert visible(text, typeset(text, 40, indent=0)[0]).startswith("海关总署印发《关于")


def test_no_last_line_of_one_character() -> None:
    """A last line that would hold one character takes another from the line before."""
    text = "海" * 18 + "署。"
    last = typeset(text, 40)[-1]
    assert len(visible(text, last)) > 2


@pytest.mark.parametrize("length", [17, 18, 20, 21, 200])
def test_a_run_wider_than_the_pane_is_chopped(length: int) -> None:
    """A word that fits no line, or not beside the indent, is cut into lines that do."""
    lines = painted("x" * length, 20)
    assert "".join(lines).strip() == "x" * length
    assert all(len(line) <= 20 for line in lines)


def test_a_million_characters_are_set() -> None:
    """A paragraph of a million characters without a space is broken, and joins again."""
    text = "海关总署，" * 200_000
    lines = typeset(text, 80)
    assert lines[-1].end == len(text)


@given(TEXTS, st.integers(min_value=0, max_value=60))
def test_cropping_fits(text: str, width: int) -> None:
    """A cropped text is never wider than its room, and says by … that it was cut."""
    cut = crop(text, width)
    assert cells(cut) <= width
    assert cut == text or cut.endswith("…") or not cut


@given(TEXTS, st.integers(min_value=0, max_value=60), st.sampled_from(["", "…"]))
def test_the_end_of_a_text_fits(text: str, width: int, ellipsis: str) -> None:
    """The end of a text is never wider than its room, leaves less than a character free and says that it was cut."""
    cut = crop_start(text, width, ellipsis)
    assert cells(cut) <= width
    assert cut == text or cells(cut) >= width - 1
    assert cut == text or cut.startswith(ellipsis) or not width
    assert text.endswith(cut if cut == text else cut.removeprefix(ellipsis))


def test_padding_counts_cells() -> None:
    """What stands right of a padded text begins in the same cell for Chinese and Latin: two for a Chinese character."""
    assert pad("海关", 6) == "海关  "
    assert pad("AEO", 6) == "AEO   "


@settings(max_examples=50)
@given(st.lists(st.sampled_from(HAN), min_size=1, max_size=200).map("".join), WIDTHS)
def test_plain_text_fills_its_lines(text: str, width: int) -> None:
    """Text without marks leaves less than a character free at the end of a line, but for the last two."""
    for line in painted(text, width)[:-2]:
        assert width - cells(line) < 2


NAMES = ("倪岳峰", "王令浚", "阿不都热依木·买买提", "胡伟")


@pytest.mark.parametrize("name", NAMES)
def test_a_name_in_a_list_is_kept_whole(name: str) -> None:
    """Wherever it comes to stand between 、 and 、 no name is parted, and the marks stay with it."""
    for before in range(30):
        text = "海" * before + f"、{name}、“{name}”" + "关" * 20
        lines = [visible(text, line) for line in typeset(text, 30, whole=stretches(text, NAMES))]
        assert sum(line.count(name) for line in lines) == 2, lines
        assert not any(line[0] in CLOSING or line[-1] in OPENING for line in lines[1:])


@given(TEXTS, WIDTHS, st.sets(st.sampled_from([*HAN, "总署", "口岸防疫", "，。", "AEO"]), max_size=5))
def test_the_laws_hold_with_names(text: str, width: int, names: set[str]) -> None:
    """Lines join to the text and fit, whatever is to be kept whole."""
    lines = typeset(text, width, whole=stretches(text, names))
    assert "".join(text[line.start : line.end] for line in lines) == text
    assert all(cells(" " * line.indent + visible(text, line)) <= width for line in lines)


@pytest.mark.parametrize("width", [24, 40, 66])
def test_breaks_are_breaks_of_the_unicode_standard(width: int) -> None:
    """Wherever a line of a sample ends, UAX #14 (uniseg) allows one too; between ” and “ only since LB19a."""
    for text in sample_paragraphs():
        allowed = {*line_break_boundaries(text), *(match.start() + 1 for match in re.finditer("”“", text))}
        assert {line.end for line in typeset(text, width)} <= allowed


def test_the_first_line_of_a_long_text_comes_at_once() -> None:
    """Lines are made one by one: of a paragraph of a million characters nobody need set more than is seen."""
    text = "海关总署，" * 200_000
    assert next(lines_of(text, 80)).end == 38
