"""Figures as lines of a table, and the same figure through the meetings."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.analysis.figures import Same, is_derived, printed, same, sentences_of, size
from reader.readout.figure import Figure, Measure
from reader.readout.grammar.figures import figures
from reader.readout.grammar.passages import passages
from tests.analysis.made_bodies import made_bodies

LEVEL, GROWTH = Measure.LEVEL, Measure.GROWTH


def of(*body: str) -> list[Figure]:
    return list(figures(passages(body)[0]))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "开头。总值39.1万亿元，增长21.4%；班列1.5万列。结尾。",
            "总值39.1万亿元，增长21.4%；班列1.5万列。",
        ),
        ("　　共有20项措施", "共有20项措施"),
        ("他说：“增长了22%！”再说。", "他说：“增长了22%！”"),
        ("好！？ 惠及2万家企业。）完", "惠及2万家企业。）"),
    ],
)
def test_the_sentence_of_a_figure(text: str, found: str) -> None:
    """From behind the mark before it to the mark behind it, with what closes there and without blanks before."""
    for figure in of(text):
        assert sentences_of([figure], [text])[0].words([text]) == found


@given(st.text("海关。！？”）　12，；%", max_size=40), st.data())
def test_any_sentence(text: str, data: st.DataObject) -> None:
    """Every character belongs to the sentence that a slow walk finds."""
    if text:
        at = data.draw(st.integers(0, len(text) - 1))
        if not text[at].isspace():
            where = sentences_of([Figure(0, at, at + 1, text[at], None)], [text])[0]
            assert (where.start, where.end) == slow_sentence(text, at)


def slow_sentence(text: str, at: int) -> tuple[int, int]:
    """The sentence that a character lies in: words, then marks, then what closes; without blanks before."""
    place = 0
    while True:
        start = place
        for signs, inside in (("。！？", False), ("。！？", True), ("”’」』）", True)):
            while place < len(text) and (text[place] in signs) == inside:
                place += 1
        if start <= at < place:
            return start + len(text[start:place]) - len(text[start:place].lstrip()), place


def test_the_sentences_of_made_meetings() -> None:
    """In 300 meetings each figure lies in its sentence, which holds no other sentence's end."""
    count = 0
    for body in made_bodies():
        for figure in of(*body):
            where = sentences_of([figure], body)[0]
            assert (where.start, where.end) == slow_sentence(body[figure.paragraph], figure.start)
            assert where.start <= figure.start < figure.end <= where.end
            count += 1
    assert count > 300


def test_what_is_the_same_in_made_meetings() -> None:
    """A line holds exactly the figures that count the same words, in the same unit, as level or growth both."""
    told = [(number, figure) for number, body in enumerate(made_bodies()) for figure in of(*body)]
    wanted = {one for _, figure in told if (one := same(figure))}
    assert len(wanted) > 50
    for one in wanted:
        expected = []
        for number, figure in told:
            unit = "%" if figure.unit in ("%", "％", "百分之") else figure.unit
            if figure.counts == one.counts and unit == one.unit and figure.measure == one.measure:
                expected.append((number, figure))
        assert [item for item in told if same(item[1]) == one] == expected != []


def test_what_counts_nothing_is_the_same_as_nothing() -> None:
    """Two figures of which the text does not say what they count have nothing in common."""
    (figure,) = of("占总值的49.6%。")
    assert same(figure) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [("外贸总值3万亿元", "外贸总值3万亿美元"), ("出口3万亿元", "进口3万亿元"), ("通关效率为20%", "通关效率提高20%")],
)
def test_another_unit_noun_or_measure_is_another_figure(one: str, other: str) -> None:
    """Yuan are no dollars, exports no imports, a level no change."""
    assert same(of(one)[0]) != same(of(other)[0])


def test_percent_is_one_unit() -> None:
    """%, ％ and 百分之 are one."""
    assert {same(of(text)[0]) for text in ("通关效率提高20%", "通关效率提高20％", "通关效率提高百分之二十")} == {
        Same("通关效率", "%", GROWTH)
    }


@pytest.mark.parametrize(
    ("text", "derived"),
    [
        ("通关时间为32小时，比2017年压缩66%。", [False, True]),
        ("外贸总值39万亿元，增长21%。", [False, True]),
        ("外贸保持9.4%的增速。", [True]),
        ("占外贸总值的49.6%。", [False]),
    ],
)
def test_changes_are_derived(text: str, derived: list[bool]) -> None:
    """Whatever tells a change was worked out from other figures."""
    assert [is_derived(figure) for figure in of(text)] == derived


def test_values_as_printed_and_how_much_they_are() -> None:
    """A unit that two values share is shown with both."""
    text = "一举跨过5万亿、6万亿美元，提高百分之二十，惠及300多家企业。"
    assert [(printed(figure, [text]), size(figure)) for figure in of(text)] == [
        ("5万亿美元", Decimal(5 * 10**12)),
        ("6万亿美元", Decimal(6 * 10**12)),
        ("百分之二十", Decimal(20)),
        ("300多家", None),
    ]
