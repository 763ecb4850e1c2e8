"""What a session begins with. May import `library.index`, `settings` and this room's commands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from reader.settings import Settings
from reader.tui.commands import COMMANDS, Command

if TYPE_CHECKING:
    from reader.library.index import Library


class Opening(NamedTuple):
    """A library, the first query, the settings, what is said at first, the keys."""

    library: Library
    query: str = ""
    settings: Settings = Settings()
    warning: str = ""
    commands: Sequence[Command] = COMMANDS
