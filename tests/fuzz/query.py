"""Whatever is typed is a query or an error that points into it; and the index finds what the slow search finds."""

from __future__ import annotations

import tempfile
from collections import Counter
from contextlib import closing
from pathlib import Path
from random import Random

from hypothesis import strategies as st

from reader.library.index import Library
from reader.query import QueryError, parse
from reader.query.model import Query
from reader.query.parse import parted
from tests.e2e.hostile import STRINGS
from tests.fuzz.running import Result, Turn, examples
from tests.library import brute
from tests.library.collection import difference, listed_posts, make_collection, mark_some
from tests.library.random_queries import random_query

BATCH = 200
TOKENS = (
    *(
        "in:",
        "official:",
        "chair：",
        "主持:",
        "会议：",
        "on:",
        "since:",
        "至:",
        "number:",
        "is:",
        "has:",
        "role:",
        "http://",
    ),
    *(
        "title",
        "body|",
        "meeting",
        "starred",
        "note",
        "2022-0",
        "2022年3月",
        "9999",
        "0000-01",
        "四十",
        "〇",
        "第",
        "次",
    ),
    *(
        "口岸",
        "海关",
        "總署",
        "nyf",
        "C++",
        "1.5",
        "５％",
        "a",
        "ﬁ",
        "İ",
        "e\u0301",
        "𠮷",
        "🙂",
        "\x00",
        "\x1f",
        "\ud800",
    ),
    *(
        '"',
        "“",
        "”",
        "＂",
        "|",
        "｜",
        "-",
        "－",
        "*",
        "＊",
        "，",
        "。",
        ".",
        "%",
        ":",
        "：",
        " ",
        "\u3000",
        "\n",
        "'",
        "\\",
    ),
)


def run(seconds: float, seed: int) -> Result:
    """Types until the time is over."""
    found = [0]
    with tempfile.TemporaryDirectory(prefix="fuzz-query-") as place:
        home = Path(place)
        folder = home / "posts"
        folder.mkdir()
        make_collection(folder)
        with closing(Library([folder], home / "index.sqlite3", home / "marks.sqlite3")) as library:
            library.update(lambda progress: None)
            mark_some(library, Random(seed))
            posts = listed_posts(folder, library)

            def check(example: tuple[str, bool]) -> None:
                typed, all_posts = example
                query = read(typed)
                if query is not None:
                    wrong = difference(library.search, posts, typed, all_posts=all_posts)
                    assert not wrong, wrong
                    found[0] += 1

            result = examples(Turn("query", seconds, seed), st.tuples(_typed(posts), st.booleans()), check, BATCH)
    return result._replace(note=f"{found[0]} asked")


def read(typed: str) -> Query | None:
    """The query that was typed; None where it is none, and the error points into it."""
    try:
        query = parse(typed)
    except QueryError as error:
        assert 0 <= error.start < error.end <= len(typed), (error.code, error.start, error.end)
        return None
    assert query.text == typed
    assert parse(query.text) == query
    words, fields = parted(typed)
    assert Counter(words.conditions) + Counter(fields.conditions) == Counter(query.conditions)
    assert words.scope is query.scope
    return query


def _typed(posts: list[brute.Post]) -> st.SearchStrategy[str]:
    pieces = st.sampled_from(TOKENS) | st.sampled_from(list(STRINGS.values())) | st.text(max_size=4)
    hostile = st.lists(pieces, max_size=8).map("".join)
    drawn = st.integers(0, 2**32 - 1).map(lambda number: random_query(Random(number), posts))
    mixed = st.tuples(drawn, hostile).map(lambda pair: f"{pair[0]} {pair[1]}")
    return hostile | drawn | mixed
