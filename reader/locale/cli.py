"""What the command line's words are: one declaration, one class a language (`cli_zh`, `cli_en`).

May import nothing of the project. Placeholders in braces are filled by the caller.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import ClassVar


class CliWords:
    """Everything that the command line says beside the shared words."""

    help: str
    """The help of the program as a whole, with a line break at its end."""
    usage: str
    arguments_title: str
    options_title: str
    commands_title: str
    commands: ClassVar[Mapping[str, str]]
    """What each command does; the empty name is the reader itself."""
    examples: ClassVar[Mapping[str, str]]
    """The examples at the end of each command's help."""
    options: ClassVar[Mapping[str, str]]
    """What each argument and option is for, by its name."""
    argument_errors: ClassVar[Mapping[str, str]]
    """The argument parser's messages as patterns, with the sentence for each; their groups fill it in order."""
    missing: str
    bad_width: str
    bad_lang: str
    see_help: str
    no_such_path: str
    no_such_post: str
    no_meeting: str
    perhaps_command: str
    no_posts: str
    no_posts_of_others: str
    nothing_readable: str
    some_unread: str
    nothing_matched: str
    others_matched: str
    no_meetings: str
    nobody: str
    bad_query: str
    reading: str
    interrupted: str
    cannot_write: str
    cannot_open: str
    no_memory: str
    counts: str
    problem: str
    problem_in_part: str
    places: ClassVar[Mapping[str, str]]
    looked_at: ClassVar[Mapping[str, str]]
    """What `doctor` looks at, by its name."""
    advice: ClassVar[Mapping[str, str]]
    """What to do where it is amiss; `{seen}` is what was seen, `{detail}` what is told beside it."""
    all_well: str
    meetings: str
    one_meeting: str


def cli_words(lang: str) -> CliWords:
    """The command line's words in one of LANGUAGES. Raises ModuleNotFoundError for another."""
    section: CliWords = import_module(f"reader.locale.cli_{lang}").Cli()
    return section
