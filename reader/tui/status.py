"""What the right end of the footer says: how many meetings, how many hits, which of them, how far the reading is.

May import `library.model`, `i18n` and this room's session; no Textual.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.i18n import _, counted
from reader.library.model import Progress
from reader.tui.session import Session

if TYPE_CHECKING:
    from reader.tui.evidence import Fact


def evidence_text(facts: list[Fact], current: int | None) -> str:
    """For example: 出处 3/14 主持：倪岳峰."""
    if current is None:
        return _("This post has no evidence to show.")
    return _("Evidence {index}/{count} {fact}").format(index=current + 1, count=len(facts), fact=facts[current].label)


def _clock(seconds: float) -> str:
    """Minutes and seconds: 0:29."""
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02}"


PACE = 400
"""Characters that one reads in a minute."""


def share_text(seen: int, total: int) -> str:
    """For example: 1,234字 · 45% · 还要2分钟; nothing of a text of no characters."""
    if not total:
        return ""
    minutes = -(-(total - seen) // PACE)
    parts = [_("{count} characters").format(count=f"{total:,}"), f"{seen * 100 // total}%"]
    return " · ".join([*parts, *([counted("{count} min left", "{count} min left", minutes)] if minutes else [])])


def state_text(session: Session, key: int | None, current: int | None, progress: Progress | None) -> str:
    """For example: 精准 · 3 场会议 · 6 处 · 2/3. `current` is the index of the hit stood on, in this post;
    `progress` is None before anything has been read.
    """
    answer = session.answer
    if progress is None and not len(answer.rows):
        return _("Reading the folder …")
    parts = [session.shown_text] if session.text else []
    if answer.complete and (len(answer.rows) or not session.trouble):
        parts.append(
            counted("{count} post", "{count} posts", len(answer.rows))
            if session.all_posts
            else counted("{count} meeting", "{count} meetings", len(answer.rows))
        )
    if answer.hits:
        parts.append(counted("{count} hit", "{count} hits", answer.hits))
    row = session.row
    if current is not None and row is not None:
        parts.append(f"{current + 1}/{row.hits}")
    if row is not None and row.versions > 1:
        versions = session.versions
        parts.append(
            _("version {number}/{count}").format(
                number=versions.index(key) + 1 if key in versions else 1, count=len(versions)
            )
        )
    if session.unread:
        parts.append(_("{count} not read").format(count=session.unread))
    return " · ".join(parts)


def progress_text(progress: Progress) -> tuple[str, str]:
    """How far the reading of the folder is, with its pace and without it; nothing once everything has been read."""
    if progress.finished:
        return "", ""
    brief = _("reading {done}/{total}").format(done=progress.done, total=progress.total)
    if not progress.rate:
        return brief, brief
    return (
        f"{brief} · {_('{rate} a second, {rest} left').format(rate=round(progress.rate), rest=_clock(progress.rest))}",
        brief,
    )
