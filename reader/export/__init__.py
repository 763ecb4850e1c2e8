"""Readouts -> JSON, JSON lines, CSV, Markdown, plain text. Pure: strings out, the caller writes them.

May import `readout` (for the type checker), `text`, `i18n`. `data` holds the forms for programs, `prose` those
for people, and knows all by name. Here are the names alone: the command line need not read the rest for them.
"""

from __future__ import annotations

FORMATS = ("text", "md", "json", "jsonl", "csv")
"""The names of the forms."""
