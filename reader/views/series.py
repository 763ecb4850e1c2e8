"""`series`: the meetings of each series with what is missing in this collection; or all meetings by month.

May import `library`, `query`, `analysis`, `text`, `i18n` and `report`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, ClassVar, NamedTuple

from reader.analysis import series
from reader.analysis.series import Gap, Month, Occurrence, Session, with_gaps
from reader.analysis.steps import Steps
from reader.i18n import N_, _, counted
from reader.library.index import Library
from reader.library.model import ListedMeeting
from reader.query.model import Query
from reader.text.cells import aligned, cells
from reader.text.safety import one_line
from reader.views.report import (
    Asked,
    Line,
    Outcome,
    Report,
    Row,
    Target,
    filter_text,
    filtered_by,
    flowed,
    nothing_matches,
)

_YEAR = re.compile(r"(?<!\d)(\d{4})年")
"""A year that the name of a meeting prints."""
GAPS_NAMED = 6
"""Of more runs of missing numbers than these only the count is said beside the name of a series."""


class Found(NamedTuple):
    """All meetings, oldest first; the numbers of those that match; the series that any of these belongs to, whole (what
    a filter leaves out is not missing); and the numbers of those that match and belong to none.
    """

    meetings: Sequence[ListedMeeting]
    matching: Sequence[int]
    series: Sequence[series.Series]
    alone: Sequence[int]
    query: Query | None


def answer(library: Library, asked: Asked) -> Steps[Outcome]:
    """The series of the meetings that match; by month where that is asked for."""
    found = yield from finding(library, asked.query)
    return Series(found, by_month=bool(asked.options.get("months")))


def finding(library: Library, query: Query | None) -> Steps[Found]:
    """The series of the meetings that match, in steps."""
    meetings = library.across.meetings()
    found = (yield from library.across.finding_meetings(query)) if filter_text(query) else meetings
    keys = {held.key for held in found}
    matching = [number for number, held in enumerate(meetings) if held.key in keys]
    alone = [number for number in matching if meetings[number].series is None]
    gathered = series.gather(map(_occurrence, meetings))
    held_here = [one for one in gathered if any(meetings[held.meeting].key in keys for held in one.sessions)]
    return Found(meetings, matching, held_here, alone, query)


def _occurrence(held: ListedMeeting) -> Occurrence:
    year = _YEAR.search(held.name)
    return Occurrence(held.convener, held.series, held.number, held.day, int(year[1]) if year else None)


def months_of(found: Found) -> list[Month]:
    """Every month from the first matching meeting's to the last's, also those without any."""
    return series.by_month({number: found.meetings[number].day for number in found.matching})


def number_texts(one: series.Series) -> list[str]:
    """The lowest and highest ordinal of a series, and what is missing between; nothing of a series without ordinals."""
    ordinals = [session.ordinal for session in one.sessions if session.ordinal is not None]
    if not ordinals:
        return []
    gaps = [row for row in with_gaps(one.sessions) if isinstance(row, Gap)]
    text = _("no number missing")
    if len(gaps) > GAPS_NAMED:
        text = _("missing {count} numbers").format(count=len(one.missing))
    elif gaps:
        runs = [str(number) for gap in gaps for number in _ends(gap)]
        text = _("missing {numbers}").format(numbers=_(", ").join(runs))
    return [_("nos. {first}-{last}").format(first=min(ordinals), last=max(ordinals)), text]


def _ends(gap: Gap) -> Sequence[int | str]:
    """A run as the parts of a list: two neighbours one by one."""
    return (gap.first, gap.last) if gap.last == gap.first + 1 else (_run(gap),)


def _run(gap: Gap) -> str:
    """Numbers without a gap: 47-48, or one alone."""
    return f"{gap.first}-{gap.last}" if gap.last > gap.first else str(gap.first)


def days_text(days: int | None) -> str:
    """How long after the previous meeting of its series one was held; nothing of the first."""
    if days is None:
        return ""
    return _("after {days} d").format(days=days) if days else _("same day")


def _number(number: int | str | None) -> str:
    return "" if number is None else _("no. {number}").format(number=number)


def _held(count: int) -> str:
    return counted("{count} meeting", "{count} meetings", count, "short")


def _texts(one: series.Series) -> list[str]:
    """What is said of a series beside its name."""
    return [one.convener or _("convener not told"), _held(len(one.sessions)), *number_texts(one)]


class Series(Report[Row]):
    """The series, or the months, each a group of meetings that opens and folds."""

    view = "series"
    nothing = N_("No meetings whose day is known.")
    actions: ClassVar[Mapping[str, tuple[str, ...]]] = {"turn": ("m",), "fold": ("a",)}

    def __init__(self, found: Found, *, by_month: bool = False) -> None:
        self.found = found
        self.by_month = by_month
        self._open: set[str] | None = None
        """The groups that are open, by name; None before it is known how many lines there are room for."""
        self._shown: Sequence[Row] | None = None
        self._filter = filter_text(found.query)
        self._months = months_of(found)
        self._most = max((len(month.meetings) for month in self._months), default=0)

    def head(self, width: int) -> Sequence[Line]:
        """What there is, and the filter."""
        found = self.found
        text = _("series {series}  meetings {meetings}  {alone} of no series").format(
            series=len(found.series), meetings=len(found.matching), alone=len(found.alone)
        )
        pieces = [(_("By month") if self.by_month else _("Series"), "mark")]
        pieces += [(part, "text") for part in text.split("  ")]
        if self._filter:
            pieces.append((filtered_by(found.query), "mark"))
            pieces += [] if self.by_month else [(_("series are shown whole"), "detail")]
        return flowed(pieces, width - 2)

    def fit(self, height: int) -> None:
        """All series are open at first where their meetings fit."""
        if self._open is None:
            lines = sum(1 + len(one.sessions) for one in self.found.series) + bool(self.found.alone)
            fits = lines + len(self.found.alone) <= height - 3
            self._open = set(self._groups()) if fits and not self.by_month else set()

    def rows(self) -> Sequence[Row]:
        """The groups, each with its meetings below it while open; beside a month stands how many it has."""
        if self._shown is None:
            self._shown = list(self._listed()) if self.found.matching else []
        return self._shown

    def _groups(self) -> Mapping[str, tuple[str, str, int, Iterable[Session | Gap | int]]]:
        """(name, what is said, size, members) of each series, and of the meetings of none; or of each month."""
        if self.by_month:
            return {one.name: (one.name, "", len(one.meetings), one.meetings) for one in self._months}
        groups: dict[str, tuple[str, str, int, Iterable[Session | Gap | int]]] = {
            f"s{number}": (one.name, "  ".join(_texts(one)), len(one.sessions), with_gaps(one.sessions))
            for number, one in enumerate(self.found.series)
        }
        if alone := self.found.alone:
            groups["alone"] = (_("Of no series"), _held(len(alone)), len(alone), alone)
        return groups

    def _listed(self) -> Iterator[Row]:
        for key, (name, about, size, members) in self._groups().items():
            is_open = key in (self._open or ())
            sign = " " if not size else "-" if is_open else "+"
            text = (str(size), "text") if self.by_month else (f"  {about}", "detail")
            yield Row(((name, "strong"), text), indents=(2, 2), sign=(f"{sign} ", "mark"), fold=key)
            if is_open:
                yield from map(self._member, members)

    def _member(self, member: Session | Gap | int) -> Row:
        """A meeting of a group, or what is missing at its place."""
        if isinstance(member, Gap):
            pieces = ((f"{_number(_run(member))}  ", "missing"), (_("not in this collection"), "missing"))
            return Row(pieces, indents=(4, 16))
        text = ""
        if isinstance(member, Session):
            text = "".join(f"{part}  " for part in (_number(member.ordinal), days_text(member.days)) if part)
            member = member.meeting
        held = self.found.meetings[member]
        return Row(((text, "detail"), (held.name, "text")), str(held.day), Target(held.key), (4, 16))

    def lines(self, row: Row, width: int) -> Sequence[Line]:
        """A month in one line with a bar as long as it has meetings; anything else as it is."""
        if not self.by_month or not row.fold:
            return super().lines(row, width)
        (name, _ink), (count, _ink) = row.pieces
        size = int(count)
        room = max(1, width - 8 - cells(name) - len(str(self._most)))
        bar = -(-size * min(room, self._most * 2) // self._most)
        inks = ("strong", "text") if size else ("detail", "detail")
        return [[row.sign, (name, inks[0]), ("  ", ""), (" " * bar, "block"), (" " * bool(bar), ""), (count, inks[1])]]

    def open(self) -> Outcome:
        """Opens or folds a group; leaves for a meeting."""
        here = self.here
        if here is None or not here.fold:
            return super().open()
        self._show((self._open or set()) ^ {here.fold}, self.cursor)
        return None

    def do_fold(self) -> None:
        """Opens all groups, or folds all where one is open."""
        self._show(set() if self._open else set(self._groups()), 0)

    def do_turn(self) -> None:
        """Turns from the series to the months, where the newest is under the cursor; or back."""
        self.by_month = not self.by_month
        self.footer = N_("Enter Open|m Series|Esc Back|a Open or fold all") if self.by_month else ""
        self._show(set(), 0)
        self.cursor = len(self.rows()) - 1 if self.by_month else 0

    def _show(self, groups: set[str], cursor: int) -> None:
        self._open, self._shown, self.cursor = groups, None, cursor

    def remarks(self, form: str) -> Iterator[str]:
        """That nothing matches; how many meetings are of no series, which is printed for people."""
        if self.is_empty:
            yield nothing_matches(self.found.query.text) if self.found.query and self._filter else _(self.nothing)
        elif self.found.alone and form != "text" and not self.by_month:
            yield f"{_('Of no series')} {_held(len(self.found.alone))}"

    def printed(self, width: int) -> Iterator[str]:
        """The series for people: a line each, below it its meetings and what is missing between them; or the months."""
        found = self.found
        if self.by_month:
            yield from (f"{month.name}  {len(month.meetings):>3}" for month in self._months)
            return
        for one in found.series:
            yield "  ".join(map(one_line, (one.name, *_texts(one))))
            yield from aligned(map(self._columns, with_gaps(one.sessions)), "  ")
        if found.alone:
            yield f"{_('Of no series')}  {_held(len(found.alone))}"
            held = (found.meetings[number] for number in found.alone)
            yield from aligned(((one.day.isoformat(), one.id, one_line(one.name)) for one in held), "  ")

    def _columns(self, row: Session | Gap) -> tuple[str, ...]:
        if isinstance(row, Gap):
            return ("", "", _number(_run(row)), _("not in this collection"), "")
        held = self.found.meetings[row.meeting]
        return (held.day.isoformat(), held.id, _number(row.ordinal), days_text(row.days), one_line(held.name))

    def table(self) -> Iterator[Sequence[object]]:
        """The series as rows of a table: every meeting once, those of no series at the end; or the months."""
        found = self.found
        if self.by_month:
            yield _("month|meetings").split("|")
            yield from ((month.name, len(month.meetings)) for month in self._months)
            return
        yield _("series|convener|date|number|days since the former|file|meeting").split("|")
        for one in found.series:
            for session in one.sessions:
                held = found.meetings[session.meeting]
                yield one.name, one.convener, held.day, session.ordinal, session.days, held.path, held.name
        for number in found.alone:
            held = found.meetings[number]
            yield None, held.convener, held.day, held.number, None, held.path, held.name

    def objects(self) -> Iterator[dict[str, Any]]:
        """The series for JSON, most meetings first; their meetings oldest first; or the months."""
        if self.by_month:
            yield from ({"month": month.name, "meetings": len(month.meetings)} for month in self._months)
            return
        for one in self.found.series:
            yield {
                "series": one.name,
                "convener": one.convener,
                "meetings": [self._object(session) for session in one.sessions],
                "missing": list(one.missing),
            }

    def _object(self, session: Session) -> dict[str, Any]:
        held = self.found.meetings[session.meeting]
        ordinal, days = session.ordinal, session.days
        return {"path": held.path, "date": held.day.isoformat(), "number": ordinal, "days_since": days}
