"""Where the words of a query stand in a readout.

May import `model`, `readout.model` and `text.folding`. A `Document` is prepared once a post; asking it for a word
costs one `in` over the folded text. Whatever that lets through is verified on the text itself where it must be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from reader.query.model import Scope, Word
from reader.readout.model import Readout
from reader.text.folding import BARRIER, blind, blind_clauses, with_offsets

GAP = 8
"""Most characters that `*` stands for; what searching is blind to does not count."""


class Document(NamedTuple):
    """A readout made ready for searching: the blind forms of its body and of its two titles, paragraphs by newlines."""

    readout: Readout
    body: str
    titles: str


def prepare(readout: Readout) -> Document:
    """Folds a readout for searching."""
    return Document(readout, blind("\n".join(readout.body)), blind("\n".join(_titles(readout))))


def has_word(word: Word, scope: Scope, document: Document) -> bool:
    """Whether a word stands in the texts of the scope."""
    parts = _parts(word)
    if len(parts) == 1 and not word.exact:
        part = parts[0]  # spelt out, for every character typed asks every post
        return (scope is not Scope.TITLE and part in document.body) or (
            scope is not Scope.BODY and part in document.titles
        )
    texts = _candidates(word, scope, document)
    if word.exact:
        return any(word.text in text for text in texts)
    pattern = _pattern(parts)
    return any(pattern.search(blind_clauses(text)) for text in texts)


def spans(word: Word, text: str) -> Iterator[tuple[int, int]]:
    """Where a word stands in one paragraph, as characters [start, end) of it; occurrences do not overlap."""
    if word.exact:
        yield from (match.span() for match in re.finditer(re.escape(word.text), text))
        return
    parts = _parts(word)
    gaps = len(parts) > 1
    pattern = _pattern(parts) if gaps else re.compile(re.escape(parts[0]))
    if pattern.search(blind_clauses(text) if gaps else blind(text)):  # offsets cost several times as much
        form = with_offsets(text, clauses=gaps)
        yield from (form.span(*match.span()) for match in pattern.finditer(form.text))


def count(words: tuple[Word, ...], scope: Scope, document: Document) -> int | None:
    """How many places distinct words have, where that can be told without looking for the places; else None.

    Different blind words stand in different places, and so do different quotations, so that they are simply counted.
    A word with a gap may cover the place of another, and is counted only where it is alone.
    """
    if all(word.exact for word in words):
        return sum(text.count(word.text) for word in words for text in _candidates(word, scope, document))
    if not any(word.exact or len(_parts(word)) > 1 for word in words):
        texts = [document.titles] * (scope is not Scope.BODY) + [document.body] * (scope is not Scope.TITLE)
        return sum(text.count(needle) for needle in {_parts(word)[0] for word in words} for text in texts)
    if len(words) == 1:
        pattern = _pattern(_parts(words[0]))
        return sum(len(pattern.findall(blind_clauses(text))) for text in _candidates(words[0], scope, document))
    return None


def _candidates(word: Word, scope: Scope, document: Document) -> Iterator[str]:
    """The texts of the scope that may hold an exact word or one with gaps: none that holds it is left out.

    What a text holds as written its blind form holds blindly; and without clause marks a gap is only shorter.
    """
    readout = document.readout
    loose = _loose(_parts(word))
    if scope is not Scope.BODY and loose.search(document.titles):
        yield from _titles(readout)
    if scope is not Scope.TITLE and loose.search(document.body):
        forms = document.body.split("\n")
        if len(forms) != len(readout.body):  # no paragraph at all, or one of several lines
            forms = [blind(text) for text in readout.body]
        yield from (text for text, form in zip(readout.body, forms, strict=True) if loose.search(form))


@lru_cache(maxsize=256)
def _parts(word: Word) -> tuple[str, ...]:
    """The blind forms of what stands between the gaps of a word; a quotation has none."""
    texts = (word.text,) if word.exact else word.text.split("*")
    return tuple(filter(None, map(blind, texts)))


@lru_cache(maxsize=256)
def _pattern(parts: tuple[str, ...]) -> re.Pattern[str]:
    """Parts that may run over clause marks, parted by gaps that may not."""
    over = f"{BARRIER}*"
    gap = rf"[^{BARRIER}\n]{{0,{GAP}}}?"
    return re.compile(gap.join(over.join(map(re.escape, part)) for part in parts))


@lru_cache(maxsize=256)
def _loose(parts: tuple[str, ...]) -> re.Pattern[str]:
    """The same for a form without clause marks."""
    return re.compile(rf"[^\n]{{0,{GAP}}}?".join(map(re.escape, parts)))


def _titles(readout: Readout) -> tuple[str, str]:
    return readout.title, readout.original_title or ""
