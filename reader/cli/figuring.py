"""`figures`: the numbers of a post or of all meetings, with what they count.

May import `views`, `export`, `library`, `locale`, `text` and this room.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby
from typing import Any

from reader.cli.answers import put_answer
from reader.cli.collection import around_file, parsed, post_named, read
from reader.cli.lines import day_or_dashes
from reader.cli.output import CommandError, ExitCode, say
from reader.cli.session import Session
from reader.export.data import iso
from reader.library.index import IndexLibrary
from reader.locale.views import FiguresWords, view_words
from reader.text.cells import aligned
from reader.text.safety import one_line
from reader.views.figuring import FoundFigure, around, bars, figures_of_meetings, figures_of_post, lines

CONTEXT = 60
"""Cells of a sentence that are shown for people; programs are given all of it."""
BAR = 12
"""The longest bar of a line through the meetings, in cells."""


def figures(session: Session) -> ExitCode:
    """`figures [FILE]`: the figures of a post; without one, of the meetings that match, or of those that count this."""
    words, counts = view_words(session.shared.lang).figures, session.arguments.counts
    session = around_file(session)
    with read(session) as library:
        found = _found(library, session)
        meetings = len(library.across.meetings(parsed(session)))
    shown = _through(found, meetings, words) if counts and not _one(session) else _listed(found, words)
    put_answer(session, map(as_object, found), as_rows(found, words), shown)
    if not found:
        if not meetings and not _one(session):
            say(session.own.nothing_matched.format(query=session.arguments.query))
            return ExitCode.NOTHING
        say(words.nothing_counted.format(counts=counts) if counts else words.none if _one(session) else words.nothing)
    return ExitCode.DONE if found else ExitCode.NOTHING


def _one(session: Session) -> bool:
    return bool(session.arguments.file)


def _found(library: IndexLibrary, session: Session) -> list[FoundFigure]:
    """The figures that were asked for, oldest meeting first."""
    query, counts = parsed(session), session.arguments.counts
    if not _one(session):
        return list(figures_of_meetings(library, query, counts))
    key = post_named(library, session.arguments.file, session)
    if key is None:
        return []
    if library.index_of(key, library.listed(query, all_posts=True)) is None:
        raise CommandError(ExitCode.NOTHING, session.own.nothing_matched.format(query=query.text))
    return [told for told in figures_of_post(library, key) if counts in (told.figure.counts or "")]


def as_object(told: FoundFigure) -> dict[str, Any]:
    """A figure for JSON; `number` is how much it is in its unit, null where it does not say exactly."""
    figure = told.figure
    return {
        "path": told.post.path,
        "date": iso(told.post.day),
        "paragraph": figure.paragraph,
        "start": figure.start,
        "end": figure.end,
        "value": figure.value,
        "unit": figure.unit,
        "number": _number(told.number),
        "counts": figure.counts,
        "measure": str(figure.measure),
        "against": figure.against,
        "change": figure.change,
        "derived": told.is_derived,
        "sentence": told.sentence,
    }


def as_rows(found: Sequence[FoundFigure], words: FiguresWords) -> Iterator[tuple[object, ...]]:
    """The figures as rows of a table; paragraphs are counted from 1."""
    yield words.columns
    for told in found:
        figure = told.figure
        yield (
            *(told.post.path, iso(told.post.day), figure.paragraph + 1, figure.value, figure.unit, figure.counts),
            *(str(figure.measure), figure.against, figure.change, told.is_derived, _number(told.number), told.sentence),
        )


def _listed(found: Sequence[FoundFigure], words: FiguresWords) -> Iterator[str]:
    """The figures of each post under a line that names it."""
    for post, mine in groupby(found, lambda told: told.post):
        yield f"{day_or_dashes(post.day)}  {post.id}  {one_line(post.name)}"
        yield from aligned((_columns(told, words) for told in mine), "  ")


def _through(found: Sequence[FoundFigure], meetings: int, words: FiguresWords) -> Iterator[str]:
    """The figures that count the same under a line that says what it is."""
    for line in lines(found, meetings):
        kind = words.derived if line.found[0].is_derived else words.level
        among = words.meetings.format(count=line.named, total=line.meetings)
        yield "  ".join(filter(None, (line.same.counts, line.same.unit, kind, among)))
        rows = (
            (day_or_dashes(told.post.day), told.post.id, told.printed, "=" * length, told.change, _context(told))
            for told, length in zip(line.found, bars(line, BAR), strict=True)
        )
        yield from aligned(rows, "  ")


def _columns(told: FoundFigure, words: FiguresWords) -> tuple[str, ...]:
    kind = f"{words.derived} {told.change}".rstrip() if told.is_derived else words.level
    return told.printed, kind, told.figure.counts or "-", _context(told)


def _context(told: FoundFigure) -> str:
    """The figure between 【】 in its sentence; … where that goes on."""
    left, match, right = around(told.sentence, told.start, told.end, CONTEXT)
    return one_line(f"{left}【{match}】{right}")


def _number(number: Decimal | None) -> int | float | None:
    if number is None:
        return None
    return int(number) if number == number.to_integral_value() else float(number)
