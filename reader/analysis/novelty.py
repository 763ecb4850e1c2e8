"""What was said before and what is new wording.

May import `where` and `steps`. A character is *said before* if it lies in a run of RUN characters of one paragraph that
stands, exactly as printed, in the body of an earlier meeting. The *new share* is the rest, in percent of the body's
characters.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Container, Iterable, Iterator, Sequence

from reader.analysis.steps import Steps, finished
from reader.analysis.where import Body, Where

RUN = 8
"""Characters of a run: the shortest wording that counts as said before."""
_PIECE = 20_000
"""Runs that are looked at in a step."""


def said_before(body: Body, earlier: Iterable[Body]) -> list[Where]:
    """The passages of a body that were said in any of the earlier ones, in order; none touches the next."""
    return finished(looking_for_said(body, list(earlier)))


def looking_for_said(body: Body, earlier: Sequence[Body]) -> Steps[list[Where]]:
    """The same in steps. All runs of a long body at once would fill the memory: they are taken a tenth at a time."""
    starts: list[list[int]] = [[] for _ in body]
    for piece in _pieces(body, max(_PIECE, sum(map(len, body)) // 10)):
        wanted = {run for _, _, run in _runs(body, piece)}
        said: set[str] = set()
        yield 0
        for other in earlier:
            for part in _pieces(other, _PIECE):
                said |= wanted.intersection(run for _, _, run in _runs(other, part))
                yield 0
        for number, at, run in _runs(body, piece):
            if run in said:
                starts[number].append(at)
    return [Where(number, *span) for number, found in enumerate(starts) for span in _joined(found)]


def said_before_each(
    bodies: Sequence[Body], wanted: Collection[int], at_once: int, unheard: Container[int] = ()
) -> Iterator[tuple[int, list[Where]]]:
    """For each of the bodies (oldest first) whose number is wanted, what was said in those before it.

    Bodies that are `unheard` are compared, but nobody after them is compared with them. All runs of all bodies at once
    would fill the memory: they are taken in turns, by their first character, each of about `at_once` runs.
    """
    turns = 1 + sum(len(text) for number in wanted for text in bodies[number]) // at_once
    starts: dict[int, list[list[int]]] = {number: [[] for _ in bodies[number]] for number in sorted(wanted)}
    for turn in range(turns):
        matters = None
        if len(starts) < len(bodies):  # else nearly every run is sought, and to know which would fill the memory
            sought = (run for number in starts for text in bodies[number] for _, run in _turn(text, turn, turns))
            matters = set(sought).__contains__
        said: set[str] = set()
        for number, body in enumerate(bodies):
            if number in starts:
                for text, found in zip(body, starts[number], strict=True):
                    found += [at for at, run in _turn(text, turn, turns) if run in said]
            if number not in unheard:
                runs = (run for text in body for _, run in _turn(text, turn, turns))
                said.update(filter(matters, runs) if matters else runs)
    for number, paragraphs in starts.items():
        spans = ((paragraph, span) for paragraph, found in enumerate(paragraphs) for span in _joined(sorted(found)))
        yield number, [Where(paragraph, *span) for paragraph, span in spans]


def new_passages(body: Body, said: Iterable[Where]) -> list[Where]:
    """What is left between the passages that were said before, in order."""
    by_paragraph: dict[int, list[Where]] = {}
    for passage in said:
        by_paragraph.setdefault(passage.paragraph, []).append(passage)
    found = []
    for number, text in enumerate(body):
        at = 0
        for passage in (*by_paragraph.get(number, ()), Where(number, len(text), len(text))):
            if passage.start > at:
                found.append(Where(number, at, passage.start))
            at = passage.end
    return found


def new_wording(body: Body, said: Iterable[Where]) -> list[Where]:
    """The new passages that hold words: a mark between two known phrases is nothing to stop at."""
    return [passage for passage in new_passages(body, said) if any(map(_is_word, passage.words(body)))]


def new_share(body: Body, said: Iterable[Where]) -> float | None:
    """The new share in percent, unrounded; None of a body without characters."""
    total = sum(map(len, body))
    return 100 * (total - sum(passage.end - passage.start for passage in said)) / total if total else None


def longest_in(text: str, start: int, end: int, other: Body) -> Where | None:
    """The passage of another body that repeats most of what begins at `start` of a text, up to `end`.

    None where it does not repeat a whole run from there on. Of equals the first.
    """
    best: Where | None = None
    if end - start < RUN:
        return None
    for number, paragraph in enumerate(other):
        at = paragraph.find(text[start : start + RUN])
        while at >= 0:
            length = _common(text[start:end], paragraph[at:])
            if best is None or length > best.end - best.start:
                best = Where(number, at, at + length)
            at = paragraph.find(text[start : start + RUN], at + 1)
    return best


def _common(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (mine, yours) in pairs if mine != yours), min(len(one), len(other)))


def _is_word(character: str) -> bool:
    return unicodedata.category(character)[0] in "LN"


def _turn(text: str, turn: int, turns: int) -> list[tuple[int, str]]:
    """The runs of a text that one of several turns takes, with where they begin."""
    return [(at, text[at : at + RUN]) for at in range(len(text) - RUN + 1) if ord(text[at]) % turns == turn]


def _runs(body: Body, piece: Iterable[tuple[int, int, int]]) -> Iterator[tuple[int, int, str]]:
    """The runs of a piece of a body, each with its paragraph and where it begins there."""
    for number, first, stop in piece:
        text = body[number]
        for at in range(first, stop):
            yield number, at, text[at : at + RUN]


def _pieces(body: Body, size: int) -> Iterator[list[tuple[int, int, int]]]:
    """The places where runs begin, as pieces of so many: stretches (paragraph, first, behind the last)."""
    piece: list[tuple[int, int, int]] = []
    room = size
    for number, text in enumerate(body):
        first, end = 0, len(text) - RUN + 1
        while first < end:
            stop = min(end, first + room)
            piece.append((number, first, stop))
            room -= stop - first
            first = stop
            if not room:
                yield piece
                piece, room = [], size
    if piece:
        yield piece


def _joined(starts: Iterable[int]) -> Iterator[tuple[int, int]]:
    """The characters that runs at these ascending places cover, as spans that do not touch."""
    first = last = None
    for at in starts:
        if first is None or last is None:
            first = at
        elif at > last:
            yield first, last
            first = at
        last = at + RUN
    if first is not None and last is not None:
        yield first, last
