"""What is new in a meeting's report, and where the rest of it was said before.

May import `library.model`, `analysis` and `query`. The baseline is every earlier meeting of the collection, whatever
the filter; or those of the series; or one meeting.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from reader.analysis import novelty
from reader.analysis.where import Body, Where
from reader.library.model import Held, Said
from reader.library.protocols import Library
from reader.query.model import Condition, Query, Scope, Word


class Baseline(StrEnum):
    """What a report is compared with."""

    ALL = "all"
    SERIES = "series"
    ONE = "one"


class Wording(NamedTuple):
    """What is new in a report: the passages that were said before, those with new words, the new share in percent.

    `earlier` is the number of meetings compared with; `share` is None where that is 0, and of a report without text.
    """

    said: Sequence[Where]
    new: Sequence[Where]
    share: float | None
    earlier: int


class Source(NamedTuple):
    """Where a passage was said before: `here` of the report is `there` of an earlier meeting's.

    `meetings` is the number of earlier meetings that say all of `here`; `there` is that of the last of them.
    """

    here: Where
    meeting: Held
    there: Where
    meetings: int


def wording(library: Library, key: int, baseline: Baseline = Baseline.ALL, other: int | None = None) -> Wording | None:
    """What is new in a report; `other` is the one meeting of Baseline.ONE.

    None as long as that is not worked out, for what is no meeting with a day, and of no series for Baseline.SERIES.
    Raises KeyError where the post has gone.
    """
    bodies = dict(library.across.bodies([key] if other is None else [key, other]))
    body = bodies[key]
    if baseline is Baseline.ONE:
        former = bodies.get(other) if other is not None else None
        said = None if former is None else Said(novelty.said_before(body, [former]), 1)
    else:
        said = library.across.said_before(key, in_series=baseline is Baseline.SERIES)
    if said is None:
        return None
    new = novelty.new_wording(body, said.passages)
    share = novelty.new_share(body, said.passages) if said.earlier else None
    return Wording(said.passages, new, share, said.earlier)


def repeated(said: Sequence[Where], paragraph: int, start: int, end: int) -> list[Where]:
    """The passages that were said before and overlap the characters [start, end) of a paragraph."""
    return [one for one in said if one.paragraph == paragraph and one.start < end and one.end > start]


def sources(
    body: Body, said: Sequence[Where], holding: Callable[[str], Sequence[tuple[Held, Body]]]
) -> Iterator[Source]:
    """Where passages of a body were said before; `holding` tells which earlier meetings may hold a run, oldest first.

    A passage may be put together from several meetings: it is told in pieces, each the longest that some meeting says
    from there on, of the last meeting that says it. Neighbouring pieces share less than a run.
    """
    for passage in said:
        text, start = body[passage.paragraph], passage.start
        while start <= passage.end - novelty.RUN:
            found = _longest(text, start, passage.end, holding(text[start : start + novelty.RUN]))
            if not found:  # it has gone meanwhile
                start += 1
                continue
            held, there = found[-1]
            end = start + there.end - there.start
            yield Source(Where(passage.paragraph, start, end), held, there, len(found))
            start = passage.end if end == passage.end else end - novelty.RUN + 1


def _longest(text: str, start: int, end: int, earlier: Sequence[tuple[Held, Body]]) -> list[tuple[Held, Where]]:
    """The meetings that repeat most of a text from `start` up to `end`, with where they do."""
    found = [(held, novelty.longest_in(text, start, end, other)) for held, other in earlier]
    known = [(held, there) for held, there in found if there is not None]
    most = max((there.end - there.start for _, there in known), default=0)
    return [(held, there) for held, there in known if there.end - there.start == most]


def earlier_holding(library: Library, here: Held) -> Callable[[str], list[tuple[Held, Body]]]:
    """What tells which meetings before one may hold a run, with their bodies; each body is read once.

    Searching is blind to marks; `sources` looks at the text itself.
    """
    order = {held.key: number for number, held in enumerate(library.across.meetings())}
    bodies: dict[int, Body] = {}

    def holding(run: str) -> list[tuple[Held, Body]]:
        query = Query("", (Condition((Word(run, exact=False),), negated=False),), Scope.BODY)
        found = [held for held in library.across.meetings(query) if order.get(held.key, 0) < order.get(here.key, 0)]
        bodies.update(library.across.bodies([held.key for held in found if held.key not in bodies]))
        return [(held, bodies[held.key]) for held in found if held.key in bodies]

    return holding
