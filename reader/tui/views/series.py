"""The series of meetings with what is missing here, or all meetings by month.

May import Textual, `views.recurring`, `analysis`, `locale` and this room.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import ClassVar

from textual.binding import Binding

from reader.analysis.series import Gap, Series, Session, with_gaps
from reader.locale.screen import numbered
from reader.locale.views import SeriesWords
from reader.tui.views.flowing import flowed
from reader.tui.views.groups import Group, GroupsView, Member
from reader.tui.views.view import Target, ViewScreen, bound
from reader.views.recurring import Recurring, days_told, months_of, numbers_told, run_told


class SeriesScreen(ViewScreen[Group | Member]):
    """The series, or the months."""

    BINDINGS: ClassVar[list[Binding]] = [
        bound("turn", "m"),
        bound("all", "a"),
    ]

    def __init__(self, found: Recurring, words: SeriesWords, by_month: bool = False) -> None:
        self._groups = GroupsView(words.none)
        super().__init__(self._groups, words.month_keys if by_month else words.keys)
        self._found = found
        self._words = words
        self._by_month = by_month
        self._open: set[str] | None = None
        """The keys of the groups that are open; None before the first look: all, where they fit."""

    def copy(self) -> SeriesScreen:
        """The same, with the same groups open."""
        fresh = SeriesScreen(self._found, self._words, self._by_month)
        fresh._open = self._open
        return fresh

    def fill(self, cursor: int) -> None:
        """What there is above; the groups with their members."""
        found = self._found
        groups = self._months() if self._by_month else self._series()
        if self._open is None:
            everything = {key for key, *_ in groups}
            lines = len(groups) + sum(size for _, _, _, size, _ in groups)
            self._open = everything if not self._by_month and lines <= self.app.size.height - 3 else set()
        self._groups.most = max((size for *_, size, _ in groups), default=0) if self._by_month else 0
        rows: list[Group | Member] = []
        for key, name, told, size, members in groups:
            is_open = key in self._open
            rows.append(Group(key, name, told, is_open, size))
            rows += members() if is_open else ()
        self.show_head()
        self._groups.show(rows if found.matching else (), cursor)

    def show_head(self) -> None:
        """What there is, and the filter."""
        words, found = self._words, self._found
        told = words.summary.format(series=len(found.series), meetings=len(found.matching), alone=len(found.alone))
        above = [(words.by_month if self._by_month else words.title, "mark")]
        above += [(part, "text") for part in told.split("  ")]
        if found.filter:
            above.append((words.filtered.format(query=found.filter), "mark"))
            above += [] if self._by_month else [(words.whole, "detail")]
        self._head.show(flowed(above, self.app.size.width - 2))

    def _series(self) -> Sequence[tuple[str, str, str, int, Callable[[], Iterator[Member]]]]:
        """(key, name, what is told, size, members) of each series, and of the meetings of none."""
        words, found = self._words, self._found
        groups = []
        for number, one in enumerate(found.series):
            told = [one.convener or words.no_convener, numbered(words.held, len(one.sessions))]
            told += numbers_told(one, words)
            groups.append((f"s{number}", one.name, "  ".join(told), len(one.sessions), self._sessions_of(one)))
        if found.alone:
            size = len(found.alone)
            told_alone = numbered(words.held, size)
            groups.append(("alone", words.alone, told_alone, size, self._members_of(found.alone)))
        return groups

    def _months(self) -> Sequence[tuple[str, str, str, int, Callable[[], Iterator[Member]]]]:
        """The same of each month."""
        months = months_of(self._found)
        return [(one.name, one.name, "", len(one.meetings), self._members_of(one.meetings)) for one in months]

    def _sessions_of(self, one: Series) -> Callable[[], Iterator[Member]]:
        def members() -> Iterator[Member]:
            for row in with_gaps(one.sessions):
                yield self._gap(row) if isinstance(row, Gap) else self._session(row)

        return members

    def _members_of(self, numbers: Sequence[int]) -> Callable[[], Iterator[Member]]:
        def members() -> Iterator[Member]:
            for number in numbers:
                held = self._found.meetings[number]
                yield Member(str(held.day), "", held.name, number)

        return members

    def _gap(self, gap: Gap) -> Member:
        return Member("", self._words.ordinal.format(number=run_told(gap)), self._words.not_here, None)

    def _session(self, session: Session) -> Member:
        held, words = self._found.meetings[session.meeting], self._words
        number = words.ordinal.format(number=session.ordinal) if session.ordinal is not None else ""
        told = "  ".join(filter(None, (number, days_told(session.days, words))))
        return Member(str(held.day), told, held.name, session.meeting)

    def target(self, row: Group | Member) -> Target | None:
        """The meeting's text."""
        if isinstance(row, Group) or row.meeting is None:
            return None
        return Target(self._found.meetings[row.meeting].key)

    def action_open(self) -> None:
        """Opens or folds a group; leaves for a meeting."""
        row = self._groups.here
        if isinstance(row, Group):
            self._open = (self._open or set()) ^ {row.key}
            self.fill(self._groups.cursor)
        else:
            super().action_open()

    def action_all(self) -> None:
        """Opens all groups, or folds all where one is open."""
        groups = self._months() if self._by_month else self._series()
        self._open = set() if self._open else {key for key, *_ in groups}
        self.fill(0)

    def action_turn(self) -> None:
        """Turns from the series to the months, where the newest is under the cursor; or back."""
        self._by_month = not self._by_month
        self._open = None
        self._foot.show_keys(self._words.month_keys if self._by_month else self._words.keys)
        self.fill(0)
        if self._by_month:
            self._groups.move_to(len(self._groups.rows))
