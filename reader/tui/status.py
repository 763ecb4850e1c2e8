"""What is said of what is shown: at the right end of the footer, in the pane where there is no text, and of days.

May import `library.model`, `i18n`, `text.safety` and this room's page and session; no Textual.
"""

from __future__ import annotations

from datetime import date

from reader.i18n import _, counted, weekday
from reader.library.model import Progress
from reader.text.safety import one_line
from reader.tui.page import Block, Tone
from reader.tui.session import Session

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
    minutes, seconds = divmod(round(progress.rest), 60)
    pace = _("{rate} a second, {rest} left").format(rate=round(progress.rate), rest=f"{minutes}:{seconds:02}")
    return f"{brief} · {pace}", brief


def notice_blocks(session: Session, progress: Progress | None) -> list[Block]:
    """A page of one sentence and the way on."""
    if session.trouble:
        return _notice(session.trouble._replace(detail=one_line(session.trouble.detail)).sentence, "")
    if progress is None or not progress.finished:
        return _notice(
            _("Reading the folder …"), _("Meetings appear as they are read; you can read and filter meanwhile.")
        )
    if not session.answer.complete:
        return _notice(_("Searching …"), _("Press Esc to go back, or / to change the filter."))
    others = session.answer.others
    hint = (
        counted(
            "{count} more post reports no meeting; press a to list it too.",
            "{count} more posts report no meeting; press a to list them too.",
            others,
        )
        if others
        else ""
    )
    if session.text:
        return _notice(
            _("No meeting matches “{query}”.").format(query=session.shown_text),
            hint or _("Press Esc to go back, or / to change the filter."),
        )
    if others:
        return _notice(_("No meeting is reported here."), hint)
    return _notice(
        _("There is no post to read here."),
        _(
            "Posts are .md .markdown .txt .html .htm files. Open another folder with: customs-reader "
            "FOLDER. What could not be read, and why: customs-reader check"
        ),
    )


def _notice(sentence: str, hint: str) -> list[Block]:
    return [Block(sentence, Tone.TITLE, gap=1), Block(hint, Tone.MUTED, gap=1)]


def day_text(day: date | None) -> str:
    """2021-12-13 周一."""
    return f"{day.isoformat()} {weekday(day.weekday())}" if day else _("no date")


def delay_text(days: int) -> str:
    """次日 for one day, else the number of days; empty for none."""
    if days <= 0:
        return ""
    return _("next day") if days == 1 else _("{days} days later").format(days=days)
