"""The figures of a post, and one figure through the meetings."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.analysis.figures import Same, same
from reader.analysis.steps import finished
from reader.library.index import Library
from reader.query import parse
from reader.readout.figure import Measure
from reader.text.cells import cells
from reader.views.found_figures import (
    FoundFigure,
    around,
    bars,
    by_same,
    figures_of_meetings,
    finding_figures_of_post,
    going_through,
)
from tests.conftest import SAMPLES, write_post
from tests.views.folder import opened
from tests.views.yearly import YEARS, write_years

TRADE = Same("外贸总值", "元", Measure.LEVEL)
CASES = Same("走私案件", "起", Measure.LEVEL)


@pytest.fixture
def yearly(tmp_path: Path) -> Iterator[Library]:
    with opened(write_years(tmp_path / "posts")) as library:
        yield library


def of(library: Library, path: str) -> list[FoundFigure]:
    """The figures of the post at a path."""
    rows = library.listed(None, all_posts=True).rows
    return finished(finding_figures_of_post(library, next(row.key for row in rows if row.path == path)))


def test_a_post_has_its_figures_in_the_order_of_the_text(yearly: Library) -> None:
    """Value with unit as printed, what it counts, the change as printed, and how much it is."""
    told = [(one.printed, one.figure.counts, one.change, one.number) for one in of(yearly, "2020.md")]
    assert told == [
        ("32.2万亿元", "外贸总值", "", 322 * 10**11),
        ("1.9%", "外贸总值", "同比下降", Decimal("1.9")),
        ("4061起", "走私案件", "", 4061),
    ]


def test_derived_figures_are_told_apart(yearly: Library) -> None:
    """A change is derived, a level is not."""
    assert [one.is_derived for one in of(yearly, "2020.md")] == [False, True, False]


def test_a_figure_stands_in_its_sentence(yearly: Library) -> None:
    """The sentence is that of the figure alone, and the figure is where it says."""
    for one in of(yearly, "2022.md"):
        assert one.sentence.startswith("会议指出") and one.sentence.endswith("。")
        assert "更加用心" not in one.sentence
        assert one.sentence[one.start : one.end] == one.printed


def test_a_sentence_that_is_too_long_is_cut_and_says_so(tmp_path: Path) -> None:
    """What stands before and behind is left out with a mark at each cut, and the figure is where it is said to be."""
    folder = tmp_path / "posts"
    folder.mkdir()
    write_post(folder, "a.md", "外贸", f"<p>{'海关，' * 900}走私案件4061起，{'海关，' * 900}</p>")
    with opened(folder) as library:
        (one,) = of(library, "a.md")
    assert one.sentence.startswith("[…]") and one.sentence.endswith("[…]") and len(one.sentence) < 1000
    assert one.sentence[one.start : one.end] == "4061起"


def test_an_article_may_have_none(yearly: Library) -> None:
    """A weather forecast without numbers has no figures."""
    assert of(yearly, "weather.txt") == []


def test_a_line_goes_through_all_meetings_oldest_first(yearly: Library) -> None:
    """The same thing counted, in the same unit, as a level, once a meeting."""
    line = finished(going_through(yearly, TRADE, None))
    assert [one.printed for one in line.found] == [f"{value}元" for _, value, *_ in YEARS]
    assert [one.post.day.year for one in line.found if one.post.day] == [year + 1 for year, *_ in YEARS]
    assert (line.named, line.meetings) == (6, 6)


def test_a_line_follows_the_filter(yearly: Library) -> None:
    """Of the meetings since 2021 three tell it, and they are three of three."""
    line = finished(going_through(yearly, TRADE, parse("since:2021")))
    assert [one.printed for one in line.found] == ["32.2万亿元", "39.1万亿元", "42.1万亿元"]
    assert (line.named, line.meetings) == (3, 3)


def test_a_filter_for_titles_leaves_the_line_as_it_is(yearly: Library) -> None:
    """What is looked for in titles narrows the meetings, not the place where the figure may stand."""
    assert finished(going_through(yearly, TRADE, parse("in:title 工作会议"))).named == 6


def test_a_bar_is_as_long_as_the_figure_is_great(yearly: Library) -> None:
    """The greatest has the whole bar; what nobody can tell exactly has none."""
    line = finished(going_through(yearly, CASES, None))
    assert [one.number for one in line.found] == [4259, 4421, None, 4061, 4502, 4498]
    assert bars(line, 1000) == [946, 982, 0, 902, 1000, 999]
    assert min(bars(finished(going_through(yearly, Same("外贸总值", "%", Measure.GROWTH), None)), 2)) == 1


def test_words_choose_among_the_figures_of_all_meetings(yearly: Library) -> None:
    """外贸 finds levels and changes of 外贸总值, in one line each."""
    found = list(figures_of_meetings(yearly, None, "外贸"))
    assert [(line.same, len(line.found)) for line in by_same(found, 6)] == [
        (TRADE, 6),
        (Same("外贸总值", "%", Measure.GROWTH), 6),
    ]


def test_a_line_is_what_a_look_at_every_figure_finds(yearly: Library) -> None:
    """Narrowing the meetings by a search loses nothing."""
    every = list(figures_of_meetings(yearly, None))
    wanted = {same(one.figure) for one in every} - {None}
    assert len(wanted) == 3
    for one in wanted:
        assert one is not None
        line = finished(going_through(yearly, one, None))
        assert list(line.found) == [told for told in every if same(told.figure) == one]


def test_quotation_marks_in_what_is_counted_are_found(tmp_path: Path) -> None:
    """What counts “单一窗口” is looked up by these very characters."""
    body = "<p>　　1月20日，海关总署召开座谈会。</p><p>　　会议指出，互认国家（地区）数量47个。</p>"
    write_post(tmp_path, "a.md", "海关总署召开座谈会", body, "Thu, 21 Jan 2021 02:00:00 GMT")
    with opened(tmp_path) as library:
        (told,) = figures_of_meetings(library, None)
        wanted = same(told.figure)
        assert wanted and wanted.counts == "互认国家（地区）数量"
        assert finished(going_through(library, wanted, None)).named == 1


def _truth(file: Path) -> dict[str, list[tuple[str, str]]]:
    posts = json.loads(file.read_text(encoding="utf-8"))["posts"]
    return {post["path"]: [(one["value"], one["unit"]) for one in post["figures"]] for post in posts}


def _shown(folder: Path, names: Sequence[str]) -> dict[str, list[tuple[str, str | None]]]:
    with opened(folder) as library:
        return {name: [(one.figure.value, one.figure.unit) for one in of(library, name)] for name in names}


def test_the_figures_of_the_samples_are_those_that_were_counted_by_hand() -> None:
    """Every post of the samples has exactly its figures."""
    truth = _truth(SAMPLES.parent / "tests" / "samples_truth.json")
    assert _shown(SAMPLES, list(truth)) == truth


def test_the_figures_of_the_real_posts_are_those_that_were_counted_by_hand(seeds: Path) -> None:
    """So has every real one."""
    truth = _truth(seeds / "truth.json")
    assert _shown(seeds, list(truth)) == truth


def test_values_of_real_posts_are_paired_and_derived(seeds: Path) -> None:
    """66.14% counts what the first of the pair counts, against 2017, and is derived."""
    with opened(seeds) as library:
        told = {one.printed: one for one in of(library, "002_e6162b6e85be76c1.txt")}
    assert (told["66.14%"].figure.counts, told["66.14%"].change) == ("进口", "比2017年压缩")
    assert told["66.14%"].is_derived and not told["32.97小时"].is_derived
    assert told["5万亿美元"].number == 5 * 10**12


@given(
    st.text("海关“”，。a1%", max_size=40),
    st.text("海关12.%", min_size=1, max_size=12),
    st.text("海关“”，。a1%", max_size=40),
    st.integers(1, 60),
)
def test_what_is_cut_around_a_figure_fits(left: str, match: str, right: str, width: int) -> None:
    """The figure with its context is never wider than the room, and nothing is lost where there is room."""
    text = left + match + right
    shown = around(text, len(left), len(left) + len(match), width)
    assert cells("".join(shown)) <= width
    if cells(text) <= width:
        assert shown == (left, match, right)
    elif cells(match) + 6 <= width:
        assert shown[1] == match
        assert cells("".join(shown)) >= width - 3
    assert left.endswith(shown[0].removeprefix("…"))
    assert right.startswith(shown[2].removesuffix("…"))
