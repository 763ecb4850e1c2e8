"""`kwic`: a word in its contexts.

May import `views`, `analysis`, `query`, `locale`, `text` and this room.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from typing import Any

from reader.analysis.concordance import KwicLine, Order, ordered
from reader.cli.answers import put_answer
from reader.cli.collection import parsed, read, understood
from reader.cli.output import CommandError, ExitCode, say
from reader.cli.session import Session
from reader.locale.views import ContextWords, view_words
from reader.query.parse import parted
from reader.text.cells import cells, pad
from reader.text.safety import one_line
from reader.views.context import Concordance, column, cut, told, told_spellings

CONTEXT = 20
"""Most characters on either side of a hit, for programs."""
WIDTH = 100
"""The cells of a line where no terminal tells its own."""
_NARROWEST = 20
"""The fewest cells that the contexts get."""


def kwic(session: Session) -> ExitCode:
    """`kwic TERM`: a line a hit, oldest first unless they are sorted otherwise."""
    words, arguments = view_words(session.shared.lang).context, session.arguments
    understood(arguments.term, session)
    term, fields = parted(arguments.term)
    if not any(term.words()):
        raise CommandError(ExitCode.USAGE, words.no_term)
    with read(session) as library:
        found = Concordance(library, term, [fields, parsed(session)])
        for _ in found.find():
            pass
    lines = ordered(found.lines, Order(arguments.sort))
    objects = (as_object(line, found) for line in lines)
    put_answer(session, objects, as_rows(lines, found, words), as_lines(lines, found, words) if lines else ())
    if not lines:
        say(
            session.own.nothing_matched.format(
                query=arguments.term if found.total else arguments.query or arguments.term
            )
        )
    return ExitCode.DONE if lines else ExitCode.NOTHING


def as_object(line: KwicLine, found: Concordance) -> dict[str, Any]:
    """A hit for JSON; `paragraph`, `start` and `end` count from 0, as `search` does."""
    held = found.meetings[line.meeting]
    return {
        "path": held.path,
        "date": held.day.isoformat(),
        "paragraph": line.where.paragraph,
        "left": line.left[-CONTEXT:],
        "match": line.match,
        "right": line.right[:CONTEXT],
        "id": held.id,
        "name": held.name,
        "start": line.where.start,
        "end": line.where.end,
    }


def as_rows(lines: Sequence[KwicLine], found: Concordance, words: ContextWords) -> Iterator[tuple[object, ...]]:
    """The hits as rows of a table; paragraphs count from 1."""
    yield words.columns
    for line in lines:
        one = as_object(line, found)
        where = (one["paragraph"] + 1, one["start"], one["end"])
        yield (one["path"], one["date"], one["name"], *where, one["left"], one["match"], one["right"])


def as_lines(lines: Sequence[KwicLine], found: Concordance, words: ContextWords) -> Iterator[str]:
    """The hits for people: how many, how they are printed, then a line each, no wider than the terminal."""
    yield told(found, words)
    spellings = told_spellings(found, words)
    if len(spellings) > 1:
        yield words.spellings + "  ".join(spellings)
    yield ""
    ids = max(cells(one_line(held.id)) for held in found.meetings.values())
    width = max(_NARROWEST, shutil.get_terminal_size((WIDTH, 24)).columns - len("2022-03-15") - ids - 7)
    left = column(found, width)
    for line in lines:
        held, parts = found.meetings[line.meeting], cut(line, left, width)
        yield f"{held.day}  {pad(one_line(held.id), ids)}  {' '.join(parts)}".rstrip()
