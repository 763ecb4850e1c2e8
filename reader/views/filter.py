"""How the views tell by what the meetings are narrowed.

May import `query` and `text`.
"""

from __future__ import annotations

from reader.query.model import Query
from reader.text.safety import one_line


def filter_told(*queries: Query | None) -> str:
    """What narrows the meetings, as it was typed, in one line; empty where nothing does."""
    return " ".join(one_line(query.text) for query in queries if query is not None and not query.is_empty)
