"""The forms by their names.

May import this room.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reader.export.data import Post, as_csv, as_json, as_jsonl, dumps, export_object
from reader.export.prose import as_markdown, as_text

__all__ = ["Post", "dumps", "export", "export_object"]


def export(posts: Iterable[Post], form: str) -> Iterator[str]:
    """The posts in one of FORMATS, in pieces to be written one after the other; `labels` are for text and md.

    Raises KeyError for a form that is none.
    """
    if form in ("text", "md"):
        return {"text": as_text, "md": as_markdown}[form](posts)
    return {"json": as_json, "jsonl": as_jsonl, "csv": as_csv}[form](posts)
