"""Which encodings hold Chinese.

May import the standard library only.
"""

from __future__ import annotations

_PROBE = "海"
"""Stands in every encoding of Chinese, of either script."""


def holding_chinese(encoding: str | None) -> str:
    """An encoding as it is where Chinese can be written in it, UTF-8 for any other or none."""
    try:
        _PROBE.encode(encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return "utf-8"
    return encoding or "utf-8"
