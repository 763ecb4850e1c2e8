"""Kept, dropped, new, reworded: the fast way against the definition."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from reader.analysis import comparison
from reader.analysis.comparison import Body, Change, Clause, Comparison, Kind
from reader.analysis.steps import finished
from reader.text.clauses import clauses
from tests.analysis.made_bodies import made_bodies
from tests.analysis.real import real_bodies
from tests.analysis.test_subsequence import lcs
from tests.conftest import across
from tests.text.test_clauses import slow_clauses

BODIES = st.lists(st.text("海关人物国门，、。1", max_size=40), max_size=4).map(tuple)
Pair = tuple[str, str]


def compare(former: Body, latter: Body) -> Comparison:
    """What became of the clauses of one body in another."""
    return finished(comparison.comparing(former, latter))


def side_by_side(former: Body, latter: Body, compared: Comparison) -> list[Change]:
    """All compared clauses of both, beside each other."""
    return finished(comparison.setting_side_by_side(former, latter, compared))


def distinct_clauses(body: Body) -> dict[str, Clause]:
    """The clauses of a body by their text."""
    return finished(comparison.distinct_clauses(body))


def slow_compare(former: Body, latter: Body) -> tuple[list[str], list[str], list[str], list[tuple[Pair, Fraction]]]:
    """Kept, dropped, new, and reworded pairs with how alike they are, the most alike again and again."""
    before = [*dict.fromkeys(clause for text in former for clause in slow_clauses(text))]
    after = [*dict.fromkeys(clause for text in latter for clause in slow_clauses(text))]
    dropped = [clause for clause in before if clause not in after]
    new = [clause for clause in after if clause not in before]
    alike = {
        (old, fresh): Fraction(2 * lcs(old, fresh), len(old) + len(fresh))
        for old in dropped
        for fresh in new
        if len(old) >= 6 and len(fresh) >= 6 and _may_be_alike(old, fresh)
    }
    alike = {pair: ratio for pair, ratio in alike.items() if ratio >= Fraction(1, 2)}
    pairs = []
    while alike:
        best = max(alike.values())
        old, fresh = next(pair for pair, ratio in alike.items() if ratio == best)
        pairs.append(((old, fresh), best))
        alike = {pair: ratio for pair, ratio in alike.items() if pair[0] != old and pair[1] != fresh}
    pairs.sort(key=lambda item: new.index(item[0][1]))
    return [clause for clause in after if clause in before], dropped, new, pairs


def _may_be_alike(old: str, fresh: str) -> bool:
    """Whether half of both could be the same: no more can than signs of the one that stand anywhere in the other."""
    return 4 * sum(sign in fresh for sign in old) >= len(old) + len(fresh)


def check(former: Body, latter: Body, found: Comparison) -> int:
    """That a comparison is the slow one's; how many pairs it has."""
    kept, dropped, new, pairs = slow_compare(former, latter)
    assert [clause.text for clause in found.kept] == kept
    assert [clause.text for clause in found.dropped] == dropped
    assert [clause.text for clause in found.new] == new
    assert [(pair.former.text, pair.latter.text) for pair in found.reworded] == [pair for pair, _ in pairs]
    assert [pair.ratio for pair in found.reworded] == [float(ratio) for _, ratio in pairs]
    return len(pairs)


def test_made_meetings_are_compared_as_the_definition_says() -> None:
    """Each of 300 meetings with the one before, and some with much older ones."""
    bodies = made_bodies()
    pairs = sum(check(former, latter, compare(former, latter)) for former, latter in pairwise(bodies))
    assert pairs > 300
    assert sum(check(bodies[at], bodies[-at - 1], compare(bodies[at], bodies[-at - 1])) for at in range(0, 90, 9))


@given(BODIES, BODIES)
def test_any_two_bodies(former: Body, latter: Body) -> None:
    """Whatever their clauses are."""
    check(former, latter, compare(former, latter))


