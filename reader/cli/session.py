"""What every command is given: the understood command line, and the words to answer in.

May import `locale` and this room's arguments.
"""

from __future__ import annotations

from typing import NamedTuple

from reader.cli.syntax import Arguments
from reader.locale import Words
from reader.locale.cli import CliWords


class Session(NamedTuple):
    """One command line with its language: `own` are the command line's words, `shared` those of every room."""

    arguments: Arguments
    own: CliWords
    shared: Words
