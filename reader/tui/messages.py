"""Messages to the screen: from the worker's thread, and from widgets that are imported late.

May import Textual's Message and `library.model`. Plain classes: making a dataclass costs a millisecond of the start.
"""

from __future__ import annotations

from textual.message import Message

from reader.library.model import Progress


class Filled(Message):
    """More of the library has been read, or all of it."""

    def __init__(self, progress: Progress) -> None:
        super().__init__()
        self.progress = progress


class FilterTyped(Message):
    """The text of the filter has changed."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text
