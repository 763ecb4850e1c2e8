"""What the screen's words are: one declaration, one class a language (`screen_zh`, `screen_en`).

May import `base`. Placeholders in braces are filled by the caller. Not a part of the shared words, so that the
command line does not import it.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import ClassVar, NamedTuple

from reader.i18n import own_language, use
from reader.locale import words
from reader.locale.base import Labels


class ScreenWords:
    """Everything else that the screen says."""

    no_date: str
    held: str
    acts: ClassVar[Mapping[str, str]]
    """Short names of acts, for the column of labels."""
    evidence: str
    caption: str
    meetings: tuple[str, str]
    """For one, and for any other number; see `numbered`."""
    posts: tuple[str, str]
    hits: tuple[str, str]
    reading: str
    still_reading: str
    read_now: str
    nothing_shown: str
    arrived: str
    gone: str
    note: str
    line_keys: tuple[tuple[str, str], ...]
    notes_none: str
    drafts_wait: str
    draft: str
    nothing_to_note: str
    last_query_hint: str
    versions: str
    version: str
    characters: str
    outline_none: str
    no_part: str
    no_history: str
    highlights: str
    find_hint: str
    found: str
    no_former_query: str
    measure: str
    no_wider: str
    nothing_to_copy: str
    copied_paragraph: str
    copied_quotation: str
    copied_selection: str
    copied_selection_cited: str
    copied_link: str
    copied_sent: str
    copied_long: str
    copied_by: str
    copy_failed: str
    no_link: str
    nothing_to_export: str
    export_file_hint: str
    export_keys: tuple[tuple[str, str], ...]
    export_into_posts: str
    export_exists: str
    export_failed: str
    exporting: str
    exported: str
    exported_in_part: str
    browsing: str
    no_browser: str
    no_versions: str
    no_hits: str
    no_more_hits: str
    filter_hint: str
    filters_none: str
    filter_kept: str


def numbered(forms: tuple[str, str], count: int) -> str:
    """`1 meeting` or `5 meetings`: the form for one, or the other, with the number in it."""
    return forms[count != 1].format(count=count)


class Words(NamedTuple):
    """All that the screen says in one language: its own words and those it shares with the command line."""

    screen: ScreenWords
    labels: Labels
    lang: str


def screen_words(lang: str) -> Words:
    """The screen's words in one of LANGUAGES. Raises ModuleNotFoundError for another."""
    use(lang)
    own = import_module(f"reader.locale.screen_{own_language(lang)}")
    return Words(own.Screen(), words(lang).labels, lang)
