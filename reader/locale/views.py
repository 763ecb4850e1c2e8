"""What the views across meetings are called and say: one declaration a view, one class a language (`views_zh`, ...).

May import nothing of the project. The command line and the screen share these. Placeholders in braces are filled by
the caller; pairs are for one and for any other number (`numbered`).
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import ClassVar, NamedTuple


class CompareWords:
    """Two meetings side by side."""

    title: str
    kept: str
    reworded: str
    dropped: str
    new: str
    share: str
    share_of_partner: str
    newly_named: str
    not_named: str
    role_changed: str
    order_changed: str
    same_people: str
    no_role: str
    other_series: str
    no_former: str
    gone: str
    no_more: str
    chosen: str
    unchosen: str
    no_meeting: str
    columns: tuple[str, ...]
    """Of CSV: kind, former text, latter text, how alike, paragraph."""
    keys: tuple[tuple[str, str], ...]


class ContextWords:
    """A word in its contexts (KWIC)."""

    title: str
    hits: tuple[str, str]
    counted: str
    looking: str
    filtered: str
    orders: ClassVar[Mapping[str, str]]
    """By the values of `analysis.concordance.Order`."""
    spellings: str
    more_spellings: str
    nothing: str
    no_term: str
    hint: str
    columns: tuple[str, ...]
    """Of CSV: path, date, meeting, paragraph (from 1), start, end, left, match, right."""
    keys: tuple[tuple[str, str], ...]
    ask_keys: tuple[tuple[str, str], ...]


class PhrasesWords:
    """Phrases by meeting."""

    title: str
    quoted: tuple[str, str]
    counted: str
    watched: str
    only_watched: str
    filtered: str
    orders: ClassVar[Mapping[str, str]]
    """By the values of `analysis.phrases.Order`."""
    not_here: str
    three_quarters: tuple[str, str]
    before: str
    heads: tuple[str, ...]
    """Of the columns: phrase, meetings, times, first, last, bar."""
    in_meetings: str
    times: tuple[str, str]
    first: str
    last: str
    gaps: tuple[str, str]
    no_gap: str
    not_found: str
    counting: str
    nothing: str
    nothing_missing: str
    no_meeting: str
    no_watch_list: str
    watch_list_cut: str
    columns: tuple[str, ...]
    """Of CSV: phrase, watched, meetings, of, times, first, last, gaps; of those that one meeting does not have, how
    many of the meetings before it do, and of how many.
    """
    keys: tuple[tuple[str, str], ...]


class MatrixWords:
    """People x meetings, and one person."""

    title: str


class FiguresWords:
    """The figures of a meeting, and one figure through the meetings."""

    title: str


class SeriesWords:
    """Series of meetings, and all meetings by month."""

    title: str


class WordingWords:
    """What is new in a text, and where the rest was said before."""

    title: str


class ViewWords(NamedTuple):
    """The words of all views in one language."""

    compare: CompareWords
    context: ContextWords
    phrases: PhrasesWords
    matrix: MatrixWords
    figures: FiguresWords
    series: SeriesWords
    wording: WordingWords


def view_words(lang: str) -> ViewWords:
    """The views' words in one of LANGUAGES. Raises ModuleNotFoundError for another."""
    own = import_module(f"reader.locale.views_{lang}")
    return ViewWords(
        own.Compare(),
        own.Context(),
        own.Phrases(),
        own.Matrix(),
        own.Figures(),
        own.Series(),
        own.Wording(),
    )
