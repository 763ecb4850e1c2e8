"""`figures`: the figures of a post with their sentences, and the same figure through the meetings, oldest first.

May import `library`, `analysis`, `text`, `i18n`, `report` and `found_figures`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cached_property
from itertools import groupby
from typing import Any, ClassVar

from reader.analysis.figures import Same, same
from reader.analysis.steps import Steps
from reader.i18n import N_, _, counted
from reader.library.index import Library
from reader.text.cells import aligned, cells, fitted, right
from reader.text.safety import one_line
from reader.views.found_figures import (
    FigureLine,
    FoundFigure,
    around,
    bars,
    by_same,
    figures_of_meetings,
    finding_figures_of_post,
    going_through,
)
from reader.views.report import (
    GAP,
    MOST,
    Asked,
    Line,
    Outcome,
    Piece,
    Report,
    Target,
    day_or_dashes,
    filtered_by,
    nothing_matches,
    paragraphs,
    widest,
)

CONTEXT = 60
"""Cells of a sentence that are printed for people; programs are given all of it."""
BAR, PRINTED_BAR = 16, 12
"""The longest bar of a line through the meetings, in cells. A bar is ASCII, so that every font has it."""
BESIDE, NARROW = 100, 60
"""From so many cells on the sentence stands beside its figure; below so many there is room for few columns."""
VALUE, KIND, COUNTS, NAME = 16, 20, 24, 28
"""The widest that columns may be, in cells."""


def answer(library: Library, asked: Asked) -> Steps[Outcome]:
    """The figures of a post; for the shell, without one, those of all meetings that match."""
    query, counts = asked.query, str(asked.options.get("counts") or "")
    if not asked.is_whole:
        return (yield from _of_post(library, asked))
    if not asked.options["file"]:
        found = list(figures_of_meetings(library, query, counts))
        return Figures(library, found, asked, len(library.across.meetings(query)))
    found = []
    if asked.post is not None:
        if query is not None and library.index_of(asked.post, library.listed(query, all_posts=True)) is None:
            return nothing_matches(query.text)
        item = yield from finding_figures_of_post(library, asked.post)
        found = [one for one in item if counts in (one.figure.counts or "")]
    return Figures(library, found, asked)


def _of_post(library: Library, asked: Asked) -> Steps[Outcome]:
    """The first figures of the post that is shown."""
    if asked.post is None:
        return _("No post is shown")
    try:
        found = yield from finding_figures_of_post(library, asked.post, MOST + 1)
    except KeyError:
        return _("This post is not there any more")
    return Figures(library, found, asked) if found else _("This text holds no figures")


class Figures(Report[FoundFigure]):
    """One figure a row: how much, level or derived, what it counts, its sentence; behind `t` its line."""

    view = "figures"
    heads = N_("path|date|paragraph|value|unit|counts|measure|against|change|derived|number|sentence")
    names = "path date paragraph value unit counts measure against change derived number sentence"
    actions: ClassVar[Mapping[str, tuple[str, ...]]] = {"through": ("t", "T")}

    def __init__(
        self, library: Library, found: Sequence[FoundFigure], asked: Asked, meetings: int | None = None
    ) -> None:
        """`meetings` are the number of those that match where the figures are not of one post."""
        self.found = self.listed = found if asked.is_whole else found[:MOST]
        self._is_cut = len(found) > len(self.found)
        self._library = library
        self._asked = asked
        self._meetings = meetings
        self._counts = str(asked.options.get("counts") or "")

    def head(self, width: int) -> Sequence[Line]:
        """The post and how many figures it has."""
        post, derived = self.found[0].post, sum(item.is_derived for item in self.found)
        item = [counted("{count} figure", "{count} figures", len(self.found))]
        item += [counted("{count} derived", "{count} derived", derived)] if derived else []
        name = [(f"{post.day or ''}  ".lstrip(), "detail"), (post.name, "title")]
        return [name, [(_("Figures"), "mark"), *((f"  {text}", "detail") for text in item)], *_cut(self._is_cut, width)]

    @cached_property
    def _widths(self) -> tuple[int, int, int]:
        """Columns are as wide as what they hold."""
        return (
            widest((item.printed for item in self.found), VALUE),
            widest((item.kind for item in self.found), KIND),
            widest((item.figure.counts or "" for item in self.found), COUNTS),
        )

    def height(self, row: FoundFigure, width: int) -> int:
        """One line, or two."""
        return 1 if width >= BESIDE else 2

    def lines(self, row: FoundFigure, width: int) -> Sequence[Line]:
        """The columns, and the sentence behind or below them; where it is narrow the kind stands below, too."""
        value, kind, counts = self._widths
        ink = "derived" if row.is_derived else "detail"
        columns = [(right(row.printed, value), "strong"), GAP]
        if width >= NARROW:
            columns += [(fitted(row.kind, kind), ink), GAP]
        columns += [(fitted(row.figure.counts or "-", counts), "text"), GAP]
        if width >= BESIDE:
            return [_with_sentence(columns, row, width)]
        below = [(" " * (value + 2), "")] if width >= NARROW else []
        if width < NARROW and row.is_derived:
            below = [(fitted(row.kind, min(cells(row.kind), kind)), ink), GAP]
        return [columns, _with_sentence(below, row, width)]

    def target(self, row: FoundFigure) -> Target:
        """The figure in its post."""
        return row.target

    def do_through(self) -> Outcome:
        """Opens the line of the figure under the cursor."""
        here = self.here
        wanted = same(here.figure) if here is not None else None
        if here is None or wanted is None:
            return _("The text does not say clearly what this figure counts: there is no line to follow")
        return self._through(here, wanted)

    def _through(self, here: FoundFigure, wanted: Same) -> Steps[Outcome]:
        line = yield from going_through(self._library, wanted, self._asked.query, MOST + 1)
        return (
            Through(line, here, self._asked) if line.found else _("No meeting that the filter leaves holds this figure")
        )

    def remarks(self, form: str) -> Iterator[str]:
        """Why there are none."""
        query = self._asked.query
        if self.found:
            return
        if self._meetings == 0:
            yield nothing_matches(query.text if query else "")
        elif self._counts:
            yield _("No figure here counts {counts}.").format(counts=self._counts)
        else:
            yield _("This text holds no figures") if self._meetings is None else _("No meeting here holds figures.")

    def printed(self, width: int) -> Iterator[str]:
        """The figures of each post under a line that names it; of all meetings, what counts the same under its name."""
        if self._counts and self._meetings is not None:
            for line in by_same(self.found, self._meetings):
                kind = _("derived") if line.found[0].is_derived else _("level")
                yield "  ".join(filter(None, (line.same.counts, line.same.unit, kind, line.among)))
                lengths = zip(line.found, bars(line, PRINTED_BAR), strict=True)
                yield from aligned((self._along(item, length) for item, length in lengths), "  ")
            return
        for post, mine in groupby(self.found, lambda item: item.post):
            yield f"{day_or_dashes(post.day)}  {post.id}  {one_line(post.name)}"
            columns = ((item.printed, item.kind, item.figure.counts or "-", _context(item)) for item in mine)
            yield from aligned(columns, "  ")

    def _along(self, item: FoundFigure, bar: int) -> tuple[str, ...]:
        post = item.post
        return (day_or_dashes(post.day), post.id, item.printed, "=" * bar, item.change, _context(item))

    def objects(self) -> Iterator[dict[str, Any]]:
        """The figures for JSON; `number` is how much it is in its unit, null where it does not say exactly."""
        for item in self.found:
            figure = item.figure
            yield {
                "path": item.post.path,
                "date": item.post.day.isoformat() if item.post.day else None,
                "paragraph": figure.paragraph,
                "start": figure.start,
                "end": figure.end,
                "value": figure.value,
                "unit": figure.unit,
                "number": _number(item.number),
                "counts": figure.counts,
                "measure": str(figure.measure),
                "against": figure.against,
                "change": figure.change,
                "derived": item.is_derived,
                "sentence": item.sentence,
            }


class Through(Report[int]):
    """One figure through the meetings, oldest first; the cursor is on the one it was opened from."""

    view = "figures"
    footer = N_("Enter Open|Esc Back")

    def __init__(self, line: FigureLine, here: FoundFigure, asked: Asked) -> None:
        self._is_cut = len(line.found) > MOST
        self.line = line._replace(found=line.found[:MOST])
        self.listed = range(len(self.line.found))
        self._here = here
        self._filter = filtered_by(asked.query)
        self._bars: tuple[int, Sequence[int]] = (0, ())
        """The cells of the longest bar, and of all."""
        self.cursor = next((number for number, item in enumerate(line.found) if item.target == here.target), 0)

    def head(self, width: int) -> Sequence[Line]:
        """What is counted, in how many meetings."""
        line, kind = self.line, _("derived") if self._here.is_derived else _("level")
        unit = f"  {line.same.unit}" if line.same.unit else ""
        return [
            [(line.same.counts, "title"), (f"{unit}  {kind}", "mark")],
            [(_("Through the meetings"), "text"), (f"  {line.among}", "detail"), (f"  {self._filter}", "mark")],
            *_cut(self._is_cut, width),
        ]

    @cached_property
    def _widths(self) -> tuple[int, int, int]:
        found = self.line.found
        return (
            widest((item.printed for item in found), VALUE),
            widest((item.change for item in found), KIND),
            widest((item.post.name for item in found), NAME),
        )

    def height(self, row: int, width: int) -> int:
        """One line, or two; one more where there is no room for the meeting beside the bar."""
        return 1 if width >= BESIDE else 2 + (width < NARROW)

    def lines(self, row: int, width: int) -> Sequence[Line]:
        """The day, how much, a bar, the change as printed, the meeting; the sentence behind or below."""
        longest = BAR if width + 1 >= BESIDE else max(4, min(BAR, width - 31))
        if self._bars[0] != longest:
            self._bars = longest, bars(self.line, longest)
        lengths = self._bars[1]
        item, (value, change, name) = self.line.found[row], self._widths
        blank = " " * (max(lengths) - lengths[row])
        columns = [(str(item.post.day), "detail"), GAP, (right(item.printed, value), "strong"), GAP]
        columns += [("=" * lengths[row], "derived"), (f"{blank}  ", "")]
        meeting = [(fitted(item.post.name, name), "text"), GAP]
        if width < NARROW:
            return [columns, meeting, _with_sentence([], item, width)]
        columns += [(fitted(item.change, change), "derived"), GAP] if change else []
        if width < BESIDE:
            return [columns + meeting, _with_sentence([(" " * 12, "")], item, width)]
        return [_with_sentence(columns + meeting, item, width)]

    def target(self, row: int) -> Target:
        """The figure in its meeting."""
        return self.line.found[row].target


def _with_sentence(columns: Sequence[Piece], item: FoundFigure, width: int) -> Line:
    """Columns, and behind them as much of the sentence as there is room for, the figure in it highlighted."""
    room = max(0, width - 2 - sum(cells(text) for text, _ink in columns))
    left, match, end = around(item.sentence, item.start, item.end, room)
    return [*columns, (left, "detail"), (match, "highlight"), (end, "detail")]


def _number(number: Decimal | None) -> int | float | None:
    if number is None:
        return None
    return int(number) if number == number.to_integral_value() else float(number)


def _context(item: FoundFigure) -> str:
    """The figure between 【】 in its sentence; … where that goes on."""
    left, match, end = around(item.sentence, item.start, item.end, CONTEXT)
    return one_line(f"{left}【{match}】{end}")


def _cut(is_cut: bool, width: int) -> Sequence[Line]:
    item = _("More figures than can be shown: these are the first, the command customs-reader figures lists all")
    return paragraphs([(item, "mark")], width - 2) if is_cut else ()
