"""What the command line's words are: one declaration, one class a language (`cli_zh`, `cli_en`).

May import nothing of the project. Placeholders in braces are filled by the caller.
"""

from __future__ import annotations

from importlib import import_module

from reader.i18n import own_language, use


class CliWords:
    """Everything that the command line says beside the shared words."""

    no_meeting: str
    nothing_matched: str
    nobody: str
    meetings: str
    one_meeting: str


def cli_words(lang: str) -> CliWords:
    """The command line's words in one of LANGUAGES. Raises ModuleNotFoundError for another."""
    use(lang)
    section: CliWords = import_module(f"reader.locale.cli_{own_language(lang)}").Cli()
    return section
