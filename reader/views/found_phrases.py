"""The phrases of the meetings, quoted and watched: how they are found, counted and listed; and their bars.

May import `library`, `analysis`, `query`, `text` and `kwic`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from reader.analysis.phrases import Missing, Order, Phrase, gather, gathering, missing, ordered
from reader.analysis.steps import Steps
from reader.library.index import Library
from reader.library.model import ListedMeeting
from reader.query.model import Condition, Query, Scope, Word
from reader.text.safety import one_line
from reader.views.kwic import of_quotation

NONE, MANY = "-", "+"
"""What a bar shows for a meeting without the phrase, and for one that has it more than nine times."""
LEVELS = " ⣀⣤⣶⣿"
"""What a bar shows for several meetings: none of them has the phrase, up to a quarter, half, three quarters, all."""
LONGEST = 400
"""Most characters of a phrase that are looked at for a line."""


class Found(NamedTuple):
    """The meetings, oldest first, with their quoted phrases; the items of the watch list with their phrases.

    An item that no meeting has is not in `watched`; None as long as they are not counted.
    """

    meetings: Sequence[ListedMeeting]
    quoted: Sequence[Phrase]
    items: Sequence[str]
    watched: Mapping[str, Phrase] | None

    def ends(self, phrase: Phrase) -> tuple[ListedMeeting, ListedMeeting]:
        """The first and the last meeting that has a phrase."""
        return self.meetings[phrase.first], self.meetings[phrase.last]


class Entry(NamedTuple):
    """A phrase as it is listed: None for an item of the watch list that no meeting has, or that is not counted yet.

    `missing` is set where the list is of what one meeting has not.
    """

    text: str
    phrase: Phrase | None
    watched: bool = False
    missing: Missing | None = None

    @property
    def shown(self) -> str:
        """The phrase in one line; of one that is longer than any line its beginning."""
        return one_line(self.text[:LONGEST])

    def share(self, meetings: int) -> str:
        """In how many of the meetings it stands, n/N; of what one meeting has not, of those before that."""
        if self.missing:
            return f"{self.missing.had}/{self.missing.earlier}"
        return f"{len(self.phrase.counts) if self.phrase else 0}/{meetings}"


def finding(library: Library, query: Query | None, items: Sequence[str]) -> Steps[Found]:
    """The phrases of the meetings that match, in steps; the items are still to be counted."""
    meetings = yield from library.across.finding_meetings(query)
    numbers = {held.key: number for number, held in enumerate(meetings)}
    yield 0
    quotations = library.across.quotations(list(numbers))
    yield 0
    quoted = yield from gathering((numbers[key], text, count) for key, text, count in quotations)
    return Found(meetings, quoted, items, None if items else {})


def counting_watched(library: Library, found: Found) -> Steps[Found]:
    """The same with the items counted, meeting by meeting; an item is a word as searching takes it."""
    numbers = {held.key: number for number, held in enumerate(found.meetings)}
    words = [_word(item) for item in found.items]
    counted: list[tuple[int, str, int]] = []
    for key, counts in library.across.count_words(words, list(numbers)):
        counted += [(numbers[key], item, count) for item, count in zip(found.items, counts, strict=True) if count]
        yield 0
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


def entry_object(entry: Entry, found: Found) -> dict[str, Any]:
    """A phrase for JSON; `counts` by meeting, all of them, oldest first; `first` and `last` are days in ISO form.

    `meetings` of `of` meetings have it; of what one meeting has not, `had` of the `earlier` meetings before it do.
    What is watched is counted wherever it stands, as searching finds it, and may be nowhere.
    """
    phrase, counts = entry.phrase, entry.phrase.counts if entry.phrase else {}
    first, last = found.ends(phrase) if phrase else (None, None)
    shown = {
        "text": entry.text,
        "counts": [counts.get(number, 0) for number in range(len(found.meetings))],
        "first": first.day.isoformat() if first else None,
        "last": last.day.isoformat() if last else None,
        "total": phrase.total if phrase else 0,
        "meetings": len(counts),
        "of": len(found.meetings),
        "gaps": phrase.gaps if phrase else None,
        "first_path": first.path if first else None,
        "last_path": last.path if last else None,
        "watched": entry.watched,
    }
    return shown if entry.missing is None else {**shown, "had": entry.missing.had, "earlier": entry.missing.earlier}


def query_of(entry: Entry) -> Query:
    """The query whose hits are what an entry counts."""
    if not entry.watched:
        return of_quotation(entry.text)
    return Query(entry.text, (Condition((_word(entry.text),), negated=False),), Scope.BODY)


def _word(item: str) -> Word:
    return Word(item.replace("＊", "*"), exact=False)


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


def _times(count: int) -> str:
    return NONE if not count else str(count) if count < 10 else MANY
