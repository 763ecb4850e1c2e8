"""What a query finds: the samples and real posts by their truth, and laws over any text."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.library.index import Library
from reader.library.marks.changes import SetNote
from reader.query import Hit, Query, parse
from reader.query.match import hits, is_part, name_matches
from reader.query.model import Word
from reader.query.words import Document, count_hits, has_word, spans
from reader.readout.model import Kind, Paragraph, Readout
from reader.text.folding import blind, blind_clauses
from reader.text.pinyin import initials_of, pinyin_of
from tests.conftest import PROJECT, SAMPLES, across


def readout(*paragraphs: str, title: str = "") -> Readout:
    """A readout with this body."""
    body = tuple(Paragraph(text) for text in paragraphs)
    return Readout(title=title, published=None, kind=Kind.ARTICLE, customs=False, paragraphs=body)


def prepared(post: Readout) -> Document:
    """A readout as the library holds it for searching."""
    titles = (post.title, post.original_title or "")
    forms = (blind_clauses("\n".join(titles)), blind_clauses("\n".join(post.body)))
    return Document(*forms, lambda: (titles, post.body))


def finds(typed: str, post: Readout) -> bool:
    """Whether the words of a query stand in a readout: of each condition one, or none where it excludes."""
    query = parse(typed)
    return all(
        any(has_word(word, query.scope, prepared(post)) for word in condition.terms if isinstance(word, Word))
        != condition.negated
        for condition in query.conditions
    )


def words_of(query: Query) -> list[Word]:
    """The distinct words of a query that are lit."""
    return list(dict.fromkeys(query.words()))


@pytest.fixture(scope="module")
def samples_read(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """The samples, read."""
    yield from opened(SAMPLES, tmp_path_factory.mktemp("own"))


def opened(folder: Path, own: Path) -> Iterator[Library]:
    """The library over a folder, with everything read, closed at the end."""
    library = Library([folder], own / "index.sqlite3", own / "marks.sqlite3")
    library.update(lambda progress: None)
    yield library
    library.close()


def assert_answers(library: Library, across: dict[str, Any], name_length: int | None) -> None:
    """Every search of a truth file gives what it says; files are named by their first characters."""
    order = across["order_by_meeting_date"]
    keys = {row.path: row.key for row in library.search(parse("")).rows}
    assert sorted(keys) == sorted(order)
    for word, counts in across["search_body_hits"].items():
        query = parse(f"in:body {word}")
        assert [len(hits(query, library.readout(keys[name]))) for name in order] == counts, word
        assert library.search(query).hits == sum(counts), word
    for form in ("{}", '"{}"'):
        for word, names in across["search_forgiving" if form == "{}" else "search_exact"].items():
            found = {row.path for row in library.search(parse(form.format(word))).rows}
            assert [name[:name_length] for name in order if name in found] == names, word


def test_the_samples_are_found(samples_read: Library) -> None:
    """Words, spellings and quotations find in the samples what their truth says, with as many hits."""
    across = json.loads((PROJECT / "tests" / "samples_truth.json").read_text(encoding="utf-8"))["across"]
    assert_answers(samples_read, across, None)


def test_real_posts_are_found(seeds: Path, tmp_path: Path) -> None:
    """The same for the five real posts."""
    truth = across(seeds)
    for library in opened(seeds, tmp_path):
        assert_answers(library, truth, 3)


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("official:nyf", 4),
        ("official:niyuefeng", 4),
        ("official:ｎｙｆ", 4),
        ("official:ni·yuefeng", 4),
        ("official:123", 0),
        ("official:yuefeng", 4),
        ("官员:岳峰", 4),
        ("official:黃冠勝", 5),
        ("chair:hw", 1),
        ("chair:倪岳峰", 2),
        ("role:署长、党委书记", 4),
        ("series:例会", 2),
        ("number:46|49", 2),
        ("since:2022", 3),
        ("until:2021", 2),
        ("on:2022-03", 1),
        ("-is:meeting", 0),
        ("is:unread", 5),
        ("is:starred", 0),
        ("-视频", 3),
        ("in:title 跨境电商", 1),
        ("in:title 六稳", 0),
        ("since:2022 chair:倪岳峰", 1),
        ("样例改写", 0),
        ("样例编辑", 0),
        ("广告", 0),
    ],
)
def test_fields(samples_read: Library, query: str, count: int) -> None:
    """Each field leaves as many of the five sample meetings; credits and adverts are never found."""
    assert len(samples_read.search(parse(query)).rows) == count


def test_marks(tmp_path: Path) -> None:
    """is:starred, is:read and has:note ask what the reader has done, and what was undone is not found."""
    for library in opened(SAMPLES, tmp_path):
        first, second, *others = [row.key for row in library.search(parse("")).rows]
        library.marks.set_starred(first, True)
        library.marks.set_read(first, True)
        library.marks.keep(SetNote(library.identity(first), "要点"))
        library.marks.set_read(second, True)

        def found(typed: str, library: Library = library) -> list[int]:
            return [row.key for row in library.search(parse(typed)).rows]

        assert found("is:starred is:read has:note") == [first]
        assert found("is:read") == [first, second]
        assert found("is:unread") == others
        assert found("-is:starred is:read") == [second]
        library.marks.set_starred(first, False)
        library.marks.set_read(first, False)
        library.marks.keep(SetNote(library.identity(first), ""))
        assert [found(typed) for typed in ("is:starred", "has:note", "is:read")] == [[], [], [second]]


@pytest.mark.parametrize(
    ("query", "text", "found"),
    [
        ("人*同防", "人、物、环境”同防", True),
        ("甲*乙", "甲一二三四五六七八乙", True),
        ("甲*乙", "甲一二三四五六七八九乙", False),
        ("甲*乙", "甲，乙", False),
        ("甲*乙", "甲、乙", True),
        ("甲乙", "甲，乙", True),
        ("1.5万", "115万", False),
        ("1.5‰", "1.5%", False),
        ('"甲乙"', "甲、乙", False),
        ("甲*丙乙", "甲一丙，乙", True),
    ],
)
def test_gaps_and_marks(query: str, text: str, found: bool) -> None:
    """`*` spans up to eight characters of one clause; a word runs over punctuation; a quotation over nothing."""
    assert finds(query, readout(text)) is found
    assert bool(hits(parse(query), readout(text))) is found


def test_nothing_is_found_over_the_border_of_paragraphs() -> None:
    """A word that begins in one paragraph and ends in the next is no hit."""
    post = readout("口", "岸")
    assert not finds("口岸", post)
    assert not finds("口*岸", post)


def test_hits_in_titles_come_first() -> None:
    """A hit in the title has no paragraph and stands before those of the body."""
    found = hits(parse("口岸"), readout("守住口岸", title="口岸防疫"))
    assert found == [Hit(None, 0, 2), Hit(0, 2, 4)]


@pytest.mark.parametrize(
    ("typed", "name", "meant"),
    [
        ("岳峰", "倪岳峰", True),
        ("黃冠勝", "黄冠胜", True),
        ("niyue", "倪岳峰", True),
        ("Ni Yuefeng", "倪岳峰", True),
        ("yuefeng", "倪岳峰", True),
        ("ny", "倪岳峰", True),
        ("nyfx", "倪岳峰", False),
        ("uefeng", "倪岳峰", False),
        ("倪峰", "倪岳峰", False),
        ("·", "倪岳峰", False),
    ],
)
def test_names(typed: str, name: str, meant: bool) -> None:
    """A part of the name, or how its pinyin, given name or initials begin; a mark alone means nobody."""
    assert name_matches(typed, name, pinyin_of(name), initials_of(name)) is meant


@pytest.mark.parametrize(
    ("typed", "printed", "meant"),
    [("署长、党委", "署长，党委书记", True), ("關長", "关长", True), ("司长", "署长", False)],
)
def test_parts(typed: str, printed: str, meant: bool) -> None:
    """A role or series is meant by any part of it, in either script and whatever marks stand between."""
    assert is_part(typed, printed) is meant


BODIES = st.lists(st.text(alphabet="人物同防、，。 AaＡ1.5%", max_size=20), max_size=4)
QUERIES = st.sampled_from(
    ["人", "人物", "同防 物", "人|物", "a", '"人、"', "人*防", "人*物 a", "1.5", "物 人物", "人 、人"]
)
QUERIES |= st.sampled_from(
    ['"人、" "人"', '"，"', '".5"', '"%"', "a*5%", "in:body 人*物", "in:title 人*物|物", "-人", "5% 5"]
)


@given(BODIES, QUERIES)
def test_counting_is_finding(bodies: list[str], typed: str) -> None:
    """The count of the list is the number of places that are lit."""
    post = readout(*[body or "空" for body in bodies], title="人物")
    query = parse(typed)
    assert count_hits(words_of(query), query.scope, prepared(post)) == len(hits(query, post))


@given(BODIES, QUERIES)
def test_a_post_is_listed_when_something_is_lit(bodies: list[str], typed: str) -> None:
    """A post is found by an asked word exactly when there is a place to light."""
    post = readout(*[body or "空" for body in bodies], title="人物")
    query = parse(typed)
    for word in words_of(query):
        lit = [hit for hit in hits(query, post) if lights(word, hit, post)]
        assert has_word(word, query.scope, prepared(post)) == bool(lit)


def lights(word: Word, hit: Hit, post: Readout) -> bool:
    """Whether a hit is a place of this word."""
    text = post.title if hit.paragraph is None else post.body[hit.paragraph]
    return (hit.start, hit.end) in spans(word, text)


@given(BODIES, QUERIES)
def test_places_of_a_word_stand_apart_and_in_order(bodies: list[str], typed: str) -> None:
    """What is lit for one word is never empty, runs from left to right, and no place begins inside another."""
    for word in words_of(parse(typed)):
        for text in bodies:
            places = list(spans(word, text))
            assert all(0 <= start < end <= len(text) for start, end in places)
            assert all(end <= start for (_, end), (start, _) in pairwise(places))


@given(BODIES)
def test_what_is_lit_is_the_word(bodies: list[str]) -> None:
    """The characters of a hit are the word, as far as searching sees."""
    post = readout(*[body or "空" for body in bodies])
    for hit in hits(parse("人物"), post):
        assert hit.paragraph is not None
        assert blind(post.body[hit.paragraph][hit.start : hit.end]) == "人物"


@given(BODIES)
def test_a_quotation_is_found_as_written(bodies: list[str]) -> None:
    """An exact word is found as often as one would find it in the text as printed."""
    post = readout(*[body or "空" for body in bodies])
    wanted = [Hit(index, *match.span()) for index, text in enumerate(post.body) for match in re.finditer("人、", text)]
    assert hits(parse('"人、"'), post) == wanted
