"""What the screen's words are: one declaration, one class a language (`screen_zh`, `screen_en`).

May import `base`. Placeholders in braces are filled by the caller. Not a part of the shared words, so that the
command line does not import it.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import ClassVar, NamedTuple

from reader.i18n import use
from reader.locale import words
from reader.locale.base import Faults, Labels, Notices, QueryErrors, Settings


class CommandWords:
    """The label (for the footer and palette) and the explanation (for the help) of every command, by its name."""

    texts: ClassVar[Mapping[str, tuple[str, str]]]

    def label(self, name: str) -> str:
        """The short name of a command."""
        return self.texts[name][0]

    def help(self, name: str) -> str:
        """One sentence on what a command does."""
        return self.texts[name][1]

    def pinyin(self, name: str) -> str:
        """How a label is read, `shai xuan`; empty where it is not in Chinese."""
        return ""


class ScreenWords:
    """Everything else that the screen says."""

    no_date: str
    untitled: str
    next_day: str
    days_later: str
    held: str
    day_not_told: str
    took_part: str
    acts: ClassVar[Mapping[str, str]]
    """Short names of acts, for the column of labels."""
    facts: ClassVar[Mapping[str, str]]
    """Names of the facts whose evidence the pane shows."""
    evidence: str
    no_evidence: str
    no_body: str
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
    pace: str
    not_read: str
    note: str
    note_hint: str
    note_keys: tuple[tuple[str, str], ...]
    note_is_long: str
    line_keys: tuple[tuple[str, str], ...]
    notes_hint: str
    notes_none: str
    drafts_wait: str
    draft: str
    nothing_to_note: str
    no_editor: str
    last_query_hint: str
    versions: str
    version: str
    characters: str
    minutes_left: tuple[str, str]
    outline_none: str
    outline_hint: str
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
    export_hint: str
    none_found: str
    export_what: ClassVar[Mapping[str, str]]
    export_list: tuple[str, str]
    export_forms: ClassVar[Mapping[str, str]]
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
    not_stopped: str
    no_versions: str
    no_hits: str
    no_more_hits: str
    filter_hint: str
    filters_hint: str
    filters_none: str
    filters_keys: tuple[tuple[str, str], ...]
    filter_keep: str
    filter_kept: str
    palette_hint: str
    palette_none: str
    palette_kinds: ClassVar[Mapping[str, str]]
    """What a line of the palette is."""
    palette_keys: tuple[tuple[str, str], ...]
    notice_reading: str
    notice_reading_hint: str
    notice_searching: str
    notice_no_match: str
    notice_no_match_hint: str
    notice_others: tuple[str, str]
    notice_no_meetings: str
    notice_empty: str
    notice_empty_hint: str
    officials_hint: str
    officials_none: str
    officials_count: tuple[str, str]
    officials_keys: tuple[tuple[str, str], ...]
    help_groups: ClassVar[Mapping[str, str]]
    """What the groups of commands are called."""
    help_views: str
    help_query_title: str
    help_query: tuple[tuple[str, str], ...]
    help_close: str
    help_hint: str
    help_none: str
    help_narrowed: str
    help_keys: tuple[tuple[str, str], ...]


def numbered(forms: tuple[str, str], count: int) -> str:
    """`1 meeting` or `5 meetings`: the form for one, or the other, with the number in it."""
    return forms[count != 1].format(count=count)


class Words(NamedTuple):
    """All that the screen says in one language: its own words and those it shares with the command line."""

    screen: ScreenWords
    commands: CommandWords
    labels: Labels
    query: QueryErrors
    notices: Notices
    settings: Settings
    faults: Faults
    lang: str


def screen_words(lang: str) -> Words:
    """The screen's words in one of LANGUAGES. Raises ModuleNotFoundError for another."""
    use(lang)
    own = import_module(f"reader.locale.screen_{lang}")
    shared = words(lang)
    return Words(
        own.Screen(),
        own.Commands(),
        shared.labels,
        shared.query,
        shared.notices,
        shared.settings,
        shared.faults,
        lang,
    )
