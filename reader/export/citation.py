"""How a passage is quoted: its words, and where they stand.

May import `text.safety`, `locale`, and `readout` for the type checker. Nothing is said that the post does not tell.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.locale.base import Labels
from reader.text.safety import clean, one_line

if TYPE_CHECKING:
    from reader.readout.model import Readout


def paragraph_text(readout: Readout, paragraph: int) -> str:
    """The words of a body paragraph in one piece, without its indent. Raises IndexError."""
    return clean(readout.body[paragraph]).strip()


def quotation(readout: Readout, paragraph: int, labels: Labels) -> str:
    """A body paragraph in quotation marks and, on a line of its own, its citation. Raises IndexError."""
    return f"“{paragraph_text(readout, paragraph)}”\n{citation(readout, labels, paragraph)}"


def citation(readout: Readout, labels: Labels, paragraph: int | None = None) -> str:
    """Meeting and day, title, source, publication, the number of the paragraph (from 1), link; whatever is known."""
    meeting = readout.meeting
    held = one_line(f"{meeting.convener or ''}{meeting.name}") if meeting else ""
    if meeting and meeting.date:
        held += labels.brackets.format(text=meeting.date.isoformat())
    source = next((credit.value for credit in readout.credits if "来源" in credit.label), None) or readout.author
    published = readout.published_day
    parts = [
        held,
        f"《{one_line(readout.title)}》" if readout.title else "",
        one_line(source or ""),
        f"{labels.published}{labels.colon}{published.isoformat()}" if published else "",
        labels.paragraph.format(number=paragraph + 1) if paragraph is not None else "",
        one_line(readout.link or ""),
    ]
    return labels.joined.join(filter(None, parts))
