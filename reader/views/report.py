"""What a view across meetings is: what it is asked, what it answers, and how that is set into lines.

May import `library`, `query`, `analysis`, `text` and `i18n`; it knows neither the screen nor the shell. A view's module
has `answer(library, asked)`, which works in steps and returns a `Report`: the screen paints one (`tui/report.py`), the
shell prints it (`cli/commands.py`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, ClassVar, Generic, NamedTuple, TypeAlias, TypeVar

from reader.analysis.where import Where
from reader.i18n import _
from reader.library.index import Library
from reader.library.model import ListedMeeting
from reader.query.model import Query
from reader.text.cells import cells, crop, pad
from reader.text.safety import one_line
from reader.text.typeset import typeset, visible

Piece: TypeAlias = tuple[str, str]
"""A text and the name of the ink it is written in, empty for the paper: `text`, `detail` (muted), `title`, `strong` and
`mark` (both bold, the latter in colour), `highlight`, `missing`, `block` (nothing but paper) and a few of one view.
"""
Line: TypeAlias = Sequence[Piece]

ROOMY = 60
"""From so many cells on the days of rows stand in a column, below it before the text."""
_DAY_CELLS = 12
"""Cells of a day and what parts it from the rest."""
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
GAP: Piece = ("  ", "")
"""What parts columns."""
MOST, CHARACTERS = 5_000, 200_000
"""Most rows that a screen shows, and about the most characters that are set into lines for it."""
NO_DAY = "----------"

R = TypeVar("R")


class Asked(NamedTuple):
    """What is asked of a view.

    `query` narrows the meetings. `term` is what is looked for in them, as it was typed; `selected` are words of a page.
    `meant` is what the keys mean of the post: its words that are selected, else a paragraph.
    `post` is the key of the post that is shown, or that the command line names (None for one that could not be read),
    `other` that of the meeting that is remembered, or named beside it or by an option. `is_whole`: all of the answer is
    wanted, however long it is; a screen shows only the first rows. `options` are those of the shell, by their names.
    """

    query: Query | None = None
    term: str = ""
    selected: str = ""
    meant: Where | None = None
    post: int | None = None
    other: int | None = None
    is_whole: bool = False
    options: Mapping[str, Any] = {}


class Target(NamedTuple):
    """What a row stands on: a post, by its key, and the passage in it; None for the post as a whole."""

    key: int
    where: Where | None = None


class Row(NamedTuple):
    """A row that is a text with a day before it, or nothing; `pieces` follow each other and are broken into lines.

    `indents` are the cells left of the text: without a column for the day, and with one, which ends there. `sign`
    stands at the edge of the first line. `fold` names the group that Enter opens or folds.
    """

    pieces: tuple[Piece, ...]
    day: str = ""
    target: Target | None = None
    indents: tuple[int, int] = (0, 0)
    sign: Piece = ("", "detail")
    fold: str = ""


class Ask(NamedTuple):
    """A line of input that a view asks for: its hint, its keys, what it is about, what comes of an answer.

    `then` raises QueryError for one that is not understood. Its report stands in place of the one that asks.
    """

    hint: str
    keys: str
    about: str
    then: Callable[[str], Outcome]


Outcome: TypeAlias = "Report[Any] | Target | Ask | Generator[float, None, Outcome] | str | None"
"""What comes of asking a view, or of a key in it: a report to be shown, a passage to be left for, a line to be asked
for, work that has one of these as its result, a sentence that says why there is nothing; None where all is done.
"""


class Report(Generic[R]):
    """What a view has found, and how it is shown: a subclass says head, rows, their lines, and what is printed.

    Rows are whatever the view has; those that are a `Row` need nothing more. The screen keeps `cursor` up to date, and
    shows everything anew after each key of the view's own. While a passage is looked at the report stays as it is: who
    comes back finds it as it was.
    """

    view: ClassVar[str]
    """The name of its view."""
    footer = ""
    """The keys that the footer names, in English; empty for those of the table."""
    nothing = ""
    """The sentence that stands where there are no rows, in English."""
    actions: ClassVar[Mapping[str, tuple[str, ...]]] = {}
    """The keys of its own by what obeys: for `NAME` the method `do_NAME`, for `NAME 1` the same, called with "1". It
    answers with an `Outcome`.
    """
    head_follows_cursor: ClassVar[bool] = False
    """Whether what stands above or below tells of the row that is stood on."""
    has_below: ClassVar[bool] = False
    """Whether there are lines below the rows."""
    is_one_line: ClassVar[bool] = False
    """Whether every row has one line, which is quick to count."""
    heads, names = "", ""
    """Of CSV: the heads of the columns in English, parted by |, and the names of the values in the objects for JSON."""

    listed: Sequence[R] = ()
    """The rows, of a report that does not make them otherwise."""
    cursor = 0
    """The number of the row that is stood on."""
    over: Report[Any] | None = None
    """The report that is shown over this one."""
    notice = ""
    """What the footer says from the beginning until the cursor is moved."""
    steps: Generator[object, None, None] | None = None
    """What is still to be done, in steps of about a millisecond: who leaves off goes on there."""

    def head(self, width: int) -> Sequence[Line]:
        """The lines above the rows, on a screen of `width` cells."""
        raise NotImplementedError

    def rows(self) -> Sequence[R]:
        """The rows. The same object as long as nothing but more rows has come."""
        return self.listed

    def height(self, row: R, width: int) -> int:
        """How many lines a row has in `width` cells."""
        return 1 if self.is_one_line else len(self.lines(row, width))

    def lines(self, row: R, width: int) -> Sequence[Line]:
        """The lines of a row in `width` cells; what is longer is cut when it is painted."""
        if not isinstance(row, Row):
            raise NotImplementedError
        return row_lines(row, width)

    def target(self, row: R) -> Target | None:
        """What a row stands on; None for a row that stands on nothing."""
        return row.target if isinstance(row, Row) else None

    @property
    def here(self) -> R | None:
        """The row that is stood on."""
        rows = self.rows()
        return rows[self.cursor] if self.cursor < len(rows) else None

    def open(self) -> Outcome:
        """What Enter does."""
        here = self.here
        return None if here is None else self.target(here)

    def fit(self, height: int) -> None:
        """Learns how many lines the screen has, before anything is shown and whenever they change."""

    def below(self, width: int) -> Sequence[Line]:
        """The lines below the rows, on a screen of `width` cells."""
        return ()

    def clicked(self, cell: int, width: int) -> bool:
        """Learns in which cell of its line the row is clicked; whether that moves the cursor within the row."""
        return False

    def moved(self) -> None:
        """Learns that the cursor was moved by a key or a click: what was said has been read."""

    def work(self) -> Iterator[object]:
        """What is still to be done: a screen does a little of it between keys, the shell all at once."""
        return self.steps or iter(())

    def close(self) -> None:
        """Does no more of it: the view is left for good."""
        if self.steps is not None:
            self.steps.close()

    @property
    def is_empty(self) -> bool:
        """Whether nothing was found, which a command tells by its exit code."""
        return not self.rows()

    def remarks(self, form: str) -> Iterator[str]:
        """What a command says beside what it prints in a form: text, json, csv."""
        return iter(())

    def printed(self, width: int) -> Iterator[str]:
        """The lines for people; where they are cut, for a terminal of `width` cells."""
        raise NotImplementedError

    def table(self) -> Iterator[Sequence[object]]:
        """The rows of a table for CSV, the heads of its columns first; paragraphs count from 1 there."""
        yield _(self.heads).split("|")
        for one in self.objects():
            yield [one[name] + 1 if name == "paragraph" else one[name] for name in self.names.split()]

    def objects(self) -> Any:
        """An object, or several, for JSON."""
        raise NotImplementedError


def row_lines(row: Row, width: int) -> list[Line]:
    """A row in `width` cells: its sign, its day, its text; days in the text are not broken."""
    is_roomy = width >= ROOMY
    pieces, indent = row.pieces, row.indents[is_roomy]
    sign, ink = row.sign
    if row.day and is_roomy:
        sign = pad(sign, indent - _DAY_CELLS) + row.day
    elif row.day:
        (text, first), *others = pieces
        pieces = ((f"{row.day}{GAP[0]}{text}", first), *others)
    whole = "".join(text for text, _ink in pieces)
    lines: list[Line] = []
    for line in typeset(whole, max(2, width - 3 - indent), 0, days(whole)):
        start, end = line.start, line.start + len(visible(whole, line))
        margin = (pad("" if lines else sign, indent), ink)
        lines.append([margin, *_between(pieces, start, end)])
    return lines or [[(pad(sign, indent), ink)]]


def _between(pieces: Iterable[Piece], start: int, end: int) -> Iterator[Piece]:
    """The characters [start, end) of pieces that follow each other."""
    at = 0
    for text, ink in pieces:
        yield text[max(0, start - at) : max(0, end - at)], ink
        at += len(text)


def days(text: str) -> list[tuple[int, int]]:
    """Where days (2022-03-15) stand in a text: they are not broken."""
    return [match.span() for match in _DAY.finditer(text)]


def paragraphs(texts: Iterable[Piece], width: int) -> list[Line]:
    """Each of them broken into lines of at most `width` cells."""
    width = max(2, width)
    return [[(visible(text, line), ink)] for text, ink in texts for line in typeset(text, width, 0, days(text))]


def flowed(pieces: Iterable[Piece], width: int) -> list[Line]:
    """Pieces beside each other, parted by spaces; one that does not fit into what is left begins a line of its own.

    An empty piece is left out; one that is wider than a line is cut.
    """
    lines: list[list[Piece]] = []
    used = 0
    for text, ink in pieces:
        shown = crop(text, max(0, width))
        size = cells(shown)
        if lines and shown and used + len(GAP[0]) + size <= width:
            lines[-1].append((GAP[0] + shown, ink))
            used += len(GAP[0]) + size
        elif shown:
            lines.append([(shown, ink)])
            used = size
    return list(lines)


def meeting_of(library: Library, meetings: Sequence[ListedMeeting], key: int | None) -> ListedMeeting | None:
    """The meeting that a post reports; of a version, the listed one. None for what reports no meeting with a day."""
    listed = library.versions(key)[:1] if key is not None else []
    return next((held for held in meetings if held.key in listed), None)


def widest(texts: Iterable[str], most: int | None = None) -> int:
    """The cells of the widest text, 0 of none, and no more than `most`."""
    found = max(map(cells, texts), default=0)
    return found if most is None else min(found, most)


def day_or_dashes(day: date | None) -> str:
    """A day as columns show it, dashes where it is not known."""
    return day.isoformat() if day else NO_DAY


def first_of(rows: Iterable[R], size: Callable[[R], int]) -> list[R]:
    """As many of the rows as a screen shows; `size` tells how many characters of a row are set into lines."""
    found: list[R] = []
    room = CHARACTERS
    for row in rows:
        if len(found) == MOST or room <= 0:
            break
        found.append(row)
        room -= size(row)
    return found


def rows_cut(shown: int, total: int, command: str) -> str:
    """That only the first rows are shown, and which command lists all; empty where all are."""
    text = _("The first {shown} of {total} rows are shown: the command customs-reader {command} lists all")
    return text.format(shown=shown, total=total, command=command) if total > shown else ""


def filter_text(*queries: Query | None) -> str:
    """What narrows the meetings, as it was typed, in one line; empty where nothing does."""
    return " ".join(one_line(query.text) for query in queries if query is not None and not query.is_empty)


def filtered_by(*queries: Query | None) -> str:
    """The same in words, for the head; empty where nothing does."""
    narrowed = filter_text(*queries)
    return _("filtered by: {query}").format(query=narrowed) if narrowed else ""


def nothing_matches(typed: str) -> str:
    """The sentence for a query that nothing matches."""
    return _("Nothing matches {query}").format(query=typed)
