"""People x meetings, and the series of meetings.

May import Textual, `views`, the rooms below and this one; what the start does not need, inside functions.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reader.tui.screens.phrasing import PhrasingScreen

if TYPE_CHECKING:
    from reader.analysis.attendance import Person
    from reader.analysis.steps import Steps
    from reader.query.model import Query
    from reader.tui.views.person import PersonScreen
    from reader.views.attending import Mentioned, Named, Terms
    from reader.views.report import Target


class AttendingScreen(PhrasingScreen):
    """Everything below, with these views. `do_…` methods are commands of the table."""

    def do_matrix(self) -> None:
        """Shows who is named at which of the meetings that match, in which printed order."""
        from reader.tui.views.working import when_done  # noqa: PLC0415  # off the start
        from reader.views.attending import finding_people  # noqa: PLC0415  # off the start

        query, words = self._session.query, self._terms().words
        steps = finding_people(self._session.library, query)
        when_done(self, steps, words.searching, lambda named: self._show_matrix(named, query))

    def _show_matrix(self, named: Named, query: Query | None) -> None:
        from reader.tui.views.matrix import MatrixScreen  # noqa: PLC0415  # off the start

        def person_page(person: Person) -> PersonScreen:
            return self._person_page(named, person, query)

        self._open_view(MatrixScreen(named, self._terms(), self._where_named, person_page))

    def _person_page(self, named: Named, person: Person, query: Query | None) -> PersonScreen:
        from reader.tui.views.person import PersonScreen  # noqa: PLC0415  # off the start
        from reader.views.attending import finding_posts_with, mentions_in  # noqa: PLC0415  # off the start

        def mentions() -> Steps[tuple[int, Iterator[list[Mentioned]]]]:
            posts = yield from finding_posts_with(self._session.library, named, person, query)
            return len(posts), mentions_in(self._session.library, posts, person.name)

        return PersonScreen(named, person, self._terms(), self._where_named, mentions)

    def _terms(self) -> Terms:
        from reader.locale import words  # noqa: PLC0415  # off the start
        from reader.locale.views import view_words  # noqa: PLC0415  # off the start
        from reader.views.attending import Terms  # noqa: PLC0415  # off the start

        lang = self._words.lang
        return Terms(view_words(lang).matrix, self._words.labels, words(lang).offices)

    def _where_named(self, key: int, name: str) -> Target | None:
        """The passage that names a person at a meeting; None where its post has gone."""
        from reader.views.attending import named_at  # noqa: PLC0415  # off the start
        from reader.views.report import Target  # noqa: PLC0415  # off the start

        readout = self._session.readout(key)
        return Target(key, named_at(readout, name)) if readout is not None else None

    def do_series(self) -> None:
        """Shows the series of the meetings that match, and what is missing here."""
        self._ask_view("series")
