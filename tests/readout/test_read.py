"""A whole post: bytes in, a readout out, whatever the bytes."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.readout.faults import FaultCode, PostError
from reader.readout.model import Kind, ParagraphKind, Readout
from reader.readout.read import read_post
from tests.readout.posts import post, read

BIDI = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c\u200b\ufeff"


def strings(value: object) -> Iterator[str]:
    """Every text in a readout, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from strings(item)


def unsafe(readout: Readout) -> list[str]:
    """The texts of a readout that hold a control, bidi or surrogate character."""
    return [
        text
        for text in strings(readout)
        if any(unicodedata.category(character) in ("Cc", "Cs") or character in BIDI for character in text)
    ]


@pytest.mark.parametrize(
    ("data", "code"), [(b"", FaultCode.EMPTY), (b" \n\n\t", FaultCode.EMPTY), (b"<p></p>", FaultCode.NO_TEXT)]
)
def test_a_file_with_nothing_to_read_says_so(data: bytes, code: FaultCode) -> None:
    """An empty file, or one without any Chinese, is named with the reason."""
    with pytest.raises(PostError) as raised:
        read_post(data)
    assert raised.value.fault.code is code


def test_a_title_alone_is_listed_and_named_by_the_check() -> None:
    """A post that has a title but no text is listed, and the check says that its text is missing."""
    readout = read("海关总署第三次例会", html="")
    assert (readout.title, readout.body, [fault.code for fault in readout.faults]) == (
        "海关总署第三次例会",
        (),
        [FaultCode.NO_TEXT],
    )
    assert readout.kind is Kind.MEETING


def test_a_date_that_cannot_be_read_is_a_fault() -> None:
    """A post with an unreadable date has none, and the check names what is printed."""
    readout = read("例会", "海关总署召开例会。", published="昨天上午")
    assert readout.published is None
    assert [(fault.code, fault.detail) for fault in readout.faults] == [(FaultCode.DATE, "昨天上午")]


def test_the_crawlers_fields() -> None:
    """Author, categories and link are shown as the post carries them."""
    data = "---\ntitle: 例会\nauthor: 某网\ncategories: \n - 甲\n - 乙\nlink: https://news.example/1\n---\n海关总署召开例会。"
    readout = read_post(data.encode())
    assert (readout.author, readout.categories, readout.link) == ("某网", ("甲", "乙"), "https://news.example/1")
    assert readout.published is None


def test_plain_text_without_front_matter_is_an_article() -> None:
    """A text file of Chinese prose is readable; without a title it has none."""
    readout = read_post("这是笔记。\n第二行".encode())
    assert (readout.title, readout.kind, readout.body) == ("", Kind.ARTICLE, ("这是笔记。", "第二行"))


def test_headings_are_paragraphs_of_their_own_kind() -> None:
    """A bold line stands as a heading in the body."""
    readout = read("例会", html="<p><strong>总体情况</strong></p><p>海关工作平稳。</p>")
    assert [paragraph.kind for paragraph in readout.paragraphs] == [ParagraphKind.HEADING, ParagraphKind.TEXT]


HOSTILE = [
    "\x1b[2J",
    "\x1b]52;c;eA==\x07",
    "\x9b31m",
    "\x7f",
    "\u202e",
    "\u2066",
    "\x00",
    "\u2028",
    "\r",
    "&#27;[31m",
    "&#155;",
    "&#x202E;",
    "&#xD800;",
]


@pytest.mark.parametrize("mark", HOSTILE)
def test_no_escape_sequence_gets_into_a_readout(mark: str) -> None:
    """Escape sequences and bidi marks in any field, raw or as entities, are gone before anything is shown."""
    html = (
        f"<p>原标题：海关{mark}总署召开例会</p><p>7月5日，海关{mark}总署召开第四次例{mark}会。署长倪明{mark}远主持会议。</p>"
        f"<p>会议强调，“六{mark}稳”。</p><p><strong>标{mark}题</strong></p><ul><li>甲{mark}</ul><p>责任编辑：王{mark}甲</p>"
        f'<img src="a{mark}.jpg"><span class="img_descr">会{mark}场</span>'
    )
    data = post("海关总署", html=html).replace(
        "author: 样例".encode(), f"author: 样{mark}例\nlink: http://x/{mark}".encode()
    )
    readout = read_post(data.replace("金融".encode(), f"金{mark}融".encode()))
    assert unsafe(readout) == []
    assert readout.kind is Kind.MEETING


@pytest.mark.parametrize("escape", ["\\e[2J", "\\x1b[2J", "\\u202e", "\\x9b", "\\r", "\\0"])
def test_escapes_that_yaml_resolves_are_cleaned_too(escape: str) -> None:
    """A double-quoted title cannot smuggle an escape sequence past the cleaning."""
    readout = read_post(f'---\ntitle: "海{escape}关"\nauthor: "{escape}甲"\ndate: "{escape}x"\n---\n正文'.encode())
    assert readout.title.startswith("海")
    assert unsafe(readout) == []


def test_markup_of_the_screen_is_text() -> None:
    """Square brackets in a post are kept as they are printed."""
    assert read("[bold]例会[/]", "[@click=app.quit]正文").body == ("[@click=app.quit]正文",)


@settings(max_examples=150)
@given(st.binary(max_size=400), st.sampled_from([".txt", ".html"]))
def test_any_bytes_are_a_readout_or_a_post_error(data: bytes, suffix: str) -> None:
    """No file, whatever it holds, stops the reader or gets a control character past it."""
    _read_or_refuse(data, suffix)


TAGS = "<p> </p> <div <div> </div> <br> <!-- --> <! <![ <? ]]> <style> <script> </script> <table> <td> <img <span"
ENTITIES = "&#27; &#155; &#xD800; &nbsp; &lt; & < > \x1b \x9b \u202e --- title: date: 2022-07-05"
WORDS = "海关总署 召开 会议 主持 署长 倪明远 、 ， 。 “ ” 出席会议 7月5日 原标题： 来源： 第四次"
PIECES = st.sampled_from(f"{TAGS} {ENTITIES} {WORDS}".split()) | st.characters(blacklist_categories=())


@settings(max_examples=200)
@given(st.lists(PIECES, max_size=40).map("".join), st.booleans(), st.sampled_from([".txt", ".htm"]))
def test_any_jumble_of_markup_is_a_readout_or_a_post_error(text: str, front: bool, suffix: str) -> None:
    """No page made of broken tags, entities, comments and half sentences stops the reader or harms the terminal."""
    head = "---\ntitle: 例会\n---\n" if front else ""
    _read_or_refuse((head + text).encode("utf-8", "surrogatepass"), suffix)


def _read_or_refuse(data: bytes, suffix: str) -> None:
    try:
        readout = read_post(data, suffix=suffix)
    except PostError:
        return
    assert unsafe(readout) == []
    assert all(readout.body)
    places = [item.paragraph for item in readout.outline] + [item.paragraph for item in readout.highlights]
    assert all(place < len(readout.body) for place in places)
