"""How days are written: date and weekday, and how much later a post was published.

May import `i18n` only: the list needs it before anything has been read.
"""

from __future__ import annotations

from datetime import date

from reader.i18n import _, weekday


def day_text(day: date | None) -> str:
    """2021-12-13 周一."""
    return f"{day.isoformat()} {weekday(day.weekday())}" if day else _("no date")


def delay_text(days: int) -> str:
    """次日 for one day, else the number of days; empty for none."""
    if days <= 0:
        return ""
    return _("next day") if days == 1 else _("{days} days later").format(days=days)
