"""Two readouts side by side: clauses kept, reworded, dropped, new.

May import `text.clauses`, `where` and `subsequence`. Clauses equal in both are kept. Of the rest, pairs of clauses of
at least SHORTEST characters whose 2·LCS/(a+b) is at least ALIKE, taken greedily from the most alike (then in the order
of the texts), are reworded; a reworded clause still counts as dropped on the one side and new on the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from reader.analysis.subsequence import Many
from reader.analysis.where import Body, Where
from reader.text.clauses import clauses

SHORTEST = 6
ALIKE = 0.5


class Clause(NamedTuple):
    """A clause as printed, and where it stands first."""

    text: str
    where: Where


class Rewording(NamedTuple):
    """A clause of the former readout and the one that took its place; `ratio` is 2·LCS/(a+b), from ALIKE to 1."""

    former: Clause
    latter: Clause
    ratio: float


class Comparison(NamedTuple):
    """Two readouts' distinct clauses, each list in the order of its text; `kept` as they stand in the latter."""

    kept: Sequence[Clause]
    dropped: Sequence[Clause]
    new: Sequence[Clause]
    reworded: Sequence[Rewording]


class Kind(StrEnum):
    """What became of a clause."""

    KEPT = "kept"
    REWORDED = "reworded"
    DROPPED = "dropped"
    NEW = "new"


class Change(NamedTuple):
    """A line of the two texts set side by side: what stands in the former, the latter, or (kept, reworded) both."""

    former: Clause | None
    latter: Clause | None

    @property
    def kind(self) -> Kind:
        """What it is."""
        if self.former is None or self.latter is None:
            return Kind.NEW if self.former is None else Kind.DROPPED
        return Kind.KEPT if self.former.text == self.latter.text else Kind.REWORDED


def distinct_clauses(body: Body) -> dict[str, Clause]:
    """The clauses of a body by their text, in its order."""
    found: dict[str, Clause] = {}
    for number, paragraph in enumerate(body):
        for start, end in clauses(paragraph):
            text = paragraph[start:end]
            found.setdefault(text, Clause(text, Where(number, start, end)))
    return found


def compare(former: Body, latter: Body) -> Comparison:
    """What became of the clauses of one readout in another."""
    before, after = distinct_clauses(former), distinct_clauses(latter)
    dropped = [clause for text, clause in before.items() if text not in after]
    new = [clause for text, clause in after.items() if text not in before]
    kept = [clause for text, clause in after.items() if text in before]
    return Comparison(kept, dropped, new, _rewordings(dropped, new))


def _rewordings(dropped: Sequence[Clause], new: Sequence[Clause]) -> list[Rewording]:
    """The reworded pairs, in the order of the latter text."""
    old = [clause for clause in dropped if len(clause.text) >= SHORTEST]
    many = Many([clause.text for clause in old])
    alike = []
    for place, clause in enumerate(new):
        if len(clause.text) < SHORTEST:
            continue
        for at, common in enumerate(many.common(clause.text)):
            ratio = 2 * common / (len(old[at].text) + len(clause.text))
            if ratio >= ALIKE:
                alike.append((-ratio, at, place))
    taken: dict[int, Rewording] = {}
    gone: set[int] = set()
    for ratio, at, place in sorted(alike):
        if at not in gone and place not in taken:
            gone.add(at)
            taken[place] = Rewording(old[at], new[place], -ratio)
    return [taken[place] for place in sorted(taken)]


def side_by_side(former: Body, latter: Body, comparison: Comparison) -> list[Change]:
    """All clauses of both in the order of the latter; what was dropped stands behind what stood before it."""
    before = distinct_clauses(former)
    partners = {pair.latter.text: pair.former for pair in comparison.reworded}
    partners |= {clause.text: before[clause.text] for clause in comparison.kept}
    placed = {clause.text for clause in partners.values()}
    behind = _dropped_behind(before.values(), placed)
    changes = [Change(clause, None) for clause in behind.get(None, ())]
    for text, clause in distinct_clauses(latter).items():
        partner = partners.get(text)
        changes.append(Change(partner, clause))
        if partner is not None:
            changes += [Change(gone, None) for gone in behind.get(partner.text, ())]
    return changes


def _dropped_behind(former: Iterable[Clause], placed: set[str]) -> Mapping[str | None, list[Clause]]:
    """What has no place of its own, by the clause with a place that it followed; None for the beginning."""
    behind: dict[str | None, list[Clause]] = {}
    last: str | None = None
    for clause in former:
        if clause.text in placed:
            last = clause.text
        else:
            behind.setdefault(last, []).append(clause)
    return behind
