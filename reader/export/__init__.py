"""Readouts -> JSON, JSON lines, CSV, Markdown, plain text. Pure: strings out, the caller writes them.

May import `readout` (for the type checker), `text`, `locale`. `data` holds the forms for programs, `prose` those
for people. This module names them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reader.export.data import Post, as_csv, as_json, as_jsonl, dumps, export_object
from reader.export.prose import as_markdown, as_text
from reader.locale.base import Labels

__all__ = ["FORMATS", "Post", "dumps", "export", "export_object"]

FORMATS = ("text", "md", "json", "jsonl", "csv")
"""The names of the forms."""


def export(posts: Iterable[Post], form: str, labels: Labels) -> Iterator[str]:
    """The posts in one of FORMATS, in pieces to be written one after the other; `labels` are for text and md.

    Raises KeyError for a form that is none.
    """
    if form in ("text", "md"):
        return {"text": as_text, "md": as_markdown}[form](posts, labels)
    return {"json": as_json, "jsonl": as_jsonl, "csv": as_csv}[form](posts)