@given(BODIES, BODIES)
def test_laws_of_a_comparison(former: Body, latter: Body) -> None:
    """What is kept stands in both; every other clause is dropped or new; pairs are greedy and use a clause once."""
    found = compare(former, latter)
    before, after = set(distinct_clauses(former)), set(distinct_clauses(latter))
    assert {clause.text for clause in found.kept} == before & after
    assert {clause.text for clause in found.dropped} == before - after
    assert {clause.text for clause in found.new} == after - before
    for clause in (*found.kept, *found.new):
        assert clause.where.words(latter) == clause.text
    for clause in found.dropped:
        assert clause.where.words(former) == clause.text
    taken = [(pair.former.text, pair.latter.text) for pair in found.reworded]
    for one in zip(*taken, strict=True) if taken else ():
        assert len(set(one)) == len(one)
    ratios = {text: pair.ratio for pair in found.reworded for text in (pair.former.text, pair.latter.text)}
    assert all(ratio >= 0.5 for ratio in ratios.values())
    for old in found.dropped:
        for fresh in found.new:
            if min(len(old.text), len(fresh.text)) < 6 or (old.text, fresh.text) in taken:
                continue
            ratio = 2 * lcs(old.text, fresh.text) / (len(old.text) + len(fresh.text))
            better = [ratios[text] for text in (old.text, fresh.text) if text in ratios]
            assert ratio < 0.5 or any(other >= ratio for other in better)


def test_a_clause_stands_where_it_stands_first() -> None:
    """Of a clause that is said twice the first place is told, in 300 bodies."""
    again = 0
    for body in made_bodies():
        all_places = [(number, *span) for number, text in enumerate(body) for span in clauses(text)]
        for text, clause in distinct_clauses(body).items():
            places = [place for place in all_places if body[place[0]][place[1] : place[2]] == text]
            assert clause.where == places[0]
            again += len(places) > 1
    assert again > 30


@given(BODIES)
def test_a_body_and_itself(body: Body) -> None:
    """Everything is kept."""
    found = compare(body, body)
    assert (found.dropped, found.new, found.reworded) == ([], [], [])
    assert len(found.kept) == len(distinct_clauses(body))


@given(BODIES, BODIES)
def test_side_by_side_has_every_clause_once(former: Body, latter: Body) -> None:
    """All of the latter in its order; all of the former, each once; kinds and numbers are the comparison's."""
    found = compare(former, latter)
    changes = side_by_side(former, latter, found)
    assert [change.latter.text for change in changes if change.latter] == [*distinct_clauses(latter)]
    old = [change.former.text for change in changes if change.former]
    assert sorted(old) == sorted(distinct_clauses(former))
    kinds = [change.kind for change in changes]
    assert kinds.count(Kind.KEPT) == len(found.kept)
    assert kinds.count(Kind.REWORDED) == len(found.reworded)
    assert kinds.count(Kind.DROPPED) == len(found.dropped) - len(found.reworded)
    assert kinds.count(Kind.NEW) == len(found.new) - len(found.reworded)
    _check_places(list(distinct_clauses(former)), [getattr(change.former, "text", None) for change in changes], kinds)


def _check_places(former: list[str], lines: Sequence[str | None], kinds: Sequence[Kind]) -> None:
    """That each dropped clause stands right behind what stood before it, dropped ones in their order."""
    for at, (text, kind) in enumerate(zip(lines, kinds, strict=True)):
        if kind is Kind.DROPPED and text is not None:
            place = former.index(text)
            assert lines[at - 1] == former[place - 1] if place else at == 0


def test_real_meetings(seeds: Path) -> None:
    """From 000 to 001: 9 kept, 53 dropped, 60 new, 12 reworded; the pair worth seeing is among them."""
    bodies, truth = real_bodies(seeds), across(seeds)["compare"]
    former, latter = bodies["000"], bodies["001"]
    found = compare(former, latter)
    assert check(former, latter, found) == truth["reworded_pairs_at_0.50"] == 12
    assert (len(found.kept), len(found.dropped), len(found.new)) == (9, 53, 60)
    assert (truth["kept"], truth["dropped"], truth["new"]) == (9, 53, 60)
    assert ("全力以赴支持外贸促稳提质", "全力促进外贸保稳提质") in [
        (pair.former.text, pair.latter.text) for pair in found.reworded
    ]
    for older, newer in pairwise(bodies.values()):
        check(older, newer, compare(older, newer))
