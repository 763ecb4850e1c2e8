"""The post that is shown on the main screen. May import nothing but, for the type checker, `readout`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.readout.model import Readout

GONE = -1
"""What stands for the key of the post that is shown once it has gone: the number of no post."""


class Post:
    """The post that is shown."""

    def __init__(self) -> None:
        self.key: int | None = None
        """Its key; GONE where it is in the folder no more, None where no text is shown."""
        self.readout: Readout | None = None
        self.version: int | None = None
        """The post that is shown instead of the one under the list's cursor."""
        self.anchor: int | None = None
        """The paragraph from which keys select."""

    @property
    def has_gone(self) -> bool:
        """Whether it is not in the folder any more."""
        return self.key == GONE
