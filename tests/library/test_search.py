"""The library answers every query as a slow and obvious search of the same posts does."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from random import Random

import pytest

from reader.library.index import IndexLibrary
from reader.library.posts.scan import is_post
from reader.query import QueryError, parse
from reader.readout.faults import PostError
from reader.readout.read import read_post
from reader.text.folding import blind_clauses
from tests.library import brute
from tests.library.collection import Search, difference, listed_posts, make_collection, mark_some
from tests.library.random_queries import random_query

SEED = 20220315
SHOWN = 10
"""How many wrong answers are told before the test gives up."""
QUERIES = 800
"""How many random queries a run of the tests asks; `python -m tests.fuzz query` asks more."""
WITHOUT_WORDS = 100
"""How many it asks where there is no full text search."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every imitation and sample, and the hostile posts, in one folder."""
    root = tmp_path_factory.mktemp("posts")
    make_collection(root)
    return root


@pytest.fixture(scope="module")
def library(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[IndexLibrary]:
    """The library over that folder; a third of its posts have marks, of every kind."""
    place = tmp_path_factory.mktemp("own")
    library = IndexLibrary([folder], place / "index.sqlite3", place / "marks.sqlite3")
    library.update(lambda progress: None)
    mark_some(library, Random(SEED))
    yield library
    library.close()


@pytest.fixture(scope="module")
def posts(folder: Path, library: IndexLibrary) -> list[brute.Post]:
    """The posts that are listed (versions of another are not), for the slow search, read one by one."""
    return listed_posts(folder, library)


def test_every_post_is_listed_or_behind_one_that_is(folder: Path, library: IndexLibrary) -> None:
    """No file that can be read is lost: it stands in the list, or is a version of a post that does."""
    readable = {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file() and is_read(file)}
    rows = list(library.search(parse(""), all_posts=True).rows)
    versions = [library.row(key).path for row in rows for key in library.versions(row.key)]
    assert sorted(versions) == sorted(readable)
    assert [row.versions for row in rows] == [len(library.versions(row.key)) for row in rows]


def is_read(file: Path) -> bool:
    """Whether something can be made of a file, past the library."""
    try:
        read_post(file.read_bytes(), suffix=file.suffix)
    except PostError:
        return False
    return is_post(file.name)


def differences(search: Search, posts: list[brute.Post], queries: list[str]) -> list[str]:
    """The first wrong answers."""
    wrong: list[str] = []
    for number, text in enumerate(queries):
        told = difference(search, posts, text, all_posts=number % 3 > 0)
        if told:
            wrong.append(told)
        if len(wrong) == SHOWN:
            break
    return wrong


def test_random_queries_find_what_a_slow_search_finds(library: IndexLibrary, posts: list[brute.Post]) -> None:
    """Whatever is typed, the list holds exactly the posts that meet it, each with as many hits as can be counted."""
    random = Random(SEED)
    wrong = differences(library.search, posts, [random_query(random, posts) for _ in range(QUERIES)])
    assert not wrong, "\n".join(wrong)


def test_every_character_is_found_where_it_stands(library: IndexLibrary, posts: list[brute.Post]) -> None:
    """A character of a hostile post, typed bare or in quotation marks of either kind, finds all posts that hold it."""
    characters = {
        character
        for post in posts
        if post.path.startswith("hostile/")
        for text in (post.readout.title, *post.readout.body)
        for character in text
    }
    pairs = zip(sorted(characters), cycle(('""', "“”")), strict=False)
    typed = [*sorted(characters), *(f"{left}{character}{right}" for character, (left, right) in pairs)]
    wrong = differences(library.search, posts, [text for text in typed if is_query(text)])
    assert not wrong, "\n".join(wrong)


def test_without_full_text_search_the_same_is_found(
    folder: Path, posts: list[brute.Post], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where SQLite was built without FTS5, every text is looked at, and the answers are the same."""
    monkeypatch.setattr("reader.library.tables.store._WORDS", "CREATE VIRTUAL TABLE words USING none()")
    library = IndexLibrary([folder], tmp_path / "index.sqlite3", tmp_path / "marks.sqlite3")
    library.update(lambda progress: None)
    unmarked = [post._replace(starred=False, read=False, has_note=False) for post in posts]
    random = Random(SEED + 1)
    wrong = differences(library.search, unmarked, [random_query(random, unmarked) for _ in range(WITHOUT_WORDS)])
    library.close()
    assert not wrong, "\n".join(wrong)


def test_the_slow_search_sees_what_folding_leaves(posts: list[brute.Post]) -> None:
    """Punctuation, a point at the end, a lonely percent sign: what no query can see is the same in both searches."""
    for post in posts:
        for text in (post.readout.title, post.readout.original_title or "", *post.readout.body):
            assert brute.seen(text).characters == blind_clauses(text), (post.path, text)


def is_query(text: str) -> bool:
    try:
        parse(text)
    except QueryError:
        return False
    return True


def test_the_random_queries_are_of_every_kind(posts: list[brute.Post]) -> None:
    """Of the random queries some find nothing and most find something, so that both are put to the test."""
    random = Random(SEED)
    counts = [len(brute.found(posts, parse(random_query(random, posts)))) for _ in range(300)]
    assert 20 < sum(count == 0 for count in counts) < 150
    assert sum(1 < count < len(posts) for count in counts) > 100
