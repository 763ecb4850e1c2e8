"""What a sitting begins with. May import `library.model`, `locale`, `settings` and this room's commands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reader.library.protocols import Library
from reader.locale.screen import Words
from reader.settings import Settings
from reader.tui.commands import COMMANDS, Command


class Opening(NamedTuple):
    """A library, the words to speak of it in, the first query, the settings, what the foot says at first, the keys."""

    library: Library
    words: Words
    query: str = ""
    settings: Settings = Settings()
    told: str = ""
    commands: Sequence[Command] = COMMANDS
