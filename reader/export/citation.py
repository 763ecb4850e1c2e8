"""How a passage is quoted: its words, and where they stand.

May import `text.safety`, `i18n`, and `readout` for the type checker. Nothing is said that the post does not tell.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.i18n import _
from reader.text.safety import clean, one_line

if TYPE_CHECKING:
    from reader.readout.model import Readout


def paragraph_text(readout: Readout, paragraph: int) -> str:
    """The words of a body paragraph in one piece, without its indent. Raises IndexError."""
    return clean(readout.body[paragraph]).strip()


Words = tuple[str, int | None]
"""Words of a post and the body paragraph that they are of; None for a title and the like."""


def quotation(readout: Readout, quoted: Sequence[Words]) -> str:
    """Words in quotation marks, a line a paragraph, and below them their citation; several have each its number."""
    lines = [(clean(words).strip(), paragraph) for words, paragraph in quoted]
    lines = [(words, paragraph) for words, paragraph in lines if words]
    numbers = [paragraph for _, paragraph in lines if paragraph is not None]
    if len(lines) == 1:
        return f"“{lines[0][0]}”\n{citation(readout, numbers)}"
    told = (_numbered(words, paragraph) for words, paragraph in lines)
    return "\n".join([*told, citation(readout)])


def _numbered(words: str, paragraph: int | None) -> str:
    number = (
        "" if paragraph is None else _(" ({text})").format(text=_("paragraph {number}").format(number=paragraph + 1))
    )
    return f"“{words}”{number}"


def citation(readout: Readout, paragraphs: Sequence[int] = ()) -> str:
    """Meeting and day, title, source, publication, the numbers of paragraphs (from 1), link; whatever is known."""
    meeting = readout.meeting
    held = one_line(f"{meeting.convener or ''}{meeting.name}") if meeting else ""
    if meeting and meeting.date:
        held += _(" ({text})").format(text=meeting.date.isoformat())
    source = next((credit.value for credit in readout.credits if "来源" in credit.label), None) or readout.author
    published = readout.published_day
    parts = [
        held,
        f"《{one_line(readout.title)}》" if readout.title else "",
        one_line(source or ""),
        f"{_('Published')}{_(': ')}{published.isoformat()}" if published else "",
        *(_("paragraph {number}").format(number=paragraph + 1) for paragraph in paragraphs),
        one_line(readout.link or ""),
    ]
    return _(", ").join(filter(None, parts))
