"""`compare`: two meetings side by side.

May import `views`, `analysis`, `readout.people`, `locale` and this room.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from reader.analysis.comparison import Clause, Kind, LeftOut
from reader.cli.answers import put_answer
from reader.cli.collection import meeting_named, read
from reader.cli.output import CommandError, ExitCode, say
from reader.cli.session import Session
from reader.locale.views import CompareWords, view_words
from reader.readout.people import Attendance
from reader.views.comparing import (
    SIGNS,
    Compared,
    Reason,
    compare_meetings,
    left_out_told,
    partner_of,
    people_changes,
)


def compare(session: Session) -> ExitCode:
    """`compare A B`: what B kept of A, reworded, dropped, and what is new; `compare B`: against the meeting before."""
    words = view_words(session.shared.lang).compare
    with read(session) as library:
        library.compare()
        meetings = library.across.meetings()
        here = meeting_named(library, meetings, session.arguments.file, session)
        if session.arguments.other:
            former, latter = here, meeting_named(library, meetings, session.arguments.other, session)
        else:
            partner = partner_of(meetings, here.key)
            if partner is None:
                raise CommandError(ExitCode.NOTHING, words.no_former)
            if partner.reason is Reason.BEFORE:
                say(words.other_series)
            former, latter = partner.meeting, here
        compared = compare_meetings(library, former, latter)
    if session.arguments.format != "text":
        for sentence in left_out_told(compared, words):
            say(sentence)
    put_answer(session, as_object(compared), as_rows(compared, words), as_lines(compared, words))
    return ExitCode.DONE


def as_object(compared: Compared) -> dict[str, Any]:
    """A comparison for JSON; clauses in the order of their text, shares in percent with one decimal.

    `left_out` is there where not all could be compared: how many `characters` of each post were, among how many clauses
    (`first`) reworded pairs were looked for, null for all; how many clauses were too `long` for that.
    """
    found, people = compared.comparison, compared.people
    left_out = {} if found.left_out == LeftOut() else {"left_out": found.left_out._asdict()}
    return {
        "from": compared.former.path,
        "to": compared.latter.path,
        "kept": [clause.text for clause in found.kept],
        "dropped": [clause.text for clause in found.dropped],
        "new": [clause.text for clause in found.new],
        "reworded": [
            {"from": pair.former.text, "to": pair.latter.text, "ratio": round(pair.ratio, 3)} for pair in found.reworded
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


def as_rows(compared: Compared, words: CompareWords) -> Iterator[tuple[object, ...]]:
    """A comparison as rows of a table: every clause once, side by side."""
    yield words.columns
    ratios = {pair.latter.text: pair.ratio for pair in compared.comparison.reworded}
    for change in compared.changes:
        former, latter = change.former, change.latter
        ratio = round(ratios[latter.text], 3) if change.kind is Kind.REWORDED and latter else None
        texts = (former.text if former else None, latter.text if latter else None)
        yield (getattr(words, change.kind), *texts, ratio, _number(former), _number(latter))


def as_lines(compared: Compared, words: CompareWords) -> Iterator[str]:
    """A comparison for people: counts, people, then the clauses with a sign before each."""
    found = compared.comparison
    for sign, held in (("-", compared.former), ("+", compared.latter)):
        yield f"{sign} {held.day}  {held.id}  {held.name}"
    counts = (("kept", found.kept), ("reworded", found.reworded), ("dropped", found.dropped), ("new", found.new))
    yield "  " + "  ".join(f"{getattr(words, name)} {len(what)}" for name, what in counts)
    for template, share in (
        (words.share, compared.new_share),
        (words.share_of_partner, compared.new_share_of_partner),
    ):
        if share is not None:
            yield "  " + template.format(share=_rounded(share))
    yield from (f"  {sentence}" for sentence in left_out_told(compared, words))
    yield from (f"  {label} {names}" for label, names in people_changes(compared, words))
    yield ""
    for change in compared.changes:
        kind = change.kind
        if kind is Kind.REWORDED and change.former and change.latter:
            yield f"~ {change.former.text}"
            yield f"  → {change.latter.text}"
        else:
            clause = change.latter or change.former
            yield f"{SIGNS[kind]} {clause.text if clause else ''}"


def _number(clause: Clause | None) -> int | None:
    """The paragraph of a clause, counted from 1."""
    return clause.where.paragraph + 1 if clause else None


def _person(person: Attendance) -> dict[str, Any]:
    return {"name": person.name, "role": person.role, "position": person.position}


def _rounded(share: float | None) -> float | None:
    return None if share is None else round(share, 1)
