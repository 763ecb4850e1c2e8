"""Typesetting against rich's own wrapping, over whole bodies at the widths of a pane."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from rich._wrap import divide_line

from reader.readout.read import read_post
from reader.text.atoms import stretches
from reader.text.typeset import typeset

WIDTHS = (40, 56, 64, 80)
RUNS = 15
TIMES = 20


class Setting(NamedTuple):
    """Characters set in a millisecond: by rich, by ours; and how many times rich's time ours takes."""

    rich: float
    ours: float
    ratio: float


def measure(files: Sequence[Path]) -> Setting:
    """The medians over several runs, the two taken by turns."""
    readouts = [read_post(file.read_bytes(), suffix=file.suffix) for file in files]
    texts = [(text, stretches(text, readout.names)) for readout in readouts for text in readout.body]
    count = sum(len(text) for text, _ in texts) * len(WIDTHS) * TIMES

    def by_rich() -> None:
        for width in WIDTHS:
            for text, _ in texts:
                divide_line(text, width)

    def by_ours() -> None:
        for width in WIDTHS:
            for text, whole in texts:
                for _ in typeset(text, width, whole=whole):
                    pass

    pairs = [(_milliseconds(by_rich), _milliseconds(by_ours)) for _ in range(RUNS)]
    rich, ours = (statistics.median(column) for column in zip(*pairs, strict=True))
    return Setting(count / rich, count / ours, statistics.median(our / one for one, our in pairs))


def _milliseconds(work: Callable[[], None]) -> float:
    start = time.process_time()
    for _ in range(TIMES):
        work()
    return (time.process_time() - start) * 1000
