"""Random posts are read: only `PostError` may be raised, and what is read must be clean."""

from __future__ import annotations

from hypothesis import strategies as st

from reader.export.data import Post, dumps, export_object
from reader.readout.faults import PostError
from reader.readout.read import read_post
from reader.text.safety import clean
from tests.fuzz.posts import posts
from tests.fuzz.running import Result, Turn, examples

BATCH = 1_000
"""Examples a run of hypothesis, which remembers every one."""
SUFFIXES = (".md", ".md", ".html", ".txt")


def run(seconds: float, seed: int) -> Result:
    """Reads until the time is over."""
    read = [0]

    def check(post: tuple[bytes, str]) -> None:
        data, suffix = post
        try:
            readout = read_post(data, suffix=suffix)
        except PostError:
            return
        read[0] += 1
        for text in (readout.title, *readout.body, *readout.captions):
            assert text == clean(text), ascii(text)
        dumps(export_object(Post("0", "0.md", readout)))

    result = examples(Turn("post", seconds, seed), st.tuples(posts(), st.sampled_from(SUFFIXES)), check, BATCH)
    return result._replace(note=f"{read[0]} read")
