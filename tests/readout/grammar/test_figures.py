"""Which numbers of a text are figures, with which unit."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.readout.grammar.figures import figures, figures_of
from reader.readout.read import read_post
from tests.conftest import PROJECT, SAMPLES
from tests.readout.posts import passage


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
    assert [(figure.value, figure.unit) for figure in figures([passage(text)])] == found


@pytest.mark.parametrize(
    "text",
    [
        "第46次会议，20日上午9时，25-26日，2020—2022年，2021年12月",
        "“国门利剑2021”行动，COVID-19，G20，AEO2级",
        "重点抓好五方面工作，“四个意识”，千方百计，万众一心，万无一失",
        "9时30分，税号0805项下，5和6分别，“8个必须”，前3名",
        "12360热线，公告2021年第35号，编号 20210001 号，1:30，7×24",
        "成立70周年，近3年来，3月份，一季度，二〇二一年",
    ],
)
def test_numbers_that_are_none(text: str) -> None:
    """Days, years, ordinals, names, slogans and numbers of documents are no figures."""
    assert figures([passage(text)]) == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("我国进出口总值19.8万亿元，同比增长9.4%。", "19.8万亿 元 进出口总值 level -; 9.4 % 进出口总值 growth 同比"),
        (
            "其中，出口11.1万亿元，增长13.2%；进口8.6万亿元。",
            "11.1万亿 元 出口 level -; 13.2 % 出口 growth -; 8.6万亿 元 进口 level -",
        ),
        (
            "进口、出口整体通关时间分别为32.9小时和1.2小时，较2017年分别压缩66.1%、89.9%。",
            "32.9 小时 进口 level -; 1.2 小时 出口整体通关时间 level -; "
            "66.1 % 进口 growth 较2017年; 89.9 % 出口整体通关时间 growth 较2017年",
        ),
        (
            "对东盟、欧盟、美国分别进出口3万亿元、2万亿元和1万亿元。",
            "3万亿 元 东盟 level -; 2万亿 元 欧盟 level -; 1万亿 元 美国 level -",
        ),
        (
            "对东盟、欧盟分别进出口3万亿元、2万亿元和1万亿元。",
            "3万亿 元 - level -; 2万亿 元 - level -; 1万亿 元 - level -",
        ),
        ("通关时间压缩至30小时，比上年缩短5小时。", "30 小时 通关时间 level -; 5 小时 通关时间 growth 比上年"),
        ("占我国外贸总值的49.6%，比去年同期提升1.9个百分点。", "49.6 % - level -; 1.9 个百分点 - growth 比去年同期"),
        ("查获走私案件4259起，抓获犯罪嫌疑人1023名。", "4259 起 走私案件 level -; 1023 名 犯罪嫌疑人 level -"),
        ("与5个国家海关签署协议，出台20项具体措施。", "5 个 国家海关 level -; 20 项 具体措施 level -"),
        ("检出不合格商品3万批；税收首次突破两万亿大关。", "3万 批 不合格商品 level -; 两万亿 - 税收 level -"),
        ("为企业减税1.3亿元，惠及2万家企业。", "1.3亿 元 - level -; 2万 家 企业 level -"),
        ("互认国家（地区）数量47个。", "47 个 互认国家（地区）数量 level -"),
        ("增速在3.5%—4%之间。", "3.5 % - level -; 4 % - level -"),
        ("通关效率提高百分之二十。", "二十 百分之 通关效率 growth -"),
        ("成本下降１.２倍。", "１.２ 倍 成本 growth -"),
        ("檢獲毒品3.2噸，同比上升15%。", "3.2 吨 毒品 level -; 15 % 毒品 growth 同比"),
        ("2021年，2021年外贸总值39万亿元。", "39万亿 元 外贸总值 level -"),
        ("2022年上半年我国出口11万亿元。", "11万亿 元 出口 level -"),
        ("前11个月进口8万亿元，12月份进口1万亿元。", "8万亿 元 进口 level -; 1万亿 元 进口 level -"),
        ("与去年同期相比，出口增长3%。", "3 % 出口 growth 与去年同期相比"),
        ("外贸保持9.4%的增速。", "9.4 % - growth -"),
    ],
)
def test_what_a_figure_counts(text: str, told: str) -> None:
    """A figure is shown with what it counts, as level or growth, and with the base of a growth; - is not told."""
    found = [
        f"{figure.value} {figure.unit or '-'} {figure.counts or '-'} {figure.measure} {figure.against or '-'}"
        for figure in figures([passage(text)])
    ]
    assert found == told.split("; ")


NOUNS = ["进出口总值", "走私案件", "中欧班列", "税收", "不合格商品"]


@given(
    st.lists(st.tuples(st.sampled_from(NOUNS), st.integers(2, 99_999)), min_size=1, max_size=4),
    st.sampled_from(["", "为", "达", "共", "累计", "超过"]),
    st.sampled_from(["，", "；", "。"]),
)
def test_a_composed_sentence_gives_back_its_figures(parts: list[tuple[str, int]], verb: str, mark: str) -> None:
    """Any list of nouns with values is shown as those values of those nouns, each at its place."""
    text = mark.join(f"{noun}{verb}{value}件" for noun, value in parts) + "。"
    found = figures([passage(text)])
    assert [(figure.counts, figure.value, figure.unit) for figure in found] == [
        (noun, str(value), "件") for noun, value in parts
    ]
    assert all(figure.counts_at and text[slice(*figure.counts_at)] == figure.counts for figure in found)


@given(st.text("0123456789１，。、；分别增长同比的约和与至年月日第次个%万亿元件 百之二十「（）", max_size=60))
def test_any_text_has_figures_or_none(text: str) -> None:
    """No text stops the reading; what a figure names stands where it says."""
    for figure in figures([passage(text)]):
        assert figure.value in text[figure.start : figure.end]
        assert figure.counts is None or (figure.counts_at and text[slice(*figure.counts_at)] == figure.counts)


def test_a_figure_stands_where_it_says() -> None:
    """The characters that a figure names are the number with its unit."""
    text = "支持中欧班列开行1.5万列、增长22%"
    assert [text[figure.start : figure.end] for figure in figures([passage(text)])] == ["1.5万列", "22%"]


def test_the_figures_of_the_samples() -> None:
    """Every figure of the samples, and no other."""
    for post in json.loads((PROJECT / "tests" / "samples_truth.json").read_text(encoding="utf-8"))["posts"]:
        assert _figures(SAMPLES / post["path"]) == post["figures"], post["path"]


def test_the_figures_of_real_posts(seeds: Path) -> None:
    """Every figure of the five real posts, and no other."""
    for post in json.loads((seeds / "truth.json").read_text(encoding="utf-8"))["posts"]:
        assert _figures(seeds / post["path"]) == post["figures"], post["path"]


def _figures(path: Path) -> list[dict[str, object]]:
    found = figures_of(read_post(path.read_bytes(), suffix=path.suffix))
    return [{"paragraph": figure.paragraph, "value": figure.value, "unit": figure.unit} for figure in found]
