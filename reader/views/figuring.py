"""The figures of a post with their sentences, and the same figure through the meetings, oldest first.

May import `library.model`, `analysis`, `query`, `readout` and `text`. To find the figures of a body takes about a
millisecond: of the meetings only those are looked through whose bodies hold the words of what is counted, and of
these only the paragraphs that do.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from reader.analysis.figures import Same, is_derived, printed, same, sentence, size
from reader.analysis.where import Body
from reader.library.model import Held, Row
from reader.library.protocols import Library
from reader.query.model import Condition, Query, Scope, Word
from reader.readout.figure import Figure
from reader.readout.grammar.figures import figures
from reader.readout.grammar.passages import passages
from reader.text.cells import cells, crop, crop_start


class FoundFigure(NamedTuple):
    """A figure of a post: with its unit as printed, the sentence it stands in, and where in that sentence.

    `number` is how much it is in its unit, None where it does not say exactly.
    """

    post: Held | Row
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


class FigureLine(NamedTuple):
    """One figure through the meetings that a query leaves, oldest first: `found` in so many of `meetings`."""

    same: Same
    found: Sequence[FoundFigure]
    meetings: int

    @property
    def named(self) -> int:
        """How many meetings tell it."""
        return len({told.post.key for told in self.found})


def figures_in(post: Held | Row, body: Body, words: str = "") -> list[FoundFigure]:
    """The figures of a body in the order of the text; with `words`, those that count something with these words."""
    held = [passage for passage in passages(body)[0] if words in passage.printed]
    return [_told(post, figure, body) for figure in figures(held) if words in (figure.counts or "")]


def figures_of_post(library: Library, key: int) -> list[FoundFigure]:
    """The figures of any post. Raises KeyError where it has gone."""
    row = library.row(key)
    return [told for _, body in library.across.bodies([key]) for told in figures_in(row, body)]


def figures_of_meetings(library: Library, query: Query | None, words: str = "") -> Iterator[FoundFigure]:
    """The figures of the meetings that match, oldest first; with `words` as in `figures_in`."""
    posts = {held.key: held for held in _holding(library, library.across.meetings(query), words)}
    for key, body in library.across.bodies(list(posts)):
        yield from figures_in(posts[key], body, words)


def through_meetings(library: Library, wanted: Same, query: Query | None) -> FigureLine:
    """One figure through the meetings that match."""
    meetings = library.across.meetings(query)
    posts = {held.key: held for held in _holding(library, meetings, wanted.counts)}
    bodies = library.across.bodies(list(posts))
    found = [told for key, body in bodies for told in figures_in(posts[key], body, wanted.counts)]
    return FigureLine(wanted, [told for told in found if same(told.figure) == wanted], len(meetings))


def lines(found: Iterable[FoundFigure], meetings: int) -> list[FigureLine]:
    """The figures of (so many) meetings by what is the same, most figures first, then as they came."""
    by_same: dict[Same, list[FoundFigure]] = {}
    for told in found:
        wanted = same(told.figure)
        if wanted is not None:
            by_same.setdefault(wanted, []).append(told)
    ordered = sorted(by_same.items(), key=lambda item: -len(item[1]))
    return [FigureLine(wanted, figures, meetings) for wanted, figures in ordered]


def bars(line: FigureLine, width: int) -> list[int]:
    """The cells of a bar for each figure of a line, `width` for the greatest and at least one for any above zero.

    None, that is 0, for what does not say exactly how much it is.
    """
    numbers = [Fraction(told.number or 0) for told in line.found]
    most = max(numbers, default=Fraction(0))
    return [max(1, round(number / most * width)) if number else 0 for number in numbers]


def around(text: str, start: int, end: int, width: int) -> tuple[str, str, str]:
    """The characters [start, end) of a text with as much left and right of them as `width` cells hold.

    Of what does not fit, two thirds are given to the left, where a figure's noun stands; … stands for what is cut.
    """
    left, match, right = text[:start], crop(text[start:end], width), text[end:]
    room = width - cells(match)
    for_left = min(cells(left), max(2 * room // 3, room - cells(right)))
    shown = crop_start(left, for_left)
    return shown, match, crop(right, room - cells(shown))


def _holding(library: Library, meetings: Sequence[Held], words: str) -> Sequence[Held]:
    """Those of the meetings whose bodies hold these words as printed."""
    if not words:
        return meetings
    exact = Query(words, (Condition((Word(words, exact=True),), negated=False),), Scope.BODY)
    keys = {held.key for held in library.across.meetings(exact)}
    return [held for held in meetings if held.key in keys]


def _told(post: Held | Row, figure: Figure, body: Body) -> FoundFigure:
    where = sentence(figure, body)
    start, end = figure.start - where.start, figure.end - where.start
    return FoundFigure(post, figure, printed(figure, body), where.words(body), start, end, size(figure))
