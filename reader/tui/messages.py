"""Messages to the screen: from the worker's thread, and from widgets that are imported late.

May import Textual's Message and `library.model`.
"""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message

from reader.library.model import Progress


@dataclass
class Filled(Message):
    """More of the library has been read, or all of it."""

    progress: Progress


@dataclass
class FilterTyped(Message):
    """The text of the filter has changed."""

    text: str
