"""`compare`: two meetings side by side; what was kept, reworded, dropped, added, and who is named.

May import `library`, `analysis`, `readout.people`, `text`, `i18n`, `report` and `compared`. On a wide terminal the two
texts stand beside each other, on a narrow one below each other. What is kept is muted; a sign at the margin tells the
rest.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, ClassVar, NamedTuple

from reader.analysis.comparison import Change, Clause, Kind, LeftOut
from reader.analysis.rewording import LONGEST
from reader.analysis.steps import Steps
from reader.analysis.subsequence import common_spans
from reader.i18n import _
from reader.library.index import Library
from reader.library.model import ListedMeeting
from reader.readout.people import Attendance
from reader.text import typeset
from reader.text.cells import cells
from reader.text.typeset import visible
from reader.views.compared import Compared, Reason, comparing_meetings, partner_of
from reader.views.report import (
    Asked,
    Line,
    Outcome,
    Piece,
    Report,
    Target,
    first_of,
    flowed,
    meeting_of,
    paragraphs,
    rows_cut,
)

SIGNS = dict(zip(Kind, " ~-+", strict=True))
"""What stands before a clause for what became of it."""
BESIDE = 76
"""From so many cells on the two texts stand beside each other."""
_GAP = 2
"""Cells between the two texts."""


class PeopleRow(NamedTuple):
    """What changed in the people: a label and the names."""

    label: str
    text: str


def answer(library: Library, asked: Asked) -> Steps[Outcome]:
    """Two meetings that are named, in this order; else the one asked about and its partner, the earlier first."""
    meetings = library.across.meetings()
    here = meeting_of(library, meetings, asked.post)
    if here is None:
        return _("This post reports no meeting whose day is known")
    reason = Reason.SERIES
    if asked.is_whole and asked.other is not None:
        pair = [here, next(held for held in meetings if held.key == asked.other)]
    else:
        partner = partner_of(meetings, here.key, asked.other)
        if partner is None:
            return _("This is the earliest meeting of the collection: there is none to compare it with")
        pair, reason = sorted((partner.meeting, here), key=meetings.index), partner.reason
    try:
        compared = yield from comparing_meetings(library, *pair)
    except KeyError:
        return _("A post to be compared is not there any more")
    return Compare(compared, reason)


class Compare(Report[PeopleRow | Change]):
    """What changed in the people; then one row a clause, or a pair of them."""

    view = "compare"
    actions: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "next reworded 1": ("n", "f3"),
        "next reworded -1": ("N", "p"),
        "next dropped 1": ("-",),
        "next new 1": ("+", "="),
        "changes": ("c",),
    }

    def __init__(self, compared: Compared, reason: Reason = Reason.SERIES) -> None:
        self.compared = compared
        self.notice = self._reason = _(reason.value) if reason.value else ""
        self._changes_only = False
        self._rows: Sequence[PeopleRow | Change] = ()

    def rows(self) -> Sequence[PeopleRow | Change]:
        """The people, then the clauses, as many of them as a screen shows."""
        if not self._rows:
            self._rows = [*people_changes(self.compared), *first_of(map(_short, self._changes), _characters)]
        return self._rows

    @property
    def _changes(self) -> Sequence[Change]:
        changes = self.compared.changes
        return [row for row in changes if row.kind is not Kind.KEPT] if self._changes_only else changes

    def head(self, width: int) -> Sequence[Line]:
        """The two meetings, what became of how many clauses, the new shares; what is not compared or not shown."""
        meetings = [[(f"{sign} {held.day}  ", "mark"), (held.name, "title")] for sign, held in self._sides]
        pieces = [(text, "text") for text in self._counts] + [(share, "detail") for share in self._shares]
        pieces += [(_("changes only"), "mark")] if self._changes_only else []
        sentences = left_out_text(self.compared)
        shown, total = sum(isinstance(row, Change) for row in self.rows()), len(self._changes)
        sentences += filter(None, [rows_cut(shown, total, self.view)])
        notes = paragraphs([(sentence, "mark") for sentence in sentences], width - 2)
        return [*meetings, *flowed(pieces, width - 2), *notes]

    @property
    def _sides(self) -> Sequence[tuple[str, ListedMeeting]]:
        return (("-", self.compared.former), ("+", self.compared.latter))

    @property
    def _counts(self) -> list[str]:
        found = self.compared.comparison
        return [f"{_(kind.value)} {len(getattr(found, kind))}" for kind in Kind]

    @property
    def _shares(self) -> list[str]:
        compared = self.compared
        shares = (
            (_("new wording {share}% (against all earlier)"), compared.new_share),
            (_("new wording {share}% (against the former alone)"), compared.new_share_of_partner),
        )
        return [text.format(share=f"{share:.1f}") for text, share in shares if share is not None]

    def height(self, row: PeopleRow | Change, width: int) -> int:
        """As many lines as the longer of two beside each other has, or as both have together."""
        if isinstance(row, PeopleRow):
            return len(_set(f"{row.label} {row.text}", width - 3))
        heights = [len(_set(clause.text, _room(width))) for clause in _shown(row, width) if clause]
        return max(1, max(heights) if width >= BESIDE else sum(heights))

    def lines(self, row: PeopleRow | Change, width: int) -> Sequence[Line]:
        """The sign, then the former text and the latter beside it, or below it."""
        return _people_lines(row, width) if isinstance(row, PeopleRow) else _change_lines(row, width)

    def target(self, row: PeopleRow | Change) -> Target | None:
        """The clause in the latter meeting, or in the former where it was dropped."""
        if isinstance(row, PeopleRow):
            return None
        if row.latter is not None:
            return Target(self.compared.latter.key, row.latter.where)
        return Target(self.compared.former.key, row.former.where) if row.former else None

    def do_next(self, kind: str, step: str) -> Outcome:
        """Goes to the next row of a kind, or to the one before."""
        rows, way = self.rows(), int(step)
        for number in range(self.cursor + way, len(rows) if way > 0 else -1, way):
            row = rows[number]
            if isinstance(row, Change) and row.kind == kind:
                self.cursor = number
                return None
        return _("No more in this direction")

    def do_changes(self) -> Outcome:
        """Leaves out what was kept, or shows it again, with the cursor on the same row where that is there."""
        here = self.here
        self._changes_only = not self._changes_only
        self._rows = ()
        rows = self.rows()
        self.cursor = rows.index(here) if here in rows else 0
        return None

    def remarks(self, form: str) -> Iterator[str]:
        """Why it is compared with this meeting; what was left out, unless that is printed."""
        if self._reason:
            yield self._reason
        if form != "text":
            yield from left_out_text(self.compared)

    def printed(self, width: int) -> Iterator[str]:
        """Counts, people, then the clauses with a sign before each."""
        for sign, held in self._sides:
            yield f"{sign} {held.day}  {held.id}  {held.name}"
        yield "  " + "  ".join(self._counts)
        yield from (f"  {text}" for text in (*self._shares, *left_out_text(self.compared)))
        yield from (f"  {label} {names}" for label, names in people_changes(self.compared))
        yield ""
        for change in self.compared.changes:
            kind = change.kind
            if kind is Kind.REWORDED and change.former and change.latter:
                yield f"~ {change.former.text}"
                yield f"  → {change.latter.text}"
            else:
                clause = change.latter or change.former
                yield f"{SIGNS[kind]} {clause.text if clause else ''}"

    def table(self) -> Iterator[Sequence[object]]:
        """Every clause once, side by side; paragraphs are counted from 1."""
        yield _("kind|former|latter|alike|paragraph of former|paragraph of latter").split("|")
        ratios = {pair.latter.text: pair.ratio for pair in self.compared.comparison.reworded}
        for change in self.compared.changes:
            former, latter = change
            ratio = round(ratios[latter.text], 3) if change.kind is Kind.REWORDED and latter else None
            texts = (former and former.text, latter and latter.text)
            yield (_(change.kind.value), *texts, ratio, *(one and one.where.paragraph + 1 for one in change))

    def objects(self) -> Mapping[str, Any]:
        """A comparison for JSON; clauses in the order of their text, shares in percent with one decimal.

        `left_out` is there where not all could be compared: how many `characters` of each post were, among how many
        clauses (`first`) reworded pairs were looked for, null for all; how many clauses were too `long` for that.
        """
        compared = self.compared
        found, people = compared.comparison, compared.people
        left_out = {} if found.left_out == LeftOut() else {"left_out": found.left_out._asdict()}
        return {
            "from": compared.former.path,
            "to": compared.latter.path,
            **{kind: [clause.text for clause in getattr(found, kind)] for kind in ("kept", "dropped", "new")},
            "reworded": [
                {"from": pair.former.text, "to": pair.latter.text, "ratio": round(pair.ratio, 3)}
                for pair in found.reworded
            ],
            "new_share_percent": _rounded(compared.new_share),
            "new_share_of_partner_percent": _rounded(compared.new_share_of_partner),
            "people": {
                "newly_named": [_person(person) for person in people.newly_named],
                "not_named": [_person(person) for person in people.not_named],
                "role_changed": [{"name": one.name, "from": one.former, "to": one.latter} for one in people.roles],
                "order_changed": list(people.reordered),
            },
            **left_out,
        }


def left_out_text(compared: Compared) -> list[str]:
    """What was not compared, a sentence each; nothing where all was."""
    left = compared.comparison.left_out
    known = {
        _("Long posts: the first {count} characters of each were compared"): left.characters,
        _("Long posts: reworded pairs were looked for among the first {count} clauses of each that were not kept"): (
            left.first
        ),
        _("{count} clauses of more than {most} characters were not looked at for rewording"): left.long or None,
    }
    return [template.format(count=count, most=LONGEST) for template, count in known.items() if count is not None]


def people_changes(compared: Compared) -> list[PeopleRow]:
    """What changed in the people, a row each kind; that nothing did where that is so."""
    people, none = compared.people, _("no role printed")
    roles = [f"{one.name}（{one.former or none} › {one.latter or none}）" for one in people.roles]
    known = (
        (_("newly named"), [person.name for person in people.newly_named]),
        (_("not named"), [person.name for person in people.not_named]),
        (_("role printed otherwise"), roles),
        (_("order changed"), people.reordered),
    )
    return [PeopleRow(label, "、".join(names)) for label, names in known if names] or [
        PeopleRow(_("the same people"), "")
    ]


@lru_cache(maxsize=4096)
def _set(text: str, width: int) -> tuple[typeset.Line, ...]:
    if text and cells(text) <= width:
        return (typeset.Line(0, len(text), 0),)
    return tuple(typeset.typeset(text, width, 0))


def _room(width: int) -> int:
    """The cells of a line of text."""
    room = width - 5
    return max(2, (room - _GAP) // 2 if width >= BESIDE else room)


def _shown(row: Change, width: int) -> Sequence[Clause | None]:
    """The clauses of a row that are painted: what is kept stands there once where there is no room beside."""
    return (row.latter,) if width < BESIDE and row.kind is Kind.KEPT else row


def _people_lines(row: PeopleRow, width: int) -> Sequence[Line]:
    text, end = f"{row.label} {row.text}", len(row.label)
    return [
        [(text[line.start : min(end, line.end)], "detail"), (text[max(end, line.start) : line.end], "text")]
        for line in _set(text, width - 3)
    ]


@lru_cache(maxsize=256)
def _change_lines(row: Change, width: int) -> Sequence[Line]:
    ink, room = row.kind.value, _room(width)
    if width < BESIDE:
        return [line for clause in _shown(row, width) if clause for line in _below(row, clause, room)]
    former, latter = (_clause_lines(row, clause, room) for clause in row)
    lines: list[Line] = []
    for part in range(max(1, len(former), len(latter))):
        left = [(f"{SIGNS[row.kind]} " if not part else "  ", ink), *(former[part] if part < len(former) else ())]
        blank = 2 + room + _GAP - sum(cells(text) for text, _ink in left)
        lines.append([*left, (" " * blank, ""), *(latter[part] if part < len(latter) else ())])
    return lines


def _below(row: Change, clause: Clause, room: int) -> Iterator[Line]:
    """The lines of one clause of a row that has its clauses below each other."""
    sign = ">" if row.kind is Kind.REWORDED and clause is row.latter else SIGNS[row.kind]
    for part, line in enumerate(_clause_lines(row, clause, room)):
        yield [(sign if not part else " ", row.kind.value), (" ", ""), *line]


def _clause_lines(row: Change, clause: Clause | None, room: int) -> list[list[Piece]]:
    """A clause in lines of `room` cells; in a reworded one, what the other does not have stands out."""
    if clause is None:
        return []
    name = "text" if row.kind is Kind.REWORDED else row.kind.value
    lines: list[list[Piece]] = []
    for line in _set(clause.text, room):
        pieces: list[Piece] = []
        end, at = line.start + len(visible(clause.text, line)), line.start
        for start, stop in _common(row, clause):
            for span, ink in (((at, start), "reworded"), ((start, stop), name)):
                first, last = max(span[0], line.start), min(span[1], end)
                if first < last:
                    pieces.append((clause.text[first:last], ink))
            at = stop
        lines.append(pieces)
    return lines


def _common(row: Change, clause: Clause) -> Sequence[tuple[int, int]]:
    """What both clauses of a reworded pair have, and the end of the text; else the whole text."""
    size = len(clause.text)
    if row.kind is not Kind.REWORDED or row.former is None or row.latter is None:
        return ((0, size),)
    former, latter = _alike(row.former.text, row.latter.text)
    return (*(former if clause is row.former else latter), (size, size))


@lru_cache(maxsize=512)
def _alike(former: str, latter: str) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    return common_spans(former, latter)


def _short(row: Change) -> Change:
    """A row whose clauses are no longer than any clause of prose; what is longer has no partner."""
    if _characters(row) <= LONGEST:
        return row
    return Change(*(clause and clause._replace(text=_cut(clause.text)) for clause in row))


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else text[:LONGEST] + "…"


def _characters(row: Change) -> int:
    return sum(len(clause.text) for clause in row if clause)


def _person(person: Attendance) -> dict[str, Any]:
    return {"name": person.name, "role": person.role, "position": person.position}


def _rounded(share: float | None) -> float | None:
    return None if share is None else round(share, 1)
