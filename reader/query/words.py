"""Where the words of a query stand in a text.

May import `model` and `text.folding`. A `Document` holds a post's titles and body as searching sees them; asking it
for a word costs one `in`. Whatever that lets through is verified on the text itself where it must be.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, lru_cache

from reader.query.model import Scope, Word
from reader.text.folding import BARRIER, blind, blind_clauses, with_offsets

GAP = 8
"""Most characters that `*` stands for; what searching is blind to does not count."""

Texts = tuple[Sequence[str], Sequence[str]]
"""The titles and the body paragraphs of a post, as printed."""


class Document:
    """A post made ready for searching.

    `titles` and `body` are forms with barriers for clause marks (`blind_clauses`), texts parted by newlines; `printed`
    gives the texts themselves, and is asked only where a quotation must be verified.
    """

    def __init__(self, titles: str, body: str, printed: Callable[[], Texts]) -> None:
        self._clauses = {False: titles, True: body}
        self._printed = printed

    @cached_property
    def texts(self) -> Texts:
        """The texts as printed."""
        return self._printed()

    @cached_property
    def _blind(self) -> dict[bool, str]:
        return {where: form.replace(BARRIER, "") for where, form in self._clauses.items()}

    def forms(self, scope: Scope, *, clauses: bool = False) -> Iterator[str]:
        """The blind forms of a scope, with barriers or without."""
        source = self._clauses if clauses else self._blind
        if scope is not Scope.BODY:
            yield source[False]
        if scope is not Scope.TITLE:
            yield source[True]

    def printed(self, scope: Scope) -> Iterator[str]:
        """The texts of a scope as printed."""
        titles, body = self.texts
        if scope is not Scope.BODY:
            yield from titles
        if scope is not Scope.TITLE:
            yield from body


def has_word(word: Word, scope: Scope, document: Document) -> bool:
    """Whether a word stands in the texts of the scope."""
    parts = parts_of(word)
    if len(parts) == 1 and not word.exact:
        return any(parts[0] in form for form in document.forms(scope))
    if not word.exact:
        return any(pattern_of(parts).search(form) for form in document.forms(scope, clauses=True))
    return _may_hold(parts, scope, document) and any(word.text in text for text in document.printed(scope))


def spans(word: Word, text: str) -> Iterator[tuple[int, int]]:
    """Where a word stands in one paragraph, as characters [start, end) of it; occurrences do not overlap."""
    if word.exact:
        yield from (match.span() for match in re.finditer(re.escape(word.text), text))
        return
    parts = parts_of(word)
    gaps = len(parts) > 1
    pattern = pattern_of(parts) if gaps else re.compile(re.escape(parts[0]))
    if pattern.search(blind_clauses(text) if gaps else blind(text)):  # offsets cost several times as much
        form = with_offsets(text, clauses=gaps)
        yield from (form.span(*match.span()) for match in pattern.finditer(form.text))


def places(words: Iterable[Word], text: str) -> list[tuple[int, int]]:
    """Where any of the words stands in one paragraph, as `spans` tells it: in order, the same place only once."""
    return sorted({span for word in words for span in spans(word, text)})


def count_hits(words: Sequence[Word], scope: Scope, document: Document) -> int:
    """How many places distinct words have in the texts of a scope; a place that two words share counts once.

    Different words without gaps stand in different places, and so do different quotations, so that they are counted
    without being placed. A word with a gap, or a quotation beside a word, may cover the place of another.
    """
    plain = {parts_of(word)[0] for word in words if not word.exact and len(parts_of(word)) == 1}
    if plain and all(not word.exact and len(parts_of(word)) == 1 for word in words):
        return sum(form.count(part) for form in document.forms(scope) for part in plain)
    if all(word.exact for word in words):
        return sum(
            text.count(word.text)
            for word in set(words)
            if _may_hold(parts_of(word), scope, document)
            for text in document.printed(scope)
        )
    if len(words) == 1:
        return sum(len(pattern_of(parts_of(words[0])).findall(form)) for form in document.forms(scope, clauses=True))
    return sum(len({span for word in words for span in spans(word, text)}) for text in document.printed(scope))


def _may_hold(parts: tuple[str, ...], scope: Scope, document: Document) -> bool:
    """Whether a quotation of these blind parts may stand in the texts: what stands as written stands blindly too."""
    return not parts or any(parts[0] in form for form in document.forms(scope))


@lru_cache(maxsize=256)
def parts_of(word: Word) -> tuple[str, ...]:
    """The blind forms of what stands between the gaps of a word; a quotation has one, or none if it is all marks."""
    texts = (word.text,) if word.exact else word.text.split("*")
    return tuple(filter(None, map(blind, texts)))


@lru_cache(maxsize=256)
def pattern_of(parts: tuple[str, ...]) -> re.Pattern[str]:
    """Parts that may run over clause marks, parted by gaps that may not."""
    over = f"{BARRIER}*"
    gap = rf"[^{BARRIER}\n]{{0,{GAP}}}?"
    return re.compile(gap.join(over.join(map(re.escape, part)) for part in parts))
