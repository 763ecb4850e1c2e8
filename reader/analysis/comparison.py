"""Two readouts side by side: clauses kept, reworded, dropped, new.

May import `text.clauses`, `i18n`, `where`, `steps` and `rewording`. Clauses equal in both are kept. Of the rest, pairs
of at least SHORTEST characters each whose 2·LCS/(a+b) is at least ALIKE, taken greedily from the most alike (then in
the order of the texts), are reworded; a reworded clause still counts as dropped on the one side and new on the other.
Of texts that are too long for that a part is compared: `LeftOut` tells what was not.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from reader.analysis.rewording import rewordings
from reader.analysis.steps import Steps
from reader.analysis.where import Body, Where, beginning
from reader.i18n import N_
from reader.text.clauses import clauses

MOST = 500_000
"""Characters of a readout that are compared."""
_AT_ONCE = 2_000
"""Clauses that are read in a step."""


class Clause(NamedTuple):
    """A clause as printed, and where it stands first."""

    text: str
    where: Where


class Rewording(NamedTuple):
    """A clause of the former readout and the one that took its place; `ratio` is 2·LCS/(a+b), from ALIKE to 1."""

    former: Clause
    latter: Clause
    ratio: float


class LeftOut(NamedTuple):
    """What was not compared.

    `characters` is the number of characters of each readout that were compared, `first` that of the dropped and of the
    new clauses among which reworded pairs were looked for, both None where that is all; so many clauses were too `long`
    for it.
    """

    characters: int | None = None
    first: int | None = None
    long: int = 0


class Comparison(NamedTuple):
    """Two readouts' distinct clauses, each list in the order of its text; `kept` as they stand in the latter."""

    kept: Sequence[Clause]
    dropped: Sequence[Clause]
    new: Sequence[Clause]
    reworded: Sequence[Rewording]
    left_out: LeftOut = LeftOut()


class Kind(StrEnum):
    """What became of a clause."""

    KEPT = N_("kept")
    REWORDED = N_("reworded")
    DROPPED = N_("dropped")
    NEW = N_("new")


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


def distinct_clauses(body: Body) -> Steps[dict[str, Clause]]:
    """The clauses of a body by their text, in its order; in steps."""
    found: dict[str, Clause] = {}
    seen = 0
    for number, paragraph in enumerate(body):
        for start, end in clauses(paragraph):
            text = paragraph[start:end]
            found.setdefault(text, Clause(text, Where(number, start, end)))
            seen += 1
            if not seen % _AT_ONCE:
                yield 0
    return found


def comparing(former: Body, latter: Body) -> Steps[Comparison]:
    """What became of the clauses of one readout in another; in steps."""
    cut = sum(map(len, former)) > MOST or sum(map(len, latter)) > MOST
    before = yield from distinct_clauses(beginning(former, MOST))
    after = yield from distinct_clauses(beginning(latter, MOST))
    dropped = [clause for text, clause in before.items() if text not in after]
    new = [clause for text, clause in after.items() if text not in before]
    kept = [clause for text, clause in after.items() if text in before]
    yield 0
    found = yield from rewordings([clause.text for clause in dropped], [clause.text for clause in new])
    reworded = [Rewording(dropped[pair.former], new[pair.latter], pair.ratio) for pair in found.pairs]
    return Comparison(kept, dropped, new, reworded, LeftOut(MOST if cut else None, found.first, found.long))


def setting_side_by_side(former: Body, latter: Body, comparison: Comparison) -> Steps[list[Change]]:
    """All compared clauses of both in the order of the latter; what was dropped stands behind what stood before it."""
    before = yield from distinct_clauses(beginning(former, MOST))
    partners = {pair.latter.text: pair.former for pair in comparison.reworded}
    partners |= {clause.text: before[clause.text] for clause in comparison.kept}
    placed = {clause.text for clause in partners.values()}
    behind = _dropped_behind(before.values(), placed)
    changes = [Change(clause, None) for clause in behind.get(None, ())]
    yield 0
    for text, clause in (yield from distinct_clauses(beginning(latter, MOST))).items():
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
