"""Bytes to front matter and text, in every form a crawler or an editor leaves."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.readout.cleaning.post import FRONT_MATTER_CAP, parse_post
from reader.readout.faults import FaultCode

PLAIN = "---\ntitle: '例会'\ncategories: \n - 金融\n - 国内\ndate: 2022-07-06\n---\n<p>海关</p>"


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(PLAIN.encode(), id="plain"),
        pytest.param(("\n" + PLAIN).encode(), id="blank first line"),
        pytest.param(PLAIN.encode("utf-8-sig"), id="BOM"),
        pytest.param(PLAIN.replace("\n", "\r\n").encode(), id="CRLF"),
        pytest.param(PLAIN.encode("gb18030"), id="GB18030"),
        pytest.param(PLAIN.encode("utf-16"), id="UTF-16"),
        pytest.param(PLAIN.replace("---", "-----  ").encode(), id="long rules"),
    ],
)
def test_front_matter_is_read_from_every_encoding(data: bytes) -> None:
    """The same post in another encoding or with other line ends shows the same title and text."""
    post = parse_post(data)
    assert post.field("title") == "例会"
    assert post.items("categories") == ("金融", "国内")
    assert post.text.strip() == "<p>海关</p>"
    assert post.faults == ()


@pytest.mark.parametrize(
    "title", ["12:30:45", "2021", "true", "null", "2021-07-14", "0x1F", "~", "1_000", "a # b", "甲：乙"]
)
@pytest.mark.parametrize("quote", ["", "'"])
def test_a_title_that_looks_like_another_type_stays_as_printed(title: str, quote: str) -> None:
    """A title such as 12:30:45 or true is shown as it is printed, never as a number or a truth value."""
    expected = title if quote else title.partition(" #")[0]
    assert parse_post(f"---\ntitle: {quote}{title}{quote}\n---\n".encode()).field("title") == expected


def test_a_post_without_front_matter_is_all_text() -> None:
    """A bare page is read as text, without any fault."""
    post = parse_post("海关工作正常。\n--- 不是标题".encode())
    assert (post.fields, post.text, post.faults) == ({}, "海关工作正常。\n--- 不是标题", ())


def test_a_rule_in_the_body_ends_nothing() -> None:
    """A line of hyphens in the body stays in the body."""
    assert parse_post((PLAIN + "\n---\n尾").encode()).text.strip().endswith("---\n尾")


def test_broken_yaml_keeps_its_simple_fields_and_names_the_line() -> None:
    """A post with broken front matter still shows title and date; the check names the line of the file."""
    post = parse_post("\n---\ntitle: '例会'\nlist: [1\ndate: 2022-07-06\n---\n<p>海关</p>".encode())
    assert (post.field("title"), post.field("date")) == ("例会", "2022-07-06")
    assert [(fault.code, fault.detail) for fault in post.faults] == [(FaultCode.FRONT_MATTER_BROKEN, "5")]
    assert post.text.strip() == "<p>海关</p>"


@pytest.mark.parametrize("end", ["\n\n", "\n"])
def test_unclosed_front_matter_ends_at_the_first_tag_or_blank_line(end: str) -> None:
    """A post whose front matter is never closed keeps title and body, and says so."""
    post = parse_post(f"---\ntitle: '例会'\ndate: 2022-07-06{end}<p>海关</p>".encode())
    assert post.field("title") == "例会"
    assert post.text.strip() == "<p>海关</p>"
    assert [fault.code for fault in post.faults] == [FaultCode.FRONT_MATTER_UNCLOSED]


def test_front_matter_that_is_too_long_is_not_given_to_the_parser() -> None:
    """A post with a megabyte of front matter still shows its first fields, and says what was wrong."""
    post = parse_post(f"---\ntitle: 例会\nnote: {'x' * FRONT_MATTER_CAP}\n---\n正文".encode())
    assert post.field("title") == "例会"
    assert [fault.code for fault in post.faults] == [FaultCode.FRONT_MATTER_TOO_LONG]


@pytest.mark.parametrize(
    "bomb", ["[" * 8000, "{" * 8000, "- " * 8000, "? " * 8000, "a: &a [*a, *a]\nb: *a", "!!python/tuple [x]"]
)
def test_hostile_front_matter_costs_nothing_but_itself(bomb: str) -> None:
    """Front matter that nests thousands deep, or refers to itself, leaves the body readable."""
    assert parse_post(f"---\n{bomb}\n---\n正文".encode()).text.strip() == "正文"


def test_bytes_in_no_encoding_are_read_with_marks_of_loss() -> None:
    """A damaged file is shown as far as it can be read, and the check says that bytes were lost."""
    post = parse_post("海关".encode() + b"\xff\xff\xff")
    assert post.text.startswith("海关\ufffd")
    assert [fault.code for fault in post.faults] == [FaultCode.ENCODING]


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"\xff\xfe" + bytes(range(32)) * 40, id="UTF-16 mark before controls"),
        pytest.param(b"\xfe\xff" + b"\x00\x01\x00\x02" * 200, id="big-endian mark before controls"),
        pytest.param(b"\x7fELF" + b"\x00\x01\x02" * 400, id="a program"),
        pytest.param(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8, id="a picture"),
    ],
)
def test_bytes_of_no_text_are_not_shown_as_one(data: bytes) -> None:
    """A program or a picture under a post's name shows no text, and the check says that its bytes are none."""
    post = parse_post(data)
    assert (post.text, [fault.code for fault in post.faults]) == ("", [FaultCode.ENCODING])


@pytest.mark.parametrize(
    ("front", "title"),
    [
        ("title: '_六稳_与“六保”'", "_六稳_与“六保”"),
        ("title: '会议: 要点 # 一'", "会议: 要点 # 一"),
        ("title: 'it''s'\nlist: [1", "it's"),
        ("layout: post\ntags: [甲, 乙]\npermalink: /a/\ntitle: 例会", "例会"),
        ("title: 例会: 要点", "例会: 要点"),
    ],
)
def test_titles_of_every_form_are_shown_as_printed(front: str, title: str) -> None:
    """A title with underlines, a colon, a hash or a quote is shown as it is printed, in whole or broken YAML."""
    assert parse_post(f"\n---\n{front}\ncategories: \n - 金融\n---\n<p>海关</p>".encode()).field("title") == title


def test_a_field_that_is_no_text_counts_as_missing() -> None:
    """A list where a title should be is no title."""
    post = parse_post(b"---\ntitle: [a, b]\nauthor: ''\n---\n")
    assert (post.field("title"), post.field("author"), post.field("date")) == (None, None, None)
    assert post.items("author") == ()


@settings(max_examples=150)
@given(
    st.one_of(
        st.binary(max_size=300),
        st.text(max_size=200).map(lambda text: f"---\n{text}\n---\n正文".encode("utf-8", "replace")),
    )
)
def test_no_bytes_stop_the_reading(data: bytes) -> None:
    """Whatever a file holds, its text comes out without an error."""
    assert isinstance(parse_post(data).text, str)
