"""A folder of made-up posts, the same for the same count and seed: about a tenth report meetings.

`python -m tests.benchmarks.folder PATH COUNT` makes one. The posts are of our own words, in the crawler's form: front
matter after an empty line, then HTML of four makes. Every meeting differs from every other in its day or its name;
one in a hundred is reported twice.
"""

from __future__ import annotations

import datetime
import shutil
import sys
from collections import Counter
from collections.abc import Iterator
from email.utils import format_datetime
from pathlib import Path
from random import Random
from typing import NamedTuple

from tests.benchmarks.markup import dressed
from tests.benchmarks.meetings import Calendar, Report
from tests.benchmarks.writer import Writer

VERSION = 1
"""Raised whenever the same count and seed would give other posts."""
FIRST, LAST = datetime.date(2008, 1, 1), datetime.date(2023, 12, 28)
MEETINGS = 0.105
TWICE = 0.01
_SUFFIXES = (".md", ".md", ".md", ".html", ".txt")


class Post(NamedTuple):
    """One post before it is dressed as HTML."""

    day: datetime.date
    title: str
    paragraphs: list[str]
    original_title: str | None = None


def make_folder(folder: Path, count: int, seed: int = 1) -> None:
    """Writes `count` posts into subfolders by year, unless a marker beside the folder says that they are there."""
    marker = folder.with_suffix(".made")
    said = f"version {VERSION} count {count} seed {seed}\n"
    if folder.is_dir() and marker.is_file() and marker.read_text(encoding="utf-8") == said:
        return
    marker.unlink(missing_ok=True)
    if folder.exists():
        shutil.rmtree(folder)
    writer = Writer(Random(seed))
    for year in range(FIRST.year, LAST.year + 2):
        (folder / str(year)).mkdir(parents=True, exist_ok=True)
    for number, post in enumerate(_posts(writer, count)):
        _write(folder, number, post, writer)
    marker.write_text(said, encoding="utf-8")


def _posts(writer: Writer, count: int) -> Iterator[Post]:
    """All posts by day; the second report of a meeting follows the first."""
    days = (LAST - FIRST).days + 1
    calendar = Calendar(writer)
    meetings = round(count * MEETINGS)
    twice = round(meetings * TWICE)
    order = sorted(
        [(int(writer.rng.random() * days), place < meetings - twice) for place in range(count - twice)],
        key=lambda item: item[0],
    )
    again = set(writer.rng.sample(range(meetings - twice), twice))
    met = 0
    for after, is_meeting in order:
        writer.day = FIRST + datetime.timedelta(after)
        if not is_meeting:
            yield Post(writer.day, writer.line("headlines"), writer.news(writer.length()))
            continue
        report = calendar.report(writer.day)
        yield _reported(report, writer)
        if met in again:
            yield _reported_again(report, writer)
        met += 1


def _reported(report: Report, writer: Writer) -> Post:
    published = report.day + datetime.timedelta(int(writer.rng.random() ** 2 * 3))
    if writer.rng.random() < 0.2:
        return Post(published, f"{report.convener}：{writer.line('duties')}", list(report.paragraphs), report.title)
    return Post(published, report.title, list(report.paragraphs))


def _reported_again(report: Report, writer: Writer) -> Post:
    """The same meeting, printed elsewhere: another headline around its name, one more paragraph."""
    paragraphs = [*report.paragraphs, f"会议强调，{writer.line('situations')}，要{writer.line('duties')}。"]
    return Post(report.day + datetime.timedelta(1), f"{report.title} {writer.line('duties')}", paragraphs)


def _write(folder: Path, number: int, post: Post, writer: Writer) -> None:
    suffix = _SUFFIXES[int(writer.rng.random() * len(_SUFFIXES))]
    path = folder / str(post.day.year) / f"{post.day:%Y%m%d}-{number:04d}{suffix}"
    path.write_text(
        _front_matter(number, post, writer) + dressed(post.paragraphs, post.original_title, number, writer), "utf-8"
    )


def _front_matter(number: int, post: Post, writer: Writer) -> str:
    clock = datetime.time(int(writer.rng.random() * 15), number % 60, number % 59, tzinfo=datetime.UTC)
    printed = format_datetime(datetime.datetime.combine(post.day, clock), usegmt=True)
    source = writer.word("source")
    title = post.title.replace("'", "''")
    return (
        f"\n---\ntitle: '{title}'\ncategories: \n - 海关\n - {source}\nheadimg: 'img/{number}.jpg'\nauthor: {source}\n"
        f"comments: false\ndate: {printed}\nlink: 'https://news.example/{post.day:%Y/%m}/{number}.html'\n---\n\n"
    )


def kinds(folder: Path) -> Counter[str]:
    """How many files of each suffix a folder holds, below it and its subfolders."""
    return Counter(path.suffix for path in folder.rglob("*") if path.is_file())


if __name__ == "__main__":
    make_folder(Path(sys.argv[1]), int(sys.argv[2]))
    print(dict(kinds(Path(sys.argv[1]))))
