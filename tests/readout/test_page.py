"""Pages saved from a browser: title, author and date from the head."""

from __future__ import annotations

from datetime import date

from reader.readout.page import read_page
from reader.readout.read import read_post

PAGE = """<!DOCTYPE html><html><head><title>例会召开_某网</title>
<meta name="ArticleTitle" content="例会召开"><meta name="PubDate" content="2022-07-06 09:30">
<meta property="og:site_name" content="某网"></head><body><p>海关总署召开例会。</p></body></html>"""


def test_meta_tags_tell_title_author_and_date() -> None:
    """A saved page shows the title, source and time that its head names."""
    assert read_page(PAGE) == ("例会召开", "某网", "2022-07-06 09:30")


def test_a_page_without_meta_tags_has_the_title_of_its_window() -> None:
    """A page that only has a window title is listed under it, without a date."""
    assert read_page("<html><head><title>例会</title></head><body>海关</body></html>") == ("例会", None, None)


def test_a_page_without_a_head_tells_nothing() -> None:
    """A fragment of a page gets no invented title."""
    assert read_page("<p>海关</p>") == (None, None, None)


def test_the_head_counts_only_in_pages() -> None:
    """The suffix .html makes the head count; front matter beats it."""
    readout = read_post(PAGE.encode(), suffix=".HTML")
    assert readout.title == "例会召开"
    assert readout.published_day == date(2022, 7, 6)
    assert readout.body == ("海关总署召开例会。",)
    assert read_post(f"---\ntitle: 甲\n---\n{PAGE}".encode(), suffix=".htm").title == "甲"
