"""The meeting that is shown, among all of the library, and the one with which it is compared.

May import `views.compared` and this room.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.views.compared import Partner, partner_of

if TYPE_CHECKING:
    from reader.library.model import Held
    from reader.tui.desk import Desk


def meeting_shown(desk: Desk, meetings: Sequence[Held]) -> Held | None:
    """The meeting that is shown; of a version, the listed one. None for what is no meeting with a day."""
    listed = desk.library.versions(desk.post.key)[:1] if desk.post.key is not None else []
    return next((meeting for meeting in meetings if meeting.key in listed), None)


def partner(desk: Desk, meetings: Sequence[Held], here: Held) -> Partner | None:
    """The meeting with which one is compared: the remembered one, else the one before it of its series, if any."""
    return partner_of(meetings, here.key, desk.list.remembered)
