"""What the right end of the foot says: how many meetings, how many hits, which of them, how far the reading is.

May import `library.model`, `locale` and this room's session; no Textual.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.library.model import Progress
from reader.locale.screen import Words, numbered
from reader.tui.session import Session

if TYPE_CHECKING:
    from reader.tui.evidence import Fact


def evidence_text(facts: list[Fact], current: int | None, words: Words) -> str:
    """For example: 出处 3/14 主持：倪岳峰."""
    if current is None:
        return words.screen.no_evidence
    return words.screen.evidence.format(index=current + 1, count=len(facts), fact=facts[current].label)


def state_text(session: Session, current: int | None, progress: Progress | None, words: Words) -> str:
    """For example: 精准 · 3 场会议 · 6 处 · 2/3. `current` is the index of the hit stood on, in this post;
    `progress` is None before anything has been read.
    """
    screen = words.screen
    if progress is None:
        return screen.notice_reading
    answer = session.answer
    counted = screen.posts if session.all_posts else screen.meetings
    parts = [session.shown_text] if session.text else []
    parts.append(numbered(counted, len(answer.rows)))
    if answer.hits:
        parts.append(numbered(screen.hits, answer.hits))
    if current is not None and session.answer.rows:
        parts.append(f"{current + 1}/{session.answer.rows[session.index].hits}")
    unread = sum(not problem.read for problem in session.library.problems())
    if unread:
        parts.append(screen.not_read.format(count=unread))
    if not progress.finished:
        parts.append(screen.reading.format(done=progress.done, total=progress.total))
    return " · ".join(parts)
