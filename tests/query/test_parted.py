"""A query in two: its words and its fields; and where words stand in one paragraph."""

from __future__ import annotations

import pytest

from reader.query import QueryError
from reader.query.parse import parse, parted
from reader.query.words import places


@pytest.mark.parametrize(
    ("text", "words", "fields"),
    [
        ("六稳", "六稳", ""),
        ("六稳 since:2022 口岸", "六稳 口岸", "since:2022"),
        ("自:2022 六稳 | 六保 chair:倪岳峰|胡伟", "六稳|六保", "自:2022 chair:倪岳峰|胡伟"),
        ("-视频 六稳 -official:nyf in:body", "-视频 六稳 in:body", "-official:nyf"),
        ('"六 稳" is:meeting “六保', '"六 稳" “六保', "is:meeting"),
        ("since:2022", "", "since:2022"),
        ("", "", ""),
    ],
)
def test_words_and_fields(text: str, words: str, fields: str) -> None:
    """Words stay together in their order, and so do fields; together they ask for the same."""
    parts = parted(text)
    assert (parts[0].text, parts[1].text) == (words, fields)
    assert {*parts[0].conditions, *parts[1].conditions} == set(parse(text).conditions)
    assert parts[0].scope is parse(text).scope


def test_a_bad_query_is_told_where_it_is_bad() -> None:
    """The characters at fault are those of the whole text."""
    with pytest.raises(QueryError) as error:
        parted("六稳 since:2022-13")
    assert (error.value.start, error.value.end) == (9, 16)


def test_places_of_several_words() -> None:
    """The places of all words in order, the same only once."""
    words = list(parse("六稳 稳 “六稳” 保").words())
    assert places(words, "“六稳”“六、保”") == [(1, 3), (2, 3), (7, 8)]
    assert places(words, "口岸") == []
