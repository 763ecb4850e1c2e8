"""Reading a post: cleaning against a bare parse of the same text, and everything that comes after the cleaning."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from bs4 import BeautifulSoup

from reader.readout.cleaning.clean import clean_post
from reader.readout.cleaning.post import parse_post
from reader.readout.read import read_post

RUNS = 41
"""How often each post is read each way, by turns."""


class Reading(NamedTuple):
    """Milliseconds a post, medians over all posts; the ratio is a median of ratios taken in the same moment."""

    parse: float
    clean: float
    ratio: float
    rest: float


def measure(files: Sequence[Path], runs: int) -> Reading:
    """What reading these posts costs, each read `runs` times: a bare parse, the cleaning, and all that follows it."""
    samples = [_sample(file.read_bytes()) for file in files for _ in range(runs)]
    parses, cleans, rests = zip(*samples, strict=True)
    ratios = [clean / parse for parse, clean, _ in samples]
    return Reading(*map(statistics.median, (parses, cleans, ratios, rests)))


def _sample(data: bytes) -> tuple[float, float, float]:
    """Milliseconds of a bare parse, of the cleaning, and of a whole reading less front matter and cleaning."""
    text = parse_post(data).text
    parse = _milliseconds(lambda: BeautifulSoup(text, "lxml"))
    clean = _milliseconds(lambda: clean_post(text))
    before = _milliseconds(lambda: clean_post(parse_post(data).text))
    whole = _milliseconds(lambda: read_post(data))
    return parse, clean, whole - before


def _milliseconds(task: Callable[[], object]) -> float:
    start = time.perf_counter()
    task()
    return (time.perf_counter() - start) * 1000
