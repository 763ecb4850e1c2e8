"""Reads random posts and checks what comes out. Only `PostError` may be raised, and what is read must be clean."""

from __future__ import annotations

import resource

from hypothesis import HealthCheck, Phase, given, settings

from reader.export.data import Post, dumps, export_object
from reader.readout.faults import PostError
from reader.readout.read import read_post
from reader.text.safety import clean
from tests.fuzz.posts import posts

BATCH = 5_000
"""Examples a run of hypothesis, which remembers every one."""


def run(count: int) -> tuple[int, int, int]:
    """Examples done, posts read, peak megabytes of this process; raises what the reader raised."""
    done = [0, 0]

    def check(data: bytes) -> None:
        done[0] += 1
        try:
            readout = read_post(data, suffix=".html" if done[0] % 4 == 0 else ".md")
        except PostError:
            return
        done[1] += 1
        for text in (readout.title, *readout.body, *readout.captions):
            assert text == clean(text), ascii(text)
        dumps(export_object(Post("0", "0.md", readout)))

    batch = settings(
        max_examples=BATCH,
        deadline=None,
        database=None,
        phases=[Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck),
        derandomize=False,
    )
    while done[0] < count:
        batch(given(posts())(check))()
    return done[0], done[1], resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
