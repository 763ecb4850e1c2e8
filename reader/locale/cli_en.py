"""The command line's words in English. May import `cli` only."""

from __future__ import annotations

from reader.locale.cli import CliWords


class Cli(CliWords):
    """The command line in English."""

    no_meeting = "{name} reports no meeting whose day is known."
    nothing_matched = "Nothing matches {query}"
    nobody = "No meeting here names anyone."
    meetings = "{count} mtgs"
    one_meeting = "1 mtg"
