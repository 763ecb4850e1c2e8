"""What was said before: the fast way against the definition, taken character by character."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.analysis.novelty import (
    longest_in,
    new_passages,
    new_share,
    new_wording,
    said_before,
    said_before_each,
)
from reader.analysis.where import Where
from tests.analysis.made_bodies import Body, made_bodies
from tests.analysis.real import real_bodies
from tests.conftest import across

RUN = 8
PARAGRAPHS = st.lists(st.text("海关，1", max_size=30), max_size=4).map(tuple)
"""Few characters, so that runs are said again."""
BODIES = st.lists(PARAGRAPHS, max_size=5)


def slow_said(body: Body, earlier: Sequence[Body]) -> list[list[bool]]:
    """For each character of a body whether it lies in a run that stands in a paragraph of an earlier one."""
    before = "\0".join(text for other in earlier for text in other)
    marked = []
    for text in body:
        said = [False] * len(text)
        for start in range(len(text) - RUN + 1):
            if text[start : start + RUN] in before:
                said[start : start + RUN] = [True] * RUN
        marked.append(said)
    return marked


def marked(body: Body, passages: Sequence[Where]) -> list[list[bool]]:
    """For each character of a body whether it lies in one of the passages."""
    found = [[False] * len(text) for text in body]
    for paragraph, start, end in passages:
        for at in range(start, end):
            assert not found[paragraph][at], "passages overlap"
            found[paragraph][at] = True
    return found


def test_made_meetings_repeat_what_the_definition_says() -> None:
    """In 300 meetings every character is said before exactly where it lies in a run of an earlier body."""
    bodies = made_bodies()
    found = dict(said_before_each(bodies, range(len(bodies)), 10**6))
    shares = []
    for number, body in enumerate(bodies):
        slow = slow_said(body, bodies[:number])
        assert marked(body, found[number]) == slow, number
        total, said = sum(map(len, body)), sum(map(sum, slow))
        share = new_share(body, found[number])
        assert share == pytest.approx(100 * (total - said) / total)
        shares.append(share)
    assert shares[0] == 100 and min(shares) < 40 and len(set(shares)) > 200  # the bodies are worth asking


def test_one_meeting_alone_is_the_same() -> None:
    """Whether it is asked for one meeting or for all at once."""
    bodies = made_bodies()
    found = dict(said_before_each(bodies, range(0, 300, 7), 10**6))
    assert list(found) == list(range(0, 300, 7))
    for number, passages in found.items():
        assert said_before(bodies[number], bodies[:number]) == passages


@pytest.mark.parametrize("at_once", [100, 3_000, 50_000])
def test_turns_change_nothing(at_once: int) -> None:
    """However few runs are held at once."""
    bodies = made_bodies()[:60]
    assert list(said_before_each(bodies, range(60), at_once)) == list(said_before_each(bodies, range(60), 10**6))


@given(BODIES, st.sets(st.integers(0, 4)), st.sets(st.integers(0, 4)), st.integers(1, 60))
def test_any_meetings_may_be_wanted_or_unheard(
    bodies: list[Body], wanted: set[int], unheard: set[int], at_once: int
) -> None:
    """For the wanted ones, in order, what was said in those before that are heard."""
    wanted &= set(range(len(bodies)))
    found = list(said_before_each(bodies, wanted, at_once, unheard))
    assert [number for number, _ in found] == sorted(wanted)
    for number, passages in found:
        earlier = [body for other, body in enumerate(bodies[:number]) if other not in unheard]
        assert marked(bodies[number], passages) == slow_said(bodies[number], earlier)


@given(PARAGRAPHS, BODIES)
def test_said_and_new_passages_part_a_body(body: Body, earlier: list[Body]) -> None:
    """They are in order, none is empty, touches or overlaps its like, and together they are the body."""
    said = said_before(body, earlier)
    assert marked(body, said) == slow_said(body, earlier)
    for passages in (said, new := new_passages(body, said)):
        assert passages == sorted(passages)
        assert all(passage.start < passage.end for passage in passages)
        for one, other in pairwise(passages):
            assert one.paragraph < other.paragraph or one.end < other.start
    both = sorted([*said, *new])
    assert ["".join(where.words(body) for where in both if where.paragraph == at) for at in range(len(body))] == [*body]
    assert all(passage.end - passage.start >= RUN for passage in said)


def test_two_runs_that_meet_are_one_passage() -> None:
    """Two earlier meetings said the halves of a paragraph: all of it was said before, in one passage."""
    body = ("春夏秋冬东西南北天地人和山水风云",)
    earlier = [("春夏秋冬东西南北",), ("天地人和山水风云",)]
    assert said_before(body, earlier) == [Where(0, 0, 16)]
    assert dict(said_before_each([*earlier, body], [2], 10)) == {2: [Where(0, 0, 16)]}


@given(PARAGRAPHS, BODIES)
def test_new_wording_has_words(body: Body, earlier: list[Body]) -> None:
    """Of the new passages those with a letter or digit, and no other."""
    said = said_before(body, earlier)
    assert new_wording(body, said) == [
        where
        for where in new_passages(body, said)
        if any(unicodedata.category(sign).startswith(("L", "N")) for sign in where.words(body))
    ]


@given(PARAGRAPHS, BODIES)
def test_the_new_share_is_the_rest_in_percent(body: Body, earlier: list[Body]) -> None:
    """None of a body without characters; nothing said before is all new."""
    total = sum(map(len, body))
    said = said_before(body, earlier)
    expected = 100 * sum(not one for text in slow_said(body, earlier) for one in text) / total if total else None
    assert new_share(body, said) == (expected if expected is None else pytest.approx(expected))
    assert new_share(body, []) == (100 if total else None)


@settings(max_examples=300)
@given(st.text("海关1", max_size=24), PARAGRAPHS, st.data())
def test_the_longest_repetition(text: str, other: Body, data: st.DataObject) -> None:
    """From a place on, the first of the longest passages that begin alike, if they do for a whole run."""
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert longest_in(text, start, end, other) == slow_longest(text[start:end], other)


def test_the_longest_repetition_in_made_meetings() -> None:
    """Every passage that was said before is found, from its beginning, in the meeting that said it."""
    bodies = made_bodies()
    for number in range(1, 300, 3):
        body, former = bodies[number], bodies[number - 1]
        for where in said_before(body, [former]):
            found = longest_in(body[where.paragraph], where.start, where.end, former)
            assert found == slow_longest(where.words(body), former)
            assert found and found.end - found.start >= RUN


def slow_longest(words: str, other: Body) -> Where | None:
    """The first of the longest beginnings of some words that stand in a body; None if shorter than a run."""
    for length in range(len(words), RUN - 1, -1):
        for number, paragraph in enumerate(other):
            for at in range(len(paragraph)):
                if paragraph[at : at + length] == words[:length]:
                    return Where(number, at, at + length)
    return None


def test_the_shares_of_real_meetings(seeds: Path) -> None:
    """81.7, 83.4, 59.9 and 70.5 against all earlier; 70.9 for 001 against 000 alone."""
    bodies, truth = real_bodies(seeds), across(seeds)
    names = list(bodies)
    shares = {
        name: round(new_share(bodies[name], said_before(bodies[name], [bodies[other] for other in names[:at]])) or 0, 1)
        for at, name in enumerate(names)
        if at
    }
    assert shares == truth["new_share_percent"] == {"000": 81.7, "002": 83.4, "001": 59.9, "003": 70.5}
    alone = new_share(bodies["001"], said_before(bodies["001"], [bodies["000"]])) or 0
    assert round(alone, 1) == truth["compare"]["new_share_percent_against_partner"] == 70.9
