"""Where the words of a query stand in a text.

May import `model`, `gaps` and `text.folding`. A `Document` holds a post's titles and body as searching sees them;
asking it for a word costs one `in`. Whatever that lets through is verified on the text itself where it must be.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from heapq import merge

from reader.query import gaps
from reader.query.model import Scope, Word
from reader.text.folding import BARRIER, Offsets, blind, blind_clauses, with_offsets

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
        return any(gaps.stand(parts, form) for form in document.forms(scope, clauses=True))
    return _may_hold(parts, scope, document) and any(word.text in text for text in document.printed(scope))


def spans(word: Word, text: str) -> Iterator[tuple[int, int]]:
    """Where a word stands in one paragraph, as characters [start, end) of it; occurrences do not overlap."""
    return _spans(word, Paragraph(text))


def places(words: Iterable[Word], text: str) -> list[tuple[int, int]]:
    """Where any of the words stands in one paragraph, as `spans` tells it: in order, the same place only once."""
    return list(each_place(words, text))


def each_place(words: Iterable[Word], text: str) -> Iterator[tuple[int, int]]:
    """The same one by one."""
    paragraph = Paragraph(text)
    last = None
    for span in merge(*(_spans(word, paragraph) for word in words)):
        if span != last:
            yield span
        last = span


class Paragraph:
    """A text of one paragraph with its forms, each made when it is first asked for, however many words there are."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def blind(self) -> str:
        """The form in which words without gaps are looked for."""
        return self.clauses.replace(BARRIER, "")

    @cached_property
    def clauses(self) -> str:
        """The form in which words with gaps are looked for."""
        return blind_clauses(self.text)

    @cached_property
    def offsets(self) -> Offsets:
        """The blind form and where its characters stand; costs several times as much."""
        return with_offsets(self.text)


def _spans(word: Word, paragraph: Paragraph) -> Iterator[tuple[int, int]]:
    if word.exact:
        yield from _found(word.text, paragraph.text)
        return
    parts = parts_of(word)
    found = _found(parts[0], paragraph.blind) if len(parts) == 1 else gaps.spans(parts, paragraph.clauses)
    for start, end in found:
        yield paragraph.offsets.span(start, end)


def _found(part: str, text: str) -> Iterator[tuple[int, int]]:
    at = text.find(part)
    while at >= 0:
        yield at, at + len(part)
        at = text.find(part, at + len(part))


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
        return sum(gaps.count(parts_of(words[0]), form) for form in document.forms(scope, clauses=True))
    return sum(len(places(words, text)) for text in document.printed(scope))


def _may_hold(parts: tuple[str, ...], scope: Scope, document: Document) -> bool:
    """Whether a quotation of these blind parts may stand in the texts: what stands as written stands blindly too."""
    return not parts or any(parts[0] in form for form in document.forms(scope))


@lru_cache(maxsize=256)
def parts_of(word: Word) -> tuple[str, ...]:
    """The blind forms of what stands between the gaps of a word; a quotation has one, or none if it is all marks."""
    texts = (word.text,) if word.exact else word.text.split("*")
    return tuple(filter(None, map(blind, texts)))
