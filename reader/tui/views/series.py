"""The series of meetings with what is missing here, or all meetings by month: groups that open and fold.

May import Textual, `views.recurring`, `analysis`, `text`, `locale` and this room.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import ClassVar, NamedTuple

from rich.style import Style
from textual.binding import Binding

from reader.analysis.series import Gap, Series, Session, with_gaps
from reader.locale.screen import numbered
from reader.locale.views import SeriesWords
from reader.text.cells import cells, pad
from reader.text.typeset import Line, typeset, visible
from reader.tui.views.paragraphs import days, flowed
from reader.tui.views.rows import RowsView
from reader.tui.views.view import Target, ViewScreen
from reader.tui.widgets.inks import Ink
from reader.tui.widgets.lines import Pen
from reader.views.recurring import Month, Recurring, days_told, months_of, numbers_told, run_told

ROOMY = 60
"""From so many cells on what is told of a meeting stands before its name, not in a line below."""
_DAY = 12
"""Cells of a day and what parts it from the rest."""


class Group(NamedTuple):
    """A series or a month: what stands in its line, whether it is open, how many meetings it has; `key` tells it."""

    key: str
    name: str
    told: str
    is_open: bool
    size: int


class Member(NamedTuple):
    """A meeting of a group, by number; or what is missing, then `meeting` is None and there is no day."""

    day: str
    told: str
    name: str
    meeting: int | None


class GroupsView(RowsView[Group | Member]):
    """Groups, each with its members below it while open. `most` is the size of the largest month, 0 for series."""

    INKS: ClassVar[Mapping[str, Ink]] = {"missing": Ink("warning", bold=True), "block": Ink(paper="secondary")}

    most = 0

    def height_of(self, row: Group | Member) -> int:
        """As many lines as are needed: nothing is cut off."""
        if self.most and isinstance(row, Group):
            return 1
        return max(1, len(self._lines(row)))

    def _text(self, row: Group | Member) -> str:
        """Everything but what has a column of its own."""
        if isinstance(row, Group):
            return f"{row.name}  {row.told}"
        return "  ".join(filter(None, (row.day if self.pane_width < ROOMY else "", row.told, row.name)))

    def _indent(self, row: Group | Member) -> int:
        return 2 if isinstance(row, Group) else 4 + (_DAY if self.pane_width >= ROOMY else 0)

    def _lines(self, row: Group | Member) -> Sequence[Line]:
        text = self._text(row)
        return list(typeset(text, max(2, self.pane_width - 3 - self._indent(row)), 0, days(text)))

    def write(self, pen: Pen, row: Group | Member, part: int, base: Style) -> None:
        """A group with a sign that tells whether it is open; a member with its day."""
        if isinstance(row, Group):
            sign = " " if not row.size else "-" if row.is_open else "+"
            pen.write(f"{sign} " if not part else "  ", self.ink_on("mark", base))
            if self.most:
                self._write_month(pen, row, base)
                return
            strong, rest = "strong", "detail"
        else:
            pen.write(
                pad(" " * 4 + row.day if not part and self.pane_width >= ROOMY else "", self._indent(row)),
                self.ink_on("detail", base),
            )
            strong, rest = ("missing", "missing") if row.meeting is None else ("detail", "text")
        text, line = self._text(row), self._lines(row)[part]
        turn = len(row.name) if isinstance(row, Group) else len(text) - len(row.name)
        end = line.start + len(visible(text, line))
        pen.write(text[line.start : min(turn, end)], self.ink_on(strong, base))
        pen.write(text[max(turn, line.start) : end], self.ink_on(rest, base))

    def _write_month(self, pen: Pen, row: Group, base: Style) -> None:
        room = max(1, self.pane_width - pen.used - cells(row.name) - 4 - len(str(self.most)))
        length = -(-row.size * min(room, self.most * 2) // self.most)
        pen.write(row.name, self.ink_on("strong" if row.size else "detail", base)).space(2, base)
        pen.write(" " * length, self.ink("block")).space(1 if length else 0, base)
        pen.write(str(row.size), self.ink_on("text" if row.size else "detail", base))


class SeriesScreen(ViewScreen[Group | Member]):
    """The series, or the months."""

    BINDINGS: ClassVar[list[Binding]] = [
        Binding("m", "turn", show=False, priority=True),
        Binding("a", "all", show=False, priority=True),
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
        words, found = self._words, self._found
        groups = self._months() if self._by_month else self._series()
        if self._open is None:
            everything = {key for key, *_ in groups}
            lines = len(groups) + sum(len(list(members())) for _, _, _, _, members in groups)
            self._open = everything if not self._by_month and lines <= self.size.height - 3 else set()
        self._groups.most = max((size for *_, size, _ in groups), default=0) if self._by_month else 0
        rows: list[Group | Member] = []
        for key, name, told, size, members in groups:
            is_open = key in self._open
            rows.append(Group(key, name, told, is_open, size))
            rows += members() if is_open else ()
        told = words.summary.format(series=len(found.series), meetings=len(found.meetings), alone=len(found.alone))
        above = [(words.by_month if self._by_month else words.title, "title")]
        above += [(part, "text") for part in told.split("  ")]
        if found.filter:
            above.append((words.filtered.format(query=found.filter), "mark"))
        self._head.show(flowed(above, self.size.width - 2))
        self._groups.show(rows if found.meetings else (), cursor)

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
        months: list[Month] = months_of(self._found.meetings)
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
