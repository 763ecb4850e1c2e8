"""Phrases by meeting: those in quotation marks and those of the reader's watch list; which came, stayed, went.

May import `library.model`, `analysis`, `query.model`, `text`, `locale`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from reader.analysis.phrases import Missing, Order, Phrase, gather, gathering, missing, ordered
from reader.analysis.steps import Steps, finished
from reader.library.model import Held
from reader.library.protocols import Library
from reader.locale.screen import numbered
from reader.locale.views import PhrasesWords
from reader.query.model import Condition, Query, Scope, Word
from reader.text.safety import one_line
from reader.views.kwic import of_quotation

NONE, MANY = "-", "+"
"""What a bar shows for a meeting without the phrase, and for one that has it more than nine times."""
LEVELS = " ⣀⣤⣶⣿"
"""What a bar shows for several meetings: none of them has the phrase, up to a quarter, half, three quarters, all."""

Counted = tuple[int, str, int]
"""A meeting by its number, an item of the watch list, how often it stands there."""


class Found(NamedTuple):
    """The meetings, oldest first, with their quoted phrases; the watch list's items with their phrases.

    An item that no meeting has is not in `watched`; None as long as they are not counted.
    """

    meetings: Sequence[Held]
    quoted: Sequence[Phrase]
    items: Sequence[str]
    watched: Mapping[str, Phrase] | None


class Entry(NamedTuple):
    """A phrase as it is listed: None for an item of the watch list that no meeting has, or that is not counted yet.

    `missing` is set where the list is of what one meeting has not.
    """

    text: str
    phrase: Phrase | None
    watched: bool = False
    missing: Missing | None = None


def find(library: Library, query: Query | None, items: Sequence[str]) -> Found:
    """The phrases of the meetings that match; the items are still to be counted."""
    return finished(finding(library, query, items))


def finding(library: Library, query: Query | None, items: Sequence[str]) -> Steps[Found]:
    """The same in steps."""
    meetings = yield from library.across.finding_meetings(query)
    numbers = {held.key: number for number, held in enumerate(meetings)}
    yield 0
    quotations = library.across.quotations(list(numbers))
    yield 0
    quoted = yield from gathering((numbers[key], text, count) for key, text, count in quotations)
    return Found(meetings, quoted, items, None if items else {})


def count_watched(library: Library, found: Found) -> Iterator[list[Counted]]:
    """Counts the items of the watch list, meeting by meeting; an item is a word as searching takes it."""
    numbers = {held.key: number for number, held in enumerate(found.meetings)}
    words = [_word(item) for item in found.items]
    for key, counts in library.across.count_words(words, list(numbers)):
        yield [(numbers[key], item, count) for item, count in zip(found.items, counts, strict=True) if count]


def with_watched(found: Found, counted: Iterable[Counted]) -> Found:
    """The same with the items counted."""
    return found._replace(watched={phrase.text: phrase for phrase in gather(counted)})


def entries(found: Found, order: Order, *, not_in: int | None = None, only_watched: bool = False) -> list[Entry]:
    """The phrases in an order, the watched first; of those that meeting number `not_in` has not, or of all."""
    watched = found.watched or {}
    if not_in is not None:
        absent = [Entry(item.phrase.text, item.phrase, True, item) for item in missing(watched.values(), not_in)]
        others = [Entry(item.phrase.text, item.phrase, False, item) for item in missing(found.quoted, not_in)]
    else:
        count = len(found.meetings)
        absent = [Entry(phrase.text, phrase, True) for phrase in ordered(watched.values(), order, count)]
        absent += [Entry(item, None, True) for item in found.items if item not in watched]
        others = [Entry(phrase.text, phrase) for phrase in ordered(found.quoted, order, count)]
    return absent if only_watched else absent + others


def query_of(entry: Entry) -> Query:
    """The query whose hits are what an entry counts."""
    if not entry.watched:
        return of_quotation(entry.text)
    return Query(entry.text, (Condition((_word(entry.text),), negated=False),), Scope.BODY)


def bar(phrase: Phrase, meetings: int, room: int) -> str:
    """A phrase over all meetings, oldest first, in at most `room` cells.

    One cell a meeting with the number of times where there is room, else one for several meetings with the share of
    those that have it.
    """
    if meetings <= room:
        return "".join(_times(phrase.counts.get(number, 0)) for number in range(meetings))
    if room <= 0:
        return ""
    edges = [cell * meetings // room for cell in range(room + 1)]
    had = [0] * room
    for number in phrase.counts:
        had[((number + 1) * room - 1) // meetings] += 1
    return "".join(LEVELS[-(-4 * had[cell] // (edges[cell + 1] - edges[cell]))] for cell in range(room))


def told(found: Found, words: PhrasesWords) -> list[str]:
    """How many phrases there are, how often they stand in how many meetings, how many are watched."""
    times = numbered(words.times, sum(phrase.total for phrase in found.quoted))
    counted = [numbered(words.quoted, len(found.quoted)), words.counted.format(times=times, total=len(found.meetings))]
    return [*counted, words.watched.format(count=len(found.items))] if found.items else counted


def told_missing(held: Held, listed: Sequence[Entry], words: PhrasesWords) -> list[str]:
    """Which meeting it is that has none of those listed, and how many these are."""
    name = words.not_here.format(day=held.day, name=one_line(held.name))
    return [name, numbered(words.three_quarters, len(listed))]


def _word(item: str) -> Word:
    return Word(item.replace("＊", "*"), exact=False)


def _times(count: int) -> str:
    return NONE if not count else str(count) if count < 10 else MANY
