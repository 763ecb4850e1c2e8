"""What the views across meetings are called and say: one declaration a view, one class a language (`views_zh`, ...).

May import nothing of the project. The command line and the screen share these. Placeholders in braces are filled by
the caller; pairs are for one and for any other number (`numbered`).
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import ClassVar, NamedTuple

from reader.i18n import own_language, use


class SharedWords:
    """What several views say."""

    filtered: str
    cut_rows: str
    searching: str
    working: str
    working_begun: str
    working_keys: tuple[tuple[str, str], ...]


class ContextWords(SharedWords):
    """A word in its contexts (KWIC)."""

    title: str
    hits: tuple[str, str]
    counted: str
    looking: str
    first_only: str
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


class PhrasesWords(SharedWords):
    """Phrases by meeting."""

    title: str
    quoted: tuple[str, str]
    counted: str
    watched: str
    only_watched: str
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
    first_filtered: str
    last: str
    last_filtered: str
    gaps: tuple[str, str]
    no_gap: str
    gone: tuple[str, str]
    """Of a phrase: how many meetings at the end do not have it."""
    not_found: str
    counting: str
    nothing: str
    nothing_missing: str
    no_meeting: str
    no_watch_list: str
    watch_list_cut: str
    watch_list_unread: str
    looking: str
    columns: tuple[str, ...]
    """Of CSV: phrase, watched, meetings, of, times, first, last, gaps; of those that one meeting does not have, how
    many of the meetings before it do, and of how many.
    """
    keys: tuple[tuple[str, str], ...]


class MatrixWords(SharedWords):
    """People x meetings, and one person."""

    title: str
    summary: str
    inverted: str
    signs: ClassVar[Mapping[str, str]]
    """What stands for an act in a cell of the table, by its code; acts that are not here have no sign."""
    legend: str
    order_cut: str
    signs_told: str
    nobody: str
    no_such_person: str
    position: str
    not_named: str
    lists: str
    lists_nobody: str
    claim: str
    claim_of_one: str
    no_role: str
    span: str
    span_filtered: str
    share: str
    ahead: str
    behind: str
    no_inversion: str
    roles: str
    meetings: str
    mentions: str
    mentions_so_far: str
    times: tuple[str, str]
    until: str
    mentioned: str
    gone: str
    columns: tuple[str, ...]
    """Of CSV and of the table as text: name, pinyin, meetings, first, last; then one column a meeting."""
    person_columns: tuple[str, ...]
    """Of CSV for one person: day, file, meeting, position, of how many, acts, role."""
    keys: tuple[tuple[str, str], ...]
    person_keys: tuple[tuple[str, str], ...]


class FiguresWords(SharedWords):
    """The figures of a meeting, and one figure through the meetings."""

    title: str
    level: str
    derived: str
    count: tuple[str, str]
    derived_count: tuple[str, str]
    none: str
    nothing: str
    nothing_counted: str
    unclear: str
    nothing_through: str
    looking: str
    first_only: str
    through: str
    meetings: str
    gone: str
    columns: tuple[str, ...]
    """Of CSV: path, date, paragraph, value, unit, what it counts, measure, base, change, derived, number, sentence."""
    keys: tuple[tuple[str, str], ...]
    through_keys: tuple[tuple[str, str], ...]


class SeriesWords(SharedWords):
    """Series of meetings, and all meetings by month."""

    title: str
    by_month: str
    whole: str
    summary: str
    alone: str
    no_convener: str
    held: tuple[str, str]
    ordinals: str
    ordinal: str
    missing: str
    missing_many: str
    joined: str
    complete: str
    not_here: str
    days_since: str
    same_day: str
    none: str
    columns: tuple[str, ...]
    """Of CSV: series, convener, day, number, days since the former, file, meeting."""
    month_columns: tuple[str, ...]
    """Of CSV by month: month, meetings."""
    keys: tuple[tuple[str, str], ...]
    month_keys: tuple[tuple[str, str], ...]


class WordingWords:
    """What is new in a text, and where the rest was said before."""

    share: str
    against_all: tuple[str, str]
    against_series: tuple[str, str]
    against_one: str
    nothing_before: str
    nothing_before_in_series: str
    passages: tuple[str, str]
    not_yet: str
    no_more: str
    no_meeting: str
    no_series: str
    not_said: str
    sources: str
    source: tuple[str, str]
    paragraph: str
    keys: tuple[tuple[str, str], ...]
    sources_keys: tuple[tuple[str, str], ...]
    columns: tuple[str, ...]
    """Of CSV: date, path, name, new share, characters, new characters, meetings compared with."""


class ViewWords(NamedTuple):
    """The words of all views in one language."""

    context: ContextWords
    phrases: PhrasesWords
    matrix: MatrixWords
    figures: FiguresWords
    series: SeriesWords
    wording: WordingWords


def view_words(lang: str) -> ViewWords:
    """The views' words in one of LANGUAGES. Raises ModuleNotFoundError for another."""
    use(lang)
    own = import_module(f"reader.locale.views_{own_language(lang)}")
    return ViewWords(
        own.Context(),
        own.Phrases(),
        own.Matrix(),
        own.Figures(),
        own.Series(),
        own.Wording(),
    )
