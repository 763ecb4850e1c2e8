"""Comments leave a page before it is parsed."""

from __future__ import annotations

import pytest

from reader.readout.cleaning.tree import drop_comments, parse_html


@pytest.mark.parametrize(
    ("html", "left"),
    [
        ("甲<!-- 乙 -->丙", "甲丙"),
        ('甲<!--article_adlist[<p>来源："a > b"</p>]article_adlist-->丙', "甲丙"),
        ("甲<!-->乙<!--->丙", "甲乙丙"),
        ("甲<!-- 乙 <!-- 丙 -->丁", "甲丁"),
        ("甲<!--article_adlist[<p>乙</p>", "甲<p>乙</p>"),
        ("甲<!--乙", "甲乙"),
        ("甲", "甲"),
    ],
)
def test_comments_go_and_their_surroundings_stay(html: str, left: str) -> None:
    """What stands in a comment is not shown; of a comment that is never closed the text stays."""
    assert drop_comments(html) == left


@pytest.mark.parametrize("html", ["<!--" * 200_000, "<" * 100_000, "<![", "<![CDATA[", "<!", ""])
def test_hostile_markup_is_parsed(html: str) -> None:
    """Half a megabyte of comment openings, or a cut-off declaration, is no reason to wait or to stop."""
    assert "海关" in parse_html(html + "<p>海关</p>").get_text() or html.startswith("<!")
