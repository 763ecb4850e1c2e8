"""Which numbers of a text are figures, with which unit."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reader.readout.figures import figures
from reader.readout.read import read_post
from tests.conftest import PROJECT, SAMPLES


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("进出口总值39.1万亿元，增长21.4%。", [("39.1万亿", "元"), ("21.4", "%")]),
        ("前11个月出口1,234.5亿元", [("1,234.5亿", "元")]),
        ("比上年提高0.3个百分点", [("0.3", "个百分点")]),
        ("税收跨过两万亿大关", [("两万亿", None)]),
        ("跨过5万亿、6万亿美元两个台阶", [("5万亿", "美元"), ("6万亿", "美元")]),
        ("分别压缩至32.97小时、1.23小时", [("32.97", "小时"), ("1.23", "小时")]),
        ("300多家企业，与5个国家海关", [("300多", "家"), ("5", "个")]),
        ("超过1000万人次", [("1000万", "人次")]),
    ],
)
def test_figures(text: str, found: list[tuple[str, str | None]]) -> None:
    """A number keeps its scale; a unit at the end of a list is every item's."""
    assert [(figure.value, figure.unit) for figure in figures([text])] == found


@pytest.mark.parametrize(
    "text",
    [
        "第46次会议，20日上午9时，25-26日，2020—2022年，2021年12月",
        "“国门利剑2021”行动，COVID-19，G20，AEO2级",
        "重点抓好五方面工作，“四个意识”，千方百计，万众一心，万无一失",
        "12360热线，公告2021年第35号，编号 20210001 号，1:30，7×24",
        "成立70周年，近3年来，3月份，一季度，二〇二一年",
    ],
)
def test_numbers_that_are_none(text: str) -> None:
    """Days, years, ordinals, names, slogans and numbers of documents are no figures."""
    assert figures([text]) == ()


def test_a_figure_stands_where_it_says() -> None:
    """The characters that a figure names are the number with its unit."""
    text = "支持中欧班列开行1.5万列、增长22%"
    assert [text[figure.start : figure.end] for figure in figures([text])] == ["1.5万列", "22%"]


def test_the_figures_of_the_samples() -> None:
    """Every figure of the samples, and no other."""
    for post in json.loads((PROJECT / "tests" / "samples_truth.json").read_text(encoding="utf-8"))["posts"]:
        assert _figures(SAMPLES / post["path"]) == post["figures"], post["path"]


def test_the_figures_of_real_posts(seeds: Path) -> None:
    """Every figure of the five real posts, and no other."""
    for post in json.loads((seeds / "truth.json").read_text(encoding="utf-8"))["posts"]:
        assert _figures(seeds / post["path"]) == post["figures"], post["path"]


def _figures(path: Path) -> list[dict[str, object]]:
    found = read_post(path.read_bytes(), suffix=path.suffix).figures
    return [{"paragraph": figure.paragraph, "value": figure.value, "unit": figure.unit} for figure in found]
