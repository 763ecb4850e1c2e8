"""Tag soup is cleaned: our tree is the one of beautifulsoup4, texts are clean, nothing hidden gets into them."""

from __future__ import annotations

from hypothesis import strategies as st

from reader.readout.cleaning.clean import clean_page, clean_post
from reader.readout.cleaning.tree import build, drop_comments
from reader.text.safety import clean
from tests.e2e.hostile import STRINGS, spelt
from tests.fuzz.running import Result, Turn, examples
from tests.readout.cleaning.soup import FRAGMENTS, ours, theirs

BATCH = 500
SECRET = "密而不宣"
"""Stands in scripts and comments and nowhere else."""
HIDDEN = (
    f"<script>{SECRET}</script>",
    f"<SCRIPT type='text/javascript'>if (a < b && c > d) document.write('<p>{SECRET}</p>')</SCRIPT>",
    f"<style>p:before {{ content: '{SECRET}' }}</style>",
    f"<!--{SECRET}-->",
    f"<!-- <p>{SECRET}</p> > ' \" -->",
)
_NAMES = "p div b strong font a table tr td ul li h1 h2 blockquote pre center section span svg form nav"
WHOLE = tuple(f"<{slash}{name}>" for name in _NAMES.split() for slash in ("", "/"))
"""Tags that are complete: what comes after one is no part of it."""
TEXTS = ("海关总署", "会议指出，", "口岸。", " ", "\n", "\u3000\u3000", "&nbsp;", "&amp;", "<br>", "<img src='x.png'>")
REFERENCES = tuple(map(spelt, STRINGS.values()))
"""Characters that a terminal would obey, behind numbers that only the parser resolves."""


def run(seconds: float, seed: int) -> Result:
    """Cleans until the time is over."""
    soup = st.lists(st.sampled_from((*FRAGMENTS, *HIDDEN)) | st.sampled_from(REFERENCES), min_size=1, max_size=40)
    tags = st.lists(st.sampled_from((*WHOLE, *TEXTS)) | st.sampled_from(HIDDEN), min_size=1, max_size=40)
    pages = st.tuples(soup, st.just(False)) | st.tuples(tags, st.just(True))
    return examples(Turn("cleaning", seconds, seed), pages.map(lambda page: ("".join(page[0]), page[1])), _check, BATCH)


def _check(page: tuple[str, bool]) -> None:
    html, hides = page
    bare = drop_comments(html)
    if bare.strip():
        assert ours(build(bare)) == theirs(bare)
    for cleaned in (clean_post(html), clean_page(html)[0]):
        for text, _ in cleaned.blocks:
            assert text == clean(text), ascii(text)
            assert not hides or SECRET not in text, text
