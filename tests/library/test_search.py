"""The library answers every query as a slow and obvious search of the same posts does."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from random import Random

import pytest

from reader.library.index import Library
from reader.library.posts.scan import is_post
from reader.library.tables.search import Compiler, Lists, Printed
from reader.query import QueryError, parse
from reader.readout.faults import PostError
from reader.readout.read import read_post
from reader.text.folding import blind_clauses
from tests.fuzz.steps import steps_of
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
def library(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """The library over that folder; a third of its posts have marks, of every kind."""
    place = tmp_path_factory.mktemp("own")
    library = Library([folder], place / "index.sqlite3", place / "marks.sqlite3")
    library.update(lambda progress: None)
    mark_some(library, Random(SEED))
    yield library
    library.close()


@pytest.fixture(scope="module")
def posts(folder: Path, library: Library) -> list[brute.Post]:
    """The posts that are listed (versions of another are not), for the slow search, read one by one."""
    return listed_posts(folder, library)


def test_every_post_is_listed_or_behind_one_that_is(folder: Path, library: Library) -> None:
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


def test_random_queries_find_what_a_slow_search_finds(library: Library, posts: list[brute.Post]) -> None:
    """Whatever is typed, the list holds exactly the posts that meet it, each with as many hits as can be counted."""
    random = Random(SEED)
    wrong = differences(library.search, posts, [random_query(random, posts) for _ in range(QUERIES)])
    assert not wrong, "\n".join(wrong)


def test_every_character_is_found_where_it_stands(library: Library, posts: list[brute.Post]) -> None:
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
    library = Library([folder], tmp_path / "index.sqlite3", tmp_path / "marks.sqlite3")
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


FLOODS = (
    "|".join(f"{one}{other}" for one in "海关总署口岸会议" for other in "海关总署口岸会议1.")[:1990].rstrip("|"),
    " ".join(f"-词{number}" for number in range(100)),
    " ".join(f"-{one}*{other}" for one in "口岸海关" for other in "署总议会关海口岸"),
    "海*关*总*署*口*岸*会*议",
    "口*岸*口*岸*口*岸*口*岸*口*岸",
    "|".join(f'"{one}，{other}"' for one in "岸关议署" for other in "海总口会一二三四"),
    "official:" + "|".join(f"{one}{other}" for one in "nwlyzxhcdg" for other in "yfwlghzxcd"),
    "-chair:" + "|".join("倪王李张刘陈杨赵黄周吴徐孙胡"),
    "role:" + "|".join("署长书记关司行市主任") + " series:" + "|".join("例会工作党委"),
    "|".join(("口岸天气", "海*议", "official:nyf", "is:starred", *(f"number:{number}" for number in range(1, 60)))),
    "口岸" * 100,
    "口岸" * 66,
    "-" + "口岸" * 66,
    "口岸" * 60 + "*" + "口岸" * 60 + "*口岸",
    "口岸" * 990,
)
"""Queries that hold as much as they may, or are long."""


@pytest.mark.parametrize("query", FLOODS, ids=lambda query: query[:12])
@pytest.mark.parametrize("full_text", [True, False], ids=["full text", "scanned"])
def test_a_flood_finds_what_a_slow_search_finds(
    library: Library, posts: list[brute.Post], query: str, full_text: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Dozens of alternatives, exclusions, stars, quotations and fields, and long words, find all they should."""
    if not full_text:
        monkeypatch.setattr(library.connection.here, "full_text", False)
    wrong = difference(library.search, posts, query, all_posts=True)
    assert not wrong, wrong


@pytest.mark.parametrize("field", ["official", "role", "series"])
def test_alternatives_of_a_field_are_one_question(field: str) -> None:
    """However many officials, roles or series are meant, SQLite is asked for one list of them."""
    names = [Printed(number, f"海{number}", f"hai {number}", f"h{number}") for number in range(500)]
    texts = [f"海{number}" for number in range(500)]
    query = parse(f"{field}:" + "|".join(f"海{number}" for number in range(100)))
    statement = Compiler(query, lambda: Lists(names, texts, texts), full_text=True).statement()
    assert len(statement.parameters) == 1
    assert len(statement.where) < 100


def test_the_screen_does_not_wait_for_a_long_search(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """What takes longer than the keys may wait is answered beside the screen, with all that there is to find."""
    query = parse("-口*岸")
    expected = [row.path for row in library.search(query, all_posts=True).rows]
    monkeypatch.setattr("reader.library.connection.PATIENCE", -1.0)
    monkeypatch.setattr("reader.library.sqlite._STEPS", 1)
    for answer in (library.first(query, all_posts=True), library.listed(query, all_posts=True, hurry=True)):
        assert (list(answer.rows), answer.complete) == ([], False)
    assert [row.path for row in library.listed(query, all_posts=True).rows] == expected
    *_, answer = library.whole(query, all_posts=True)
    assert [row.path for row in answer.rows] == expected


def test_a_pasted_page_is_looked_up_quickly(library: Library) -> None:
    """A page that was pasted where a name is looked up costs no more than its first words: nothing has such a name."""
    page = " ".join(f"词{number}" for number in range(800))
    library.look_up("口岸")  # what is read once
    assert steps_of(lambda: library.look_up(page)) < 3 * steps_of(lambda: library.look_up("词0 词1")) + 5_000


def test_ctrl_c_ends_a_search(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl+C while posts are looked through ends the command; it is not told that nothing matches."""

    def interrupted(*args: object) -> bool:
        raise KeyboardInterrupt

    monkeypatch.setattr("reader.library.tables.search.has_word", interrupted)
    with pytest.raises(KeyboardInterrupt):
        library.search(parse("“口岸”"))
