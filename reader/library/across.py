"""What the library tells across its meetings; see `protocols.Across`.

May import `asking`, and what its annotations name, for the type checker only.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from reader.library.asking import Asking

if TYPE_CHECKING:
    from reader.analysis.steps import Steps
    from reader.library.model import Held, Said
    from reader.library.tables.view import View
    from reader.query.model import Query, Word
    from reader.readout.people import Attendance


class AcrossMeetings:
    """Asks the index; posts are asked for one by one, so that a long answer can be taken as far as it is needed."""

    def __init__(self, asking: Asking) -> None:
        self._ask = asking.ask
        self._in_steps = asking.in_steps

    def meetings(self, query: Query | None = None) -> list[Held]:
        """The meetings that match, oldest first; those without a day are in no order and left out."""
        return self._ask(lambda view: view.across.meetings(query), [])

    def finding_meetings(self, query: Query | None) -> Steps[list[Held]]:
        """The same in steps, for a query that may be heavy."""
        return self._in_steps(lambda view: view.across.meetings(query), [])

    def finding_keys(self, query: Query, narrowed: Sequence[Query]) -> Steps[tuple[int, list[int]]]:
        """How many meetings match all that narrows, and the keys of those that match the query too, oldest first."""
        return self._in_steps(lambda view: view.across.keys(query, narrowed), (0, []))

    def bodies(self, keys: Sequence[int]) -> Iterator[tuple[int, Sequence[str]]]:
        """(key, body paragraphs) of posts, in the order given, one by one; none for one that has gone."""
        for key in keys:
            body = self._ask(partial(_body, key), None)
            if body is not None:
                yield key, body

    def reports(self, keys: Sequence[int]) -> Iterator[tuple[Held, Sequence[str]]]:
        """(meeting, body paragraphs), as `bodies`."""
        for key in keys:
            report = self._ask(partial(_report, key), None)
            if report is not None:
                yield report

    def count_words(self, words: Sequence[Word], keys: Sequence[int]) -> Iterator[tuple[int, list[int]]]:
        """(key, the hits of each word in the body) of posts, as `bodies`."""
        for key in keys:
            counts = self._ask(partial(_counts, key, words), None)
            if counts is not None:
                yield key, counts

    def people_of(self, keys: Sequence[int]) -> dict[int, list[Attendance]]:
        """Who is named at these meetings, in printed order; one name has one spelling throughout."""
        return self._ask(lambda view: view.across.people_of(keys), {})

    def quotations(self, keys: Sequence[int]) -> list[tuple[int, str, int]]:
        """(key, phrase, count) of the phrases that these meetings have in quotation marks."""
        return self._ask(lambda view: view.across.quotations(keys), [])

    def said_before(self, key: int, *, in_series: bool = False) -> Said | None:
        """What a meeting's report repeats of every meeting before it, or of those of its series; None if not known."""
        return self._ask(lambda view: view.across.said_before(key, in_series=in_series), None)


def _body(key: int, view: View) -> Sequence[str] | None:
    return view.across.body(key)


def _report(key: int, view: View) -> tuple[Held, Sequence[str]] | None:
    return view.across.report(key)


def _counts(key: int, words: Sequence[Word], view: View) -> list[int] | None:
    return view.across.count_words(key, words)
