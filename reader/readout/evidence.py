"""Where a fact of a readout stands in its post.

May import nothing of the project. Offsets are characters (code points) of the cleaned text, never terminal cells; a
pair of offsets is half open, like a Python slice.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Source(StrEnum):
    """Which text of a post a span lies in."""

    BODY = "body"
    TITLE = "title"
    ORIGINAL_TITLE = "original_title"
    PUBLISHED = "published"


class Span(NamedTuple):
    """Where a fact was read: the characters [start, end) of a text.

    `paragraph` is the index of a body paragraph, None in every other text. A day that only the publication tells has
    the whole of the post's printed date for its span.
    """

    source: Source
    paragraph: int | None
    start: int
    end: int


class Evidence(NamedTuple):
    """A fact of a meeting, by the name of its field, or of a person, and where it was read."""

    fact: str
    span: Span
