"""Posts that are far too long are compared in a bounded number of steps, and what is left out is told."""

from __future__ import annotations

import sys
from collections.abc import Callable
from random import Random
from types import FrameType

import pytest

from reader.analysis import attendance, comparison, figures, novelty, rewording, subsequence
from reader.analysis.comparison import LeftOut, comparing
from reader.readout.figure import Figure
from reader.readout.people import Attendance
from tests.analysis.test_comparison import check, compare, side_by_side

SIGNS = [chr(code) for code in range(0x4E00, 0x4E00 + 4000)]


def calls(task: Callable[[], object]) -> int:
    """The functions that a task calls."""
    count = 0

    def called(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(called)
    try:
        task()
    finally:
        sys.setprofile(None)
    return count


@pytest.fixture
def closely(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The clauses that were looked at closely, one for each pair."""
    asked: list[str] = []
    common = subsequence.Prepared.common

    def counted(prepared: subsequence.Prepared, text: str) -> int:
        asked.append(text)
        return common(prepared, text)

    monkeypatch.setattr(subsequence.Prepared, "common", counted)
    return asked


def clauses(rng: Random, signs: list[str], count: int) -> list[str]:
    """So many clauses of nine characters."""
    return ["".join(rng.choices(signs, k=9)) for _ in range(count)]


def body(texts: list[str]) -> tuple[str, ...]:
    """A body of clauses, a hundred a paragraph."""
    return tuple("，".join(texts[at : at + 100]) + "。" for at in range(0, len(texts), 100))


def test_posts_with_nothing_in_common_are_never_looked_at_closely(closely: list[str]) -> None:
    """Two long posts of other characters are told apart without looking at a single pair."""
    rng = Random(1)
    former, latter = clauses(rng, SIGNS[:2000], 1500), clauses(rng, SIGNS[2000:], 1500)
    found = compare(body(former), body(latter))
    assert (len(found.kept), len(found.reworded), found.left_out) == (0, 0, LeftOut())
    assert not closely


def test_a_long_post_that_was_reworded_and_moved_is_paired_clause_by_clause(closely: list[str]) -> None:
    """Each of 1,500 clauses finds its own, in any order, and hardly any other pair is looked at closely."""
    rng = Random(2)
    former = clauses(rng, SIGNS, 1500)
    latter = [text[:4] + rng.choice(SIGNS) + text[5:] for text in former]
    order = rng.sample(range(1500), 1500)
    found = compare(body(former), body([latter[at] for at in order]))
    assert {(pair.former.text, pair.latter.text) for pair in found.reworded} == set(zip(former, latter, strict=True))
    assert found.left_out == LeftOut()
    assert len(closely) < 3000


def test_clauses_of_which_each_is_like_each_are_paired_as_far_as_the_bound_goes(
    closely: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of 1,200 clauses that are all alike the first 64 are paired, and that is told."""
    monkeypatch.setattr(rewording, "_SMALL", 64)
    monkeypatch.setattr(rewording, "PAIRS", 5_000)
    former = [f"第{at}项工作要继续推进落实" for at in range(1200)]
    latter = [f"第{at}项工作应当持续推进落实" for at in reversed(range(1200))]
    found = compare(body(former), body(latter))
    assert found.left_out == LeftOut(first=64)
    assert len(closely) <= 6_000


def test_the_clauses_that_come_first_are_paired_as_if_they_were_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is found within the bound is what the definition says of the first clauses."""
    monkeypatch.setattr(rewording, "_SMALL", 8)
    monkeypatch.setattr(rewording, "PAIRS", 100)
    former = tuple(f"第{at}项工作要继续推进落实" for at in range(40))
    latter = tuple(f"第{at}项工作应当持续推进落实" for at in range(20, 60))
    found = compare(former, latter)
    assert found.left_out.first == 8
    check(former[:8], latter[:8], compare(former[:8], latter[:8]))
    assert found.reworded == compare(former[:8], latter[:8]).reworded


def test_blocks_find_what_the_definition_says(monkeypatch: pytest.MonkeyPatch) -> None:
    """However small the blocks are that clauses are compared in."""
    monkeypatch.setattr(rewording, "_SMALL", 2)
    monkeypatch.setattr(rewording, "_BLOCK", 5)
    rng = Random(3)
    former, latter = (
        tuple("".join(rng.choices("海关人物国门安", k=rng.randint(5, 9))) for _ in range(29)) for _ in "ab"
    )
    assert check(former, latter[:17], compare(former, latter[:17])) > 5
    assert check(former[:13], latter, compare(former[:13], latter)) > 5


def test_a_clause_longer_than_any_is_told_and_not_aligned(closely: list[str]) -> None:
    """Two clauses of 4,000 characters are dropped and new, and it is told that two were too long."""
    found = compare(("海关" * 2000,), ("关海" * 2000,))
    assert (len(found.dropped), len(found.new), found.reworded) == (1, 1, [])
    assert found.left_out == LeftOut(long=2)
    assert not closely


def test_of_posts_of_more_text_than_is_compared_the_beginning_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """Both are compared up to the bound, side by side too."""
    monkeypatch.setattr(comparison, "MOST", 10)
    former, latter = ("口岸防线要守住，", "外贸稳定"), ("口岸防线要守住，", "国门安全")
    found = compare(former, latter)
    assert found.left_out == LeftOut(characters=10)
    assert [clause.text for clause in found.dropped] == ["外贸"]
    assert len(side_by_side(former, latter, found)) == 3


def test_comparing_can_be_left_at_any_time() -> None:
    """A long comparison is done in many steps, each of which tells how far it is."""
    rng = Random(4)
    steps = comparing(body(clauses(rng, SIGNS[:300], 1200)), body(clauses(rng, SIGNS[:300], 1200)))
    shares = list(steps)
    assert len(shares) > 10
    assert all(0 <= share <= 1 for share in shares)


def test_what_was_said_before_is_the_same_in_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    """However small the pieces are in which the runs are taken."""
    rng = Random(5)
    bodies = [tuple("".join(rng.choices("海关人", k=rng.randint(0, 60))) for _ in range(6)) for _ in range(3)]
    whole = novelty.said_before(bodies[0], bodies[1:])
    monkeypatch.setattr(novelty, "_PIECE", 7)
    assert novelty.said_before(bodies[0], bodies[1:]) == whole
    assert whole


def test_the_sentences_of_many_figures_take_linear_work() -> None:
    """Four times as many figures of one paragraph take about four times the calls."""

    def task(count: int) -> Callable[[], object]:
        text = "进口5万吨。" * count
        found = [Figure(0, 6 * at + 2, 6 * at + 5, "5万", "吨") for at in range(count)]
        return lambda: figures.sentences_of(found, [text])

    assert calls(task(800)) < 6 * calls(task(200))


def test_who_is_out_of_order_among_very_many_takes_little_work() -> None:
    """Four times as many people take about four times the calls."""

    def task(count: int) -> Callable[[], object]:
        names = [f"人{at}" for at in range(count)]
        moved = Random(6).sample(names, count)
        lists = [[Attendance(name, None, (), at) for at, name in enumerate(one, 1)] for one in (names, moved)]
        return lambda: attendance.changes(*lists)

    assert calls(task(800)) < 6 * calls(task(200))


def test_the_order_of_very_long_lists_is_looked_at_in_part() -> None:
    """Of two meetings that name 2,000 people each in opposite order no more pairs are told than the first ones make."""
    names = [f"人{at}" for at in range(2000)]
    lists = [[Attendance(name, None, (), at) for at, name in enumerate(one, 1)] for one in (names, names[:100][::-1])]
    assert len(attendance.inversions(lists)) == 100 * 99 // 2
