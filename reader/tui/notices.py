"""What the pane says when there is no text to show: reading, nothing there, nothing matched; and what to do next.

May import `library.model`, `i18n`, `text.safety` and this room's page and session; no Textual.
"""

from __future__ import annotations

from reader.i18n import _, counted
from reader.library.model import Progress
from reader.text.safety import one_line
from reader.tui.page import Block, Tone
from reader.tui.session import Session


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
