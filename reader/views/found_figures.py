"""The figures of posts, each with its sentence; the same figure through the meetings. `figures` shows them.

May import `library`, `query`, `analysis`, `readout`, `text`, `i18n` and `report`. To find the figures of a body takes
about a millisecond: of the meetings only those are looked through whose bodies hold the words of what is counted, and
of these only the paragraphs that do.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from reader.analysis.figures import Same, is_derived, printed, same, sentences_of, size
from reader.analysis.steps import Steps, finished
from reader.analysis.where import Body, Where
from reader.i18n import _
from reader.library.index import Library
from reader.library.model import ListedMeeting, Row
from reader.query.model import Condition, Query, Scope, Word
from reader.readout.figure import Figure
from reader.readout.grammar.figures import figures
from reader.readout.grammar.passages import Passage, passages
from reader.text.cells import cells, crop, crop_start
from reader.views.report import Target

PIECE = 5_000
"""Characters that are looked through in a step; no paragraph of prose is longer."""
SENTENCE, AROUND = 3_000, 400
"""A sentence of more characters than the one is said as so many around its figure, with a mark where it is cut."""
CUT = "[…]"


class FoundFigure(NamedTuple):
    """A figure of a post: with its unit as printed, the sentence it stands in, and where in that sentence.

    `number` is how much it is in its unit, None where it does not say exactly.
    """

    post: ListedMeeting | Row
    figure: Figure
    printed: str
    sentence: str
    start: int
    end: int
    number: Decimal | None

    @property
    def is_derived(self) -> bool:
        """Whether it was worked out from others."""
        return is_derived(self.figure)

    @property
    def change(self) -> str:
        """The printed base of a change and its word: 比2017年压缩; empty where neither is printed."""
        return f"{self.figure.against or ''}{self.figure.change or ''}"

    @property
    def kind(self) -> str:
        """Level, or derived and from what."""
        return f"{_('derived')} {self.change}".rstrip() if self.is_derived else _("level")

    @property
    def target(self) -> Target:
        """The figure in its post."""
        return Target(self.post.key, Where(self.figure.paragraph, self.figure.start, self.figure.end))


class FigureLine(NamedTuple):
    """One figure through the meetings that a query leaves, oldest first: `found` in so many of `meetings`."""

    same: Same
    found: Sequence[FoundFigure]
    meetings: int

    @property
    def named(self) -> int:
        """How many meetings tell it."""
        return len({item.post.key for item in self.found})

    @property
    def among(self) -> str:
        """The same in words."""
        return _("in {count} of {total} meetings").format(count=self.named, total=self.meetings)


def figures_in(post: ListedMeeting | Row, body: Body, words: str = "") -> list[FoundFigure]:
    """The figures of a body in the order of the text; with `words`, those that count something with these words."""
    return finished(finding_figures(post, body, words))


def finding_figures(
    post: ListedMeeting | Row, body: Body, words: str = "", most: int | None = None
) -> Steps[list[FoundFigure]]:
    """The same in steps, and no more than `most` of them."""
    found: list[FoundFigure] = []
    held = [passage for passage in passages(body)[0] if words in passage.printed]
    step = 0
    for number, passage in enumerate(held):
        for at, piece in _pieces(passage):
            item = [_moved(figure, at) for figure in figures([piece])]
            wanted = [figure for figure in item if words in (figure.counts or "")]
            found += _found(post, wanted, body)
            step += len(piece.text)
            if most is not None and len(found) > most:
                return found[:most]
            if step > PIECE:
                step = 0
                yield number / len(held)
    return found


def _pieces(passage: Passage) -> Iterator[tuple[int, Passage]]:
    """A passage as it is, with 0; one that is longer than any paragraph in pieces that end where a sentence or a clause
    does, each with where it begins: no figure has to do with what stands behind the mark.
    """
    start, size = 0, len(passage.text)
    while start < size:
        end = start + PIECE
        if end < size:
            ends = (passage.text.rfind(mark, start, end) for mark in ("。", "；", "，"))
            end = next((at for at in ends if at > start), end - 1) + 1
        yield start, passage._replace(printed=passage.printed[start:end], text=passage.text[start:end])
        start = end


def _moved(figure: Figure, by: int) -> Figure:
    """A figure that was found in a piece of its paragraph."""
    if not by:
        return figure
    counts = figure.counts_at
    at = (counts[0] + by, counts[1] + by) if counts else None
    return figure._replace(start=figure.start + by, end=figure.end + by, counts_at=at)


def finding_figures_of_post(library: Library, key: int, most: int | None = None) -> Steps[list[FoundFigure]]:
    """The figures of any post in steps, and no more than `most` of them. Raises KeyError where it has gone."""
    row = library.row(key)
    found: list[FoundFigure] = []
    for _key, body in library.across.bodies([key]):
        found = yield from finding_figures(row, body, most=most)
    return found


def figures_of_meetings(library: Library, query: Query | None, words: str = "") -> Iterator[FoundFigure]:
    """The figures of the meetings that match, oldest first; with `words` as in `figures_in`."""
    posts = {held.key: held for held in finished(_holding(library, library.across.meetings(query), words))}
    for key, body in library.across.bodies(list(posts)):
        yield from figures_in(posts[key], body, words)


def going_through(library: Library, wanted: Same, query: Query | None, most: int | None = None) -> Steps[FigureLine]:
    """One figure through the meetings that match, in steps, and no more than `most` figures."""
    meetings = yield from library.across.finding_meetings(query)
    posts = {held.key: held for held in (yield from _holding(library, meetings, wanted.counts))}
    found: list[FoundFigure] = []
    for number, (key, body) in enumerate(library.across.bodies(list(posts))):
        item = yield from finding_figures(posts[key], body, wanted.counts)
        found += [one for one in item if same(one.figure) == wanted]
        if most is not None and len(found) > most:
            return FigureLine(wanted, found[:most], len(meetings))
        yield number / len(posts)
    return FigureLine(wanted, found, len(meetings))


def by_same(found: Iterable[FoundFigure], meetings: int) -> list[FigureLine]:
    """The figures of (so many) meetings by what is the same, most figures first, then as they came."""
    groups: dict[Same, list[FoundFigure]] = {}
    for item in found:
        wanted = same(item.figure)
        if wanted is not None:
            groups.setdefault(wanted, []).append(item)
    ordered = sorted(groups.items(), key=lambda item: -len(item[1]))
    return [FigureLine(wanted, figures, meetings) for wanted, figures in ordered]


def bars(line: FigureLine, width: int) -> list[int]:
    """The cells of a bar for each figure of a line, `width` for the greatest and at least one for any above zero.

    None, that is 0, for what does not say exactly how much it is.
    """
    numbers = [Fraction(item.number or 0) for item in line.found]
    most = max(numbers, default=Fraction(0))
    return [max(1, round(number / most * width)) if number else 0 for number in numbers]


def _holding(library: Library, meetings: Sequence[ListedMeeting], words: str) -> Steps[Sequence[ListedMeeting]]:
    """Those of the meetings whose bodies hold these words as printed."""
    if not words:
        return meetings
    exact = Query(words, (Condition((Word(words, exact=True),), negated=False),), Scope.BODY)
    keys = {held.key for held in (yield from library.across.finding_meetings(exact))}
    return [held for held in meetings if held.key in keys]


def _found(post: ListedMeeting | Row, found: Sequence[Figure], body: Body) -> Iterator[FoundFigure]:
    for figure, where in zip(found, sentences_of(found, body), strict=True):
        first, last = where.start, where.end
        if last - first > SENTENCE:
            first, last = max(first, figure.start - AROUND), min(last, figure.end + AROUND)
        before, after = ("" if first == where.start else CUT), ("" if last == where.end else CUT)
        sentence = f"{before}{where._replace(start=first, end=last).words(body)}{after}"
        start = len(before) + figure.start - first
        end = start + figure.end - figure.start
        yield FoundFigure(post, figure, printed(figure, body), sentence, start, end, size(figure))


def around(text: str, start: int, end: int, width: int) -> tuple[str, str, str]:
    """The characters [start, end) of a text with as much left and right of them as `width` cells hold.

    Of what does not fit, two thirds are given to the left, where a figure's noun stands; … stands for what is cut.
    """
    left, match, right = text[:start], crop(text[start:end], width), text[end:]
    room = width - cells(match)
    for_left = min(cells(left), max(2 * room // 3, room - cells(right)))
    shown = crop_start(left, for_left)
    return shown, match, crop(right, room - cells(shown))
