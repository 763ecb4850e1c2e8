"""What a query finds, on the samples, on real posts, and as laws over any text."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.query import Hit, parse
from reader.query.match import Document, Marks, count_hits, hits, matches, names_match, prepare
from reader.query.model import Condition
from reader.readout.model import Kind, Paragraph, Readout
from reader.readout.read import read_post
from reader.text.folding import blind
from tests.conftest import PROJECT, SAMPLES


def readout(*paragraphs: str, title: str = "") -> Readout:
    """A readout with this body."""
    body = tuple(Paragraph(text) for text in paragraphs)
    return Readout(title=title, published=None, kind=Kind.ARTICLE, customs=False, paragraphs=body)


def collection(folder: Path, across: dict[str, Any]) -> dict[str, Document]:
    """The meetings of a folder by file, oldest first."""
    return {name: prepare(read_post((folder / name).read_bytes())) for name in across["order_by_meeting_date"]}


def assert_answers(folder: Path, across: dict[str, Any], name_length: int | None) -> None:
    """Every search of a truth file gives what it says; files are named by their first characters."""
    documents = collection(folder, across)
    for word, counts in across["search_body_hits"].items():
        query = parse(f"in:body {word}")
        assert [len(hits(query, document.readout)) for document in documents.values()] == counts, word
    for form in ("{}", '"{}"'):
        for word, names in across["search_forgiving" if form == "{}" else "search_exact"].items():
            query = parse(form.format(word))
            found = [name[:name_length] for name, document in documents.items() if matches(query, document)]
            assert found == names, word


def test_the_samples_are_found() -> None:
    """Words, spellings and quotations find in the samples what their truth says, with as many hits."""
    across = json.loads((PROJECT / "tests" / "samples_truth.json").read_text(encoding="utf-8"))["across"]
    assert_answers(SAMPLES, across, None)


def test_real_posts_are_found(seeds: Path) -> None:
    """The same for the five real posts."""
    assert_answers(seeds, json.loads((seeds / "truth.json").read_text(encoding="utf-8"))["across"], 3)


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
def test_fields(query: str, count: int) -> None:
    """Each field leaves as many of the five sample meetings; credits and adverts are never found."""
    across = json.loads((PROJECT / "tests" / "samples_truth.json").read_text(encoding="utf-8"))["across"]
    assert sum(matches(parse(query), document) for document in collection(SAMPLES, across).values()) == count


def test_marks() -> None:
    """is:starred, is:read and has:note ask what the reader has done."""
    document = prepare(readout("口岸"))
    assert matches(parse("is:starred is:read has:note"), document, Marks(starred=True, read=True, has_note=True))
    assert not matches(parse("is:unread"), document, Marks(read=True))


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
    assert matches(parse(query), prepare(readout(text))) is found


def test_nothing_is_found_over_the_border_of_paragraphs() -> None:
    """A word that begins in one paragraph and ends in the next is no hit."""
    document = prepare(readout("口", "岸"))
    assert not matches(parse("口岸"), document)
    assert not matches(parse("口*岸"), document)


def test_hits_in_titles_come_first() -> None:
    """A hit in the title has no paragraph and stands before those of the body."""
    found = hits(parse("口岸"), readout("守住口岸", title="口岸防疫"))
    assert found == [Hit(None, 0, 2), Hit(0, 2, 4)]


@pytest.mark.parametrize(
    ("typed", "name", "meant"), [("岳峰", "倪岳峰", True), ("nyfx", "倪岳峰", False), ("", "倪岳峰", True)]
)
def test_names(typed: str, name: str, meant: bool) -> None:
    """A part of the name, or how its pinyin or initials begin."""
    assert names_match(typed, name) is meant


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
    document = prepare(readout(*[body or "空" for body in bodies], title="人物"))
    query = parse(typed)
    assert count_hits(query, document) == len(hits(query, document.readout))


@given(BODIES, QUERIES)
def test_a_post_is_listed_when_something_is_lit(bodies: list[str], typed: str) -> None:
    """A post is found by an asked word exactly when there is a place to light."""
    document = prepare(readout(*[body or "空" for body in bodies], title="人物"))
    for word in parse(typed).words():
        query = parse(typed)._replace(conditions=(Condition((word,), negated=False),))
        assert matches(query, document) == bool(hits(query._replace(text=word.text), document.readout))


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
