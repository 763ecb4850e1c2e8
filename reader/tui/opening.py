"""What a sitting begins with. May import `library.model`, `locale` and `settings`."""

from __future__ import annotations

from typing import NamedTuple

from reader.library.model import Library
from reader.locale.screen import Words
from reader.settings import Settings


class Opening(NamedTuple):
    """A library, the words to speak of it in, the first query, the settings, what the foot says at first."""

    library: Library
    words: Words
    query: str = ""
    settings: Settings = Settings()
    told: str = ""
