"""What the library answers across its meetings; a listed version stands for all versions of a meeting.

May import `connection`, `tables`, the model. Imported with the first question.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from reader.analysis.steps import Steps
from reader.library.connection import IndexConnection
from reader.library.model import ListedMeeting, Repeats
from reader.library.tables import meetings, repeats
from reader.library.tables.view import View
from reader.query.model import Query, Word
from reader.readout.people import Attendance

Result = TypeVar("Result")


class Across:
    """Asks the index; posts are asked for one by one, so that a long answer can be taken as far as it is needed."""

    def __init__(self, index: IndexConnection) -> None:
        self._index = index

    def meetings(self, query: Query | None = None) -> list[ListedMeeting]:
        """The meetings that match, oldest first (by day, then publication); those without a day are left out."""
        return self._index.ask(meetings.meetings, [], query)

    def finding_meetings(self, query: Query | None) -> Steps[list[ListedMeeting]]:
        """The same in steps, for a query that may be heavy."""
        return self._index.in_steps(meetings.meetings, [], query)

    def finding_keys(self, query: Query, narrowed: Sequence[Query]) -> Steps[tuple[int, list[int]]]:
        """How many meetings match all that narrows, and the keys of those that match the query too, oldest first.

        Those without a day are left out.
        """
        return self._index.in_steps(meetings.keys, (0, []), query, narrowed)

    def bodies(self, keys: Sequence[int]) -> Iterator[tuple[int, Sequence[str]]]:
        """(key, body paragraphs) of posts, in the order given, one by one; none for one that has gone."""
        return self._each(meetings.body, keys)

    def reports(self, keys: Sequence[int]) -> Iterator[tuple[ListedMeeting, Sequence[str]]]:
        """(meeting, body paragraphs), as `bodies`."""
        return (report for _, report in self._each(meetings.report, keys))

    def count_words(self, words: Sequence[Word], keys: Sequence[int]) -> Iterator[tuple[int, list[int]]]:
        """(key, the hits of each word in the body) of posts, as `bodies`."""
        return self._each(lambda view, key: view.search.hits_of_words(words, key), keys)

    def people_of(self, keys: Sequence[int]) -> dict[int, list[Attendance]]:
        """Who is named at these meetings, in printed order; one name has one spelling throughout."""
        return self._index.ask(meetings.people_of, {}, keys)

    def quotations(self, keys: Sequence[int]) -> list[tuple[int, str, int]]:
        """(key, phrase, count) of the phrases that these meetings have in quotation marks."""
        return self._index.ask(meetings.quotations, [], keys)

    def said_before(self, key: int, *, in_series: bool = False) -> Repeats | None:
        """What a meeting's report repeats of every meeting before it, or of those of its series.

        None as long as that is not worked out, for what is no meeting with a day, and where there is no series.
        """
        return self._index.ask(lambda view: repeats.repeats_of(view.connection, key, in_series=in_series), None)

    def _each(
        self, question: Callable[[View, int], Result | None], keys: Sequence[int]
    ) -> Iterator[tuple[int, Result]]:
        for key in keys:
            answer = self._index.ask(question, None, key)
            if answer is not None:
                yield key, answer
