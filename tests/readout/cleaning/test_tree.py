"""The light tree says what beautifulsoup4 says of the same page."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from bs4.element import NavigableString, PreformattedString, Tag
from hypothesis import given
from hypothesis import strategies as st

from reader.readout.cleaning.markup import drop_comments
from reader.readout.cleaning.tree import Node, build
from tests.conftest import SAMPLES

IMITATIONS = Path(__file__).resolve().parents[1] / "imitations"
SOUP = """
<p> </p> <div> </div> <br> <br/> <b> </b> <table> <tr> <td> </td> </table> <![CDATA[x]]> <?php?> <!DOCTYPE html>
<html> <head> <title> </title> </head> <body> </body> </html> <script> </script> <style> a<b </style> <pre> </pre>
<textarea> 海关 &amp; &nbsp; &#x4e2d; &bogus; < > " ' <! <!x> </ <svg> </svg> <select> <option> <ul> <li> </ul>
<template> </template> <P> <o:p> <noscript> <iframe> </iframe> <h1> </h1> <form> <input> <center>
"""
FRAGMENTS = (
    *SOUP.split(),
    "\u3000\u3000",
    "\x00",
    "\x01",
    '<img src=x alt="海">',
    '<a href="x',
    '<p class="a b">',
    "<font color=red>",
    " \n ",
    "\n",
    "\t",
    " ",
)


def ours(tree: Node) -> list[object]:
    """Tags with their attributes, texts and ends, in the order of the page."""
    flat: list[object] = []
    stack = [iter(tree.contents)]
    while stack:
        for child in stack[-1]:
            if isinstance(child, Node):
                flat.append((child.name, dict(child.attrs)))
                stack.append(iter(child.contents))
                break
            flat.append(child)
        else:
            stack.pop()
            flat.append(None)
    return flat


def theirs(html: str) -> list[object]:
    """The same of beautifulsoup4's tree."""
    flat: list[object] = []
    stack = [iter(BeautifulSoup(html, "lxml", multi_valued_attributes=None).contents)]
    while stack:
        for child in stack[-1]:
            if isinstance(child, Tag):
                flat.append((child.name, dict(child.attrs)))
                stack.append(iter(child.contents))
                break
            if isinstance(child, NavigableString) and not isinstance(child, PreformattedString):
                flat.append(str(child))
        else:
            stack.pop()
            flat.append(None)
    return flat


@given(st.lists(st.sampled_from(FRAGMENTS), min_size=1, max_size=25))
def test_of_tag_soup_both_trees_say_the_same(pieces: list[str]) -> None:
    """However a page is broken, the text that is shown is the one that the well-known parser finds."""
    html = drop_comments("".join(pieces))
    if html.strip():
        assert ours(build(html)) == theirs(html)


@pytest.mark.parametrize("path", sorted([*SAMPLES.iterdir(), *IMITATIONS.iterdir()]), ids=lambda path: path.name)
def test_of_every_imitation_both_trees_say_the_same(path: Path) -> None:
    """The forms of real posts give one and the same tree."""
    html = drop_comments(path.read_bytes().decode("utf-8", "ignore").lstrip("\ufeff"))
    assert ours(build(html)) == theirs(html)


@pytest.mark.parametrize(
    "html",
    ["", " ", "<div>" * 5000 + "海" + "</div>" * 5000, "<b>" * 100_000 + "海"],
    ids=["nothing", "white", "closed", "open"],  # else the text is the name, and is told wherever tests are named
)
def test_nothing_is_too_deep_or_too_empty(html: str) -> None:
    """An empty text and a hundred thousand nested tags are read like any other."""
    assert build(html).get_text().strip() == ("海" if "海" in html else "")
