"""How days are written: date and weekday, and how much later a post was published.

May import `locale` only: the list needs it before anything has been read.
"""

from __future__ import annotations

from datetime import date

from reader.locale.screen import Words


def day_text(day: date | None, words: Words) -> str:
    """2021-12-13 周一."""
    return f"{day.isoformat()} {words.labels.weekdays[day.weekday()]}" if day else words.screen.no_date


def delay_text(days: int, words: Words) -> str:
    """次日 for one day, else the number of days; empty for none."""
    if days <= 0:
        return ""
    return words.screen.next_day if days == 1 else words.screen.days_later.format(days=days)
