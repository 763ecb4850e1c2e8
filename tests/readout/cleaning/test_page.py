"""Pages saved from a browser: title, author and date from the head."""

from __future__ import annotations

from datetime import date

import pytest

from reader.readout.cleaning.clean import clean_page
from reader.readout.cleaning.credits import sort_blocks
from reader.readout.cleaning.page import Page
from reader.readout.read import read_post

PAGE = """<!DOCTYPE html><html><head><title>例会召开_某网</title>
<meta name="ArticleTitle" content="例会召开"><meta name="PubDate" content="2022-07-06 09:30">
<meta property="og:site_name" content="某网"></head><body><p>海关总署召开例会。</p></body></html>"""


def head_of(html: str) -> Page:
    """What is known of a page beside its text."""
    return clean_page(html)[1]


def test_meta_tags_tell_title_author_and_date() -> None:
    """A saved page shows the title, source and time that its head names."""
    assert head_of(PAGE) == ("例会召开", "某网", "2022-07-06 09:30")


def test_a_page_without_meta_tags_has_the_title_of_its_window() -> None:
    """A page that only has a window title is listed under it, without a date."""
    assert head_of("<html><head><title>例会</title></head><body>海关</body></html>") == ("例会", None, None)


def test_a_page_without_a_head_tells_nothing() -> None:
    """A fragment of a page gets no invented title."""
    assert head_of("<p>海关</p>") == (None, None, None)


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("<title>海关总署召开例会_新闻_某网</title>", "海关总署召开例会"),
        ("<title>海关总署召开例会 - 某网</title>", "海关总署召开例会"),
        ("<title>海关总署召开例会|某网</title>", "海关总署召开例会"),
        ("<title>海关总署召开例会--某网</title>", "海关总署召开例会"),
        ("<title>某网_海关总署召开例会</title>", "海关总署召开例会"),
        ("<title>AEO-互认例会</title>", "AEO-互认例会"),
        ('<meta property="og:title" content="海关总署召开例会_某网">', "海关总署召开例会"),
        ('<meta name="articletitle" content="例会_节选">', "例会_节选"),
        ("", "海关总署召开例会"),
    ],
)
def test_the_title_of_a_page_is_without_the_names_of_the_site(head: str, title: str) -> None:
    """A page is listed under its own title, without column and site; without any, under its first heading."""
    html = f"<html><head>{head}</head><body><h1>海关总署召开例会</h1><p>7月5日开会。</p></body></html>"
    assert head_of(html).title == title


@pytest.mark.parametrize(
    ("html", "printed"),
    [
        ('<meta name="PubDate" content="2023-10-25 09:30">', "2023-10-25 09:30"),
        ('<meta property="article:published_time" content="2023-10-25T09:30:00+08:00">', "2023-10-25T09:30:00+08:00"),
        ("<h1>例会</h1><p>2023年10月25日 09:30　来源：某网</p>", "2023年10月25日 09:30"),
        ("<h1>例会</h1><div>发布时间：2023-10-25</div>", "2023-10-25"),
        ("<h1>例会</h1>", None),
    ],
)
def test_the_date_of_a_page_is_in_its_head_or_above_its_text(html: str, printed: str | None) -> None:
    """The day of publication is read from the head, else from the line above the text, never from the text."""
    body = "<p>2021年12月，海关总署召开例会，研究下半年的重点工作，部署各项任务。</p>"
    assert head_of(f"<html><body>{html}{body}</body></html>").date == printed


SITE = """<!DOCTYPE html><html><head><title>海关总署召开例会_某网</title></head><body>
<nav><a href="/">首页</a> <a href="/n">新闻</a></nav><header><h2>某网</h2><form><input>搜索</form></header>
<div><a href="/">首页</a> &gt; <a href="/n">新闻</a></div><h1>海关总署召开例会</h1>
<p>2023年10月25日 09:30　来源：某报　【打印】【关闭】</p>
<div><p>　　7月5日，海关总署召开例会，研究下半年的<a href="/k">重点工作</a>。</p>
<p>　　会议要求，抓好<b>落实</b>。</p></div>
<ul><li><a href="/1">某地召开例会</a></li><li><a href="/2">某市召开例会</a></li></ul>
<aside>热门</aside><footer>版权所有　某网</footer></body></html>"""


def test_a_saved_page_shows_its_article_and_nothing_around_it() -> None:
    """Navigation, the line of publication, related links and the footer are no text of a saved page."""
    cleaned, page = clean_page(SITE)
    found = sort_blocks(cleaned.blocks)
    assert page == ("海关总署召开例会", None, "2023年10月25日 09:30")
    assert [block.text for block in found.body] == [
        "7月5日，海关总署召开例会，研究下半年的重点工作。",
        "会议要求，抓好落实。",
    ]
    assert [(credit.label, credit.value) for credit in found.credits] == [("来源", "某报")]


@pytest.mark.parametrize("tag", ["form", "header", "aside", "nav", "footer"])
def test_an_article_inside_furniture_is_kept(tag: str) -> None:
    """Where a site wraps its whole text in a form or a header, the text is shown."""
    html = f"<html><body><{tag}><p>7月5日，海关总署召开例会。</p><p>会议要求，抓好落实。</p></{tag}></body></html>"
    assert [block.text for block in clean_page(html)[0].blocks] == [
        "7月5日，海关总署召开例会。",
        "会议要求，抓好落实。",
    ]


def test_a_page_that_repeats_its_title_at_the_end_loses_nothing() -> None:
    """Only what stands above the text is cut away with the title."""
    lede = "7月5日，海关总署召开例会，研究下半年的重点工作，部署任务。"
    html = f"<html><title>例会在京召开</title><p>{lede}</p><p>例会在京召开</p>"
    assert len(clean_page(html)[0].blocks) == 2


def test_the_head_counts_only_in_pages() -> None:
    """The suffix .html makes the head count; front matter beats it."""
    readout = read_post(PAGE.encode(), suffix=".HTML")
    assert readout.title == "例会召开"
    assert readout.published_day == date(2022, 7, 6)
    assert readout.body == ("海关总署召开例会。",)
    assert read_post(f"---\ntitle: 甲\n---\n{PAGE}".encode(), suffix=".htm").title == "甲"
