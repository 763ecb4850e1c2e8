"""Highlights, outline and quoted phrases."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.readout.grammar.structure import outline, part_highlights, quotes

FIRST = "严守国门安全防线，压实责任。"
SECOND = "继续改善口岸通关服务。"


def test_pull_quotes_are_parted_from_the_body_that_they_repeat() -> None:
    """What the editor pulled out is marked at its place in the body and not counted twice, whatever its last mark."""
    texts = [
        FIRST,
        SECOND,
        "海关总署召开例会。",
        "会议要求，严守国门安全防线，压实责任；继续改善口岸通关服务，抓好落实。",
    ]
    highlights, count = part_highlights(texts)
    assert count == 2
    assert [(item.text, item.paragraph) for item in highlights] == [(FIRST, 1), (SECOND, 1)]


def test_a_body_without_pull_quotes_loses_nothing() -> None:
    """A first paragraph whose words come only once is body."""
    assert part_highlights(["海关总署召开例会，部署工作。", FIRST, SECOND]) == ((), 0)
    assert part_highlights([]) == ((), 0)


def test_a_short_line_that_the_body_repeats_is_body() -> None:
    """A heading or a source's name before the lede is not taken for a pull-quote."""
    assert part_highlights(["海关总署", "海关总署召开例会，部署工作。"]) == ((), 0)


def test_a_body_that_repeats_itself_without_end_is_read() -> None:
    """A thousand equal paragraphs are no thousand pull-quotes."""
    _, count = part_highlights([FIRST] * 1000)
    assert count <= 20


def test_the_outline_names_the_verbs_and_their_points() -> None:
    """The outline shows 指出, 要求, 还研究 with their paragraphs, and 一是, 二是 under the one they follow."""
    texts = [
        "海关总署召开例会。",
        "会议指出，要抓落实。",
        "倪明远强调，要守国门。",
        "一是抓监管。",
        "二是优服务。",
        "会议还研究了其他事项。",
        "是否一是。",
    ]
    items = outline(texts, {"倪明远"})
    assert [(item.label, item.paragraph) for item in items] == [("指出", 1), ("强调", 2), ("还研究", 5)]
    assert [(point.label, point.paragraph) for point in items[1].points] == [("一是", 3), ("二是", 4)]


def test_the_outline_of_a_traditional_text() -> None:
    """會議強調, 會議認為 and a person's 強調 open items with the verbs as printed, as their simplified twins do."""
    texts = [
        "海關總署召開例會。",
        "會議強調，要抓落實。",
        "一是抓監管。",
        "會議認為，形勢平穩。",
        "會議還研究了其他事項。",
        "倪明遠指出，要守國門。",
    ]
    items = outline(texts, {"倪明遠"})
    assert [item.label for item in items] == ["強調", "認為", "還研究", "指出"]
    assert [point.label for point in items[0].points] == ["一是"]


def test_only_people_of_the_meeting_open_an_item() -> None:
    """A sentence such as 实践表明… or 某人强调 of someone not named opens no item."""
    assert outline(["实践指出了方向。", "王林强调，要落实。", "一是抓监管。"], {"倪明远"}) == ()
    assert outline(["王林强调，要落实。"], ()) == ()


def test_quoted_phrases_are_counted_in_the_order_of_the_text() -> None:
    """Slogans in quotation marks of both kinds are counted, an unclosed mark quotes nothing."""
    assert quotes(["“六稳”“六保”「三智」", "落实“六稳”，“未完"]) == (("六稳", 2), ("六保", 1), ("三智", 1))


@given(st.lists(st.text("甲乙。，", max_size=25), max_size=8))
def test_every_pull_quote_points_into_the_body(texts: list[str]) -> None:
    """A pull-quote always stands, without its last mark, in the paragraph that it points to."""
    highlights, count = part_highlights(texts)
    body = texts[count:]
    assert all(item.text.rstrip("。，") in body[item.paragraph] for item in highlights)
