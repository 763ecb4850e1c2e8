"""What every command is given: the understood command line.

May import this room's arguments.
"""

from __future__ import annotations

from typing import NamedTuple

from reader.cli.syntax import Arguments


class Session(NamedTuple):
    """One command line."""

    arguments: Arguments
