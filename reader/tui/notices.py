"""What the pane says when there is no text to show: reading, nothing there, nothing matched; and what to do next.

May import `library.model`, `locale`, `text.safety` and this room's page and session; no Textual.
"""

from __future__ import annotations

from reader.library.model import Progress
from reader.locale.screen import Words, numbered
from reader.text.safety import one_line
from reader.tui.page import Block, Tone
from reader.tui.session import Session


def notice_blocks(session: Session, progress: Progress | None, words: Words) -> list[Block]:
    """A page of one sentence and the way on."""
    screen = words.screen
    if session.trouble:
        return _notice(words.notices.sentence(session.trouble.code, one_line(session.trouble.detail)), "")
    if progress is None or not progress.finished:
        return _notice(screen.notice_reading, screen.notice_reading_hint)
    if not session.answer.complete:
        return _notice(screen.notice_searching, screen.notice_no_match_hint)
    others = session.answer.others
    hint = numbered(screen.notice_others, others) if others else ""
    if session.text:
        return _notice(screen.notice_no_match.format(query=session.shown_text), hint or screen.notice_no_match_hint)
    if others:
        return _notice(screen.notice_no_meetings, hint)
    return _notice(screen.notice_empty, screen.notice_empty_hint)


def _notice(sentence: str, hint: str) -> list[Block]:
    return [Block(sentence, Tone.TITLE, gap=1), Block(hint, Tone.MUTED, gap=1)]
