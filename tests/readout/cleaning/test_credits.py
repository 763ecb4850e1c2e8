"""Lines that are not body: credits, 原标题, the site's own words."""

from __future__ import annotations

import pytest

from reader.readout.cleaning.blocks import Block, BlockKind
from reader.readout.cleaning.credits import credits_of, sort_blocks


@pytest.mark.parametrize(
    ("line", "credits"),
    [
        ("责任编辑：王甲 ", [("责任编辑", "王甲")]),
        ("责任编辑：刘甲 SF014", [("责任编辑", "刘甲 SF014")]),
        ("摄影/ 高甲", [("摄影", "高甲")]),
        ("来源“某报”", [("来源", "某报")]),
        ("转载请注明来源“某报”", [("来源", "某报")]),
        ("来源：某报", [("来源", "某报")]),
        ("（作者：陈甲）", [("作者", "陈甲")]),
        ("来源：某报 作者：陈甲 责任编辑：王乙", [("来源", "某报"), ("作者", "陈甲"), ("责任编辑", "王乙")]),
        ("責任編輯：王甲", [("責任編輯", "王甲")]),
    ],
)
def test_a_credit_line_is_label_and_value(line: str, credits: list[tuple[str, str]]) -> None:
    """Editors, photographers and sources stand apart from the text, as printed."""
    assert [(credit.label, credit.value) for credit in credits_of(line)] == credits


@pytest.mark.parametrize(
    "line",
    [
        "会议强调：要抓好落实。",
        "数据来源：海关统计。各地要核对。",
        "来源",
        "责任编辑：",
        "编辑部召开会议",
        "主要来源：一是进口，二是出口" * 5,
        "全国海关要落实责任：编辑预案",
        "",
    ],
)
def test_what_only_looks_like_one_is_no_credit(line: str) -> None:
    """A sentence of the text is never taken for a credit."""
    assert credits_of(line) == []


@pytest.mark.parametrize("tail", ["（摄影：阿木、小满 摄像：蒙蒙）", "【摄影/阿木、小满】", " (校对：蒙蒙)"])
def test_credits_in_brackets_at_the_end_of_a_paragraph(tail: str) -> None:
    """In brackets names are names, whatever their first character, behind a sentence as on a line of their own."""
    found = sort_blocks((_text(f"会议强调，要抓好落实。{tail}"), _text("正文在此。")))
    assert [block.text for block in found.body] == ["会议强调，要抓好落实。", "正文在此。"]
    assert list(found.credits) == credits_of(tail.strip()) != []


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("原标题：海关总署召开例会", "海关总署召开例会"),
        ("原标题:海关总署召开例会", "海关总署召开例会"),
        ("原标题　海关总署召开例会", "海关总署召开例会"),
        ("（原标题：海关总署召开例会）", "海关总署召开例会"),
        ("(原标题:海关总署召开例会)", "海关总署召开例会"),
        ("原标题：党委（扩大）会议（节选）", "党委（扩大）会议（节选）"),
        ("原标题：甲 和“乙”", "甲 和“乙”"),
    ],
)
def test_the_original_title_in_every_form(line: str, title: str) -> None:
    """The headline that the source had is shown beside the new one and is not body."""
    found = sort_blocks((_text(line), _text("正文在此。")))
    assert (found.original_title, [block.text for block in found.body]) == (title, ["正文在此。"])


def test_the_first_original_title_counts() -> None:
    """A second line of that kind does not replace the first."""
    assert sort_blocks((_text("原标题：甲"), _text("原标题：乙"))).original_title == "甲"


def test_what_merely_begins_alike_stays_body() -> None:
    """A word that begins with 原标题 is no original title, nor is a whole paragraph."""
    lines = [_text("原标题党委"), _text("原标题：" + "长" * 300)]
    found = sort_blocks(tuple(lines))
    assert (found.original_title, list(found.body)) == (None, lines)


def test_the_words_of_the_site_go_and_captions_stand_apart() -> None:
    """Adverts' words, marks of the end and captions are not body."""
    blocks = [
        _text("（完）"),
        _text("【资料图】"),
        _text("关闭"),
        Block("会场", BlockKind.CAPTION),
        _text("关闭口岸。"),
    ]
    found = sort_blocks((*blocks, Block("会场", BlockKind.CAPTION)))
    assert ([block.text for block in found.body], found.captions) == (["关闭口岸。"], ("会场",))


def _text(text: str) -> Block:
    return Block(text, BlockKind.TEXT)
