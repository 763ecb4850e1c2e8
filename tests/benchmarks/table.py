"""What was measured, against the budgets: lines for the terminal and a table for the documents.

May import the standard library only.
"""

from __future__ import annotations

import datetime
import os
import platform
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

BEGIN, END = "<!-- measured by `make bench` -->\n", "<!-- end of what was measured -->\n"
"""What the table stands between in its document."""


class Figure(NamedTuple):
    """One thing that was measured: as shown, its ratio to what the budget is counted in, and the budget."""

    what: str
    shown: str
    ratio: float | None = None
    budget: float | None = None

    @property
    def verdict(self) -> str:
        """The ratio beside its budget, with a word where it is not kept."""
        if self.ratio is None:
            return ""
        if self.budget is None:
            return f"{self.ratio:.2f}"
        over = "" if self.ratio <= self.budget else f", **over by {self.ratio / self.budget - 1:.0%}**"
        return f"{self.ratio:.2f} (budget {self.budget:g}){over}"


def machine() -> str:
    """The day, and what was measured on."""
    python, cores = platform.python_version(), os.cpu_count()
    return f"{datetime.datetime.now(tz=datetime.UTC):%Y-%m-%d}, Python {python}, {platform.machine()}, {cores} cores"


def as_lines(figures: Iterable[Figure]) -> str:
    """The figures for the terminal."""
    return "".join(f"  {item.what:58} {item.shown:>22}  {item.verdict.replace('*', '')}\n" for item in figures)


def as_markdown(columns: Sequence[tuple[int, Sequence[Figure]]]) -> str:
    """The figures of several sizes beside each other, with the machine and the day."""
    head = "| | " + " | ".join(f"{count:,} posts" for count, _ in columns) + " |\n"
    lines = [head, "|---" * (len(columns) + 1) + "|\n"]
    for rows in zip(*(figures for _, figures in columns), strict=True):
        cells = " | ".join(f"{item.shown}: {item.verdict}" if item.verdict else item.shown for item in rows)
        lines.append(f"| {rows[0].what} | {cells} |\n")
    return f"{machine()}; medians, ratios taken in one run.\n\n{''.join(lines)}"


def write(document: Path, table: str) -> None:
    """Puts a table in the place of the last one. Raises ValueError where the document has no such place."""
    text = document.read_text(encoding="utf-8")
    head, tail = text.index(BEGIN) + len(BEGIN), text.index(END)
    document.write_text(f"{text[:head]}\n{table}\n{text[tail:]}", encoding="utf-8")
