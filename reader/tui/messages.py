"""Messages to the screen: from the worker's thread, and from widgets that are imported late.

May import Textual's Message and `library.model`. Plain classes: making a dataclass costs a millisecond of the start.
"""

from __future__ import annotations

from textual.message import Message

from reader.library.model import Answer, Progress


class Filled(Message):
    """More of the library has been read, or all of it."""

    def __init__(self, progress: Progress) -> None:
        super().__init__()
        self.progress = progress


class Failed(Message):
    """The thread that follows the library has met a fault of the program; it is raised by the screen."""

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self.error = error


class Unopened(Message):
    """No browser took a link: the sentence that says so."""

    def __init__(self, sentence: str) -> None:
        super().__init__()
        self.sentence = sentence


class StopWanted(Message):
    """The terminal is to be given back to the shell, until that brings the reader back."""


class Counted(Message):
    """More of an answer is known: all its rows, or all its hits."""

    def __init__(self, asked: int, answer: Answer) -> None:
        super().__init__()
        self.asked = asked
        self.answer = answer
