"""A word in its contexts (KWIC): its hits in the bodies of the meetings, found as far as somebody looks.

May import `library.model`, `query`, `analysis`, `text`, `locale`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from reader.analysis.concordance import REACH, KwicLine, lines, spellings
from reader.analysis.steps import Steps
from reader.analysis.where import Where
from reader.library.model import Held
from reader.library.protocols import Library
from reader.locale.screen import numbered
from reader.locale.views import ContextWords
from reader.query.model import Condition, Query, Scope, Word
from reader.query.words import each_place
from reader.text.cells import cells, crop, crop_start
from reader.text.folding import blind
from reader.text.safety import one_line
from reader.views.filter import filter_told

AT_ONCE = 1_000
"""Most hits that are found between two looks at anything else."""
SPELLINGS = 12
"""Most spellings that are told one by one."""
LONGEST = 400
"""Most characters of a page that are taken for a word."""
_MARKS = str.maketrans("", "", ' \t\n\u3000|｜"＂“”*＊:：-－')
"""What a query would not take for a part of a word."""


class Concordance:
    """The lines of the hits of a term. `find` adds to them meeting by meeting, oldest first."""

    def __init__(self, library: Library, term: Query, narrowed: Sequence[Query] = ()) -> None:
        """`term` asks for words, in `narrowed` meetings alone."""
        self.term = term
        self.narrowed = [query for query in narrowed if not query.is_empty]
        self.words = tuple(dict.fromkeys(term.words()))
        self.total = 0
        """The meetings in which the term is looked for; 0 as long as they are not found."""
        self.keys: list[int] = []
        """Those that hold it, in the body or in a title, oldest first; a line's meeting is a number of this list."""
        self.meetings: dict[int, Held] = {}
        """Of those that have been looked at the ones with a hit, by number."""
        self.lines: list[KwicLine] = []
        self.looked_at = 0
        self.is_complete = False
        """Whether all meetings have been looked at."""
        self._across = library.across
        self._finding = self._find()

    @property
    def filter(self) -> str:
        """What narrows the meetings, as it was typed; empty for nothing."""
        return filter_told(*self.narrowed)

    def find(self) -> Iterator[float]:
        """Finds the meetings, and looks at what is left of them; tells, after each step, how many lines there are.

        Who leaves off goes on there when this is called again.
        """
        return self._finding

    def close(self) -> None:
        """Looks for no more."""
        self._finding.close()

    def _find(self) -> Steps[None]:
        if self.words:
            self.total, self.keys = yield from self._across.finding_keys(self.term, self.narrowed)
        numbers = {key: number for number, key in enumerate(self.keys)}
        for held, body in self._across.reports(self.keys):
            number = numbers[held.key]
            hits = (Where(at, *span) for at, text in enumerate(body) for span in each_place(self.words, text))
            while found := lines(number, body, islice(hits, AT_ONCE)):
                self.meetings[number] = held
                self.lines += found
                if len(found) == AT_ONCE:
                    yield len(self.lines)
            self.looked_at = number + 1
            yield len(self.lines)
        self.looked_at, self.is_complete = len(self.keys), True


class Cut(NamedTuple):
    """A line cut to columns of cells: `left` begins with as many spaces as it lacks."""

    left: str
    match: str
    right: str


def cut(line: KwicLine, left: int, width: int) -> Cut:
    """A line in `width` cells, its match after `left` of them; no wide character is cut in half."""
    before = crop_start(_plain(line.left[-left or REACH :]), left, "")
    match = crop(_plain(line.match[:width]), width - left, "")
    after = crop(_plain(line.right[:width]), width - left - cells(match), "")
    return Cut(" " * (left - cells(before)) + before, match, after)


def column(found: Concordance, width: int) -> int:
    """After how many of `width` cells the match stands: it and the contexts get what they need."""
    word = max((cells(one_line(word.text)) for word in found.words), default=0)
    return max(0, (width - min(word, width // 2)) // 2)


def of_word(text: str) -> Query:
    """The query for a text as it is selected on a page: as one word, blind to its marks. It may ask for nothing."""
    word = one_line(text[:LONGEST]).translate(_MARKS)
    condition = Condition((Word(word, exact=False),), negated=False)
    return Query(word, (condition,) if blind(word) else (), Scope.ALL)


def of_quotation(text: str) -> Query:
    """The query for a phrase in quotation marks of either kind, exactly as it is printed."""
    words = tuple(Word(f"{opening}{text}{closing}", exact=True) for opening, closing in ("“”", "「」"))
    return Query(f"“{text}”", (Condition(words, negated=False),), Scope.ALL)


def told(found: Concordance, words: ContextWords) -> str:
    """How many hits there are, in n of N meetings; while it is looked for, how far that is."""
    hits = numbered(words.hits, len(found.lines))
    if found.is_complete:
        return words.counted.format(hits=hits, meetings=len(found.meetings), total=found.total)
    return words.looking.format(hits=hits, meetings=found.looked_at, total=len(found.keys))


def told_spellings(found: Concordance, words: ContextWords) -> list[str]:
    """Each way in which the term is printed, n of N lines; the last item says how many ways are not told."""
    ways = spellings(found.lines)
    shown = [f"{one_line(match)} {count}/{len(found.lines)}" for match, count in ways[:SPELLINGS]]
    return [*shown, words.more_spellings.format(count=len(ways) - SPELLINGS)] if len(ways) > SPELLINGS else shown


def _plain(text: str) -> str:
    """Text in which tabs and line ends are spaces."""
    return text.replace("\n", " ").replace("\t", " ")
